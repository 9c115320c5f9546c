using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Stances;

/// <summary>Finds what sets one thing against another: "prefers guidelines to a treaty", "would rather build a school than a stadium", "sad but necessary".</summary>
internal static class Contrast
{
    /// <summary>Words from "than" or "only" to the noun it stands before. Set by hand: "than sign the new accord".</summary>
    private const int ThanReach = 5;

    /// <summary>Words of a cue such as "would rather see". Set by hand.</summary>
    private const int CueReach = 3;

    private static readonly Operator Alone = new(OperatorGroup.Judgement, 1, Act.Assert, 2);
    private static readonly Operator TurnedDown = new(OperatorGroup.Negator, -1, Act.Reject, 3);

    /// <summary>The preposition by which <paramref name="node"/> is what is wanted less, or null.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limits">The words of one voice.</param>
    /// <param name="node">The matter, or what it is part of.</param>
    /// <param name="governor">What governs it.</param>
    public static OperatorHit? LessWanted(CodedText text, WordRange limits, int node, int governor)
    {
        foreach (int child in text.Tree.Children(node))
        {
            bool opens = text.Tree.Relation(child) is "case" or "mark" && text.OperatorAt(child) is null && text.Words.Key(child) switch
            {
                "to" or "over" => IsPreferred(text, governor),
                "than" => IsRather(text, limits, child),
                _ => false,
            };
            if (opens)
            {
                return new OperatorHit(child, child + 1, TurnedDown);
            }
        }

        return null;
    }

    /// <summary>"would rather have a school than | a stadium": the word by which what follows is wanted less; null where none is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limits">The words of one voice.</param>
    /// <param name="than">Index of the "than".</param>
    public static OperatorHit? Rather(CodedText text, WordRange limits, int than) =>
        text.OperatorAt(than) is null && IsRather(text, limits, than) ? new OperatorHit(than, than + 1, TurnedDown) : null;

    /// <summary>The same for the words of <paramref name="matter"/>, wherever the tree hangs the "than" that stands close before them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limits">The words of one voice.</param>
    /// <param name="matter">First word of the matter.</param>
    public static OperatorHit? RatherBefore(CodedText text, WordRange limits, int matter)
    {
        for (int i = matter - 1; i >= Math.Max(limits.Start, matter - ThanReach) && text.Words.IsWord(i); i--)
        {
            if (text.Words.Key(i) == "than")
            {
                return Rather(text, limits, i);
            }
        }

        return null;
    }

    /// <summary>"Only a vote can settle it": what alone can do something is wanted; null where the matter is not said to.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limits">The words of one voice.</param>
    /// <param name="subject">The matter, subject of <paramref name="verb"/>.</param>
    /// <param name="verb">Its verb.</param>
    public static OperatorHit? OnlyOne(CodedText text, WordRange limits, int subject, int verb)
    {
        int only = -1;
        for (int i = subject - 1; i >= Math.Max(limits.Start, subject - ThanReach) && text.Words.IsWord(i) && only < 0; i--)
        {
            only = text.Words.Key(i) == "onli" && text.OperatorAt(i) is null ? i : -1;
        }

        bool can = false;
        foreach (int child in text.Tree.Children(verb))
        {
            can |= text.Tree.Relation(child) == "aux" && text.Words.Key(child) is "can" or "could" or "will" or "would";
        }

        return only >= 0 && can ? new OperatorHit(only, only + 1, Alone) : null;
    }

    /// <summary>The verdict behind "but", which is the one that holds: "regrettable but necessary"; null where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limits">The words of one voice.</param>
    /// <param name="predicate">The first predicate of the matter.</param>
    public static OperatorHit? LastVerdict(CodedText text, WordRange limits, int predicate)
    {
        foreach (int child in text.Tree.Children(predicate))
        {
            if (text.Tree.Relation(child) == "conj" && limits.Contains(child) && text.OperatorAt(child) is { Operator.Group: OperatorGroup.Judgement } verdict && IsBehindBut(text, child))
            {
                return verdict;
            }
        }

        return null;
    }

    // "prefers guidelines | to a treaty": the tree hangs the second on the first at times.
    private static bool IsPreferred(CodedText text, int governor) =>
        text.Words.Key(governor) == "prefer" || (text.Tree.Relation(governor) == "obj" && text.Tree.Head(governor) is >= 0 and var verb && text.Words.Key(verb) == "prefer");

    private static bool IsBehindBut(CodedText text, int node)
    {
        foreach (int child in text.Tree.Children(node))
        {
            if (text.Tree.Relation(child) == "cc" && text.Words.Key(child) == "but")
            {
                return true;
            }
        }

        return false;
    }

    // "would rather pay than strike", "sooner"; "rather than" is an operator of its own.
    private static bool IsRather(CodedText text, WordRange limits, int than)
    {
        for (int i = than - 2; i >= Math.Max(1, limits.Start - CueReach) && text.Words.IsWord(i); i--)
        {
            if (text.Words.Key(i) is "rather" or "sooner" && text.Words.Key(i - 1) is "would" or "d" or "had")
            {
                return true;
            }
        }

        return false;
    }
}
