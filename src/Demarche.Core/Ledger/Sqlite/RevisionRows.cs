using System.Text.Json;
using Demarche.Core.Reading;
using Demarche.Nlp.Times;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>An article of the ledger with the text that every span of it points into.</summary>
/// <param name="Article">The article.</param>
/// <param name="Text">Its clean text.</param>
internal sealed record StoredRevision(LedgerArticle Article, string Text);

/// <summary>Reads revisions. One connection, one thread.</summary>
internal sealed class RevisionRows : IDisposable
{
    // Lines come in order of time, so those of one article mostly come together.
    private const int CacheSize = 32;

    private const string Columns = """
        a.key, r.source_id, r.url, r.outlet, r.title, r.byline, r.published, r.published_basis, r.language, r.digest,
        r.number, r.is_current, r.added_at, r.model
        """;

    private const int ColumnCount = 14;

    private const string From = "FROM revision r JOIN article a ON a.id = r.article_id";

    private readonly SqliteConnection _connection;
    private readonly Statement _byId;
    private readonly Statement _kind;
    private readonly Dictionary<long, StoredRevision> _cache = [];

    public RevisionRows(SqliteConnection connection)
    {
        _connection = connection;
        _byId = new Statement(connection, $"SELECT {Columns}, r.text {From} WHERE r.id = $id", "id");
        _kind = new Statement(connection, "SELECT json_extract(extra, $field) FROM revision WHERE id = $id", "id", "field");
    }

    /// <summary>The revision in row <paramref name="id"/>.</summary>
    public StoredRevision Get(long id)
    {
        if (_cache.TryGetValue(id, out StoredRevision? known))
        {
            return known;
        }

        if (_cache.Count >= CacheSize)
        {
            _cache.Clear();
        }

        using SqliteDataReader row = _byId.Query(id);
        row.Read();
        return _cache[id] = new StoredRevision(Read(row), row.GetString(ColumnCount));
    }

    /// <summary>Every current revision in order of day and key, undated ones last.</summary>
    public IEnumerable<LedgerArticle> Current()
    {
        using var statement = new Statement(
            _connection, $"SELECT {Columns} {From} WHERE r.is_current = 1 ORDER BY r.published IS NULL, r.published, a.key");
        using SqliteDataReader row = statement.Query();
        while (row.Read())
        {
            yield return Read(row);
        }
    }

    /// <summary>Key and text of every current revision, in the same order.</summary>
    public IEnumerable<(string ArticleKey, string Text)> CurrentTexts()
    {
        using var statement = new Statement(
            _connection,
            $"SELECT a.key, r.text {From} WHERE r.is_current = 1 ORDER BY r.published IS NULL, r.published, a.key");
        using SqliteDataReader row = statement.Query();
        while (row.Read())
        {
            yield return (row.GetString(0), row.GetString(1));
        }
    }

    /// <summary>The last day of publication of a current revision, or null when none has one.</summary>
    public DateOnly? LastDay()
    {
        using var statement = new Statement(_connection, "SELECT max(published) FROM revision WHERE is_current = 1");
        using SqliteDataReader row = statement.Query();
        return row.Read() ? row.DayOrNull(0) : null;
    }

    /// <summary>Current revisions whose key starts with <paramref name="sought"/> (four digits or more), or whose id or address it is.</summary>
    public IReadOnlyList<LedgerArticle> Find(string sought)
    {
        const int LeastPrefix = 4;
        bool mayBeKey = sought.Length is >= LeastPrefix and <= ContentId.Length && sought.All(char.IsAsciiHexDigit);
        using var statement = new Statement(
            _connection,
            $"""
            SELECT {Columns} {From}
            WHERE r.is_current = 1 AND r.id IN (
                SELECT id FROM revision WHERE source_id = $sought
                UNION ALL SELECT id FROM revision WHERE url = $sought
                UNION ALL SELECT k.id FROM article b JOIN revision k ON k.article_id = b.id WHERE b.key BETWEEN $prefix AND $prefix || 'g')
            ORDER BY r.published IS NULL, r.published, a.key
            """,
            "sought",
            "prefix");
        // Keys are hexadecimal digits: all that begin so lie before the same with a g behind it.
        using SqliteDataReader row = statement.Query(sought, mayBeKey ? sought.ToLowerInvariant() : null);
        var found = new List<LedgerArticle>();
        while (row.Read())
        {
            found.Add(Read(row));
        }

        return found;
    }

