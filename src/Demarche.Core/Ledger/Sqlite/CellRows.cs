using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>
/// Walks the lines of current revisions by cell and day, touching only those that an answer needs. Rows of articles that people
/// corrected are passed over: those are settled in memory. One connection, one thread.
/// </summary>
internal sealed class CellRows : ICellLines
{
    private readonly IReadOnlySet<long> _touched;
    private readonly Statement _nextParty;
    private readonly Statement _nextIssue;
    private readonly Statement _latest;
    private readonly Statement _between;
    private readonly Statement _changed;
    private readonly Statement _trend;
    private readonly Statement _sure;

    /// <param name="connection">The connection.</param>
    /// <param name="touched">Rows of the revisions that people corrected.</param>
    public CellRows(SqliteConnection connection, IReadOnlySet<long> touched)
    {
        _touched = touched;
        // Not (issue, party) > ($issue, $party): for that the engine walks over every line of the cell it comes from.
        _nextParty = new Statement(
            connection,
            "SELECT issue, party FROM cell_line WHERE issue = $issue AND party > $party ORDER BY party LIMIT 1",
            "issue", "party");
        _nextIssue = new Statement(
            connection, "SELECT issue, party FROM cell_line WHERE issue > $issue ORDER BY issue, party LIMIT 1", "issue");
        _latest = new Statement(
            connection,
            """
            SELECT day, revision_id FROM cell_line
            WHERE issue = $issue AND party = $party AND voice = $voice AND day BETWEEN $from AND $until
            ORDER BY day DESC
            """,
            "issue", "party", "voice", "from", "until");
        _between = new Statement(
            connection,
            """
            SELECT position_id, revision_id FROM cell_line
            WHERE issue = $issue AND party = $party AND voice = $voice AND day BETWEEN $from AND $until
            """,
            "issue", "party", "voice", "from", "until");
        _sure = new Statement(
            connection,
            """
            SELECT c.day, c.revision_id FROM cell_line c JOIN position p ON p.id = c.position_id
            WHERE c.issue = $issue AND c.party = $party AND c.voice = 0 AND c.day BETWEEN $from AND $until AND p.confidence >= $least
            ORDER BY c.day DESC
            """,
            "issue", "party", "from", "until", "least");
        // By day by order: left to itself the engine walks over all lines, because they lie in the order that is asked for.
        _changed = new Statement(
            connection,
            "SELECT DISTINCT issue, party FROM cell_line INDEXED BY cell_line_day WHERE day >= $since ORDER BY issue, party",
            "since");
        _trend = new Statement(
            connection,
            $"""
            SELECT day, signed, revision_id FROM cell_line
            WHERE issue = $issue AND party = $party AND voice = 0 AND day BETWEEN '{CellReading.FirstDay}' AND $until
            ORDER BY day DESC, rank
            """,
            "issue", "party", "until");
    }

    public IEnumerable<Cell> All()
    {
        var cell = new Cell("", "");
        while (Next(cell) is { } next)
        {
            yield return cell = next;
        }
    }

    public IEnumerable<Cell> ChangedSince(DateOnly since)
    {
        using SqliteDataReader row = _changed.Query(since.ToColumn());
        var found = new List<Cell>();
        while (row.Read())
        {
            found.Add(new Cell(row.GetString(0), row.GetString(1)));
        }

        return found;
    }

    public string? Latest(Cell cell, CellVoice voice, DateOnly? until)
    {
        using SqliteDataReader row = _latest.Query(cell.Issue, cell.Party, (int)voice, until is null ? "" : CellReading.FirstDay, until?.ToColumn() ?? CellReading.Ever);
        return FirstUntouched(row);
    }

    public string? LastSure(Cell cell, double least, DateOnly until)
    {
        using SqliteDataReader row = _sure.Query(cell.Issue, cell.Party, CellReading.FirstDay, until.ToColumn(), least);
        return FirstUntouched(row);
    }

    public IEnumerable<FoundLine> Between(Cell cell, CellVoice voice, string from, string until)
    {
        using SqliteDataReader row = _between.Query(cell.Issue, cell.Party, (int)voice, from, until);
        var found = new List<FoundLine>();
        while (row.Read())
        {
            if (!_touched.Contains(row.GetInt64(1)))
            {
                found.Add(new FoundLine(row.GetInt64(0), null));
            }
        }

        return found;
    }

    public IEnumerable<(DateOnly Day, int Signed)> Trend(Cell cell, DateOnly? until, int most)
    {
        using SqliteDataReader row = _trend.Query(cell.Issue, cell.Party, until?.ToColumn() ?? CellReading.Ever);
        var found = new List<(DateOnly Day, int Signed)>();
        for (int looked = 0; looked < most && row.Read();)
        {
            bool isTouched = _touched.Contains(row.GetInt64(2));
            looked += isTouched ? 0 : 1;
            if (!isTouched && row.DayOrNull(0) is { } day && (found.Count == 0 || found[^1].Day != day))
            {
                found.Add((day, row.GetInt32(1)));
            }
        }

        return found;
    }

    public void Dispose()
    {
        foreach (Statement statement in new[] { _nextParty, _nextIssue, _latest, _between, _changed, _trend, _sure })
        {
            statement.Dispose();
        }
    }

    private string? FirstUntouched(SqliteDataReader row)
    {
        while (row.Read())
        {
            if (!_touched.Contains(row.GetInt64(1)))
            {
                return row.GetString(0);
            }
        }

        return null;
    }

    private Cell? Next(Cell cell) => First(_nextParty.Query(cell.Issue, cell.Party)) ?? First(_nextIssue.Query(cell.Issue));

    private static Cell? First(SqliteDataReader rows)
    {
        using SqliteDataReader row = rows;
        return row.Read() ? new Cell(row.GetString(0), row.GetString(1)) : null;
    }
}

/// <summary>An issue and a party.</summary>
internal sealed record Cell(string Issue, string Party);

/// <summary>Whose voice a line of a cell is; the numbers stand in the database.</summary>
internal enum CellVoice
{
    /// <summary>The party's own.</summary>
    Own = 0,

    /// <summary>A voice of it whose words do not count as the party's.</summary>
    Lesser = 1,

    /// <summary>Another party's.</summary>
    Told = 2,
}
