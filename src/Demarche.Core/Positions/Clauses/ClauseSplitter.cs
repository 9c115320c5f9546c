using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Clauses;

/// <summary>Cuts a sentence into stretches in which one stance holds: at strong marks, contrasts and relative clauses.</summary>
internal static class ClauseSplitter
{
    /// <summary>Longest clause looked at as one, in words; longer ones are cut, so that time stays linear.</summary>
    private const int LongestClause = 70;

    /// <summary>The clauses of <paramref name="range"/> in text order, none empty, without the marks between them.</summary>
    public static List<WordRange> Split(CodedText text, WordRange range)
    {
        var clauses = new List<WordRange>();
        int start = range.Start;
        for (int i = range.Start; i <= range.End; i++)
        {
            if (i < range.End && i - start < LongestClause && !IsBreak(text.Words, i, range) && !OpensSentence(text, i, range))
            {
                continue;
            }

            Add(text.Words, start, i, clauses);
            start = i;
        }

        return clauses;
    }

    private static bool IsBreak(WordText words, int at, WordRange range)
    {
        if (!words.IsWord(at))
        {
            return words.Key(at) is ";" or ":" or "\u2014" or "(" or ")" or "\n" || IsSpacedDash(words, at) || IsFullStop(words, at, range);
        }

        if (words.Key(at) is "but" or "while" or "wherea" or "although" or "though" or "becaus" or "howev")
        {
            return at > range.Start;
        }

        if (Otherwise.IsAt(words, at) || Otherwise.IsFaced(words, at) || Otherwise.IsInReturn(words, at))
        {
            return at > range.Start;
        }

        if (words.Key(at) == "in" && at + 3 < range.End && words.Key(at + 1) is "return" or "exchang" && words.Key(at + 2) == "for" && words.Key(at + 3) == "which")
        {
            return at > range.Start;
        }

        return words.Key(at) is "who" or "which" or "where" && at > range.Start && words.Key(at - 1) == ",";
    }

    /// <summary>"Norland cut its toll, and | Suderia opened its ports": what has a subject and a verb of its own is a clause of its own.</summary>
    private static bool OpensSentence(CodedText text, int at, WordRange range)
    {
        if (text.Tree.IsEmpty || text.Words.Key(at) != "and" || at <= range.Start || text.Tree.Relation(at) != "cc" || text.Tree.Head(at) <= at)
        {
            return false;
        }

        int verb = text.Tree.Head(at);
        bool own = false;
        foreach (int child in text.Tree.Children(verb))
        {
            own |= child > at && child < verb && text.Tree.Relation(child) is "nsubj" or "nsubj:pass";
        }

        return own && text.Tree.Relation(verb) == "conj";
    }

    private static bool IsSpacedDash(WordText words, int at) =>
        words.Key(at) is "\u2013" or "-" && words.Span(at).Start > 0 && char.IsWhiteSpace(words.Text[words.Span(at).Start - 1]);

    // A content may hold several sentences of which the sentence splitter saw none end: a stop before a capital letter.
    private static bool IsFullStop(WordText words, int at, WordRange range) =>
        words.Key(at) is "!" or "?" || (words.Key(at) == "." && at + 1 < range.End && words.IsCapital(at + 1) && at > range.Start + 2);

    private static void Add(WordText words, int start, int end, List<WordRange> clauses)
    {
        while (start < end && !words.IsWord(start))
        {
            start++;
        }

        while (end > start && !words.IsWord(end - 1))
        {
            end--;
        }

        if (end > start)
        {
            clauses.Add(new WordRange(start, end));
        }
    }
}
