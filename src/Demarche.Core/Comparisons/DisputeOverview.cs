using Demarche.Core.Comparisons.Sheets;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;

namespace Demarche.Core.Comparisons;

/// <summary>A ledger at a glance: the matrix, what changed, and the words its parties and issues are shown by. Each part is read when it is asked for.</summary>
public sealed class DisputeOverview
{
    private readonly SqliteLedger _ledger;
    private readonly LedgerQuery _query;
    private readonly DateOnly? _at;
    private readonly Dictionary<string, string> _parties;
    private readonly Dictionary<string, string> _issues;
    private readonly Lazy<PositionMatrix> _matrix;
    private readonly Lazy<PositionMatrix> _wholeMatrix;
    private readonly Lazy<IReadOnlyList<PositionChange>> _changes;

    private DisputeOverview(SqliteLedger ledger, Codebook? codebook, LedgerQuery query, DateOnly? at)
    {
        _ledger = ledger;
        _query = query;
        _at = at;
        Codebook = codebook;
        Relations = IssueRelations.Of(codebook);
        _parties = codebook?.Parties.ToDictionary(party => party.Id, party => party.Name, StringComparer.Ordinal) ?? [];
        _issues = codebook?.Issues.ToDictionary(issue => issue.Id, issue => issue.Label, StringComparer.Ordinal) ?? [];
        _matrix = new Lazy<PositionMatrix>(() => MatrixOf(Tied(ledger.LatestPositions(IsWhole ? new LedgerQuery() : WithExclusions, at))));
        _wholeMatrix = new Lazy<PositionMatrix>(() => MatrixOf(Wanted()));
        _changes = new Lazy<IReadOnlyList<PositionChange>>(() => ChangesOf(Wanted(), null));
    }

    /// <summary>The codebook the names come from, or null.</summary>
    public Codebook? Codebook { get; }

    /// <summary>How the codebook's issues stand to each other.</summary>
    public IssueRelations Relations { get; }

    /// <summary>Who holds what. Histories reach back only as far as the latest position needs.</summary>
    public PositionMatrix Matrix => _matrix.Value;

    /// <summary>The same with whole histories.</summary>
    public PositionMatrix MatrixWithHistories => _wholeMatrix.Value;

    /// <summary>All changes, oldest first.</summary>
    public IReadOnlyList<PositionChange> Changes => _changes.Value;

    /// <summary>How much the ledger holds.</summary>
    public LedgerCounts Counts => _ledger.Count();

    /// <summary>Parties with something in the matrix, in the codebook's order.</summary>
    public IReadOnlyList<string> PartyIds =>
        SheetRows.Ordered(Matrix.Cells.Select(cell => cell.Party), Codebook?.Parties.Select(party => party.Id));

    /// <summary>Issues with something in the matrix, in the codebook's order, parts behind their whole.</summary>
    public IReadOnlyList<string> IssueIds =>
        Relations.WholesFirst(SheetRows.Ordered(Matrix.Cells.Select(cell => cell.Issue), Codebook?.Issues.Select(issue => issue.Id)));

    /// <summary>The matrix folded to a level of issues, and its issues in the codebook's order.</summary>
    /// <param name="level">1 for wholes alone, 2 for wholes and their parts, and so on.</param>
    public (PositionMatrix Matrix, IReadOnlyList<string> IssueIds) MatrixAtLevel(int level)
    {
        PositionMatrix folded = Matrix.AtLevel(level, Relations);
        return (folded, Relations.WholesFirst(SheetRows.Ordered(folded.Cells.Select(cell => cell.Issue), Codebook?.Issues.Select(issue => issue.Id))));
    }

    // Whether nothing but a last day restricts what counts.
    private bool IsWhole => _query with { Until = null } == new LedgerQuery();

    /// <summary>The overview of a ledger, which stays open as long as parts are asked for.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="codebook">Its codebook, or null when it has none.</param>
    /// <param name="query">Which positions count.</param>
    /// <param name="at">Last day of the matrix, inclusive; null = no limit.</param>
    public static DisputeOverview Of(SqliteLedger ledger, Codebook? codebook, LedgerQuery query, DateOnly? at = null)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(query);
        return new DisputeOverview(ledger, codebook, query, at);
    }

    /// <summary>The changes on <paramref name="since"/> or later, oldest first; null = all.</summary>
    public IReadOnlyList<PositionChange> ChangesSince(DateOnly? since) =>
        since is not { } day ? Changes
        : ChangesOf(
            Tied(_ledger.PositionsSince(day, ChangeDetector.DormantAfterDays, End, Relations.Exclusions, WithExclusions))
                .Where(WithExclusions.Matches),
            day);

    /// <summary>The name a party is shown by: the codebook's, else its id.</summary>
    public string PartyName(string id) => _parties.GetValueOrDefault(id, id);

    /// <summary>The label an issue is shown by: the codebook's, else its id.</summary>
    public string IssueLabel(string id) => _issues.GetValueOrDefault(id, id);

    private DateOnly? End => _at ?? _ledger.LastDay();

    // With those on exclusive issues: they tell of the issue that is asked for.
    private LedgerQuery WithExclusions => _query.Issue is { } issue && Relations.ExcludedBy(issue).Count > 0 ? _query with { Issue = null } : _query;

    private IEnumerable<LedgerEntry> Wanted() => Tied(_ledger.Positions(WithExclusions));

    private IEnumerable<LedgerEntry> Tied(IEnumerable<LedgerEntry> lines) => _query.Issue is not { } issue
        ? lines
        : lines.Where(entry => entry.Position.Issue == issue || Relations.ExcludedBy(issue).Contains(entry.Position.Issue, StringComparer.Ordinal));

    private PositionMatrix MatrixOf(IEnumerable<LedgerEntry> positions)
    {
        List<LedgerEntry> entries = [.. positions];
        return PositionMatrix.AtDay(entries, _at, TextCopies.Among(_ledger, entries), Relations).Of(_query.Issue);
    }

    private IReadOnlyList<PositionChange> ChangesOf(IEnumerable<LedgerEntry> positions, DateOnly? since)
    {
        List<LedgerEntry> entries = [.. positions];
        return [.. ChangeDetector.Detect(entries, since, TextCopies.Among(_ledger, entries), End, Relations).Where(change => _query.Issue is null || change.Issue == _query.Issue)];
    }
}
