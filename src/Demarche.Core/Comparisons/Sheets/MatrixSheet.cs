using Demarche.Core.Ledger;
using Demarche.Core.Parties;

namespace Demarche.Core.Comparisons.Sheets;

/// <summary>The matrix as a reader sees it: issues in their order with their parts below them, a cell a party, and marks for what wants attention.</summary>
public sealed record MatrixSheet
{
    // A sparkline is a few dozen points wide.
    private const int MostInTrend = 64;

    /// <summary>What was asked for.</summary>
    public required SheetRequest Request { get; init; }

    /// <summary>Codebook ids of the parties with a column, in the codebook's order.</summary>
    public required IReadOnlyList<string> Parties { get; init; }

    /// <summary>The issues, in the order asked for.</summary>
    public required IReadOnlyList<SheetRow> Rows { get; init; }

    /// <summary>First day any cell was spoken to, or null when none is dated.</summary>
    public DateOnly? From => Days().Select(day => (DateOnly?)day).Min();

    /// <summary>Last day any cell was spoken to, or null when none is dated.</summary>
    public DateOnly? To => Days().Select(day => (DateOnly?)day).Max();

    /// <summary>The sheet that <paramref name="request"/> asks of a ledger.</summary>
    public static MatrixSheet Of(SqliteLedger ledger, Codebook? codebook, SheetRequest request)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(request);
        IssueRelations relations = IssueRelations.Of(codebook);
        LedgerEntry[] latest = [.. ledger.LatestPositions(request.Query, request.At)];
        PositionMatrix matrix = PositionMatrix.AtDay(latest, request.At, TextCopies.Among(ledger, latest), relations);
        Dictionary<(string, string), CellTrend> trends = ledger.Trends(request.Query, request.At, MostInTrend).ToDictionary(trend => (trend.Issue, trend.Party));
        ILookup<(string, string), PositionChange> changes = Changes(ledger, codebook, request)
            .ToLookup(change => (change.Issue, change.Party));
        SheetCell[] cells =
        [
            .. matrix.Cells.Select(cell => new SheetCell(
                cell,
                trends.TryGetValue((cell.Issue, cell.Party), out CellTrend? trend) ? trend.Days : [],
                changes[(cell.Issue, cell.Party)].LastOrDefault())),
        ];
        return new MatrixSheet
        {
            Request = request,
            Parties = SheetRows.Ordered(cells.Select(cell => cell.Party), codebook?.Parties.Select(party => party.Id)),
            Rows = SheetRows.Of(cells, DisputeGaps.Of(matrix), codebook, request.Order),
        };
    }

    // What moved inside the restricted record, which need not be what moved in the whole one.
    private static IEnumerable<PositionChange> Changes(SqliteLedger ledger, Codebook? codebook, SheetRequest request)
    {
        if (request.Since is not { } since)
        {
            return [];
        }

        IReadOnlyList<PositionChange> changes = request switch
        {
            { IsWhole: true, At: null } => DisputeOverview.Of(ledger, codebook, new LedgerQuery()).ChangesSince(since),
            { IsWhole: true } => ChangeDetector.Detect(Between(ledger, since, request.At), since, null, request.At, IssueRelations.Of(codebook)),
            _ => ChangeDetector.Detect(
                ledger.PositionsSince(since, related: IssueRelations.Of(codebook).Exclusions, query: request.Query), since, relations: IssueRelations.Of(codebook)),
        };
        return changes.Where(change => change is { IsMove: true, IsLesserVoice: false } || change.Relation == ChangeRelation.New);
    }

    // What held on the eve and what was said from then on: the whole record before it is not walked.
    private static IEnumerable<LedgerEntry> Between(SqliteLedger ledger, DateOnly since, DateOnly? until) =>
        (since > DateOnly.MinValue ? ledger.LatestPositions(since.AddDays(-1)) : []).Concat(ledger.Positions(new LedgerQuery { Since = since, Until = until }));

    private IEnumerable<DateOnly> Days() => Rows.SelectMany(row => row.Cells).SelectMany(cell => cell.Trend).Select(day => day.Day);
}

/// <summary>An issue of the matrix.</summary>
public sealed record SheetRow
{
    /// <summary>Codebook id of the issue.</summary>
    public required string Issue { get; init; }

    /// <summary>0 for an issue of its own, 1 for one that is part of the row above it.</summary>
    public required int Depth { get; init; }

    /// <summary>The cells with something in them, in no order.</summary>
    public required IReadOnlyList<SheetCell> Cells { get; init; }

    /// <summary>The widest gap between two parties on it, or null when fewer than two hold anything.</summary>
    public PartyGap? Gap { get; init; }

    /// <summary>Whether the parties come nearer, part further, or stand.</summary>
    public GapTrend Trend { get; init; }

    /// <summary>Demands on it that nobody answered.</summary>
    public IReadOnlyList<UnansweredDemand> Unanswered { get; init; } = [];

    /// <summary>Whether one party wants what another does not.</summary>
    public bool IsContested => Gap is { IsContested: true };

    /// <summary>The cell of <paramref name="party"/>, or null when nothing is on record.</summary>
    public SheetCell? Cell(string party) => Cells.FirstOrDefault(cell => cell.Party == party);
}

/// <summary>What a party holds on an issue, with its way there.</summary>
/// <param name="Cell">The cell of the matrix.</param>
/// <param name="Trend">Days on which the party spoke to it with its signed strength (-4 to 4), oldest first; may be empty.</param>
/// <param name="Change">The last change since the day asked for, or null.</param>
public sealed record SheetCell(MatrixCell Cell, IReadOnlyList<(DateOnly Day, int Signed)> Trend, PositionChange? Change)
{
    /// <summary>Codebook id of the issue.</summary>
    public string Issue => Cell.Issue;

    /// <summary>Codebook id of the party.</summary>
    public string Party => Cell.Party;

    /// <summary>What fills it: the party's own latest, else what others tell of it.</summary>
    public HeldPosition Held => (Cell.Latest ?? Cell.LatestTold)!;

    /// <summary>Whether only others tell it.</summary>
    public bool IsTold => Cell.Latest is null;

    /// <summary>What a party held on an issue, as <paramref name="request"/> admits it; null when nothing is on record.</summary>
    public static PositionHistory? HistoryOf(SqliteLedger ledger, Codebook? codebook, SheetRequest request, string issue, string party)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(request);
        IssueRelations relations = IssueRelations.Of(codebook);
        // With those on exclusive issues: what they imply stands in the cell.
        LedgerEntry[] lines =
            [.. new[] { issue }.Concat(relations.ExcludedBy(issue)).SelectMany(id => ledger.Positions(request.Query with { Issue = id, Party = party }))];
        return PositionMatrix.AtDay(lines, request.At, TextCopies.Among(ledger, lines), relations).Cell(issue, party)?.History;
    }
}
