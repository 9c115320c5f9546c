using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>The stories and which articles are in them. One connection, one thread.</summary>
internal sealed class StoryRows : IDisposable
{
    private const string Columns = "id, name, title, nullif(first_day, '9999-99-99'), last_day, articles, outlets, utterances";

    // Halves of an id: a slip in one leaves the other.
    private const int HeadLength = 6;
    private const int TailLength = 5;

    private readonly SqliteConnection _connection;
    private readonly Statement _ungrouped;
    private readonly Statement _place;
    private readonly Statement _storyOf;
    private readonly Statement _members;
    private readonly Statement _insert;
    private readonly Statement _retitle;
    private readonly Statement _delete;
    private readonly Statement _setStale;
    private readonly Statement _stale;
    private readonly Statement _outlets;

    public StoryRows(SqliteConnection connection)
    {
        _connection = connection;
        _ungrouped = new Statement(
            connection, "SELECT article_id, key, day FROM story_article WHERE part IS NULL AND original_id = article_id ORDER BY day = 0, day, key");
        _place = new Statement(
            connection,
            "UPDATE story_article SET part = $part, story_id = $story, nearest_id = $nearest, nearness = $nearness WHERE article_id = $id",
            "part", "story", "nearest", "nearness", "id");
        _storyOf = new Statement(connection, "SELECT story_id FROM story_article WHERE article_id = $id", "id");
        _members = new Statement(
            connection,
            "SELECT article_id, revision_id, key, nearest_id, nearness FROM story_article WHERE story_id = $id ORDER BY day = 0, day, key",
            "id");
        _insert = Statement.Insert(
            connection, "story", "name", "first_day", "last_day", "first_key", "title", "articles", "outlets", "utterances", "is_stale");
        _retitle = new Statement(connection, "UPDATE story SET title = $title WHERE id = $id", "title", "id");
        _delete = new Statement(connection, "DELETE FROM story WHERE id = $id", "id");
        _setStale = new Statement(
            connection, "UPDATE story SET is_stale = 1 WHERE id = (SELECT story_id FROM story_article WHERE article_id = $article)", "article");
        _stale = new Statement(connection, "SELECT id FROM story WHERE is_stale = 1 ORDER BY id LIMIT $most", "most");
        _outlets = new Statement(connection, "SELECT outlet FROM revision WHERE id = $id", "id");
    }

    /// <summary>Originals whose part is to be found out, oldest first, undated last.</summary>
    public List<(long Id, string Key, int Day)> Ungrouped()
    {
        using SqliteDataReader row = _ungrouped.Query();
        var found = new List<(long, string, int)>();
        while (row.Read())
        {
            found.Add((row.GetInt64(0), row.GetString(1), row.GetInt32(2)));
        }

        return found;
    }

    /// <summary>Puts an article into a story.</summary>
    public void Place(long article, long part, long story, long? nearest, double? nearness) => _place.Run(part, story, nearest, nearness, article);

    /// <summary>The story an article is in; null when in none.</summary>
    public long? StoryOf(long article) => _storyOf.Scalar(article) is long id ? id : null;

    /// <summary>The articles of a story, oldest first, undated last.</summary>
    public List<StoryMember> Members(long story)
    {
        using SqliteDataReader row = _members.Query(story);
        var found = new List<StoryMember>();
        while (row.Read())
        {
            found.Add(new StoryMember(
                row.GetInt64(0), row.GetInt64(1), row.GetString(2), row.IsDBNull(3) ? null : row.GetInt64(3), row.IsDBNull(4) ? 0 : row.GetDouble(4)));
        }

        return found;
    }

    /// <summary>Outlet of a revision, or null.</summary>
    public string? OutletOf(long revision) => _outlets.Scalar(revision) as string;

    /// <summary>Keeps a new story and gives its row; its utterances are to be found when it has several articles.</summary>
    public long Insert(StoryRow story, string firstKey) => _insert.RunForId(
        story.Name, story.From?.ToColumn() ?? "9999-99-99", story.To?.ToColumn(), firstKey, story.Title, story.Articles, story.Outlets, 0,
        story.Articles > 1 ? 1 : 0);

    /// <summary>Gives a story another title.</summary>
    public void Retitle(long id, string title) => _retitle.Run(title, id);

    /// <summary>Takes away a story with its utterances; its articles stay, in none.</summary>
    public void Delete(long id) => _delete.Run(id);

    /// <summary>Has the utterances of the story that an article is in found anew.</summary>
    public void SetStale(long article) => _setStale.Run(article);

    /// <summary>Up to <paramref name="most"/> stories whose utterances are to be found.</summary>
    public List<long> Stale(int most)
    {
        using SqliteDataReader row = _stale.Query(most);
        var found = new List<long>();
        while (row.Read())
        {
            found.Add(row.GetInt64(0));
        }

        return found;
    }

    /// <summary>Number of stories of <paramref name="least"/> articles and more.</summary>
    public int Count(int least)
    {
        using var statement = new Statement(_connection, "SELECT count(*) FROM story WHERE articles >= $least", "least");
        return (int)(long)statement.Scalar(least)!;
    }

