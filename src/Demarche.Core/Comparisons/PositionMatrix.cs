using Demarche.Core.Ledger;
using Demarche.Core.Positions;

namespace Demarche.Core.Comparisons;

/// <summary>Who holds what at a date: issues by parties, each cell with the line that proves it.</summary>
public sealed class PositionMatrix
{
    private readonly Dictionary<(string Issue, string Party), MatrixCell> _cells;

    private PositionMatrix(DateOnly? at, List<MatrixCell> cells)
    {
        At = at;
        Cells = cells;
        _cells = cells.ToDictionary(cell => (cell.Issue, cell.Party));
    }

    /// <summary>The day it shows; null = whatever came last, undated lines included.</summary>
    public DateOnly? At { get; }

    /// <summary>The cells with something in them, by issue, then party.</summary>
    public IReadOnlyList<MatrixCell> Cells { get; }

    /// <summary>The matrix of <paramref name="entries"/>.</summary>
    /// <param name="entries">Lines of a ledger, in any order.</param>
    /// <param name="at">Last day that counts, inclusive; undated lines then fall out. Null = no limit.</param>
    /// <param name="copies">Which articles are copies of one text; null = every article counts as its own.</param>
    /// <param name="relations">Which issues exclude each other; null = none.</param>
    public static PositionMatrix AtDay(
        IEnumerable<LedgerEntry> entries, DateOnly? at = null, TextCopies? copies = null, IssueRelations? relations = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        PositionHistory[] histories = [.. PositionHistory.Of(entries, copies).Select(history => at is null ? history : history.Until(at.Value))];
        return new PositionMatrix(
            at,
            [
                .. ImpliedPositions.AtEnd(histories, relations ?? IssueRelations.None)
                    .Where(history => history.Steps.Count + history.ToldByOthers.Count > 0)
                    .Select(history => new MatrixCell(history)),
            ]);
    }

    /// <summary>The matrix of one issue; null = of all.</summary>
    internal PositionMatrix Of(string? issue) =>
        issue is null ? this : new PositionMatrix(At, [.. Cells.Where(cell => cell.Issue == issue)]);

    /// <summary>
    /// The matrix folded to a level of issues: a cell of a deeper issue stands among the <see cref="MatrixCell.Parts"/> of its whole's. Nothing is summed up that
    /// no text says: the whole's cell keeps its own position, if there is one.
    /// </summary>
    /// <param name="level">1 for wholes alone, 2 for wholes and their parts, and so on.</param>
    /// <param name="relations">Which issue is part of which.</param>
    public PositionMatrix AtLevel(int level, IssueRelations relations)
    {
        ArgumentNullException.ThrowIfNull(relations);
        return new PositionMatrix(
            At,
            [
                .. Cells.GroupBy(cell => (Issue: relations.AtLevel(cell.Issue, level), cell.Party))
                    .OrderBy(group => group.Key.Issue, StringComparer.Ordinal)
                    .ThenBy(group => group.Key.Party, StringComparer.Ordinal)
                    .Select(group => Folded(group.Key.Issue, group.Key.Party, [.. group])),
            ]);
    }

    private static MatrixCell Folded(string issue, string party, MatrixCell[] cells)
    {
        MatrixCell own = Array.Find(cells, cell => cell.Issue == issue)
            ?? new MatrixCell(new PositionHistory { Issue = issue, Party = party, Steps = [], ToldByOthers = [] });
        return own with { Parts = [.. cells.Where(cell => cell.Issue != issue)] };
    }

    /// <summary>The cell of an issue and a party, or null when nothing is on record.</summary>
    public MatrixCell? Cell(string issue, string party) => _cells.GetValueOrDefault((issue, party));
}

/// <summary>What a party holds on an issue.</summary>
/// <param name="History">All it held, and what others say it holds.</param>
public sealed record MatrixCell(PositionHistory History)
{
    /// <summary>Codebook id of the issue.</summary>
    public string Issue => History.Issue;

    /// <summary>Codebook id of the party.</summary>
    public string Party => History.Party;

    /// <summary>The latest position in the party's own cause; null when only others speak of it.</summary>
    public HeldPosition? Latest { get; } = LatestOf(History.Steps);

    /// <summary>The latest that another party says of it, or null.</summary>
    public HeldPosition? LatestTold { get; } = LatestOf(History.ToldByOthers);

    /// <summary>Other stances that voices of the party took on the day of <see cref="Latest"/>; empty when it speaks with one voice.</summary>
    public IReadOnlyList<HeldPosition> Conflicting =>
        [.. History.Steps.Where(step => Latest is not null && step != Latest && step.Date == Latest.Date && !step.IsBackground)];

    /// <summary>Another stance that only a lesser voice of the party took since <see cref="Latest"/>, the last of them; null when there is none.</summary>
    public HeldPosition? LesserVoice { get; } = LesserOf(History.Steps);

    /// <summary>Cells of the party on parts of the issue that were folded into this one, by issue; empty when nothing was folded.</summary>
    public IReadOnlyList<MatrixCell> Parts { get; init; } = [];

    /// <summary>The direction all <see cref="Parts"/> with a position share; null when they differ or there are none.</summary>
    public Direction? DirectionOfParts =>
        Parts.Select(part => part.Latest?.Position.Direction).OfType<Direction>().Distinct().ToArray() is [var shared] ? shared : null;

    private static HeldPosition? LesserOf(IReadOnlyList<HeldPosition> steps)
    {
        HeldPosition? latest = LatestOf(steps);
        return steps.LastOrDefault(step => step.IsLesserVoice && step != latest && step.Date >= latest!.Date
            && (step.Position.Stance, step.Position.Direction) != (latest.Position.Stance, latest.Position.Direction));
    }

    // Of one day the best comes first; undated steps stand last and count only when nothing has a day. What only a lesser voice
    // tells is not the party's while there is anything else.
    private static HeldPosition? LatestOf(IReadOnlyList<HeldPosition> all)
    {
        HeldPosition[] own = [.. all.Where(step => !step.IsLesserVoice)];
        IReadOnlyList<HeldPosition> steps = own.Length > 0 ? own : all;
        DateOnly? day = steps.LastOrDefault(step => step.Date is not null)?.Date;
        return steps.FirstOrDefault(step => step.Date == day && !step.IsBackground)
            ?? steps.FirstOrDefault(step => step.Date == day);
    }
}
