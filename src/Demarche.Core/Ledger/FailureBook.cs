using Demarche.Core.Ledger.Sqlite;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger;

/// <summary>What could not be read into a ledger: kept with reason and time until the same input is read, so that it can be looked at later and tried again.</summary>
public sealed class FailureBook
{
    /// <summary>Failures kept; older ones give way. A folder of the wrong files shall not outgrow the ledger.</summary>
    public const int MostKept = 1000;

    /// <summary>Code units of an origin that are kept: the length browsers allow for addresses.</summary>
    public const int LongestOrigin = 2000;

    /// <summary>Code units of a reason that are kept.</summary>
    public const int LongestProblem = 1000;

    private readonly Func<Func<LedgerSession, IEnumerable<IntakeFailure>>, IEnumerable<IntakeFailure>> _read;
    private readonly Func<Func<SqliteConnection, int>, int> _write;
    private readonly TimeProvider _time;

    internal FailureBook(
        Func<Func<LedgerSession, IEnumerable<IntakeFailure>>, IEnumerable<IntakeFailure>> read, Func<Func<SqliteConnection, int>, int> write, TimeProvider time)
    {
        _read = read;
        _write = write;
        _time = time;
    }

    /// <summary>All of them, the latest first.</summary>
    public IReadOnlyList<IntakeFailure> All() => [.. _read(Rows)];

    /// <summary>Keeps that inputs could not be read, all in one transaction; the last word on an origin counts.</summary>
    public void Note(IEnumerable<(string Origin, string Problem)> failures)
    {
        ArgumentNullException.ThrowIfNull(failures);
        string now = _time.GetUtcNow().ToColumn();
        _write(connection =>
        {
            using var note = new Statement(
                connection,
                """
                INSERT INTO intake_failure (origin, problem, failed_at, times) VALUES ($origin, $problem, $now, 1)
                ON CONFLICT (origin) DO UPDATE SET problem = $problem, failed_at = $now, times = times + 1
                """,
                "origin", "problem", "now");
            foreach ((string origin, string problem) in failures)
            {
                note.Run(Kept(origin, LongestOrigin), Kept(problem, LongestProblem), now);
            }

            using var bound = new Statement(
                connection, "DELETE FROM intake_failure WHERE id IN (SELECT id FROM intake_failure ORDER BY failed_at DESC, id DESC LIMIT -1 OFFSET $most)", "most");
            return bound.Run(MostKept);
        });
    }

    /// <summary>Forgets a failure: its input was read after all, or nobody waits for it. Null forgets all.</summary>
    public void Forget(string? origin)
    {
        _write(connection =>
        {
            using var statement = new Statement(connection, "DELETE FROM intake_failure WHERE $origin IS NULL OR origin = $origin", "origin");
            return statement.Run(origin is null ? null : Kept(origin, LongestOrigin));
        });
    }

    /// <summary>An origin as it is kept.</summary>
    internal static string KeyOf(string origin) => Kept(origin, LongestOrigin);

    private static string Kept(string text, int most) => SpanText.WellFormed(text.Length > most ? text[..most] : text);

    private static IEnumerable<IntakeFailure> Rows(LedgerSession session)
    {
        using var statement = new Statement(session.Connection, "SELECT origin, problem, failed_at, times FROM intake_failure ORDER BY failed_at DESC, id DESC");
        using SqliteDataReader row = statement.Query();
        while (row.Read())
        {
            yield return new IntakeFailure(row.GetString(0), row.GetString(1), row.Time(2), row.GetInt32(3));
        }
    }
}
