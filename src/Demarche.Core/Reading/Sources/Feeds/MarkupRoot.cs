using System.Buffers;
using System.Text;

namespace Demarche.Core.Reading.Sources.Feeds;

/// <summary>What an XML document says before its content begins.</summary>
internal static class MarkupRoot
{
    // Stylesheet lines and comments stand before the root, seldom more than a screen of them.
    private const int ProbeLength = 8192;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    /// <summary>Name of the root element with its prefix, in small letters; empty when the bytes begin with none.</summary>
    public static string NameOf(ReadOnlySpan<byte> first)
    {
        string head = Encoding.Latin1.GetString(first[..Math.Min(first.Length, ProbeLength)]).Replace("\0", "", StringComparison.Ordinal);
        int at = head.IndexOf('<', StringComparison.Ordinal);
        while (at >= 0 && at + 1 < head.Length && !char.IsAsciiLetter(head[at + 1]))
        {
            bool isComment = head.AsSpan(at).StartsWith("<!--");
            int end = head.IndexOf(isComment ? "-->" : ">", at, StringComparison.Ordinal);
            at = end < 0 ? -1 : head.IndexOf('<', end);
        }

        if (at < 0 || at + 1 >= head.Length)
        {
            return "";
        }

        ReadOnlySpan<char> rest = head.AsSpan(at + 1);
        int nameEnd = rest.IndexOfAny(NameEnds);
        return rest[..(nameEnd < 0 ? rest.Length : nameEnd)].ToString().ToLowerInvariant();
    }

    /// <summary>The encoding of the XML declaration, or null when it names none or UTF-8.</summary>
    public static Encoding? EncodingOf(ReadOnlySpan<byte> head)
    {
        string start = Encoding.Latin1.GetString(head[..Math.Min(head.Length, 256)]);
        int end = start.IndexOf("?>", StringComparison.Ordinal);
        string? name = start.StartsWith("<?xml", StringComparison.Ordinal) && end > 0
            ? new MarkupElement("?xml", start[5..end], "").Attribute("encoding")
            : null;
        return name is null ? null : TextDecoder.Named(name);
    }
}
