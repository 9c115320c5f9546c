using System.Text.Json;
using Demarche.Core.Reading;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Writes articles with what was read from them, one transaction each. Not safe to share between threads.</summary>
internal sealed class ArticleWriter : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly LineWriter _lines;
    private readonly Statement _findRevision;
    private readonly Statement _findKept;
    private readonly Statement _findArticle;
    private readonly Statement _insertArticle;
    private readonly Statement _retire;
    private readonly Statement _retireCells;
    private readonly Statement _insertRevision;
    private readonly Statement _index;
    private readonly Statement _recode;
    private readonly Statement _insertCodebook;
    private readonly RawCopyRows _rawCopies;
    private readonly CopyRows _copies;

    public ArticleWriter(SqliteConnection connection)
    {
        _connection = connection;
        _lines = new LineWriter(connection);
        _rawCopies = new RawCopyRows(connection);
        _copies = new CopyRows(connection);
        _findRevision = new Statement(
            connection, "SELECT id, number, model, codebook FROM revision WHERE key = $key", "key");
        _findKept = new Statement(
            connection,
            """
            SELECT number FROM revision
            WHERE key = $key AND model = $model AND codebook IS $codebook AND EXISTS (SELECT 1 FROM raw_copy WHERE revision_id = revision.id)
            """,
            "key", "model", "codebook");
        _findArticle = new Statement(
            connection,
            "SELECT a.id, max(r.number) FROM article a JOIN revision r ON r.article_id = a.id WHERE a.key = $key GROUP BY a.id",
            "key");
        _insertArticle = Statement.Insert(connection, "article", "key", "basis");
        _retire = new Statement(
            connection, "UPDATE revision SET is_current = 0 WHERE article_id = $article AND is_current = 1", "article");
        _retireCells = new Statement(
            connection, "DELETE FROM cell_line WHERE revision_id IN (SELECT id FROM revision WHERE article_id = $article)", "article");
        _insertRevision = Statement.Insert(
            connection, "revision", "article_id", "key", "number", "is_current", "digest", "source_id", "url", "outlet", "title",
            "byline", "published", "published_basis", "language", "extra", "added_at", "model", "codebook", "coded_at", "text");
        _index = Statement.Insert(connection, "article_search", "rowid", "title", "text");
        _recode = new Statement(
            connection,
            """
            UPDATE revision SET model = $model, codebook = $codebook, coded_at = $at, language = $language, published_basis = $basis
            WHERE id = $id
            """,
            "model", "codebook", "at", "language", "basis", "id");
        _insertCodebook = new Statement(
            connection, "INSERT OR IGNORE INTO codebook (digest, text, added_at) VALUES ($digest, $text, $at)", "digest", "text", "at");
    }

    /// <summary>Looks for copies among what an older program added.</summary>
    public void CatchUp() => _connection.InTransaction(() =>
    {
        _copies.CatchUp();
        return 0;
    });

    /// <summary>Keeps <paramref name="coded"/>, whose text is well-formed and whose spans were checked.</summary>
    /// <param name="coded">The article.</param>
    /// <param name="coding">By what it was coded.</param>
    /// <param name="copy">Where its bytes are kept, or null.</param>
    public AddOutcome Add(CodedArticle coded, Coding coding, RawCopy? copy)
    {
        string digest = ContentId.DigestOf(coded.Article.Text);
        string articleKey = ContentId.OfArticle(coded.Article);
        string revisionKey = ContentId.OfRevision(articleKey, digest, coded.Article);
        return _connection.InTransaction(() =>
        {
            AddOutcome outcome = AddOrRecode(coded, coding, digest, new Keys(articleKey, revisionKey));
            if (copy is not null)
            {
                _rawCopies.Add(revisionKey, copy);
            }

            return outcome;
        });
    }

    /// <summary>The outcome of adding an article that is here, with its bytes and coded the same; null when it is not.</summary>
    /// <param name="article">The article; its text well-formed.</param>
    /// <param name="coding">By what it would be coded.</param>
    public AddOutcome? Known(Article article, Coding coding)
    {
        string articleKey = ContentId.OfArticle(article);
        using SqliteDataReader row = _findKept.Query(
            ContentId.OfRevision(articleKey, ContentId.DigestOf(article.Text), article), coding.Model, coding.CodebookDigest);
        return row.Read() ? new AddOutcome(AddKind.Unchanged, articleKey, row.GetInt32(0)) : null;
    }

    private AddOutcome AddOrRecode(CodedArticle coded, Coding coding, string digest, Keys keys)
    {
        if (Find(keys.Revision) is not { } known)
        {
            return AddRevision(coded, coding, digest, keys);
        }

        bool isSame = known.Model == coding.Model && known.Codebook == coding.CodebookDigest;
        if (!isSame)
        {
            Recode(known.Id, coded, coding, digest);
        }

        return new AddOutcome(isSame ? AddKind.Unchanged : AddKind.Recoded, keys.Article, known.Number);
    }

    public void Dispose()
    {
        _lines.Dispose();
        _rawCopies.Dispose();
        _copies.Dispose();
        foreach (Statement statement in new[]
                 {
                     _findRevision, _findKept, _findArticle, _insertArticle, _retire, _retireCells, _insertRevision, _index, _recode, _insertCodebook,
                 })
        {
            statement.Dispose();
        }
    }

    private AddOutcome AddRevision(CodedArticle coded, Coding coding, string digest, Keys keys)
    {
        Article article = coded.Article;
        (long articleId, int newest) = FindArticle(keys.Article);
        if (newest == 0)
        {
            articleId = _insertArticle.RunForId(keys.Article, ContentId.BasisOf(article));
        }
        else
        {
            _copies.Retire(articleId);
            _retire.Run(articleId);
            _retireCells.Run(articleId);
        }

        KeepCodebook(coding);
        string now = coding.At.ToColumn();
        long id = _insertRevision.RunForId(
            articleId, keys.Revision, newest + 1, 1, digest, article.Id, article.Url, article.Outlet, article.Title,
            article.Byline, article.Published?.ToColumn(), article.PublishedBasis.ToColumn(), article.Language, Spell(article),
            now, coding.Model, coding.CodebookDigest, now, article.Text);
        _index.Run(id, article.Title, article.Text);
        _lines.Write(id, digest, coded);
        _copies.Add(id, article.Text);
        return new AddOutcome(newest == 0 ? AddKind.Added : AddKind.Revised, keys.Article, newest + 1);
    }

    private void Recode(long id, CodedArticle coded, Coding coding, string digest)
    {
        KeepCodebook(coding);
        _lines.Delete(id);
        _recode.Run(
            coding.Model, coding.CodebookDigest, coding.At.ToColumn(), coded.Article.Language,
            coded.Article.PublishedBasis.ToColumn(), id);
        _lines.Write(id, digest, coded);
    }

    private void KeepCodebook(Coding coding)
    {
        if (coding.CodebookDigest is not null)
        {
            _insertCodebook.Run(coding.CodebookDigest, coding.CodebookText, coding.At.ToColumn());
        }
    }

    private KnownRevision? Find(string revisionKey)
    {
        using SqliteDataReader row = _findRevision.Query(revisionKey);
        return row.Read() ? new KnownRevision(row.GetInt64(0), row.GetInt32(1), row.GetString(2), row.TextOrNull(3)) : null;
    }

    private (long Id, int Newest) FindArticle(string articleKey)
    {
        using SqliteDataReader row = _findArticle.Query(articleKey);
        return row.Read() ? (row.GetInt64(0), row.GetInt32(1)) : (0, 0);
    }

    private static string? Spell(Article article)
    {
        SortedDictionary<string, string> fields = OptionalFields.Spell(article);
        return fields.Count == 0 ? null : JsonSerializer.Serialize(fields, LedgerJson.Default.SortedDictionaryStringString);
    }

    private sealed record KnownRevision(long Id, int Number, string Model, string? Codebook);

    private readonly record struct Keys(string Article, string Revision);
}
