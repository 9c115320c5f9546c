namespace Demarche.Core.Parties;

/// <summary>What reading a codebook gave: the codebook, or the errors why there is none.</summary>
/// <param name="Codebook">The codebook; null exactly when <paramref name="Problems"/> holds an error.</param>
/// <param name="Problems">Errors and warnings, by line and column.</param>
public sealed record CodebookReading(Codebook? Codebook, IReadOnlyList<CodebookProblem> Problems);
