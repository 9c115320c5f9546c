using System.Text;

namespace Demarche.Core.Reading.Languages;

/// <summary>
/// Tells in which of the old encodings a text without any declaration is: the one in which its words are words of a language
/// that was written in it. The base library's code pages decode.
/// </summary>
internal static class EncodingDetector
{
    // Enough for a few hundred words behind a page's head.
    private const int ProbeLength = 1 << 16;

    // A wrong multi-byte encoding soon meets bytes it does not know.
    private const int MostBroken = 3;

    // The commonest characters of Chinese, Japanese and Korean are a tenth of any text; a fiftieth is asked for.
    private const int RarestCommon = 50;

    // Encodings whose text is known by its script alone, the strictest first: EUC has no characters where Shift-JIS has half of its own.
    private static readonly (string Name, string[] Languages)[] Candidates =
    [
        ("euc-jp", ["ja"]), ("shift_jis", ["ja"]), ("euc-kr", ["ko"]), ("gb18030", ["zh"]), ("big5", ["zh"]),
        ("koi8-r", ["ru", "uk", "bg"]), ("windows-1251", ["ru", "uk", "bg", "sr", "mk"]), ("iso-8859-5", ["ru", "uk", "bg", "sr", "mk"]),
        ("windows-1253", ["el"]), ("windows-1255", ["he"]), ("windows-1256", ["ar", "fa"]), ("windows-874", ["th"]),
    ];

    // Languages whose small words are the same in Windows-1252, but whose letters are not.
    private static readonly (string Encoding, string[] Languages)[] OfLatin =
    [
        ("windows-1250", ["pl", "cs", "sk", "hu", "ro", "hr", "sl"]),
        ("windows-1254", ["tr"]),
        ("windows-1257", ["lt", "lv", "et"]),
    ];

    /// <summary>The encoding of <paramref name="bytes"/>, or null when it is Windows-1252 or cannot be told.</summary>
    public static Encoding? Detect(ReadOnlySpan<byte> bytes)
    {
        byte[] probe = Shown(bytes[..Math.Min(bytes.Length, ProbeLength)]);
        foreach ((string name, string[] languages) in Candidates)
        {
            Encoding? encoding = Named(name);
            string text = encoding?.GetString(probe) ?? "";
            if (text.Count(c => c is '\uFFFD' or (>= '\uE000' and <= '\uF8FF')) <= MostBroken
                && LanguageDetector.Detect(text) is { } language && languages.Contains(language) && HasCommonLetters(text, language))
            {
                return encoding;
            }
        }

        string? latin = LanguageDetector.Detect(Encoding.Latin1.GetString(probe));
        string? page = latin is null ? null : Array.Find(OfLatin, one => one.Languages.Contains(latin)).Encoding;
        return page is null ? null : Named(page);
    }

    /// <summary>Korean read as Chinese, or the reverse, is made of valid but rare characters: each language's small words must be there.</summary>
    private static bool HasCommonLetters(string text, string language)
    {
        string common = language switch { "zh" => "的是在不了有和一", "ko" => "이다는에의을가", "ja" => "のにはをたが", _ => "" };
        return common.Length == 0 || text.Count(common.Contains) * RarestCommon > text.Count(char.IsLetter);
    }

    private static Encoding? Named(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name);

    /// <summary>The bytes outside tags: markup is ASCII in every encoding and would speak for English.</summary>
    private static byte[] Shown(ReadOnlySpan<byte> bytes)
    {
        var shown = new List<byte>(bytes.Length);
        while (!bytes.IsEmpty)
        {
            int open = bytes.IndexOf((byte)'<');
            shown.AddRange(open < 0 ? bytes : bytes[..open]);
            if (open < 0)
            {
                break;
            }

            bytes = bytes[open..];
            bool isCode = bytes.StartsWith("<script"u8) || bytes.StartsWith("<style"u8);
            int close = isCode ? bytes.IndexOf("</s"u8) : bytes.IndexOf((byte)'>');
            bytes = close < 0 ? [] : bytes[(close + 1)..];
            shown.Add((byte)' ');
        }

        return [.. shown];
    }
}
