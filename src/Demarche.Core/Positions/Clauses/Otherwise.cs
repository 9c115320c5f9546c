using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Clauses;

/// <summary>Two clauses side by side of which one is the other's condition: "lower the toll, otherwise we will sue", "we will lower it, and in return they buy".</summary>
internal static class Otherwise
{
    /// <summary>Words of the sentence before that are looked at; a longer demand is cut there. Set by hand.</summary>
    private const int Reach = 40;

    /// <summary>Words of a party's name.</summary>
    private const int LongestName = 4;

    /// <summary>"... or else", "... . Otherwise": the condition that the word at <paramref name="at"/> puts on what follows it, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">Place of a word of the sentence.</param>
    /// <param name="sentence">The sentence.</param>
    /// <param name="before">The conditions found before it in the sentence: "if it pays we will stay, otherwise" waits for the same.</param>
    public static Condition? Find(CodedText text, int at, WordRange sentence, List<Condition> before)
    {
        if (!IsAt(text.Words, at))
        {
            return null;
        }

        int start = at > sentence.Start + 1 ? sentence.Start : StartOfSentenceBefore(text, sentence.Start);
        WordRange words = before.Count > 0 ? before[^1].Words : Trimmed(text.Words, start, at);
        return start < 0 || words.Length == 0 ? null : new Condition(words, ConditionKind.Exclusive, Opens: true) { IsTold = true };
    }

    /// <summary>Whether "otherwise", "or else" or "or we will" stands at <paramref name="at"/>.</summary>
    public static bool IsAt(WordText words, int at) =>
        words.Span(at).SliceOf(words.Text) is "otherwise" or "Otherwise"
        || (words.Key(at) == "or" && at + 1 < words.Count && (words.Span(at + 1).SliceOf(words.Text) is "else" || IsAnnouncing(words, at + 1)));

    /// <summary>Whether "or face", "or risk" stands at <paramref name="at"/>: what comes of not doing what stands before.</summary>
    public static bool IsFaced(WordText words, int at) =>
        words.Key(at) == "or" && at + 1 < words.Count && IsFacing(words.Key(at + (at + 2 < words.Count && words.Span(at + 1).SliceOf(words.Text) is "else" ? 2 : 1)));

    /// <summary>Whether a word of <paramref name="key"/> says that something bad comes over its subject.</summary>
    public static bool IsFacing(string key) => key is "face" or "fac" or "risk" or "suffer" or "incur";

    /// <summary>"end it or | we will", "... or | Norland would": another clause with one that will act.</summary>
    private static bool IsAnnouncing(WordText words, int subject)
    {
        int at = subject;
        while (at < words.Count && at < subject + LongestName && words.Key(at).StartsWith('@'))
        {
            at++;
        }

        at += at == subject && words.Key(at) is "we" or "it" or "they" or "i" ? 1 : 0;
        return at > subject && at < words.Count && words.Key(at) is "will" or "would" or "ll" or "shall";
    }

    /// <summary>Whether "and in return" stands at <paramref name="at"/>, from its second word: what follows is done for what stands before.</summary>
    public static bool IsInReturn(WordText words, int at) =>
        at > 0 && at + 2 < words.Count && words.Key(at) == "in" && words.Key(at + 1) == "return" && words.Key(at - 1) is "and" or "," or ";" && words.Key(at + 2) is not ("for" or ",");

    /// <summary>Start of the sentence that ends before <paramref name="sentence"/>; -1 where it asks for nothing: "otherwise" is then only "apart from that".</summary>
    private static int StartOfSentenceBefore(CodedText text, int sentence)
    {
        bool asks = false;
        int start = sentence - 1;
        while (start > 0 && start > sentence - Reach && text.Words.Key(start - 1) is not ("." or "?" or "!" or "\n"))
        {
            start--;
            asks |= text.OperatorAt(start) is { Operator.IsObligation: true } or { Operator: { Group: OperatorGroup.Attitude, Sign: > 0 } };
        }

        return asks ? start : -1;
    }

    private static WordRange Trimmed(WordText words, int start, int end)
    {
        while (start >= 0 && start < end && !words.IsWord(start))
        {
            start++;
        }

        while (end > start && !words.IsWord(end - 1))
        {
            end--;
        }

        return new WordRange(start, end);
    }
}
