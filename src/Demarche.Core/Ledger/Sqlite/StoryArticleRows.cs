using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>The articles that stories are made of: what is stale, their profiles, whose copies they are. One connection, one thread.</summary>
internal sealed class StoryArticleRows : IDisposable
{
    private const string Columns = "article_id, revision_id, key, day, draw, profile, original_id, part, place, vicinity";

    private readonly Statement _stale;
    private readonly Statement _text;
    private readonly Statement _fresh;
    private readonly Statement _put;
    private readonly Statement _get;
    private readonly Statement _copies;
    private readonly Statement _toLink;
    private readonly Statement _copiesBeside;
    private readonly Statement _addKey;
    private readonly Statement _dropKey;
    private readonly Statement _addKeys;
    private readonly Statement _dropKeys;
    private readonly Statement _unpart;
    private readonly Statement _setOriginal;
    private readonly Statement _moved;
    private readonly Statement _kept;

    public StoryArticleRows(SqliteConnection connection)
    {
        _stale = new Statement(
            connection,
            """
            SELECT s.article_id, s.mark, r.id, a.key, r.published, k.revision_id
            FROM (SELECT article_id, max(id) AS mark FROM story_stale GROUP BY article_id ORDER BY article_id LIMIT $most) s
            CROSS JOIN article a ON a.id = s.article_id CROSS JOIN revision r ON r.article_id = a.id AND r.is_current = 1
            LEFT JOIN story_article k ON k.article_id = a.id
            ORDER BY s.article_id
            """,
            "most");
        _text = new Statement(connection, "SELECT title, text FROM revision WHERE id = $id", "id");
        _fresh = new Statement(connection, "DELETE FROM story_stale WHERE article_id = $article AND id <= $mark", "article", "mark");
        _put = new Statement(
            connection,
            """
            INSERT INTO story_article (article_id, revision_id, key, day, draw, profile, original_id, is_linked, place, is_headline)
            VALUES ($article, $revision, $key, $day, $draw, $profile, $article, 0, $place, $headline)
            ON CONFLICT (article_id) DO UPDATE SET revision_id = $revision, day = $day, profile = $profile, is_linked = 0, place = $place, vicinity = NULL,
                is_headline = $headline
            """,
            "article", "revision", "key", "day", "draw", "profile", "place", "headline");
        _get = new Statement(connection, $"SELECT {Columns} FROM story_article WHERE article_id = $id", "id");
        _copies = new Statement(
            connection, "SELECT article_id, revision_id, key, day FROM story_article WHERE original_id = $id ORDER BY article_id", "id");
        // One statement for thousands of articles: asking for each costs more than reading it.
        _toLink = new Statement(
            connection,
            "SELECT k.article_id, k.day, k.profile, k.vicinity FROM json_each($ids) j CROSS JOIN story_article k ON k.article_id = j.value WHERE k.original_id = k.article_id",
            "ids");
        _copiesBeside = new Statement(
            connection,
            """
            SELECT k.article_id FROM story_article m CROSS JOIN copy_pair p ON p.revision_id = m.revision_id
                CROSS JOIN revision r ON r.id = p.other_id CROSS JOIN story_article k ON k.article_id = r.article_id AND k.revision_id = r.id
                WHERE m.article_id = $id
            UNION ALL
            SELECT k.article_id FROM story_article m CROSS JOIN copy_pair p ON p.other_id = m.revision_id
                CROSS JOIN revision r ON r.id = p.revision_id CROSS JOIN story_article k ON k.article_id = r.article_id AND k.revision_id = r.id
                WHERE m.article_id = $id
            """,
            "id");
        _addKey = new Statement(connection, "INSERT OR IGNORE INTO story_key (term, day, article_id) VALUES ($term, $day, $article)", "term", "day", "article");
        _dropKey = new Statement(
            connection, "DELETE FROM story_key WHERE term = $term AND day = $day AND article_id = $article", "term", "day", "article");
        _addKeys = new Statement(
            connection, "INSERT OR REPLACE INTO story_article_keys (day, article_id, terms) VALUES ($day, $article, $terms)", "day", "article", "terms");
        _dropKeys = new Statement(connection, "DELETE FROM story_article_keys WHERE day = $day AND article_id = $article", "day", "article");
        _unpart = new Statement(
            connection,
            "UPDATE story_article SET part = NULL WHERE part > 0 AND part = (SELECT part FROM story_article WHERE article_id = $id)",
            "id");
        _setOriginal = new Statement(
            connection,
            "UPDATE story_article SET original_id = $original, is_linked = 0, vicinity = NULL, part = CASE WHEN $original = article_id THEN NULL ELSE 0 END WHERE article_id = $id",
            "original", "id");
        _moved = new Statement(connection, "INSERT INTO story_moved (place, draw) VALUES ($place, $draw)", "place", "draw");
        _kept = new Statement(
            connection, $"SELECT {Columns} FROM story_article WHERE original_id = article_id ORDER BY day = 0, day, key");
    }

