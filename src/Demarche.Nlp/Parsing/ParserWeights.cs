using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Parsing;

/// <summary>What a parser has learned.</summary>
/// <param name="Moves">Weights of the moves.</param>
/// <param name="Names">Weights of the relations.</param>
/// <param name="Width">Number of ways followed side by side.</param>
internal sealed record ParserWeights(MoveWeights Moves, SparseWeights Names, int Width);
