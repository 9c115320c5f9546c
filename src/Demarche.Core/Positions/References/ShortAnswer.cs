using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.References;

/// <summary>Reads what a few words answer: "no", "Of course not", "Certainly", "it would not".</summary>
internal static class ShortAnswer
{
    /// <summary>Words of an answer that is nothing but one. Set by hand: "they have never been", "no, not at all".</summary>
    private const int Longest = 5;

    /// <summary>+1 for a yes, -1 for a no, 0 where the words answer otherwise.</summary>
    public static int SignOf(WordText words, WordRange range)
    {
        int start = range.Start;
        while (start < range.End && (!words.IsWord(start) || words.Key(start) is "that"))
        {
            start++;
        }

        int end = start;
        while (end < range.End && words.IsWord(end))
        {
            end++;
        }

        return start == end ? 0 : SignOf(words, start, end);
    }

    private static int SignOf(WordText words, int start, int end)
    {
        int length = end - start;
        string first = Lower(words, start);
        string last = Lower(words, end - 1);
        if (length == 1)
        {
            return first is "no" or "never" or "nope" ? -1 : first is "yes" or "certainly" or "absolutely" or "definitely" or "sure" or "gladly" ? 1 : 0;
        }

        if (length > Longest)
        {
            return 0;
        }

        // "certainly not", "of course not", "not at all", "no way", "by no means", "under no circumstances".
        bool isFirm = first is "certainly" or "absolutely" or "definitely" or "of" && last is "not" or "course";
        bool isFlat = (first is "not" && last is "all" or "ever" or "chance") || (first is "no" or "never" && last is "way" or "again" or "never" or "ever") || last is "means" or "circumstances";
        return isFlat ? -1 : isFirm ? (last == "not" ? -1 : 1) : Elliptic(words, start, end);
    }

    /// <summary>"it would not", "they always have": a subject and an auxiliary without a verb.</summary>
    private static int Elliptic(WordText words, int start, int end)
    {
        if (Lower(words, start) is not ("it" or "he" or "she" or "they" or "we" or "i"))
        {
            return 0;
        }

        int sign = 0;
        for (int i = start + 1; i < end; i++)
        {
            string word = Lower(words, i);
            if (words.Key(i) == "not" || word == "never")
            {
                // "it would not", "they never did"; not "it would not sign".
                bool isBare = word == "never" ? i + 1 == end || (i + 2 == end && IsAuxiliary(Lower(words, i + 1))) : i + 1 == end && IsAuxiliary(Lower(words, i - 1));
                return isBare ? -1 : 0;
            }

            if (word is not ("always" or "still" or "already" or "certainly" or "gladly") && !IsAuxiliary(word))
            {
                return 0;
            }

            sign = 1;
        }

        return sign;
    }

    /// <summary>Whether the word stands for the verb that was said before: "does", "would", the "wo" of "won't".</summary>
    public static bool IsAuxiliary(string word) =>
        word is "does" or "did" or "do" or "has" or "have" or "had" or "is" or "are" or "was" or "were" or "been" or "will" or "would" or "wo" or "could" or "can" or "ca" or "should";

    private static string Lower(WordText words, int at) => words.Span(at).Of(words.Text).ToLowerInvariant();
}
