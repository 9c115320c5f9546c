namespace Demarche.Core.Reading;

/// <summary>Tells lines that only name people, outlets or places.</summary>
internal static class NamesLine
{
    // "By Ann Lee, Bo Ek and Cem Oz in Port Town": more words make a headline.
    private const int MostWords = 12;

    /// <summary>Whether the words of <paramref name="text"/> are capitalised, save those that join names.</summary>
    public static bool Is(string text)
    {
        string[] words = text.TrimEnd('.').Split([' ', ',', '|', '\u00A0'], StringSplitOptions.RemoveEmptyEntries);
        return words.Length is >= 1 and <= MostWords
            && Array.TrueForAll(words, word => !char.IsLower(word[0]) || word is "and" or "in" or "for" or "of" or "de" or "van" or "von");
    }
}
