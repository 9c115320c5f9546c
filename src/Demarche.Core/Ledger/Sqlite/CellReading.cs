using System.Globalization;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Which lines settle the matrix at a day, and which tell what changed since a day.</summary>
internal static class CellReading
{
    /// <summary>Sorts behind every day.</summary>
    public const string Ever = "9999-12-31";

    // Eight days of doubtful lines in a row have not been seen; the bound keeps the time that of the answer.
    private const int DaysBack = 8;

    // More likely right than not; as changes take it.
    private const double Likely = 0.5;

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
    /// The lines that tell what changed since a day: all from then on in the cells where anything was said, and what was held
    /// there before; and the last words of parties whose silence has become long since.
    /// </summary>
    /// <param name="rows">The lines.</param>
    /// <param name="days">First day, and last day or null for no limit; both inclusive.</param>
    /// <param name="silent">Last words from the first day to the second have become dormant since; a second of null = silences are not looked for.</param>
    /// <param name="changed">Cells where something was said since, or whose other lines are needed to see what changed.</param>
    public static IEnumerable<FoundLine> Since(
        ICellLines rows, (DateOnly Since, DateOnly? Until) days, (DateOnly From, DateOnly? Until) silent, IReadOnlySet<Cell> changed)
    {
        string first = days.Since.ToColumn();
        string end = days.Until?.ToColumn() ?? Ever;
        DateOnly? before = days.Since > DateOnly.MinValue ? days.Since.AddDays(-1) : null;
        foreach (Cell cell in changed)
        {
            (string From, string Until)? earlier = before is { } eve ? HeldBefore(rows, cell, eve) : null;
            foreach (FoundLine line in (earlier is not { } held ? [] : rows.Between(cell, CellVoice.Own, held.From, held.Until).Concat(rows.Between(cell, CellVoice.Lesser, held.From, held.Until)))
                         .Concat(rows.Between(cell, CellVoice.Own, first, end))
                         .Concat(rows.Between(cell, CellVoice.Lesser, first, end)))
            {
                yield return line;
            }
        }

        foreach (Cell cell in silent.Until is null ? [] : rows.All().Where(cell => !changed.Contains(cell)))
        {
            string? last = rows.Latest(cell, CellVoice.Own, days.Until);
            bool fellSilent = last is { Length: > 0 } && string.CompareOrdinal(last, silent.From.ToColumn()) >= 0
                && string.CompareOrdinal(last, silent.Until!.Value.ToColumn()) <= 0;
            foreach (FoundLine line in fellSilent
                         ? rows.Between(cell, CellVoice.Own, last!, last!).Concat(rows.Between(cell, CellVoice.Lesser, last!, last!))
                         : [])
            {
                yield return line;
            }
        }
    }

    /// <summary>The last days before, back to one with a line that is likelier right than not: what is doubtful alone is not what was held.</summary>
    private static (string From, string Until)? HeldBefore(ICellLines rows, Cell cell, DateOnly before)
    {
        if (rows.Latest(cell, CellVoice.Own, before) is not { } last)
        {
            return null;
        }

        string from = last;
        for (int step = 0; step < DaysBack && rows.Surest(cell, from) < Likely; step++)
        {
            bool isDay = DateOnly.TryParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) && day > DateOnly.MinValue;
            if (!isDay || rows.Latest(cell, CellVoice.Own, day.AddDays(-1)) is not { Length: > 0 } earlier)
            {
                break;
            }

            from = earlier;
        }

        return (from, last);
    }

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
