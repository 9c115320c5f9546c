using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Stances;

/// <summary>Finds the "no" and "nobody" that deny what is told of a matter without hanging on its verb.</summary>
internal static class Denials
{
    /// <summary>"no barge will pay it", "not one barge", "nobody wants it": the negation stands on the subject of the governing verb.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limits">The words of one voice.</param>
    /// <param name="verb">The governing verb.</param>
    /// <param name="from">The word under it that leads to the matter.</param>
    public static IEnumerable<OperatorHit> OnSubject(CodedText text, WordRange limits, int verb, int from)
    {
        var found = new List<OperatorHit>();
        foreach (int child in text.Tree.Children(verb))
        {
            if (child == from || text.Tree.Relation(child) is not ("nsubj" or "nsubj:pass") || !limits.Contains(child))
            {
                continue;
            }

            foreach (int word in text.Tree.Children(child))
            {
                Add(text, word, found);
                foreach (int below in text.Tree.Children(word))
                {
                    Add(text, text.Tree.Relation(word) is "nummod" or "det" or "amod" ? below : -1, found);
                }
            }

            if (text.OperatorAt(child) is { Operator.Group: OperatorGroup.Negator } nobody)
            {
                found.Add(nobody);
            }
        }

        return found;
    }

    /// <summary>"poses no danger": the negation stands on the verdict itself.</summary>
    public static IEnumerable<OperatorHit> On(CodedText text, int noun)
    {
        var found = new List<OperatorHit>();
        foreach (int child in text.Tree.Children(noun))
        {
            Add(text, child, found);
        }

        return found;
    }

    /// <summary>"no more new roads": what stands right before the matter denies it, wherever the tree hangs it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="limits">The words of one voice.</param>
    /// <param name="matter">First word of the matter.</param>
    public static OperatorHit? Before(CodedText text, WordRange limits, int matter)
    {
        int at = matter - 1;
        while (at > limits.Start && text.Words.Key(at) is "more" or "new" or "further" or "such" or "addition")
        {
            at--;
        }

        return at >= limits.Start && text.Words.Key(at) == "no" && text.OperatorAt(at) is { Operator.Group: OperatorGroup.Negator } no && no.End == at + 1 ? no : null;
    }

    private static void Add(CodedText text, int word, List<OperatorHit> found)
    {
        if (word >= 0 && text.Words.Key(word) is "no" or "not" && text.Tree.Relation(word) is "det" or "advmod" && text.OperatorAt(word) is { } hit)
        {
            found.Add(hit);
        }
    }
}
