using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Clauses;

/// <summary>A condition inside a sentence.</summary>
/// <param name="Words">The words that state it, connective included.</param>
/// <param name="Kind">How it binds.</param>
/// <param name="Opens">Whether it stands before what it binds: "if this, that"; else behind it.</param>
internal sealed record Condition(WordRange Words, ConditionKind Kind, bool Opens)
{
    /// <summary>Whether its words tell something of their own as well: "lower the toll, otherwise we will sue", "and in return the others will buy".</summary>
    public bool IsTold { get; init; }
}
