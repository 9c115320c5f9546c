using System.Text;
using System.Xml;

namespace Demarche.Core.Exchange.Exports;

/// <summary>XML that is the same bytes for the same content and never breaks, whatever characters a page had.</summary>
internal static class XmlOutput
{
    /// <summary>A writer of UTF-8 without a byte order mark, indented, lines ended by a line feed; the stream stays open.</summary>
    public static XmlWriter To(Stream output) => XmlWriter.Create(output, new XmlWriterSettings
    {
        Encoding = TableExport.Utf8,
        Indent = true,
        NewLineChars = "\n",
        // Line breaks inside evidence are data.
        NewLineHandling = NewLineHandling.Entitize,
        CloseOutput = false,
    });

    /// <summary><paramref name="text"/> with what XML cannot carry - control characters, lone surrogates - as U+FFFD.</summary>
    public static string Clean(string text)
    {
        if (text.AsSpan().IndexOfAnyExceptInRange(' ', '\uD7FF') < 0)
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isFine = rune.Value is '\t' or '\n' or '\r' || (rune.Value >= ' ' && rune.Value is not (0xFFFE or 0xFFFF));
            clean.Append((isFine ? rune : Rune.ReplacementChar).ToString());
        }

        return clean.ToString();
    }
}
