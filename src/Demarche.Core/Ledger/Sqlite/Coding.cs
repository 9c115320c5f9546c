namespace Demarche.Core.Ledger.Sqlite;

/// <summary>By what and when an article was coded.</summary>
/// <param name="Model">Name and version of what read it.</param>
/// <param name="CodebookText">The codebook it was read with, or null without one.</param>
/// <param name="At">When, in UTC.</param>
internal sealed record Coding(string Model, string? CodebookText, DateTimeOffset At)
{
    /// <summary>Digest of <see cref="CodebookText"/>, or null without one.</summary>
    public string? CodebookDigest { get; } = CodebookText is null ? null : ContentId.DigestOf(CodebookText);
}
