namespace Demarche.Core.Ledger.Sqlite;

/// <summary>The lines of a record by cell, voice and day. Days are texts that sort: year-month-day, the empty text for undated lines.</summary>
internal interface ICellLines : IDisposable
{
    /// <summary>Every cell with a line, and perhaps some without.</summary>
    IEnumerable<Cell> All();

    /// <summary>The cells with a line on <paramref name="since"/> or later, and perhaps others.</summary>
    IEnumerable<Cell> ChangedSince(DateOnly since);

    /// <summary>The last day with a line of a voice; null when there is none, the empty text when only undated ones are.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="voice">Whose lines.</param>
    /// <param name="until">Last day, inclusive; undated lines then fall out. Null = no limit.</param>
    string? Latest(Cell cell, CellVoice voice, DateOnly? until);

    /// <summary>The last day with a line in the party's own voice that has at least a confidence, or that a person found right; null when there is none.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="least">Least confidence, 0-1.</param>
    /// <param name="until">Last day, inclusive.</param>
    string? LastSure(Cell cell, double least, DateOnly until);

    /// <summary>The lines of a voice from one day to another, both inclusive.</summary>
    IEnumerable<FoundLine> Between(Cell cell, CellVoice voice, string from, string until);

    /// <summary>The last days of a cell with the signed strength of what leads each, newest first.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="until">Last day, inclusive; null = no limit.</param>
    /// <param name="most">Most lines looked at.</param>
    IEnumerable<(DateOnly Day, int Signed)> Trend(Cell cell, DateOnly? until, int most);
}

/// <summary>Two parts of one record, no line in both. What people settled comes first.</summary>
/// <param name="settled">The one.</param>
/// <param name="machine">The other.</param>
internal sealed class JoinedCells(ICellLines settled, ICellLines machine) : ICellLines
{
    public IEnumerable<Cell> All() => settled.All().Union(machine.All());

    public IEnumerable<Cell> ChangedSince(DateOnly since) => settled.ChangedSince(since).Union(machine.ChangedSince(since));

    public string? Latest(Cell cell, CellVoice voice, DateOnly? until)
    {
        string? first = settled.Latest(cell, voice, until);
        string? second = machine.Latest(cell, voice, until);
        return string.CompareOrdinal(first, second) >= 0 ? first : second;
    }

    public string? LastSure(Cell cell, double least, DateOnly until)
    {
        string? first = settled.LastSure(cell, least, until);
        string? second = machine.LastSure(cell, least, until);
        return string.CompareOrdinal(first, second) >= 0 ? first : second;
    }

    public IEnumerable<FoundLine> Between(Cell cell, CellVoice voice, string from, string until) =>
        settled.Between(cell, voice, from, until).Concat(machine.Between(cell, voice, from, until));

    public IEnumerable<(DateOnly Day, int Signed)> Trend(Cell cell, DateOnly? until, int most) =>
        settled.Trend(cell, until, most).Concat(machine.Trend(cell, until, most)).DistinctBy(day => day.Day).OrderByDescending(day => day.Day);

    public void Dispose()
    {
        settled.Dispose();
        machine.Dispose();
    }
}
