namespace Demarche.Core.Ledger;

/// <summary>Somebody who speaks or holds a position in a ledger, under the name people settled on.</summary>
/// <param name="Name">The name.</param>
/// <param name="Party">Codebook id of the party most of the lines give, or null when none gives one.</param>
/// <param name="Positions">Number of positions held, in current revisions, rejected ones left out.</param>
/// <param name="Statements">Number of attributions, in current revisions; rejected ones are counted.</param>
/// <param name="From">First day of either, or null when all are undated.</param>
/// <param name="To">Last day of either, or null when all are undated.</param>
public sealed record Voice(string Name, string? Party, int Positions, int Statements, DateOnly? From, DateOnly? To);
