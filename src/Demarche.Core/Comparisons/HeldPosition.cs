using Demarche.Core.Ledger;
using Demarche.Core.Ledger.Sqlite;
using Demarche.Core.Positions;

namespace Demarche.Core.Comparisons;

/// <summary>What a party held on an issue on one day: all lines of that day with one stance, whichever articles carry them.</summary>
public sealed record HeldPosition
{
    /// <summary>Least likelihood, 0-1, with which a step turns round what is held, and with which anything counts as held.</summary>
    public const double LeastSure = CellReading.LeastSure;

    /// <summary>Least likelihood, 0-1, with which a step changes what is held without turning it round: likelier right than not.</summary>
    public const double LeastLikely = 0.5;

    /// <summary>Codebook id of the party.</summary>
    public required string Party { get; init; }

    /// <summary>Codebook id of the issue.</summary>
    public required string Issue { get; init; }

    /// <summary>The day; null = undated.</summary>
    public required DateOnly? Date { get; init; }

    /// <summary>Whether it is told as what held before the news of the article, in an article that has news on the same issue.</summary>
    public required bool IsBackground { get; init; }

    /// <summary>The line to show: nearest to the party's own mouth, then most confident, then first seen.</summary>
    public required LedgerEntry Lead { get; init; }

    /// <summary>All lines, <see cref="Lead"/> first.</summary>
    public required IReadOnlyList<LedgerEntry> Lines { get; init; }

    /// <summary>The articles that carry it, by day of publication, then key; the first is where it was first seen. Empty when it is implied.</summary>
    public required IReadOnlyList<LedgerArticle> Carriers { get; init; }

    /// <summary>Number of carriers once copies of one text are collapsed; at least 1, 0 when it is implied.</summary>
    public required int IndependentCarriers { get; init; }

    /// <summary>
    /// Whether only voices tell it whose words do not count as the party's: a lawmaker, a former minister, an unnamed source. Lines of which
    /// no authority is known count as the party's.
    /// </summary>
    public bool IsLesserVoice => Lines.All(line => line.Position.Authority is { SpeaksForParty: false });

    /// <summary>How likely the party held it, 0-1: that at least one of the texts that tell it is read right; 1 once a person found a line right.</summary>
    /// <remarks>Texts are taken to err independently, each by its surest line (confidence is calibrated: decision 0006); copies of one text err as one.</remarks>
    public required double Likelihood { get; init; }

    /// <summary>Whether it is less likely right than not. What is doubtful is shown where it stands, and moves nothing.</summary>
    public bool IsDoubtful => Likelihood < LeastLikely;

    /// <summary>Codebook id of the issue whose support implies this, or null when the party spoke to the issue itself.</summary>
    public string? ImpliedBy => Lead.ImpliedBy;

    /// <summary>First day on which the party no longer held what implies this; null while it does, and for what is not implied.</summary>
    public DateOnly? ImpliedUntil { get; init; }

    /// <summary>How near <see cref="Lead"/> is to the party's own mouth.</summary>
    public PositionLevel Level => PositionLevels.Of(Lead);

    /// <summary>What it says, as its lead has it.</summary>
    public Position Position => Lead.Position;

    /// <summary>Who voiced it: the holders of its lines, sorted.</summary>
    public IReadOnlyList<string> Voices =>
        [.. Lines.Select(line => line.Position.Holder).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
