using System.Collections.Frozen;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.References;

/// <summary>Finds the words of a clause that only point back to a matter named before. Immutable; safe to share between threads.</summary>
internal sealed class PointerReader
{
    /// <summary>Words from the article to the noun: "the controversial new plan".</summary>
    private const int NounReach = 3;

    /// <summary>Words that may follow a verb that has lost its object: "accepted within hours".</summary>
    private const int LongestTail = 4;

    private readonly FrozenDictionary<string, PointerKind> _nouns;

    public PointerReader()
    {
        var nouns = new Dictionary<string, PointerKind>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in ListResource.Lines("References.nouns.txt"))
        {
            string[] parts = line.Split(':');
            PointerKind kind = Enum.Parse<PointerKind>(parts[0].Trim(), ignoreCase: true);
            foreach (string noun in parts[1].Split(',', StringSplitOptions.TrimEntries))
            {
                nouns.TryAdd(noun, kind);
            }
        }

        _nouns = nouns.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The first place of <paramref name="clause"/> that points back, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clause">The clause.</param>
    /// <param name="isReported">Whether it is told in reported speech, in which "it" may be the speaker.</param>
    public Pointer? Find(CodedText text, WordRange clause, bool isReported)
    {
        for (int i = clause.Start; i < clause.End; i++)
        {
            if (KindAt(text, i, clause, isReported) is { } found)
            {
                return new Pointer(new WordRange(i, i + 1), found);
            }
        }

        return EllipsisIn(text, clause) is { } end ? new Pointer(new WordRange(end, end), PointerKind.Nothing) : null;
    }

    private PointerKind? KindAt(CodedText text, int at, WordRange clause, bool isReported)
    {
        if (at == clause.Start && text.Words.Key(at) == "which")
        {
            return IsOfParty(text, at) ? null : PointerKind.Relative;
        }

        return IsDeed(text.Words, at) ? PointerKind.Deed : IsPronoun(text, at, clause, isReported) ? PointerKind.Pronoun : NounAt(text.Words, at, clause);
    }

    /// <summary>"do so", "do it again", "go that far": at the word behind the verb.</summary>
    private static bool IsDeed(WordText words, int at) => at > 0 && words.Key(at) switch
    {
        "so" or "likewis" => words.Key(at - 1) == "do",
        "it" => words.Key(at - 1) == "do" && words.Span(at).Length == 2,
        "far" => at > 1 && words.Key(at - 1) is "that" or "so" && words.Key(at - 2) == "go",
        _ => false,
    };

    /// <summary>"Norland, which": the one named right before it acts.</summary>
    private static bool IsOfParty(CodedText text, int at)
    {
        int before = at - (at > 0 && text.Words.Key(at - 1) == "," ? 2 : 1);
        return before >= 0 && text.MentionAt(before) is not null;
    }

    private static bool IsPronoun(CodedText text, int at, WordRange clause, bool isReported) => text.Words.Key(at) switch
    {
        "it" => text.Words.Span(at).Length == 2 && !IsActor(text, at, isReported) && !IsExpletive(text, at),
        "thi" or "this" => !IsDeterminer(text, at),
        "that" => at > clause.Start && !IsDeterminer(text, at) && !IsConnective(text, at, clause),
        "someth" or "something" => at == clause.Start,
        "them" => at > clause.Start && text.OperatorAt(at - 1)?.Operator.Group is OperatorGroup.Change or OperatorGroup.Attitude or OperatorGroup.Deed,
        _ => false,
    };

    /// <summary>"a wall it had never asked for": the pronoun means the one who wants; in reported speech it is mostly the speaker.</summary>
    private static bool IsActor(CodedText text, int at, bool isReported)
    {
        if (text.Tree.IsEmpty)
        {
            return isReported && at + 1 < text.Words.Count && text.OperatorAt(at + 1) is not null;
        }

        return text.Tree.Relation(at) == "nsubj" && text.Tree.Head(at) is >= 0 and int verb
            && (text.OperatorAt(verb)?.Operator.Group is OperatorGroup.Attitude || (isReported && text.OperatorAt(verb)?.Operator.Group is not OperatorGroup.Judgement));
    }

