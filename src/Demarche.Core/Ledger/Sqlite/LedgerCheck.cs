using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Checks a whole ledger.</summary>
internal static class LedgerCheck
{
    /// <summary>What is wrong with the ledger of <paramref name="session"/>, a sentence each.</summary>
    public static IEnumerable<string> Run(LedgerSession session)
    {
        foreach (string problem in Ask(session.Connection, "PRAGMA integrity_check").Where(line => line != "ok"))
        {
            yield return problem;
        }

        foreach (string table in Ask(session.Connection, "SELECT DISTINCT \"table\" FROM pragma_foreign_key_check"))
        {
            yield return $"a row of {table} refers to a row that is not there";
        }

        foreach (string key in Ask(
            session.Connection,
            "SELECT key FROM article a WHERE (SELECT count(*) FROM revision r WHERE r.article_id = a.id AND r.is_current = 1) <> 1"))
        {
            yield return $"article {key} has not exactly one current revision";
        }

        foreach (string problem in session.DamagedLines())
        {
            yield return problem;
        }
    }

    private static List<string> Ask(SqliteConnection connection, string sql)
    {
        using var statement = new Statement(connection, sql);
        using SqliteDataReader row = statement.Query();
        var answers = new List<string>();
        while (row.Read())
        {
            answers.Add(row.GetString(0));
        }

        return answers;
    }
}
