namespace Demarche.Core.Positions.Stances;

/// <summary>Tells where a clause only says when: "When the trial ends, it wakes" wants no end of the trial.</summary>
internal static class TimeClause
{
    /// <summary>Whether the matter is what begins or ends in a clause of time and nothing else is said of it; false without a tree.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hits">The words that name the matter.</param>
    /// <param name="operators">What governs it.</param>
    public static bool Is(CodedText text, IReadOnlyCollection<int> hits, IReadOnlyList<OperatorHit> operators)
    {
        if (text.Tree.IsEmpty || hits.Count == 0)
        {
            return false;
        }

        int matter = text.Tree.Top(hits);
        int verb = text.Tree.Relation(matter) is "nsubj" or "nsubj:pass" ? text.Tree.Head(matter) : -1;
        return verb >= 0 && IsOpened(text, verb)
            && operators.All(o => o.Operator.Group == OperatorGroup.Modal || (o.Operator.Group == OperatorGroup.Change && text.Tree.IsUnder(o.Start, verb)));
    }

    private static bool IsOpened(CodedText text, int verb)
    {
        foreach (int child in text.Tree.Children(verb))
        {
            if (child < verb && text.Tree.Relation(child) is "mark" or "advmod" && text.Words.Key(child) is "when" or "after" or "onc" or "once" or "befor" or "before" or "while" or "sinc" or "since" or "until" or "whenev")
            {
                return true;
            }
        }

        return false;
    }
}
