using Demarche.Core.Ledger;
using Demarche.Core.Ledger.Sqlite;

namespace Demarche.Core.Comparisons;

/// <summary>Draws what gaps need from a ledger without reading the words of any line that is not shown. One moment of the ledger, one thread.</summary>
internal sealed class RecordGaps
{
    private readonly LedgerSession _session;
    private readonly SketchedCells _sketches;
    private readonly SketchedHistory _history;
    private readonly DateOnly? _at;

    private RecordGaps(LedgerSession session, DateOnly? at)
    {
        _session = session;
        _at = at;
        _sketches = session.Sketches(new LedgerQuery());
        _history = new SketchedHistory(session.KeyOf);
    }

    /// <summary>The matrix of the whole record at a day, and what lies behind each of its cells.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="at">Last day that counts, inclusive; null = no limit.</param>
    /// <param name="relations">Which issues exclude each other.</param>
    public static (PositionMatrix Matrix, IReadOnlyDictionary<MatrixCell, CellPast> Pasts) Of(SqliteLedger ledger, DateOnly? at, IssueRelations relations) =>
        ledger.Ask(session => new RecordGaps(session, at).Draw(relations));

    private (PositionMatrix Matrix, IReadOnlyDictionary<MatrixCell, CellPast> Pasts) Draw(IssueRelations relations)
    {
        LedgerEntry[] latest = [.. _session.Lines(CellReading.Latest(_sketches, _at))];
        PositionMatrix matrix = PositionMatrix.AtDay(latest, _at, CopiesOf(latest), relations);
        var pasts = new Dictionary<MatrixCell, CellPast>(ReferenceEqualityComparer.Instance);
        foreach (MatrixCell cell in matrix.Cells)
        {
            pasts[cell] = PastOf(cell);
        }

        return (matrix, pasts);
    }

    private CellPast PastOf(MatrixCell cell)
    {
        LineSketch[] lines = _sketches.Cells.GetValueOrDefault(new Cell(cell.Issue, cell.Party)) ?? [];
        SketchedStep[] own = [.. _history.StepsOf(lines).Where(step => !step.IsLesserVoice && (_at is null || step.Day <= _at))];
        return new CellPast
        {
            Led = LedBy(cell, own),
            Pressed = CellPast.PressedBy(own.Select(step => (step.Day, step.Lead.Strength))),
            Linkages = lines.Any(line => line.HasConditionIssues) ? LinkagesOf(cell, lines, own) : [],
        };
    }

    // With what is implied now, save where the party itself spoke on the day.
    private static IReadOnlyList<(DateOnly Day, int Signed)> LedBy(MatrixCell cell, SketchedStep[] own)
    {
        IEnumerable<(DateOnly Day, bool IsBackground, int Signed)> led = own.Where(step => step.Day <= cell.Latest?.Date)
            .Select(step => (step.Day!.Value, step.IsBackground, step.Lead.Signed));
        HeldPosition[] implied = [.. cell.History.Steps.Where(step => step is { ImpliedBy: not null, IsLesserVoice: false } && step.Date <= cell.Latest?.Date)];
        if (implied.Length > 0)
        {
            HashSet<DateOnly?> spoken = [.. own.Where(step => !step.IsBackground).Select(step => step.Day)];
            led = led.Concat(implied.Where(step => !spoken.Contains(step.Date)).Select(step => (step.Date!.Value, step.IsBackground, step.Position.SignedStrength)))
                .OrderBy(step => step.Item1);
        }

        return [.. led.DistinctBy(step => (step.Day, step.IsBackground)).Select(step => (step.Day, step.Signed))];
    }

    private Linkage[] LinkagesOf(MatrixCell cell, LineSketch[] lines, SketchedStep[] own)
    {
        string[][] conditions =
        [
            .. own.Select(step => (string[])[.. step.Lines.Where(line => line.HasConditionIssues).SelectMany(_session.ConditionIssuesOf).Distinct(StringComparer.Ordinal).Where(issue => issue != cell.Issue)]),
        ];
        (string Condition, int Last)[] ties =
        [
            .. conditions.Index().SelectMany(step => step.Item.Select(issue => (Issue: issue, step.Index)))
                .GroupBy(tie => tie.Issue, tie => tie.Index, StringComparer.Ordinal)
                .Select(condition => (condition.Key, CellPast.LastOf([.. condition], index => own[index].Day))),
        ];
        Dictionary<SketchedStep, HeldPosition> held = HeldIn(lines, [.. ties.Select(tie => own[tie.Last]).Distinct()]);
        return
        [
            .. ties.Select(tie => new Linkage(tie.Condition, held[own[tie.Last]])
            {
                Until = own.Index().FirstOrDefault(
                    later => CellPast.Follows((later.Item.Day, later.Item.IsBackground), (own[tie.Last].Day, own[tie.Last].IsBackground)) && !conditions[later.Index].Contains(tie.Condition, StringComparer.Ordinal)).Item?.Day,
            }),
        ];
    }

    // The steps with their words. Read with the other lines of their articles, which tell where undated ones stand.
    private Dictionary<SketchedStep, HeldPosition> HeldIn(LineSketch[] lines, SketchedStep[] steps)
    {
        HashSet<long> articles = [.. steps.SelectMany(step => step.Lines).Select(line => line.Article)];
        LedgerEntry[] entries = [.. _session.Lines(lines.Where(line => line.Voice != CellVoice.Told && articles.Contains(line.Article)).Select(line => line.Found))];
        HeldPosition[] held = [.. PositionHistory.Of(entries, CopiesOf(entries)).SelectMany(history => history.Steps)];
        var found = new Dictionary<SketchedStep, HeldPosition>(ReferenceEqualityComparer.Instance);
        foreach (SketchedStep step in steps)
        {
            found[step] = held.First(other =>
                other.Date == step.Day && other.IsBackground == step.IsBackground && (other.Position.Stance, other.Position.Direction) == step.Stance);
        }

        return found;
    }

    private TextCopies CopiesOf(IEnumerable<LedgerEntry> lines) =>
        TextCopies.OfGroups(CopyGroups.Of(_session.Connection, lines.Select(line => line.Article.Key)));
}
