namespace Demarche.Core.Positions.Stances;

/// <summary>Tells a verdict on a matter from what is done to it: what hits something else, and what a matter is said to break.</summary>
internal static class MatterVerdict
{
    /// <summary>What a verdict does to the thing that it says is hit.</summary>
    private static readonly Operator Harm = new(OperatorGroup.Deed, -1, Act.Accuse, 3);

    /// <summary>What a matter is said to do that breaks something else; who breaks the matter is blamed.</summary>
    private static readonly Operator Breach = new(OperatorGroup.Judgement, -1, Act.Reject, 3);

    /// <summary><paramref name="hit"/> as it counts for the matter under <paramref name="node"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="hit">The word that governs the matter.</param>
    /// <param name="node">The matter, or what it is part of.</param>
    /// <param name="relation">Its relation to that word.</param>
    public static OperatorHit Of(CodedText text, OperatorHit hit, int node, string relation) =>
        IsVictim(text, hit.Operator, node, relation) ? hit with { Operator = Harm }
        : relation == "nsubj" && hit.Operator is { Group: OperatorGroup.Deed, Act: Act.Accuse } ? hit with { Operator = Breach }
        : hit;

    /// <summary>"an attack on the fund", "a threat to the treaty", "bad for the port", "wrecked the truce": who says so stands by what is hit.</summary>
    private static bool IsVictim(CodedText text, Operator op, int node, string relation) => op switch
    {
        { Group: OperatorGroup.Effect, Sign: < 0 } => relation != "nsubj",
        { Group: OperatorGroup.Judgement, Act: Act.Reject } => relation is "nmod" or "obl"
            && (Dependents.HasCase(text, node, "on") || Dependents.HasCase(text, node, "to") || Dependents.HasCase(text, node, "against") || Dependents.HasCase(text, node, "for")),
        _ => false,
    };
}
