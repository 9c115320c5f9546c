using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>The links between articles that may tell of one event. One connection, one thread.</summary>
internal sealed class StoryLinkRows : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Statement _unlinked;
    private readonly Statement _having;
    private readonly Statement _keysOf;
    private readonly Statement _headlines;
    private readonly Statement _of;
    private readonly Statement _add;
    private readonly Statement _drop;
    private readonly Statement _setLinked;
    private readonly Statement _count;

    public StoryLinkRows(SqliteConnection connection)
    {
        _connection = connection;
        _unlinked = new Statement(connection, "SELECT article_id FROM story_article WHERE is_linked = 0 ORDER BY article_id LIMIT $most", "most");
        _having = new Statement(
            connection,
            "SELECT article_id FROM story_key WHERE term = $term AND (day = 0 OR day BETWEEN $from AND $to)",
            "term", "from", "to");
        _keysOf = new Statement(
            connection, "SELECT day, article_id, terms FROM story_article_keys WHERE day = 0 OR day BETWEEN $from AND $to", "from", "to");
        _headlines = new Statement(
            connection, "SELECT article_id FROM story_article WHERE is_headline = 1 AND (day = 0 OR day BETWEEN $from AND $to)", "from", "to");
        _of = new Statement(connection, "SELECT other_id, probability FROM story_link WHERE article_id = $id ORDER BY other_id", "id");
        _add = new Statement(
            connection, "INSERT OR REPLACE INTO story_link (article_id, other_id, probability) VALUES ($article, $other, $probability)",
            "article", "other", "probability");
        _drop = new Statement(connection, "DELETE FROM story_link WHERE article_id = $article AND other_id = $other", "article", "other");
        _setLinked = new Statement(connection, "UPDATE story_article SET is_linked = 1 WHERE article_id = $id", "id");
        _count = new Statement(connection, "SELECT count(*) FROM story_article");
    }

    /// <summary>Number of articles that stories know.</summary>
    public long CountArticles() => (long)_count.Scalar()!;

    /// <summary>Up to <paramref name="most"/> articles whose links are to be found.</summary>
    public List<long> Unlinked(int most)
    {
        using SqliteDataReader row = _unlinked.Query(most);
        var found = new List<long>();
        while (row.Read())
        {
            found.Add(row.GetInt64(0));
        }

        return found;
    }

    /// <summary>Articles found by a term within days, the undated among them.</summary>
    public IEnumerable<long> Having(uint term, int from, int to)
    {
        using SqliteDataReader row = _having.Query((long)term, from, to);
        while (row.Read())
        {
            yield return row.GetInt64(0);
        }
    }

    /// <summary>The telling terms of all articles within days, the undated among them; a day of 0 is unknown.</summary>
    public IEnumerable<(int Day, long Id, uint[] Terms)> KeysOf(int from, int to)
    {
        using SqliteDataReader row = _keysOf.Query(from, to);
        while (row.Read())
        {
            yield return (row.GetInt32(0), row.GetInt64(1), KeyBytes.Read(row.GetFieldValue<byte[]>(2)));
        }
    }

    /// <summary>Articles without a text within days, the undated among them.</summary>
    public HashSet<long> Headlines(int from, int to)
    {
        using SqliteDataReader row = _headlines.Query(from, to);
        var found = new HashSet<long>();
        while (row.Read())
        {
            found.Add(row.GetInt64(0));
        }

        return found;
    }

    /// <summary>The links of an article: the others and how probable.</summary>
    public List<(long Other, double Probability)> Of(long id)
    {
        using SqliteDataReader row = _of.Query(id);
        var found = new List<(long, double)>();
        while (row.Read())
        {
            found.Add((row.GetInt64(0), row.GetDouble(1)));
        }

        return found;
    }

    /// <summary>Links two articles.</summary>
    public void Add(long left, long right, double probability)
    {
        _add.Run(left, right, probability);
        _add.Run(right, left, probability);
    }

    /// <summary>Links many articles; in the order of the table, which is several times as quick as in any other.</summary>
    public void AddAll(List<(long Left, long Right, double Probability)> links)
    {
        var rows = new (long Article, long Other, double Probability)[2 * links.Count];
        for (int i = 0; i < links.Count; i++)
        {
            (long left, long right, double probability) = links[i];
            rows[2 * i] = (left, right, probability);
            rows[(2 * i) + 1] = (right, left, probability);
        }

        Array.Sort(rows, static (left, right) => (left.Article, left.Other).CompareTo((right.Article, right.Other)));
        foreach ((long article, long other, double probability) in rows)
        {
            _add.Run(article, other, probability);
        }
    }

    /// <summary>Takes away all links of an article.</summary>
    public void Drop(long id)
    {
        foreach ((long other, _) in Of(id))
        {
            _drop.Run(id, other);
            _drop.Run(other, id);
        }
    }

    /// <summary>Takes away all links, and has every part found out anew.</summary>
    public void Clear()
    {
        _connection.Run("DELETE FROM story_link");
        _connection.Run("UPDATE story_article SET part = NULL, is_linked = 0 WHERE original_id = article_id");
    }

    /// <summary>Notes that the links of an article are found.</summary>
    public void SetLinked(long id) => _setLinked.Run(id);

    /// <summary>Notes that all links are found.</summary>
    public void SetAllLinked() => _connection.Run("UPDATE story_article SET is_linked = 1 WHERE is_linked = 0");

    public void Dispose()
    {
        foreach (Statement statement in new[] { _unlinked, _having, _keysOf, _headlines, _of, _add, _drop, _setLinked, _count })
        {
            statement.Dispose();
        }
    }
}
