using Demarche.Core.Positions.Clauses;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Stances;

/// <summary>Reads what a clause does with a matter named in it: the product of the signs of the words that govern it.</summary>
/// <remarks>
/// A tree, where there is one, says what governs (<see cref="TreePolarity"/>). Else, and where it shows nothing, the order of the words does:
/// left of the matter every governing word counts ("will not lift": not x lift); right of it only a noun that
/// completes it ("tariff reduction") or a predicate ("must be lifted", "is unacceptable").
/// </remarks>
internal static class PolarityReader
{
    /// <summary>How far a word governs to its right, in words and marks.</summary>
    private const int LeftReach = 24;

    /// <summary>How far a predicate may stand behind the matter.</summary>
    private const int RightReach = 9;

    /// <summary>How near an adjective of judgement must stand before the matter.</summary>
    private const int AttributiveReach = 3;

    /// <summary>Words of "another 60 to 90 days".</summary>
    private const int LongestTimeSpan = 5;

    /// <summary>The polarity of the matter at <paramref name="matter"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clause">The clause that holds the matter.</param>
    /// <param name="matter">From its first to its last word.</param>
    /// <param name="taken">The words that name the matter; operators on them do not count.</param>
    /// <param name="voice">The words of the voice the clause belongs to, as far as a tree may be followed; null for the clause itself.</param>
    public static Polarity Read(CodedText text, WordRange clause, WordRange matter, IReadOnlyCollection<int> taken, WordRange? voice = null)
    {
        Polarity near = ReadNear(text, clause, matter, taken);
        Polarity? tree = TreePolarity.Read(text, voice ?? clause, taken);
        return tree is null || tree.Operators.Count == 0
            ? near
            : tree with { Agreement = tree.Sign == near.Sign ? 1 : -1 };
    }

    /// <summary>The polarity by the order of the words alone.</summary>
    private static Polarity ReadNear(CodedText text, WordRange clause, WordRange matter, IReadOnlyCollection<int> taken)
    {
        var counted = new List<OperatorHit>();
        ReadInside(text, matter, taken, counted);
        ReadLeft(text, clause, matter, taken, counted);
        ReadRight(text, clause, matter, counted);
        return Polarity.Of(counted, i => counted[i].Operator.Group == OperatorGroup.Judgement && counted[i].Start < matter.Start);
    }

    private static void ReadInside(CodedText text, WordRange matter, IReadOnlyCollection<int> taken, List<OperatorHit> counted)
    {
        for (int i = matter.Start; i < matter.End; i++)
        {
            if (text.OperatorAt(i) is { Operator.IsVerb: false } hit && hit.Start == i && !taken.Contains(i)
                && hit.Operator.Group is OperatorGroup.Change or OperatorGroup.Negator)
            {
                counted.Add(hit);
            }
        }
    }

    /// <summary>"the withdrawal of troops, talks and an exchange": what stands in the list beside the matter does nothing to it.</summary>
    private static bool IsSibling(CodedText text, int at, WordRange matter, IReadOnlyCollection<int> taken)
    {
        if (text.Tree.IsEmpty || taken.Count == 0)
        {
            return false;
        }

        int top = text.Tree.Top(taken);
        return text.Lists.AreApart(at, matter.Start) || IsFirstVerb(text, at, top) || (text.Tree.Relation(top) == "conj" && text.Tree.Head(top) == at && text.Tree.Relation(at) is "obj" or "obl" or "nmod" or "nsubj" or "appos");
    }

    /// <summary>"pledged to | lower the levy | and reopen the line": what the first verb does, it does to its own object.</summary>
    private static bool IsFirstVerb(CodedText text, int at, int top)
    {
        int node = top;
        for (int step = 0; step < ClauseTree.DeepestPath && node > at; step++)
        {
            int head = text.Tree.Head(node);
            if (head >= 0 && text.OperatorAt(head) is { Operator.Sign: < 0 } first && first.Start == at && text.Tree.Relation(node) == "conj" && (node != top || Dependents.HasObject(text, top, -1)))
            {
                return Dependents.HasObject(text, head, -1);
            }

            node = head;
        }

        return false;
    }

    private static void ReadLeft(CodedText text, WordRange clause, WordRange matter, IReadOnlyCollection<int> taken, List<OperatorHit> counted)
    {
        bool crossed = false;
        bool governed = false;
        bool adjunct = false;
        int first = Math.Max(clause.Start, matter.Start - LeftReach);
        for (int i = matter.Start - 1; i >= first; i--)
        {
            if (text.Words.Key(i) is "and" or "but" && IsAuxiliary(text.Words.Key(i + 1)))
            {
                // "could not pay and was willing to": another predicate, which nothing before it governs.
                return;
            }

            if (text.Words.Key(i) == "than" && Contrast.Rather(text, clause, i) is { } less)
            {
                counted.Add(less);
                return;
            }

            crossed |= IsSoftBreak(text.Words.Key(i));
            adjunct |= OpensAdjunct(text.Words, i);
            if (text.OperatorAt(i) is not { Operator.IsVerb: false } hit || hit.Start != i || hit.End > matter.Start || IsSibling(text, i, matter, taken))
            {
                continue;
            }

            // "dropped, and": the verb closes the part before and has its object there.
            bool closes = crossed && hit.Operator.Group is OperatorGroup.Change or OperatorGroup.Deed && IsSoftBreak(text.Words.Key(hit.End));
            if (closes || (adjunct && hit.Operator.Group is OperatorGroup.Change) || IsEpithet(text.Words, hit))
            {
                continue;
            }

            bool counts = hit.Operator.Group == OperatorGroup.Mending
                ? counted.Exists(c => CanBeMended(c.Operator))
                : Counts(hit, matter.Start, crossed, governed);
            if (counts)
            {
                counted.Add(hit);
                if (text.Words.Key(hit.Start) is "rather" or "instead")
                {
                    // "this rather than that": what governs this does not govern that.
                    return;
                }

                governed |= hit.Operator.Group is OperatorGroup.Attitude or OperatorGroup.Change or OperatorGroup.Deed;
            }
        }
    }

