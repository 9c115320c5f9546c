using System.Buffers;
using System.Text;

namespace Demarche.Core.Reading.Pages;

/// <summary>Decodes the bytes of a page, which may declare an encoding of its own.</summary>
internal static class PageEncoding
{
    // The HTML standard looks for the declaration in the first 1024 bytes; many pages put it a little later.
    private const int ProbeLength = 4096;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \"'/>;?");

    /// <summary>
    /// The characters of the page: by byte order mark, as UTF-8 when valid, by what came with it, by its own declaration, else
    /// as <see cref="TextDecoder"/> decodes undeclared bytes. The HTML standard has this order: whoever sends a page may have
    /// changed its encoding without touching its text.
    /// </summary>
    /// <param name="page">Its bytes.</param>
    /// <param name="served">Name of the encoding that its server or mail gave, or null; an unknown name counts as none.</param>
    public static string Decode(ReadOnlySpan<byte> page, string? served = null) =>
        TextDecoder.Decode(page, (served is null ? null : TextDecoder.Named(served)) ?? Declared(page));

    private static Encoding? Declared(ReadOnlySpan<byte> page)
    {
        string head = Encoding.Latin1.GetString(page[..Math.Min(page.Length, ProbeLength)]);
        int at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        at = at < 0 ? head.IndexOf("encoding=", StringComparison.OrdinalIgnoreCase) + 1 : at;
        if (at <= 0)
        {
            return null;
        }

        ReadOnlySpan<char> rest = head.AsSpan(head.IndexOf('=', at) + 1).TrimStart(" \"'");
        int end = rest.IndexOfAny(NameEnds);
        return TextDecoder.Named(rest[..(end < 0 ? rest.Length : end)].ToString());
    }
}
