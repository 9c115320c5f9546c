using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Stances;

/// <summary>Finds what sets one thing against another: "prefers guidelines to a treaty", "would rather build a school than a stadium", "sad but necessary".</summary>
internal static class Contrast
{
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
        for (int i = than - 2; i >= limits.Start && text.Words.IsWord(i); i--)
        {
            if (text.Words.Key(i) is "rather" or "sooner" && text.Words.Key(i - 1) is "would" or "d" or "had")
            {
                return true;
            }
        }

        return false;
    }
}
