namespace Demarche.Core.Ledger;

/// <summary>Which positions are wanted; what is null does not restrict. Only current revisions are searched.</summary>
public sealed record LedgerQuery
{
    /// <summary>Codebook id of the party.</summary>
    public string? Party { get; init; }

    /// <summary>Codebook id of the issue.</summary>
    public string? Issue { get; init; }

    /// <summary>Name of the holder; case is ignored.</summary>
    public string? Holder { get; init; }

    /// <summary>Name of the outlet; case is ignored.</summary>
    public string? Outlet { get; init; }

    /// <summary>Key of the article.</summary>
    public string? ArticleKey { get; init; }

    /// <summary>First day, inclusive; undated positions then fall out.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Last day, inclusive; undated positions then fall out.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>Least confidence, 0-1; lines a person accepted, edited or added pass always.</summary>
    public double MinConfidence { get; init; }

    /// <summary>The farthest from the party's own mouth that is wanted; null = every level.</summary>
    public PositionLevel? Farthest { get; init; }

    /// <summary>Whether lines a person rejected are given too.</summary>
    public bool IncludeRejected { get; init; }

    /// <summary>Whether lines are wanted as the machine read them: without corrections, with the machine's own confidence.</summary>
    public bool Uncorrected { get; init; }

    /// <summary>Takes the lines whose evidence no longer matches the text, which are then left out; when null, the first one is thrown.</summary>
    public ICollection<DamagedLine>? Damaged { get; init; }

    /// <summary>Whether <paramref name="entry"/> is wanted.</summary>
    public bool Matches(LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return Same(Party, entry.Position.Party, StringComparison.Ordinal)
            && Same(Issue, entry.Position.Issue, StringComparison.Ordinal)
            && Same(Holder, entry.Position.Holder, StringComparison.OrdinalIgnoreCase)
            && Same(Outlet, entry.Article.Outlet, StringComparison.OrdinalIgnoreCase)
            && Same(ArticleKey, entry.Article.Key, StringComparison.Ordinal)
            && (Since is null || entry.Date >= Since)
            && (Until is null || entry.Date <= Until)
            && (Farthest is null || PositionLevels.Of(entry) <= Farthest)
            && (IncludeRejected || entry.State != LineState.Rejected)
            && (entry.State != LineState.Machine || entry.Position.Confidence >= MinConfidence);
    }

    private static bool Same(string? wanted, string? found, StringComparison comparison) =>
        wanted is null || string.Equals(wanted, found, comparison);
}

/// <summary>A line whose recorded evidence is not what the article's text has at its place: the database was changed from outside.</summary>
/// <param name="ArticleKey">Key of the article.</param>
/// <param name="LineKey">Key of the line.</param>
/// <param name="Problem">What does not match, for a reader.</param>
public sealed record DamagedLine(string ArticleKey, string LineKey, string Problem);
