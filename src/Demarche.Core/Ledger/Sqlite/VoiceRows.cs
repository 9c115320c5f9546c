using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Counts who speaks and who holds positions, by names and parties as the machine gave them.</summary>
internal static class VoiceRows
{
    /// <summary>Counts in current revisions; a name comes once for each party it is given.</summary>
    /// <param name="connection">The ledger.</param>
    /// <param name="exceptPositionsOf">Keys of articles whose positions are not counted.</param>
    public static IEnumerable<Voice> Read(SqliteConnection connection, IReadOnlyCollection<string> exceptPositionsOf)
    {
        using var statement = new Statement(
            connection,
            """
            SELECT p.holder, p.party, count(*), 0, min(coalesce(p.date, r.published)), max(coalesce(p.date, r.published))
            FROM position p JOIN revision r ON r.id = p.revision_id JOIN article a ON a.id = r.article_id
            WHERE r.is_current = 1 AND a.key NOT IN (SELECT value FROM json_each($except))
            GROUP BY p.holder, p.party
            UNION ALL
            SELECT t.speaker, t.speaker_party, 0, count(*), min(r.published), max(r.published)
            FROM attribution t JOIN revision r ON r.id = t.revision_id
            WHERE r.is_current = 1 AND t.speaker IS NOT NULL
            GROUP BY t.speaker, t.speaker_party
            """,
            "except");
        using SqliteDataReader row = statement.Query(JsonSerializer.Serialize([.. exceptPositionsOf], LedgerJson.Default.StringArray));
        while (row.Read())
        {
            yield return new Voice(row.GetString(0), row.TextOrNull(1), row.GetInt32(2), row.GetInt32(3), row.DayOrNull(4), row.DayOrNull(5));
        }
    }

    /// <summary>The voices of <paramref name="parts"/>, those of one name made one, by name.</summary>
    public static IEnumerable<Voice> Joined(IEnumerable<Voice> parts) => parts.GroupBy(part => part.Name, StringComparer.Ordinal)
        .Select(name => new Voice(
            name.Key,
            name.Where(part => part.Party is not null).GroupBy(part => part.Party)
                .OrderByDescending(party => party.Sum(part => part.Positions + part.Statements))
                .ThenBy(party => party.Key, StringComparer.Ordinal)
                .FirstOrDefault()?.Key,
            name.Sum(part => part.Positions),
            name.Sum(part => part.Statements),
            name.Min(part => part.From),
            name.Max(part => part.To)))
        .OrderBy(voice => voice.Name, StringComparer.Ordinal);
}
