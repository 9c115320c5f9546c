using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Clauses;

/// <summary>Finds the conditions of a sentence. Immutable; safe to share between threads.</summary>
internal sealed class ConditionFinder
{
    /// <summary>Most conditions of one sentence; a longer list is no statement, and time stays linear.</summary>
    private const int MostConditions = 8;

    /// <summary>Words from "if" to the verb of an aim, in which "is to" is looked for.</summary>
    private const int LongestSubject = 10;

    private readonly Dictionary<string, ConditionKind> _connectives = new(StringComparer.Ordinal);

    // Words of the longest connective that begins with a word.
    private readonly Dictionary<string, int> _longestFrom = new(StringComparer.Ordinal);

    public ConditionFinder(WordKeys keys)
    {
        foreach (string line in ListResource.Lines("Clauses.conditions.txt"))
        {
            string[] parts = line.Split(':', StringSplitOptions.TrimEntries);
            foreach (string phrase in parts[1].Split(',', StringSplitOptions.TrimEntries))
            {
                string[] words = [.. phrase.Split(' ').Select(word => keys.KeyOf(word))];
                _connectives[string.Join(' ', words)] = Enum.Parse<ConditionKind>(parts[0], ignoreCase: true);
                _longestFrom[words[0]] = Math.Max(words.Length, _longestFrom.GetValueOrDefault(words[0]));
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
            if (Otherwise.Find(text, at, sentence, conditions) is { } demand)
            {
                conditions.Add(demand);
                at++;
                continue;
            }

            int length = ConnectiveAt(text, at, sentence, out ConditionKind kind);
            // "in return for which Suderia will sell grain" tells what the other does, once all is agreed.
            bool isBargain = kind == ConditionKind.Exchange && at + length < sentence.End && text.Words.Key(at + length) == "which";
            if (length == 0 || isBargain || IsQuestionOrIdiom(text.Words, at, sentence))
            {
                at++;
                continue;
            }

            bool isReturn = Otherwise.IsInReturn(text.Words, at);
            bool opens = Bar.Find(text.Words, at, sentence) is { } bar ? bar > at : !isReturn && Opens(text.Words, at, sentence);
            int end = EndOf(text.Words, at, at + length, opens, sentence);
            end = opens && end >= sentence.End - 1 ? EndByTree(text.Tree, at, at + length, end) : end;
            if (IsRhetorical(text.Words, at, end))
            {
                at = end;
                continue;
            }

            conditions.Add(new Condition(new WordRange(at, end), kind, opens) { IsTold = isReturn || text.Words.Key(at) == "while" });
            at = end;
        }

        return conditions;
    }

    private int ConnectiveAt(CodedText text, int at, WordRange sentence, out ConditionKind kind)
    {
        WordText words = text.Words;
        int end = sentence.End;
        kind = ConditionKind.Plain;
        if (Refused.Find(text, at, sentence) is { } waiting)
        {
            kind = waiting;
            return 1;
        }

        if (Otherwise.IsInReturn(words, at))
        {
            kind = ConditionKind.Exchange;
            return 2;
        }

        if (IsInvertedShould(words, at, end))
        {
            return 1;
        }

        if (Bar.Find(words, at, sentence) is not null)
        {
            kind = ConditionKind.Exclusive;
            return 1;
        }

        // Hardly a word begins a connective: phrases are put together for those that do.
        for (int length = Math.Min(_longestFrom.GetValueOrDefault(words.Key(at)), end - at); length > 0; length--)
        {
            string phrase = words.Key(at);
            for (int i = 1; i < length; i++)
            {
                phrase = string.Concat(phrase, " ", words.Key(at + i));
            }

            if (_connectives.TryGetValue(phrase, out ConditionKind found) && !IsProviding(words, at, length))
            {
                kind = found;
                return length;
            }
        }

        ConditionKind? waited = Waiting.Find(text, at, sentence) ?? Tying.Find(text, at);
        kind = waited ?? ConditionKind.Plain;
        return waited is null ? 0 : 1;
    }

    // "will provide a site", "provided the trucks": somebody gives something; "provided the trucks come" opens behind a comma or a clause, and in this form only.
    private static bool IsProviding(WordText words, int at, int length) =>
        words.Key(at) == "provid" && (words.Span(at).Of(words.Text) is not ("provided" or "providing" or "Provided" or "Providing")
            || (length == 1 && at > 0 && (words.Key(at - 1).StartsWith('@') || words.Key(at - 1) is "be" or "is" or "are" or "was" or "were" or "been" or "has" or "have" or "had" or "it" or "they" or "he" or "she" or "we" or "by" or "for" or "of" or "in" or "and")));

    // "it hinges on", "talks depend on": whatever waits stands before.
    private static bool Opens(WordText words, int start, WordRange sentence) =>
        (start - sentence.Start <= 2 && words.Key(start) is not ("hing" or "hinge" or "depend" or "dependent"))
        || (words.Key(start - 1) is "," or "and" or "but" or "that" or "\u201c" or "\"" && start - sentence.Start < 6)
        || HasThen(words, start, sentence);

    // "if the talks fail, then the strike goes on".
    private static bool HasThen(WordText words, int start, WordRange sentence)
    {
        for (int i = start + 2; i < sentence.End && words.Key(i) is not (";" or "\n"); i++)
        {
            if (words.Key(i) == "then" && words.Key(i - 1) == ",")
            {
                return true;
            }
        }

        return false;
    }

    // "Should there be ..." at the start of a clause, or "... should the firm sign ...": the verb before its subject.
    private static bool IsInvertedShould(WordText words, int at, int end) =>
        words.Key(at) == "should" && at + 1 < end
        && ((words.IsCapital(at) && (words.Key(at + 1) is "there" or "the" or "it" or "they" or "a" or "any" || words.Key(at + 1).StartsWith('@')) && words.Key(end - 1) != "?" && (end == words.Count || words.Key(end) != "?"))
            || (at > 0 && words.IsWord(at - 1) && !words.IsPossessive(at - 1) && !words.Key(at - 1).StartsWith('@')
                && (words.Key(at + 1).StartsWith('@') || words.Key(at + 1) is "a" or "an" or "any" or "the") && words.Key(at - 1) is not ("he" or "she" or "we" or "they" or "it" or "you" or "i")));

    // "as if", "even if", "wonder if", "at once", "if need be": no condition on the stance.
    private static bool IsQuestionOrIdiom(WordText words, int at, WordRange sentence) =>
        IsHaste(words, at, sentence) || (at > sentence.Start
        && ((words.Key(at) == "if" && words.Key(at - 1) is "as" or "even" or "wonder" or "ask" or "see" or "know" or "what" or "unclear")
            || (words.Key(at) == "onc" && words.Key(at - 1) == "at")
            || (words.Key(at) == "subject" && words.Key(at - 1) is "not" or "be" or "being" && IsNegated(words, at, sentence))
            || (words.Key(at) == "if" && IsFiller(words, at + 1, sentence))));

    // "as soon as possible", "as soon as tomorrow": when it is to be, no condition.
    private static bool IsHaste(WordText words, int at, WordRange sentence) =>
        words.Key(at) == "as" && at + 3 < sentence.End && words.Key(at + 1) is "soon" or "long" && words.Key(at + 2) == "as"
        && words.Span(at + 3).Of(words.Text) is "possible" or "practicable" or "feasible" or "practical" or "tomorrow" or "tonight" or "next" or "this" or "in" or "needed" or "necessary"
            or "Monday" or "Tuesday" or "Wednesday" or "Thursday" or "Friday" or "Saturday" or "Sunday"
        || (words.Key(at) == "as" && at + 4 < sentence.End && words.Key(at + 1) == "long" && words.Key(at + 3) == "it" && words.Span(at + 4).SliceOf(words.Text) is "takes" or "took");

    // "is not subject to review", "cannot be subject to a vote": what is not to come is no condition.
    private static bool IsNegated(WordText words, int at, WordRange sentence) =>
        Enumerable.Range(Math.Max(sentence.Start, at - 3), Math.Min(3, at - sentence.Start)).Any(i => words.Key(i) is "not" or "cannot" or "never");

    private static bool IsFiller(WordText words, int at, WordRange sentence) =>
        at < sentence.End && (words.Span(at).Of(words.Text) is "necessary" or "needed" or "possible" or "any" or "anything" or "so" or "not" or "only"
            || (at + 1 < sentence.End && words.Key(at) == "need" && words.Key(at + 1) == "be"));

    // "if it really wants a solution": a reproach, not a condition. "if the line is to survive": the aim, not a condition.
    private static bool IsRhetorical(WordText words, int start, int end)
    {
        for (int i = start + 1; i < Math.Min(end, start + LongestSubject); i++)
        {
            if (words.Key(start) == "if" && words.Key(i) == "to" && words.Span(i - 1).Of(words.Text) is "is" or "are" or "was")
            {
                return true;
            }
        }

        for (int i = start; i < end; i++)
        {
            if (words.Key(i) is "real" or "reall" or "true" or "trul" or "genuin" or "sincer" or "serious")
            {
                return words.Key(start) == "if";
            }
        }

        return false;
    }

    /// <summary>Where the clause of the connective ends and the main one begins without a comma: "if it has any sense it will sign"; <paramref name="end"/> where the tree shows none.</summary>
    private static int EndByTree(ClauseTree tree, int start, int from, int end)
    {
        int verb = tree.IsEmpty ? -1 : tree.Head(tree.Lead(start));
        if (verb < from || verb >= end || tree.Relation(tree.Lead(start)) != "mark" || tree.Relation(verb) != "advcl" || tree.Head(verb) < verb)
        {
            return end;
        }

        int stop = from;
        while (stop < end && tree.IsUnder(stop, verb))
        {
            stop++;
        }

        return stop > verb ? stop : end;
    }

    // "Only if the siege is lifted | will the council agree": the verb before its subject opens the main clause.
    private static bool IsInverted(WordText words, int start, int from, int at) =>
        words.Key(start) == "onli" && at > from + 1 && at + 1 < words.Count && words.Key(at) is "will" or "would" or "can" or "could" or "shall" or "do" or "doe" or "did"
        && (words.Key(at + 1) is "the" or "it" or "they" or "he" or "she" or "we" or "i" || words.Key(at + 1)[0] == '@');

    /// <summary>At the next comma or contrast when the condition opens the sentence, else at the end of the sentence's part.</summary>
    private static int EndOf(WordText words, int start, int from, bool opens, WordRange sentence)
    {
        int end = from;
        while (end < sentence.End)
        {
            string key = words.Key(end);
            if (opens && IsInverted(words, start, from, end))
            {
                break;
            }

            if ((opens && words.Key(start) == "without" && end > from && Bar.OpensMain(words, end)) || key is ";" or ":" or "\u2014" or "\n" or "but" or "while" || (opens && (key == "," || IsThereWill(words, end))))
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

    // "as long as it lasts there will be no talks": the main clause, without a comma before it.
    private static bool IsThereWill(WordText words, int at) =>
        words.Key(at) == "there" && at + 1 < words.Count && words.Key(at + 1) is "will" or "can" or "would" or "is" or "cannot" or "could";
}
