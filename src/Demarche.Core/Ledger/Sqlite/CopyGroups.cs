using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Tells which of some articles are copies of one text, directly or by way of others. One connection, one thread.</summary>
internal static class CopyGroups
{
    // Looking a revision's copies up takes about as long as reading forty pairs; where more are tied together all pairs are read instead.
    private const int MostLookedUp = 4000;

    /// <summary>Groups of two and more of the articles, each in the order given. Takes time with the copies found, not with the record.</summary>
    /// <param name="connection">The ledger.</param>
    /// <param name="articleKeys">Keys of articles.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(SqliteConnection connection, IEnumerable<string> articleKeys)
    {
        using var current = new Statement(
            connection, "SELECT r.id FROM article a JOIN revision r ON r.article_id = a.id AND r.is_current = 1 WHERE a.key = $key", "key");
        (string Key, long Revision)[] asked =
        [
            .. articleKeys.Distinct(StringComparer.Ordinal).Select(key => (key, current.Scalar(key) as long? ?? 0)).Where(article => article.Item2 != 0),
        ];
        HashSet<long> former = [.. Numbers(connection, "SELECT id FROM revision WHERE is_current = 0")];
        Dictionary<long, long> groups = LookedUp(connection, asked.Select(article => article.Revision), former) ?? All(connection, former);
        return
        [
            .. asked.Where(article => groups.ContainsKey(article.Revision)).GroupBy(article => RootOf(groups, article.Revision), article => article.Key)
                .Where(group => group.Skip(1).Any())
                .Select(group => (IReadOnlyList<string>)[.. group]),
        ];
    }

    // The first revision met of each group, by revision; null when too many are tied together.
    private static Dictionary<long, long>? LookedUp(SqliteConnection connection, IEnumerable<long> revisions, HashSet<long> former)
    {
        using var copies = new Statement(
            connection, "SELECT other_id FROM copy_pair WHERE revision_id = $id UNION ALL SELECT revision_id FROM copy_pair WHERE other_id = $id", "id");
        var groups = new Dictionary<long, long>();
        int copied = 0;
        foreach (long first in revisions.Where(revision => !groups.ContainsKey(revision)))
        {
            groups[first] = first;
            var open = new Queue<long>([first]);
            while (open.TryDequeue(out long revision))
            {
                using SqliteDataReader row = copies.Query(revision);
                while (row.Read())
                {
                    long other = row.GetInt64(0);
                    if (!former.Contains(other) && groups.TryAdd(other, first))
                    {
                        open.Enqueue(other);
                        copied++;
                    }
                }

                if (copied > MostLookedUp)
                {
                    return null;
                }
            }
        }

        return groups;
    }

    private static Dictionary<long, long> All(SqliteConnection connection, HashSet<long> former)
    {
        var groups = new Dictionary<long, long>();
        using var pairs = new Statement(connection, "SELECT revision_id, other_id FROM copy_pair");
        using SqliteDataReader row = pairs.Query();
        while (row.Read())
        {
            (long left, long right) = (row.GetInt64(0), row.GetInt64(1));
            if (!former.Contains(left) && !former.Contains(right))
            {
                groups.TryAdd(left, left);
                groups.TryAdd(right, right);
                groups[RootOf(groups, left)] = RootOf(groups, right);
            }
        }

        return groups;
    }

    // Every step halves the way for those who ask later.
    private static long RootOf(Dictionary<long, long> groups, long revision)
    {
        while (groups[revision] != revision)
        {
            revision = groups[revision] = groups[groups[revision]];
        }

        return revision;
    }

    private static IEnumerable<long> Numbers(SqliteConnection connection, string select)
    {
        using var statement = new Statement(connection, select);
        using SqliteDataReader row = statement.Query();
        while (row.Read())
        {
            yield return row.GetInt64(0);
        }
    }
}