    /// <summary>"it is necessary to close": the pronoun stands for what comes behind it.</summary>
    private static bool IsExpletive(CodedText text, int at)
    {
        if (text.Tree.IsEmpty || text.Tree.Head(at) is not (>= 0 and int head))
        {
            return false;
        }

        bool complement = false;
        foreach (int child in text.Tree.Children(head))
        {
            complement |= child > head && text.Tree.Relation(child) is "csubj" or "ccomp" or "xcomp";
        }

        return text.Tree.Relation(at) == "expl" || (complement && text.Tree.Relation(at).StartsWith("nsubj", StringComparison.Ordinal));
    }

    private static bool IsDeterminer(CodedText text, int at) =>
        text.Tree.IsEmpty
            ? at + 1 < text.Words.Count && text.Words.IsWord(at + 1) && text.Concept(at + 1).Length > 0 && text.OperatorAt(at + 1) is null
            : text.Tree.Relation(at) is "det";

    /// <summary>"said that", "a toll that": no pointing back over sentences.</summary>
    private static bool IsConnective(CodedText text, int at, WordRange clause)
    {
        if (text.Tree.IsEmpty)
        {
            return at + 1 < clause.End;
        }

        int head = text.Tree.Head(at);
        return text.Tree.Relation(at) is "mark" or "advmod" or "" || (head >= 0 && text.Tree.Relation(head) == "acl:relcl");
    }

    /// <summary>"the plan", "such a step"; not "the plan to build", which names its matter itself.</summary>
    private PointerKind? NounAt(WordText words, int at, WordRange clause)
    {
        if (!words.IsWord(at) || at == clause.Start || !_nouns.TryGetValue(words.Span(at).Of(words.Text), out PointerKind kind)
            || (at + 1 < words.Count && words.Key(at + 1) is "of" or "to" or "for" or "that" or "on" or "about" or "under"))
        {
            return null;
        }

        for (int i = at - 1; i >= Math.Max(clause.Start, at - NounReach) && words.IsWord(i) && words.Key(i) is not ("to" or "of" or "for" or "and" or "in"); i--)
        {
            if (words.Key(i) is "the" or "this" or "thi" or "that" or "such" or "those" or "these" || (i == clause.Start && words.Key(i) is "a" or "an"))
            {
                return kind;
            }
        }

        return null;
    }

    /// <summary>Where the object of the last verb should stand: "Norland refused.", "The board is willing"; or null.</summary>
    private static int? EllipsisIn(CodedText text, WordRange clause)
    {
        // What is told after a cue stands in a clause of its own: "refused | to go".
        if (clause.End < text.Words.Count && text.Words.IsWord(clause.End))
        {
            return null;
        }

        int last = clause.End - 1;
        while (last > clause.Start && last > clause.End - 1 - LongestTail && text.OperatorAt(last) is null && IsAside(text, last))
        {
            last--;
        }

        return text.OperatorAt(last) is { Operator: { Group: OperatorGroup.Attitude, Act: Act.Accept or Act.Reject or Act.Refuse or Act.Offer } } hit
            && hit.Start > clause.Start && !IsNoun(text, hit.Start) ? hit.End : null;
    }

    /// <summary>"no such acceptance", "the right to protest": no verb that has lost its object.</summary>
    private static bool IsNoun(CodedText text, int at) =>
        text.Words.Key(at - 1) is "to" or "the" or "a" or "an" or "of" or "in" or "such" or "no" or "thi" or "it"
        || (!text.Tree.IsEmpty && text.Tree.Relation(text.Tree.Lead(at)) is "obj" or "obl" or "nmod" or "nsubj" or "nsubj:pass" or "compound" or "amod" or "nmod:poss");

    /// <summary>"within hours", "on Tuesday", "too": words that are nobody's object.</summary>
    private static bool IsAside(CodedText text, int at) =>
        text.MentionAt(at) is null && (text.Concept(at).Length == 0 || text.Words.Key(at) is "hour" or "day" or "week" or "month" or "year" or "monday" or "tuesday"
            or "wednesday" or "thursday" or "friday" or "saturday" or "sunday" or "immedi" or "grudg" or "reluct" or "final" or "again");
}