    /// <summary>The users' ids of the articles of every story.</summary>
    public List<List<string>> ArticleIds()
    {
        using var statement = new Statement(
            _connection, "SELECT k.story_id, r.source_id FROM story_article k JOIN revision r ON r.id = k.revision_id ORDER BY k.story_id, k.article_id");
        using SqliteDataReader row = statement.Query();
        var found = new List<List<string>>();
        long last = -1;
        while (row.Read())
        {
            if (row.GetInt64(0) != last)
            {
                last = row.GetInt64(0);
                found.Add([]);
            }

            found[^1].Add(row.GetString(1));
        }

        return found;
    }

    /// <summary>Stories by their first day, undated last.</summary>
    /// <param name="skip">How many to pass over.</param>
    /// <param name="take">How many to give.</param>
    /// <param name="least">Least number of articles.</param>
    /// <param name="isNewestFirst">Whether the latest come first.</param>
    public List<StoryRow> Page(int skip, int take, int least, bool isNewestFirst)
    {
        string order = isNewestFirst ? "first_day = '9999-99-99', first_day DESC, first_key" : "first_day, first_key";
        using var statement = new Statement(
            _connection, $"SELECT {Columns} FROM story WHERE articles >= $least ORDER BY {order} LIMIT $take OFFSET $skip", "least", "take", "skip");
        using SqliteDataReader row = statement.Query(least, take, skip);
        var found = new List<StoryRow>();
        while (row.Read())
        {
            found.Add(Read(row));
        }

        return found;
    }

    /// <summary>A story by its name, or by id or key of an article in it; several articles may share an id.</summary>
    public List<StoryRow> Find(string name)
    {
        using var statement = new Statement(
            _connection,
            $"""
            SELECT {Columns} FROM story WHERE name = $name OR id IN (
                SELECT k.story_id FROM revision r JOIN story_article k ON k.article_id = r.article_id AND k.revision_id = r.id WHERE r.source_id = $name
                UNION ALL SELECT k.story_id FROM article a JOIN story_article k ON k.article_id = a.id WHERE a.key = $name)
            ORDER BY first_day, first_key
            """,
            "name");
        using SqliteDataReader row = statement.Query(name);
        var found = new List<StoryRow>();
        while (row.Read())
        {
            found.Add(Read(row));
        }

        return found;
    }

    /// <summary>Stories somebody may mean by <paramref name="name"/>, which none has: ids that begin or end like it, titles and ids of articles with it; the latest first.</summary>
    public List<StoryRow> Like(string name, int most)
    {
        using var statement = new Statement(
            _connection,
            $"""
            SELECT {Columns} FROM story WHERE substr(name, 1, {HeadLength}) = $head OR substr(name, -{TailLength}) = $tail OR instr(lower(title), $lower) > 0 OR id IN (
                SELECT k.story_id FROM revision r JOIN story_article k ON k.article_id = r.article_id AND k.revision_id = r.id WHERE instr(lower(r.source_id), $lower) > 0)
            ORDER BY first_day DESC, first_key LIMIT $most
            """,
            "head", "tail", "lower", "most");
        using SqliteDataReader row = statement.Query(
            name.Length < HeadLength ? name : name[..HeadLength], name.Length < TailLength ? name : name[^TailLength..], name.ToLowerInvariant(), most);
        var found = new List<StoryRow>();
        while (row.Read())
        {
            found.Add(Read(row));
        }

        return found;
    }

    public void Dispose()
    {
        foreach (Statement statement in new[]
                 {
                     _ungrouped, _place, _storyOf, _members, _insert, _retitle, _delete, _setStale, _stale, _outlets,
                 })
        {
            statement.Dispose();
        }
    }

    private static StoryRow Read(SqliteDataReader row) => new(
        row.GetInt64(0), row.GetString(1), row.GetString(2), row.DayOrNull(3), row.DayOrNull(4), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7));
}

/// <summary>A story without its articles.</summary>
/// <param name="Id">Row of the story.</param>
/// <param name="Name">Its id for people.</param>
/// <param name="Title">Title of its middle article.</param>
/// <param name="From">Day of its first article, or null.</param>
/// <param name="To">Day of its last article, or null.</param>
/// <param name="Articles">Number of articles.</param>
/// <param name="Outlets">Number of outlets.</param>
/// <param name="Utterances">Number of utterances that at least two articles render.</param>
internal sealed record StoryRow(long Id, string Name, string Title, DateOnly? From, DateOnly? To, int Articles, int Outlets, int Utterances);

/// <summary>An article of a story.</summary>
/// <param name="Id">Row of the article.</param>
/// <param name="RevisionId">Row of its current revision.</param>
/// <param name="Key">Its key.</param>
/// <param name="NearestId">The article it is tied to; null in the middle one.</param>
/// <param name="Nearness">Probability of that tie; 1 for a copy.</param>
internal sealed record StoryMember(long Id, long RevisionId, string Key, long? NearestId, double Nearness);
