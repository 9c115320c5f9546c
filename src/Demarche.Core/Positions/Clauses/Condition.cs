using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Clauses;

/// <summary>A condition inside a sentence.</summary>
/// <param name="Words">The words that state it, connective included.</param>
/// <param name="IsExclusive">True for "unless", "only if", "without": nothing happens before it is met. False for a plain "if".</param>
/// <param name="IsExchange">True for "in exchange for" and its like: what is named is wanted in return.</param>
internal sealed record Condition(WordRange Words, bool IsExclusive, bool IsExchange);
