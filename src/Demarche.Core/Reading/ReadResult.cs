namespace Demarche.Core.Reading;

/// <summary>What became of one input: its article, or the reason why there is none.</summary>
/// <param name="Origin">Where the input lies, for a reader.</param>
/// <param name="Article">The article; after a failure whatever is known of it, its text usually empty.</param>
/// <param name="Problem">Why it could not be read, for a reader; null when it could.</param>
public sealed record ReadResult(string Origin, Article Article, string? Problem);