    // "the contested sale", "Norland's rejected plan": how others took it, no stance of the sentence.
    private static bool IsEpithet(WordText words, OperatorHit hit) =>
        hit.Operator.Group == OperatorGroup.Attitude && hit.End == hit.Start + 1 && hit.Start > 0
        && words.Span(hit.Start).Of(words.Text).EndsWith("ed", StringComparison.Ordinal)
        && (words.IsPossessive(hit.Start - 1) || words.Key(hit.Start - 1) is "the" or "a" or "this" or "it" or "their" or "his" or "her");

    private static bool Counts(OperatorHit hit, int matter, bool crossed, bool governed) => hit.Operator.Group switch
    {
        OperatorGroup.Neutral or OperatorGroup.Effect => false,
        OperatorGroup.Judgement => !crossed && hit.Operator.Sign < 0 && matter - hit.End < AttributiveReach,
        OperatorGroup.Modal => !crossed,
        // In a list each object takes the nearest verb: "lift the ban and keep the tax".
        _ => !crossed || !governed,
    };

    private static void ReadRight(CodedText text, WordRange clause, WordRange matter, List<OperatorHit> counted)
    {
        bool predicate = false;
        bool verbFound = false;
        int last = Math.Min(clause.End, matter.End + RightReach);
        for (int i = matter.End; i < last && !EndsPredicate(text.Words.Key(i)); i++)
        {
            predicate |= IsAuxiliary(text.Words.Key(i));
            if (text.OperatorAt(i) is not { Operator.IsVerb: false } hit || hit.Start != i || text.Lists.AreApart(i, matter.End - 1))
            {
                continue;
            }

            OperatorGroup group = hit.Operator.Group;
            if (IsReason(text.Words, hit) && counted.Exists(c => c.Operator.Group == OperatorGroup.Attitude))
            {
                // "rejected the idea as premature": the verdict says why, it turns nothing.
                continue;
            }

            bool completes = i == matter.End && group is OperatorGroup.Change or OperatorGroup.Deed;
            // "the pause has been settled": nothing is mended but what bars or troubles.
            bool predicates = predicate && group is not OperatorGroup.Neutral && !verbFound && (group != OperatorGroup.Mending || counted.Exists(c => CanBeMended(c.Operator)));
            bool brings = !verbFound && (group == OperatorGroup.Effect || NounHolder.Find(text, i) >= 0);
            if (completes || predicates || brings || (group == OperatorGroup.Judgement && !verbFound))
            {
                counted.Add(hit);
                verbFound |= group is OperatorGroup.Attitude or OperatorGroup.Change or OperatorGroup.Deed or OperatorGroup.Judgement or OperatorGroup.Effect;
            }
        }
    }

    /// <summary>Whether <paramref name="hit"/> is a verdict given as a reason: "as unnecessary".</summary>
    public static bool IsReason(WordText words, OperatorHit hit) => hit.Operator.Group == OperatorGroup.Judgement && IsNamedAs(words, hit.Start);

    private static bool IsNamedAs(WordText words, int at) =>
        at >= 2 && (words.Key(at - 1) == "as" || (words.Key(at - 1) is "a" or "an" or "the" or "\u201c" or "\"" && words.Key(at - 2) == "as"));

    /// <summary>"resolve all obstacles", "the worries over it will be dealt with": what bars or troubles is done away with.</summary>
    public static bool CanBeMended(Operator op) => op.Group == OperatorGroup.Deed || op is { Group: OperatorGroup.Attitude, Sign: < 0, Act: Act.Warn };

    private static bool IsSoftBreak(string key) => key is "," or "and" or "or" or "well";

    // "a halt along the line", "an end to it after the vote": what is ended is not the line, nor the vote.
    // "put off for another 60 days": how long, and nothing is done to the days.
    public static bool OpensAdjunct(WordText words, int at) =>
        words.Key(at) is "along" or "dure" or "during" or "amid" or "around" or "after" or "befor" or "before" or "within" or "near" or "follow" or "under"
            || (words.Key(at) == "for" && IsTimeSpan(words, at + 1));

    private static bool IsTimeSpan(WordText words, int at)
    {
        for (int i = at + 1; i < Math.Min(words.Count, at + LongestTimeSpan); i++)
        {
            if (words.Key(i) is "day" or "week" or "month" or "year" or "hour" or "decad")
            {
                return true;
            }
        }

        return false;
    }

    private static bool EndsPredicate(string key) =>
        key is "," or "and" or "or" or "but" or "after" or "befor" or "when" or "while" or "although" or "though" or "becaus" or "sinc" or "that" or "which" or "who" or "if" or "unless" or "until" or "so" or "whether" or ";" or "it" or "he" or "she" or "they" or "we" or "what";

    internal static bool IsAuxiliary(string key) =>
        key is "be" or "is" or "are" or "was" or "were" or "been" or "being" or "has" or "have" or "had" or "will" or "would" or "must"
            or "should" or "can" or "cannot" or "could" or "remain";
}
