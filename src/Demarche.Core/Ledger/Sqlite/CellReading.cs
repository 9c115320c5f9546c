namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Which lines settle the matrix at a day, and which tell what changed since a day.</summary>
internal static class CellReading
{
    /// <summary>Sorts behind every day.</summary>
    public const string Ever = "9999-12-31";

    /// <summary>Sorts before every day and behind the empty text of undated lines.</summary>
    public const string FirstDay = "0001-01-01";

    /// <summary>
    /// Least confidence, 0-1, of a line that is sure: from it on telling changes begins anew. Measured on seventeen annotated disputes (22 November 2026, 0.5 to
    /// 0.8 in steps of 0.05): with more, fewer moves are listed, but no larger share of them is true (decision 0054).
    /// </summary>
    public const double LeastSure = 0.65;

    /// <summary>
    /// The lines that settle every cell at a day: those of the last day on which the party itself spoke and what lesser voices
    /// said from then on, and those of the last day on which others told of it.
    /// </summary>
    public static IEnumerable<FoundLine> Latest(ICellLines rows, DateOnly? until)
    {
        foreach (Cell cell in rows.All())
        {
            foreach (FoundLine line in LatestOf(rows, cell, until).Concat(OfLastDay(rows, cell, CellVoice.Told, until)))
            {
                yield return line;
            }
        }
    }

    /// <summary>
    /// The lines that tell what changed since a day: all from then on in the cells where anything was said, and there all before back to the last
    /// that is sure; and the last words of parties whose silence has become long since.
    /// </summary>
    /// <param name="rows">The lines.</param>
    /// <param name="days">First day, and last day or null for no limit; both inclusive.</param>
    /// <param name="silent">Last words from the first day to the second have become dormant since; a second of null = silences are not looked for.</param>
    /// <param name="related">Issues whose lines tell of another issue too, by that issue; null = none.</param>
    public static IEnumerable<FoundLine> Since(
        ICellLines rows, (DateOnly Since, DateOnly? Until) days, (DateOnly From, DateOnly? Until) silent, IReadOnlyDictionary<string, IReadOnlyList<string>>? related)
    {
        HashSet<Cell> changed = [.. rows.ChangedSince(days.Since).SelectMany(cell => WithRelated(cell, related))];
        DateOnly? eve = days.Since > DateOnly.MinValue ? days.Since.AddDays(-1) : null;
        foreach (Cell cell in changed)
        {
            // What is implied comes from lines of another cell, as old as those of the cell that it moves.
            string from = eve is not { } before ? days.Since.ToColumn() : WithRelated(cell, related).Select(other => SureBefore(rows, other, before)).Order(StringComparer.Ordinal).First();
            foreach (FoundLine line in OfBothVoices(rows, cell, from, days.Until?.ToColumn() ?? Ever))
            {
                yield return line;
            }
        }

        foreach (Cell cell in silent.Until is null ? [] : rows.All().Where(cell => !changed.Contains(cell)))
        {
            string? last = rows.Latest(cell, CellVoice.Own, days.Until);
            bool fellSilent = last is { Length: > 0 } && string.CompareOrdinal(last, silent.From.ToColumn()) >= 0
                && string.CompareOrdinal(last, silent.Until!.Value.ToColumn()) <= 0;
            foreach (FoundLine line in fellSilent ? OfBothVoices(rows, cell, SureBefore(rows, cell, silent.Until!.Value), last!) : [])
            {
                yield return line;
            }
        }
    }

    private static IEnumerable<Cell> WithRelated(Cell cell, IReadOnlyDictionary<string, IReadOnlyList<string>>? related) =>
        [cell, .. (related?.GetValueOrDefault(cell.Issue) ?? []).Select(issue => cell with { Issue = issue })];

    private static string SureBefore(ICellLines rows, Cell cell, DateOnly until) => rows.LastSure(cell, LeastSure, until) ?? FirstDay;

    private static IEnumerable<FoundLine> OfBothVoices(ICellLines rows, Cell cell, string from, string until) =>
        rows.Between(cell, CellVoice.Own, from, until).Concat(rows.Between(cell, CellVoice.Lesser, from, until));

    private static IEnumerable<FoundLine> LatestOf(ICellLines rows, Cell cell, DateOnly? until)
    {
        string? own = rows.Latest(cell, CellVoice.Own, until);
        return own is null
            ? OfLastDay(rows, cell, CellVoice.Lesser, until)
            : rows.Between(cell, CellVoice.Own, own, own).Concat(rows.Between(cell, CellVoice.Lesser, own, until?.ToColumn() ?? Ever));
    }

    private static IEnumerable<FoundLine> OfLastDay(ICellLines rows, Cell cell, CellVoice voice, DateOnly? until) =>
        rows.Latest(cell, voice, until) is { } day ? rows.Between(cell, voice, day, day) : [];
}
