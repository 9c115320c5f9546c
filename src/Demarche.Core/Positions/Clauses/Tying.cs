namespace Demarche.Core.Positions.Clauses;

/// <summary>"tied the truce to a withdrawal", "linked aid to the vote": the one comes only with the other.</summary>
internal static class Tying
{
    /// <summary>How the preposition at <paramref name="at"/> binds what stands before it, or null when no word of tying governs it.</summary>
    /// <param name="text">The text; without trees nothing is found.</param>
    /// <param name="at">The preposition.</param>
    public static ConditionKind? Find(CodedText text, int at)
    {
        string key = text.Words.Key(at);
        if (key is not ("to" or "on" or "upon" or "with") || text.Tree.IsEmpty || text.Tree.Relation(text.Tree.Lead(at)) != "case")
        {
            return null;
        }

        int noun = text.Tree.Head(text.Tree.Lead(at));
        for (int node = noun, step = 0; node >= 0 && step < 2; node = text.Tree.Head(node), step++)
        {
            int governor = text.Tree.Head(node);
            if (governor >= 0 && governor < at && text.Tree.Relation(node) is "obl" or "nmod" && Ties(text.Words.Key(governor), key, text.Tree.Relation(governor) is "amod" or "acl"))
            {
                return ConditionKind.Tie;
            }
        }

        return null;
    }

    // "a man linked to the attack" ties nothing: what is tied must be done so by somebody.
    private static bool Ties(string verb, string preposition, bool isDescription) => !isDescription && preposition switch
    {
        "to" => verb is "tie" or "ti" or "link",
        "on" or "upon" => verb is "condit" or "condition",
        _ => verb is "link" or "coupl",
    };
}
