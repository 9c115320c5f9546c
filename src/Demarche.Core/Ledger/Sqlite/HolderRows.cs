using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Who holds positions, by the names the machine read. One step of the index a name, not one a line.</summary>
internal static class HolderRows
{
    private const string Names = """
        WITH RECURSIVE name (holder) AS (
            SELECT min(holder) FROM position
            UNION ALL
            SELECT (SELECT min(p.holder) FROM position p WHERE p.holder > name.holder) FROM name WHERE name.holder IS NOT NULL)
        SELECT holder FROM name WHERE holder IS NOT NULL
        """;

    /// <summary>All names, of former revisions too.</summary>
    public static IEnumerable<string> All(SqliteConnection connection) => Read(connection, Names);

    /// <summary>The names of those who hold a position in a current revision, sorted.</summary>
    public static IEnumerable<string> Current(SqliteConnection connection) => Read(
        connection,
        $"{Names} AND EXISTS (SELECT 1 FROM position p JOIN revision r ON r.id = p.revision_id WHERE p.holder = name.holder AND r.is_current = 1)");

    private static List<string> Read(SqliteConnection connection, string select)
    {
        using var statement = new Statement(connection, select);
        using SqliteDataReader row = statement.Query();
        var names = new List<string>();
        while (row.Read())
        {
            names.Add(row.GetString(0));
        }

        names.Sort(StringComparer.Ordinal);
        return names;
    }
}
