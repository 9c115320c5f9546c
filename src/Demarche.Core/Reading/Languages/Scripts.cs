namespace Demarche.Core.Reading.Languages;

/// <summary>Tells the language of a text whose script belongs to one language, or nearly so.</summary>
internal static class Scripts
{
    // Ranges of the Unicode standard, blocks of the main letters. Persian and Urdu are told from Arabic below, Japanese from Chinese by its kana.
    private static readonly (char First, char Last, string Language)[] Ranges =
    [
        ('\u0530', '\u058F', "hy"), ('\u0590', '\u05FF', "he"), ('\u0600', '\u06FF', "ar"), ('\u0900', '\u097F', "hi"), ('\u0980', '\u09FF', "bn"),
        ('\u0A00', '\u0A7F', "pa"), ('\u0A80', '\u0AFF', "gu"), ('\u0B80', '\u0BFF', "ta"), ('\u0C00', '\u0C7F', "te"), ('\u0C80', '\u0CFF', "kn"),
        ('\u0D00', '\u0D7F', "ml"), ('\u0E00', '\u0E7F', "th"), ('\u1000', '\u109F', "my"), ('\u10A0', '\u10FF', "ka"), ('\u1200', '\u137F', "am"),
        ('\u1780', '\u17FF', "km"), ('\u3040', '\u30FF', "ja"), ('\u4E00', '\u9FFF', "zh"), ('\uAC00', '\uD7AF', "ko"),
    ];

    // Japanese mixes kana with Chinese characters: a tenth is kana even in headlines.
    private const int KanaShare = 10;

    /// <summary>The language, or null when the letters are of a script with many languages or there are none.</summary>
    public static string? LanguageOf(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Ranges.Length];
        int letters = 0;
        int persian = 0;
        foreach (char c in text)
        {
            if (c < Ranges[0].First || !char.IsLetter(c))
            {
                letters += char.IsLetter(c) ? 1 : 0;
                continue;
            }

            letters++;
            persian += c is 'پ' or 'چ' or 'ژ' or 'گ' or 'ک' or 'ی' ? 1 : 0;
            for (int i = 0; i < Ranges.Length; i++)
            {
                counts[i] += c >= Ranges[i].First && c <= Ranges[i].Last ? 1 : 0;
            }
        }

        int best = 0;
        for (int i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        int kana = counts[^3];
        string language = Ranges[best].Language;
        return counts[best] + (language == "zh" ? kana : 0) <= letters / 2 || letters == 0 ? null
            : language == "zh" && kana > letters / KanaShare ? "ja"
            : language == "ar" && persian > letters / KanaShare ? "fa"
            : language;
    }
}
