namespace Demarche.Core.Positions.Stances;

/// <summary>What the words around a matter do with it.</summary>
/// <param name="Sign">+1 when it is wanted, made or kept, -1 when it is not.</param>
/// <param name="Operators">The operators that count, from the matter outwards.</param>
internal sealed record Polarity(int Sign, IReadOnlyList<OperatorHit> Operators)
{
    /// <summary>+1 when the tree and the order of the words give the same sign, -1 when not, 0 when there is only one of them.</summary>
    public int Agreement { get; init; }

    /// <summary>Whether the clause tells that nothing was said of the matter.</summary>
    public bool IsSilent => Operators.Any(o => o.Operator.Group == OperatorGroup.Silence);
}
