namespace Demarche.Core.Positions.Candidates;

/// <summary>Whose position it is.</summary>
/// <param name="Name">As a person would record it.</param>
/// <param name="Party">Codebook id, or null.</param>
/// <param name="ReportedBy">Who conveys it, when not the outlet.</param>
internal sealed record Holder(string Name, string? Party, string? ReportedBy);