    /// <summary>Up to <paramref name="most"/> articles that changed.</summary>
    public List<StaleArticle> Stale(int most)
    {
        using SqliteDataReader row = _stale.Query(most);
        var found = new List<StaleArticle>();
        while (row.Read())
        {
            found.Add(new StaleArticle(
                row.GetInt64(0), row.GetInt64(1), row.GetInt64(2), row.GetString(3), row.DayOrNull(4)?.DayNumber ?? 0,
                row.IsDBNull(5) || row.GetInt64(5) != row.GetInt64(2)));
        }

        return found;
    }

    /// <summary>Title and text of a revision.</summary>
    public (string? Title, string Text) TextOf(long revision)
    {
        using SqliteDataReader row = _text.Query(revision);
        row.Read();
        return (row.TextOrNull(0), row.GetString(1));
    }

    /// <summary>Notes that an article was brought up to date; what changed since it was read stays stale.</summary>
    public void SetFresh(StaleArticle article) => _fresh.Run(article.ArticleId, article.Mark);

    /// <summary>Keeps the profile of an article's current text; its links are to be found.</summary>
    /// <param name="article">The article.</param>
    /// <param name="draw">The lot by which it is sampled.</param>
    /// <param name="profile">Its words, as bytes.</param>
    /// <param name="place">Where it stands on the line of days.</param>
    /// <param name="isHeadline">Whether it has no text.</param>
    public void Put(StaleArticle article, string draw, byte[] profile, long place, bool isHeadline)
    {
        _put.Run(article.ArticleId, article.RevisionId, article.Key, article.Day, draw, profile, place, isHeadline ? 1 : 0);
        SetMoved(place, draw);
    }

    /// <summary>Notes that an article came to a place or left it.</summary>
    public void SetMoved(long place, string draw) => _moved.Run(place, draw);

    /// <summary>An article; null when it is not kept yet.</summary>
    public StoryArticle? Get(long id)
    {
        using SqliteDataReader row = _get.Query(id);
        return row.Read() ? Read(row) : null;
    }

    /// <summary>Those that are copies of the article <paramref name="id"/>, itself among them when it is of none.</summary>
    public List<CopiedArticle> CopiesOf(long id)
    {
        using SqliteDataReader row = _copies.Query(id);
        var found = new List<CopiedArticle>();
        while (row.Read())
        {
            found.Add(new CopiedArticle(row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetInt32(3)));
        }

        return found;
    }

    /// <summary>Of some articles those that are no copies, with what links are found by.</summary>
    public IEnumerable<(long Id, int Day, byte[] Profile, long Vicinity)> ToLink(IEnumerable<long> ids)
    {
        using SqliteDataReader row = _toLink.Query($"[{string.Join(',', ids)}]");
        while (row.Read())
        {
            yield return (row.GetInt64(0), row.GetInt32(1), row.GetFieldValue<byte[]>(2), row.GetInt64(3));
        }
    }

