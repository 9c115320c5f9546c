using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Clauses;

/// <summary>Finds the conditions of a sentence. Immutable; safe to share between threads.</summary>
internal sealed class ConditionFinder
{
    /// <summary>Longest connective, in words.</summary>
    private const int LongestConnective = 4;

    /// <summary>How far from "without" the word stands that bars the other thing, in words.</summary>
    private const int BarReach = 18;

    /// <summary>Most conditions of one sentence; a longer list is no statement, and time stays linear.</summary>
    private const int MostConditions = 8;

    private readonly Dictionary<string, ConditionKind> _connectives = new(StringComparer.Ordinal);

    public ConditionFinder(WordKeys keys)
    {
        foreach (string line in ListResource.Lines("Clauses.conditions.txt"))
        {
            string[] parts = line.Split(':', StringSplitOptions.TrimEntries);
            foreach (string phrase in parts[1].Split(',', StringSplitOptions.TrimEntries))
            {
                _connectives[string.Join(' ', phrase.Split(' ').Select(word => keys.KeyOf(word)))] = Enum.Parse<ConditionKind>(parts[0], ignoreCase: true);
            }
        }
    }

    /// <summary>The conditions inside <paramref name="sentence"/>, in text order, none overlapping.</summary>
    public List<Condition> Find(CodedText text, WordRange sentence)
    {
        var conditions = new List<Condition>();
        int at = sentence.Start;
        while (at < sentence.End && conditions.Count < MostConditions)
        {
            int length = ConnectiveAt(text.Words, at, sentence, out ConditionKind kind);
            if (length == 0 || IsQuestionOrIdiom(text.Words, at, sentence))
            {
                at++;
                continue;
            }

            bool opens = Opens(text.Words, at, sentence);
            int end = EndOf(text.Words, at, at + length, opens, sentence);
            if (IsRhetorical(text.Words, at, end))
            {
                at = end;
                continue;
            }

            conditions.Add(new Condition(new WordRange(at, end), kind, opens));
            at = end;
        }

        return conditions;
    }

    private int ConnectiveAt(WordText words, int at, WordRange sentence, out ConditionKind kind)
    {
        int end = sentence.End;
        kind = ConditionKind.Plain;
        if (IsInvertedShould(words, at, end))
        {
            return 1;
        }

        if (words.Key(at) == "without" && IsBarring(words, at, sentence))
        {
            kind = ConditionKind.Exclusive;
            return 1;
        }

        for (int length = Math.Min(LongestConnective, end - at); length > 0; length--)
        {
            string phrase = words.Key(at);
            for (int i = 1; i < length; i++)
            {
                phrase = string.Concat(phrase, " ", words.Key(at + i));
            }

            if (_connectives.TryGetValue(phrase, out ConditionKind found))
            {
                kind = found;
                return length;
            }
        }

        return 0;
    }

    // "no Y without X", "without X there will be no Y": a thing is barred until the other comes.
    private static bool IsBarring(WordText words, int at, WordRange sentence)
    {
        bool opens = Opens(words, at, sentence);
        int first = opens ? at + 1 : Math.Max(sentence.Start, at - BarReach);
        int last = opens ? Math.Min(sentence.End, at + BarReach) : at - 1;
        for (int i = first; i < last; i++)
        {
            if (IsBar(words.Key(i)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsBar(string key) => key is "no" or "not" or "cannot" or "never" or "impossible";

    // The main clause after "without X": its subject, or the word that bars it.
    private static bool OpensMain(WordText words, int at) =>
        IsBar(words.Key(at)) || words.Key(at) == "there"
        || (words.Key(at) is "the" or "any" or "this" or "our" or "its"
            && !(words.Key(at - 1) is "of" or "in" or "on" or "for" or "under" or "by" or "with" or "to" or "over" or "at" or "from" or "between" or "and"));

    // "without" may open any part of a sentence; of other connectives only the first part is sure to lead.
    private static bool Opens(WordText words, int start, WordRange sentence) =>
        start - sentence.Start <= 2
        || (words.Key(start - 1) is "," or "and" or "but" or "that" or "\u201c" or "\"" && (start - sentence.Start < 6 || words.Key(start) == "without"));

    // "Should there be ..." at the start of a clause, or "... should the firm sign ...": the verb before its subject.
    private static bool IsInvertedShould(WordText words, int at, int end) =>
        words.Key(at) == "should" && at + 1 < end
        && ((words.IsCapital(at) && words.Key(at + 1) is "there" or "the" or "it" or "they")
            || (at > 0 && words.IsWord(at - 1) && !words.IsPossessive(at - 1) && !words.Key(at - 1).StartsWith('@')
                && words.Key(at + 1).StartsWith('@') && words.Key(at - 1) is not ("he" or "she" or "we" or "they" or "it" or "you" or "i")));

    // "as if", "even if", "wonder if", "at once", "for as long as": no condition on the stance.
    private static bool IsQuestionOrIdiom(WordText words, int at, WordRange sentence) =>
        at > sentence.Start
        && ((words.Key(at) == "if" && words.Key(at - 1) is "as" or "even" or "wonder" or "ask" or "see" or "know" or "what" or "unclear")
            || (words.Key(at) == "onc" && words.Key(at - 1) == "at")
            || (words.Key(at) is "as" or "so" && words.Key(at - 1) == "for"));

    // "if it really wants a solution": a reproach, not a condition.
    private static bool IsRhetorical(WordText words, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (words.Key(i) is "real" or "reall" or "true" or "trul" or "genuin" or "sincer" or "serious")
            {
                return words.Key(start) == "if";
            }
        }

        return false;
    }

    /// <summary>At the next comma or contrast when the condition opens the sentence, else at the end of the sentence's part.</summary>
    private static int EndOf(WordText words, int start, int from, bool opens, WordRange sentence)
    {
        bool bars = words.Key(start) == "without";
        int end = from;
        while (end < sentence.End)
        {
            string key = words.Key(end);
            if ((bars && opens && end > from + 1 && OpensMain(words, end)) || key is ";" or ":" or "\u2014" or "\n" or "but" or "while" || (opens && key == ","))
            {
                break;
            }

            end++;
        }

        while (end > from && !words.IsWord(end - 1))
        {
            end--;
        }

        return end;
    }
}
