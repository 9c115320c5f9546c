using System.Text;

namespace Demarche.Core.Reading.Sources.BulkTexts;

/// <summary>How news databases part the articles of a download in one text: Nexis by "3 of 50 DOCUMENTS" or "End of Document", Factiva by the document's number, ProQuest by a rule.</summary>
internal static class BulkText
{
    // Shorter rules stand inside articles.
    private const int ShortestRule = 30;

    // Factiva numbers: letters of the source, then digits and letters, some 25 in all.
    private const int ShortestNumber = 18;

    /// <summary>Whether a text that begins with <paramref name="first"/> is such a download.</summary>
    public static bool IsOne(ReadOnlySpan<byte> first)
    {
        bool hasLabel = false;
        bool hasRule = false;
        foreach (string line in Encoding.Latin1.GetString(first).Split('\n'))
        {
            string trimmed = line.Trim();
            if (IsCount(trimmed) || IsNumber(trimmed) || trimmed == "End of Document")
            {
                return true;
            }

            hasRule |= IsRule(trimmed);
            hasLabel |= trimmed.StartsWith("Full text:", StringComparison.OrdinalIgnoreCase);
        }

        return hasRule && hasLabel;
    }

    /// <summary>Whether an article begins behind this line.</summary>
    public static bool IsBetween(string line) => IsCount(line) || IsNumber(line) || line == "End of Document" || IsRule(line);

    private static bool IsCount(string line) =>
        line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var number, "of", var count, "DOCUMENTS" or "DOCUMENT"]
        && number.All(char.IsAsciiDigit) && count.All(char.IsAsciiDigit);

    private static bool IsNumber(string line) =>
        line.StartsWith("Document ", StringComparison.Ordinal) && line.Length >= 9 + ShortestNumber
        && line.AsSpan(9).IndexOfAnyExcept(LettersAndDigits) < 0 && line.AsSpan(9).IndexOfAnyInRange('0', '9') >= 0;

    private static readonly System.Buffers.SearchValues<char> LettersAndDigits =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789");

    private static bool IsRule(string line) => line.Length >= ShortestRule && line.AsSpan().IndexOfAnyExcept('_') < 0;
}