    /// <summary>Rows of the article's revisions, oldest first.</summary>
    public IReadOnlyList<long> RevisionsOf(string articleKey) =>
        Ids($"SELECT r.id {From} WHERE a.key = $key ORDER BY r.number", ("key", articleKey));

    /// <summary>Rows of the current revisions that another model or another codebook coded, in the order they were added.</summary>
    public IReadOnlyList<long> Outdated(string model, string? codebookDigest) => Ids(
        "SELECT id FROM revision WHERE is_current = 1 AND (model <> $model OR codebook IS NOT $codebook) ORDER BY id",
        ("model", model),
        ("codebook", codebookDigest));

    /// <summary>Rows of all revisions.</summary>
    public IReadOnlyList<long> All() => Ids("SELECT id FROM revision ORDER BY id");

    /// <summary>The article as Reading gave it, furniture, optional and unknown fields included.</summary>
    public Article Article(long id)
    {
        (LedgerArticle article, string text) = Get(id);
        using var statement = new Statement(_connection, "SELECT extra FROM revision WHERE id = $id", "id");
        return OptionalFields.Take(new Article
        {
            Id = article.Id,
            Text = text,
            Url = article.Url,
            Outlet = article.Outlet,
            Title = article.Title,
            Byline = article.Byline,
            Published = article.Published,
            PublishedBasis = article.PublishedBasis,
            Language = article.Language,
            Furniture = Furniture(id),
            Extra = statement.Scalar(id) is string json
                ? JsonSerializer.Deserialize(json, LedgerJson.Default.SortedDictionaryStringString)!
                : [],
        });
    }

    /// <summary>What an article is, by its record.</summary>
    public ArticleKind KindOf(long id) => Core.Reading.Article.KindOf(_kind.Scalar(id, "$." + Core.Reading.Article.KindField) as string);

    /// <summary>Dates and times found in it, in text order.</summary>
    public IReadOnlyList<TimeExpression> Times(long id)
    {
        using var statement = new Statement(
            _connection,
            "SELECT span_start, span_end, type, value FROM time_expression WHERE revision_id = $id ORDER BY ordinal",
            "id");
        using SqliteDataReader row = statement.Query(id);
        var found = new List<TimeExpression>();
        while (row.Read())
        {
            found.Add(new TimeExpression(row.Span(0), row.GetString(2), row.GetString(3)));
        }

        return found;
    }

    public void Dispose()
    {
        _byId.Dispose();
        _kind.Dispose();
    }

    private List<long> Ids(string sql, params (string Name, string? Value)[] parameters)
    {
        using var statement = new Statement(_connection, sql, [.. parameters.Select(p => p.Name)]);
        using SqliteDataReader row = statement.Query([.. parameters.Select(p => p.Value)]);
        var found = new List<long>();
        while (row.Read())
        {
            found.Add(row.GetInt64(0));
        }

        return found;
    }

    private List<Furniture> Furniture(long id)
    {
        using var statement = new Statement(
            _connection, "SELECT span_start, span_end, reason FROM furniture WHERE revision_id = $id ORDER BY ordinal", "id");
        using SqliteDataReader row = statement.Query(id);
        var found = new List<Furniture>();
        while (row.Read())
        {
            found.Add(new Furniture(row.Span(0), row.GetString(2)));
        }

        return found;
    }

    private static LedgerArticle Read(SqliteDataReader row) => new()
    {
        Key = row.GetString(0),
        Id = row.GetString(1),
        Url = row.TextOrNull(2),
        Outlet = row.TextOrNull(3),
        Title = row.TextOrNull(4),
        Byline = row.TextOrNull(5),
        Published = row.DayOrNull(6),
        PublishedBasis = row.Word<DateBasis>(7),
        Language = row.TextOrNull(8),
        Digest = row.GetString(9),
        Revision = row.GetInt32(10),
        IsCurrent = row.GetInt32(11) == 1,
        AddedAt = row.Time(12),
        Model = row.GetString(13),
    };
}
