namespace Demarche.Core.Reading;

/// <summary>What is done to a text before any offset refers to it, and whether it is a text at all.</summary>
internal static class PlainText
{
    // One in fifty. Texts of the development corpora stay below one in a thousand; archives, pictures and programs read as
    // text have one in ten and more.
    private const int CharactersPerControl = 50;

    // A stray character or two does not make a short text a program.
    private const int FreeControls = 2;

    private static readonly (byte[] Magic, string Name)[] Formats =
    [
        ("%PDF"u8.ToArray(), "a PDF file"),
        ("PK\x03\x04"u8.ToArray(), "a ZIP archive or office document"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "a PNG picture"),
        ("GIF8"u8.ToArray(), "a GIF picture"),
        ([0xFF, 0xD8, 0xFF], "a JPEG picture"),
        ([0x1F, 0x8B], "a gzip archive"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "a program"),
        ([0xD0, 0xCF, 0x11, 0xE0], "an old office document"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database"),
        (@"{\rtf"u8.ToArray(), "an RTF document"),
    ];

    /// <summary>The text with CRLF and CR as LF and without a byte order mark in front; else character for character the same.</summary>
    public static string WithLineFeeds(string text)
    {
        string body = text.StartsWith('\uFEFF') ? text[1..] : text;
        return body.Contains('\r', StringComparison.Ordinal)
            ? body.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : body;
    }

    /// <summary>Why the bytes are no text, by the signature they begin with; null when they may be one.</summary>
    public static string? ProblemOf(ReadOnlySpan<byte> bytes)
    {
        foreach ((byte[] magic, string name) in Formats)
        {
            if (bytes.StartsWith(magic))
            {
                return $"not text: it begins like {name}";
            }
        }

        return null;
    }

    /// <summary>Why there is nothing to read in <paramref name="text"/>; null when there is.</summary>
    /// <param name="text">A text, or a page with its markup.</param>
    /// <param name="longest">How many UTF-16 code units it may have.</param>
    public static string? ProblemOf(string text, int longest = ReadingLimits.TextLength)
    {
        if (text.Length == 0)
        {
            return "empty";
        }

        if (text.Length > longest)
        {
            return $"text of {text.Length} characters; at most {longest} are read";
        }

        int controls = 0;
        bool blank = true;
        foreach (char c in text)
        {
            blank = blank && char.IsWhiteSpace(c);
            controls += char.IsControl(c) && !char.IsWhiteSpace(c) ? 1 : 0;
        }

        return blank ? "only white space"
            : controls > FreeControls + (text.Length / CharactersPerControl) ? "not text: too many control characters"
            : null;
    }
}