    /// <summary>Ids of the articles whose texts are copies of each other, the one given among them.</summary>
    public List<long> CopyGroup(long id)
    {
        // Step by step: as one recursive query the engine (3.50) takes a hundred times as long.
        var found = new List<long> { id };
        var seen = new HashSet<long>(found);
        for (int i = 0; i < found.Count; i++)
        {
            using SqliteDataReader row = _copiesBeside.Query(found[i]);
            while (row.Read())
            {
                if (seen.Add(row.GetInt64(0)))
                {
                    found.Add(row.GetInt64(0));
                }
            }
        }

        return found;
    }

    /// <summary>Makes an article a copy of another, or an original of itself; its links are to be found.</summary>
    public void SetOriginal(long id, long original) => _setOriginal.Run(original, id);

    /// <summary>Makes an article be found by its telling terms.</summary>
    public void AddKeys(uint[] terms, int day, long id)
    {
        foreach (uint term in terms)
        {
            _addKey.Run((long)term, day, id);
        }

        _addKeys.Run(day, id, KeyBytes.Of(terms));
    }

    /// <summary>Takes that back.</summary>
    public void DropKeys(uint[] terms, int day, long id)
    {
        foreach (uint term in terms)
        {
            _dropKey.Run((long)term, day, id);
        }

        _dropKeys.Run(day, id);
    }

    /// <summary>Has the part that an article is in found out anew.</summary>
    public void Unpart(long id) => _unpart.Run(id);

    /// <summary>All originals, oldest first, undated last, then by key.</summary>
    public List<StoryArticle> Originals() => ReadAll(_kept.Query());

    public void Dispose()
    {
        foreach (Statement statement in new[]
                 {
                     _stale, _text, _fresh, _put, _get, _copies, _toLink, _copiesBeside, _addKey, _dropKey, _addKeys, _dropKeys, _unpart, _setOriginal, _moved, _kept,
                 })
        {
            statement.Dispose();
        }
    }

    private static List<StoryArticle> ReadAll(SqliteDataReader rows)
    {
        using SqliteDataReader row = rows;
        var found = new List<StoryArticle>();
        while (row.Read())
        {
            found.Add(Read(row));
        }

        return found;
    }

    private static StoryArticle Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.GetInt32(3), row.GetString(4), row.GetFieldValue<byte[]>(5), row.GetInt64(6),
        row.IsDBNull(7) ? null : row.GetInt64(7), row.GetInt64(8), row.IsDBNull(9) ? null : row.GetInt64(9));
}

/// <summary>An article that is a copy of another, or that other.</summary>
/// <param name="Id">Row of the article.</param>
/// <param name="RevisionId">Row of its current revision.</param>
/// <param name="Key">Its key.</param>
/// <param name="Day">Its day as a number, 0 when unknown.</param>
internal sealed record CopiedArticle(long Id, long RevisionId, string Key, int Day);

/// <summary>An article that changed since stories were last brought up to date.</summary>
/// <param name="ArticleId">Row of the article.</param>
/// <param name="Mark">Last note of a change.</param>
/// <param name="RevisionId">Row of its current revision.</param>
/// <param name="Key">Its key.</param>
/// <param name="Day">Its day as a number, 0 when unknown.</param>
/// <param name="IsNewText">Whether its words changed; otherwise only the lines read from them.</param>
internal sealed record StaleArticle(long ArticleId, long Mark, long RevisionId, string Key, int Day, bool IsNewText);

/// <summary>An article as stories know it.</summary>
/// <param name="Id">Row of the article.</param>
/// <param name="RevisionId">Row of the revision it was read from.</param>
/// <param name="Key">Its key.</param>
/// <param name="Day">Its day as a number, 0 when unknown.</param>
/// <param name="Draw">The lot by which it is sampled.</param>
/// <param name="Profile">Its words, as bytes.</param>
/// <param name="OriginalId">The article it is a copy of, itself when of none.</param>
/// <param name="Part">The part of the graph it is in; null when that is to be found out.</param>
/// <param name="Place">Where it stands on the line of days.</param>
/// <param name="Vicinity">The stretch of that line by which its words are weighed; null when that is to be found out, and for a copy.</param>
internal sealed record StoryArticle(
    long Id, long RevisionId, string Key, int Day, string Draw, byte[] Profile, long OriginalId, long? Part, long Place, long? Vicinity);
