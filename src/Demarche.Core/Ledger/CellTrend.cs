namespace Demarche.Core.Ledger;

/// <summary>How firmly a party stood on an issue over time.</summary>
/// <param name="Issue">Codebook id of the issue.</param>
/// <param name="Party">Codebook id of the party.</param>
/// <param name="Days">Days on which the party spoke to it with the signed strength (-4 to 4) of what leads each, oldest first.</param>
public sealed record CellTrend(string Issue, string Party, IReadOnlyList<(DateOnly Day, int Signed)> Days);
