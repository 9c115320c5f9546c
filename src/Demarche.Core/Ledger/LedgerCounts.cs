namespace Demarche.Core.Ledger;

/// <summary>How much a ledger holds; lines are those of current revisions, as the machine read them.</summary>
public sealed record LedgerCounts
{
    /// <summary>Number of articles.</summary>
    public required long Articles { get; init; }

    /// <summary>Number of revisions of them.</summary>
    public required long Revisions { get; init; }

    /// <summary>Number of attributions.</summary>
    public required long Attributions { get; init; }

    /// <summary>Number of positions.</summary>
    public required long Positions { get; init; }

    /// <summary>Number of corrections.</summary>
    public required long Corrections { get; init; }

    /// <summary>First day of publication, or null when no article has one.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of publication, or null when no article has one.</summary>
    public DateOnly? To { get; init; }
}
