using System.Globalization;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>The lines of a part of the record in memory, without their words. Immutable once filled; disposing does nothing.</summary>
internal sealed class SketchedCells : ICellLines
{
    private readonly Dictionary<Cell, LineSketch[]> _cells;

    private SketchedCells(Dictionary<Cell, LineSketch[]> cells) => _cells = cells;

    /// <summary>The cells, each with its lines by day, undated first.</summary>
    public IReadOnlyDictionary<Cell, LineSketch[]> Cells => _cells;

    /// <summary>The cells of lines in any order.</summary>
    public static SketchedCells Of(IEnumerable<(Cell Cell, LineSketch Line)> lines)
    {
        var cells = new Dictionary<Cell, List<LineSketch>>();
        foreach ((Cell cell, LineSketch line) in lines)
        {
            if (!cells.TryGetValue(cell, out List<LineSketch>? found))
            {
                cells[cell] = found = [];
            }

            found.Add(line);
        }

        return new SketchedCells(cells.ToDictionary(pair => pair.Key, pair => InOrder(pair.Value)));
    }

    /// <summary>The sketches of settled lines; those of nobody's party are left out.</summary>
    public static IEnumerable<(Cell Cell, LineSketch Line)> Of(IEnumerable<LedgerEntry> settled)
    {
        long article = 0;
        foreach (IGrouping<string, LedgerEntry> lines in settled.Where(line => line.Position.Party is not null).GroupBy(line => line.Article.Key, StringComparer.Ordinal))
        {
            article--;
            foreach (IGrouping<(Cell Cell, bool IsTold), LedgerEntry> told in lines.GroupBy(
                line => (new Cell(line.Position.Issue, line.Position.Party!), PositionLevels.Of(line) == PositionLevel.ToldByOtherParty)))
            {
                (DateOnly, (Positions.Stance, Positions.Direction))[] news =
                    [.. told.Where(line => line.Position.Date is not null).Select(line => (line.Position.Date!.Value, (line.Position.Stance, line.Position.Direction)))];
                foreach (LedgerEntry line in told)
                {
                    LinePlace place = LinePlace.Of(line.Position.Date, line.Article.Published, (line.Position.Stance, line.Position.Direction), news);
                    yield return (told.Key.Cell, LineSketch.Of(line, place, article));
                }
            }
        }
    }

    public IEnumerable<Cell> All() => _cells.Keys;

    public IEnumerable<Cell> ChangedSince(DateOnly since) => _cells.Where(cell => cell.Value[^1].Place.Day >= since).Select(cell => cell.Key);

    public string? Latest(Cell cell, CellVoice voice, DateOnly? until)
    {
        LineSketch[] lines = _cells.GetValueOrDefault(cell) ?? [];
        for (int i = EndOf(lines, until) - 1; i >= 0; i--)
        {
            if (lines[i].Voice == voice && (until is null || lines[i].Place.Day is not null))
            {
                return lines[i].Day;
            }
        }

        return null;
    }

    public string? LastSure(Cell cell, double least, DateOnly until)
    {
        LineSketch[] lines = _cells.GetValueOrDefault(cell) ?? [];
        for (int i = EndOf(lines, until) - 1; i >= 0 && lines[i].Place.Day is not null; i--)
        {
            bool isSure = lines[i].Confidence >= least || lines[i].Entry?.State is LineState.Accepted or LineState.Edited or LineState.Added;
            if (isSure && lines[i].Voice == CellVoice.Own)
            {
                return lines[i].Day;
            }
        }

        return null;
    }

    public IEnumerable<FoundLine> Between(Cell cell, CellVoice voice, string from, string until) =>
        In(cell, from, until).Where(line => line.Voice == voice).Select(line => line.Found);

    public IEnumerable<(DateOnly Day, int Signed)> Trend(Cell cell, DateOnly? until, int most)
    {
        LineSketch[] lines = _cells.GetValueOrDefault(cell) ?? [];
        LineSketch[] own = [.. lines.Take(EndOf(lines, until)).Where(line => line is { Voice: CellVoice.Own, Place: { Day: not null, IsBackground: false } }).Reverse().Take(most)];
        return own.GroupBy(line => line.Place.Day!.Value)
            .Select(day => (day.Key, day.OrderBy(line => line.Level).ThenByDescending(line => line.Confidence).First().Signed));
    }

    public void Dispose()
    {
    }

    // A stable order: lines of one day stay as they came.
    private static LineSketch[] InOrder(List<LineSketch> lines) => [.. lines.OrderBy(line => line.Place.Day ?? DateOnly.MinValue).ThenBy(line => line.Place.Day is not null)];

    private IEnumerable<LineSketch> In(Cell cell, string from, string until)
    {
        LineSketch[] lines = _cells.GetValueOrDefault(cell) ?? [];
        DateOnly? last = DayOf(until);
        int end = last is null ? Array.FindIndex(lines, line => line.Place.Day is not null) : EndOf(lines, last);
        DateOnly? first = DayOf(from);
        for (int i = (end < 0 ? lines.Length : end) - 1; i >= 0 && (first is null || lines[i].Place.Day >= first); i--)
        {
            yield return lines[i];
        }
    }

    private static DateOnly? DayOf(string column) => column.Length == 0 ? null : DateOnly.ParseExact(column, "O", CultureInfo.InvariantCulture);

    // Index after the last line on the day or before.
    private static int EndOf(LineSketch[] lines, DateOnly? until)
    {
        int low = 0;
        int high = until is null ? 0 : lines.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = lines[middle].Place.Day is null || lines[middle].Place.Day <= until ? (middle + 1, high) : (low, middle);
        }

        return until is null ? lines.Length : low;
    }
}
