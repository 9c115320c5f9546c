using System.Text;
using System.Text.Unicode;
using Demarche.Core.Reading.Languages;

namespace Demarche.Core.Reading;

/// <summary>
/// Turns bytes into text: by byte order mark, as UTF-16 when zero bytes show it, as UTF-8 when it is valid, by the encoding
/// that is declared for it, by its words in the encodings of their language, else as Windows-1252, the usual encoding of old English
/// pages, in which every byte means something.
/// </summary>
internal static class TextDecoder
{
    // Zero bytes are judged on the first 4 KB: enough for a paragraph, cheap for a large file.
    private const int ProbeLength = 4096;

    private static readonly Encoding Windows1252 = CodePage(1252);

    /// <summary>The text of <paramref name="bytes"/>, without a byte order mark.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="declared">Encoding claimed for the bytes, by themselves or by whoever sent them, or null; believed only where UTF-8 is not valid.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, Encoding? declared = null)
    {
        if (WideEncodingOf(bytes) is { } wide)
        {
            return wide.GetString(bytes).TrimStart('\uFEFF');
        }

        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (bytes.StartsWith(mark))
        {
            return Encoding.UTF8.GetString(bytes[mark.Length..]);
        }

        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes)
            : declared is not null ? declared.GetString(bytes)
            : IsDamagedUtf8(bytes) ? Encoding.UTF8.GetString(bytes)
            : (EncodingDetector.Detect(bytes) ?? Windows1252).GetString(bytes);
    }

    /// <summary>UTF-16 of either byte order when the bytes begin with its mark or their zero bytes show it; else null.</summary>
    public static Encoding? WideEncodingOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 2)
        {
            return null;
        }

        if (bytes[0] == 0xFF && bytes[1] == 0xFE)
        {
            return Encoding.Unicode;
        }

        return bytes[0] == 0xFE && bytes[1] == 0xFF ? Encoding.BigEndianUnicode : WideByZeros(bytes);
    }

    /// <summary>The encoding of a name as pages give it, or null for one that is unknown. UTF-16 cannot be declared in ASCII: UTF-8 is meant.</summary>
    public static Encoding? Named(string name)
    {
        string plain = name.Trim().ToUpperInvariant();
        return plain switch
        {
            "" => null,
            "UTF-8" or "UTF8" => null,
            "GB2312" or "GBK" or "X-GBK" => CodePage(54936),
            "ISO-8859-9" => CodePage(1254),
            "ISO-8859-1" or "LATIN1" or "LATIN-1" or "US-ASCII" or "ASCII" => Windows1252,
            _ when plain.StartsWith("UTF-16", StringComparison.Ordinal) => null,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(plain),
        };
    }

    /// <summary>
    /// Letters below U+0100, spaces and punctuation have a zero byte in UTF-16, always on the same side; no other encoding of
    /// text has zero bytes. A twentieth of the pairs is less than the spaces of any script with words.
    /// </summary>
    private static Encoding? WideByZeros(ReadOnlySpan<byte> bytes)
    {
        int pairs = Math.Min(bytes.Length, ProbeLength) / 2;
        int first = 0;
        int second = 0;
        for (int i = 0; i < pairs; i++)
        {
            first += bytes[2 * i] == 0 ? 1 : 0;
            second += bytes[(2 * i) + 1] == 0 ? 1 : 0;
        }

        int enough = Math.Max(1, pairs / 20);
        return second >= enough && first == 0 ? Encoding.Unicode
            : first >= enough && second == 0 ? Encoding.BigEndianUnicode
            : null;
    }

    /// <summary>Whether more characters than bytes survive: UTF-8 with a torn character or two, not an older encoding.</summary>
    private static bool IsDamagedUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0;
        int bad = 0;
        while (!bytes.IsEmpty)
        {
            bool valid = Rune.DecodeFromUtf8(bytes, out _, out int length) == System.Buffers.OperationStatus.Done;
            good += valid && length > 1 ? 1 : 0;
            bad += valid ? 0 : 1;
            bytes = bytes[length..];
        }

        return good > bad;
    }

    private static Encoding CodePage(int number) =>
        CodePagesEncodingProvider.Instance.GetEncoding(number)
        ?? throw new InvalidOperationException($"The base library lacks code page {number}.");
}
