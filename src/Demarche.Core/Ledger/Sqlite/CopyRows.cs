using Demarche.Core.Reading.Sameness;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Finds the copies of each text as it is added, and keeps which two revisions share which stretches. One connection, one thread.</summary>
internal sealed class CopyRows : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Statement _landmark;
    private readonly Statement _candidates;
    private readonly Statement _text;
    private readonly Statement _share;
    private readonly Statement _run;
    private readonly Statement _credit;
    private readonly Statement _drop;

    public CopyRows(SqliteConnection connection)
    {
        _connection = connection;
        _landmark = Statement.Insert(connection, "landmark", "hash", "revision_id");
        _candidates = new Statement(
            connection,
            $"""
            SELECT other.revision_id, count(*) AS shared FROM landmark mine JOIN landmark other ON other.hash = mine.hash
            WHERE mine.revision_id = $id AND other.revision_id <> $id
              AND (SELECT count(*) FROM (SELECT 1 FROM landmark every WHERE every.hash = mine.hash LIMIT {Landmarks.MostSharing + 1})) <= {Landmarks.MostSharing}
            GROUP BY other.revision_id ORDER BY shared DESC, other.revision_id LIMIT {Landmarks.MostCompared}
            """,
            "id");
        _text = new Statement(connection, "SELECT text FROM revision WHERE id = $id", "id");
        _share = Statement.Insert(connection, "copy_pair", "revision_id", "other_id", "share");
        _run = Statement.Insert(
            connection, "shared_run", "revision_id", "other_id", "ordinal", "span_start", "span_end", "other_start", "other_end");
        _credit = Statement.Insert(connection, "credit", "revision_id", "ordinal", "agency", "is_whole", "span_start", "span_end");
        _drop = new Statement(connection, "DELETE FROM landmark WHERE revision_id IN (SELECT id FROM revision WHERE article_id = $article AND is_current = 1)", "article");
    }

    /// <summary>Notes landmarks, credits and copies of a new revision.</summary>
    public void Add(long revision, string text)
    {
        TextWords words = TextWords.Of(text);
        foreach (long hash in Landmarks.Of(words))
        {
            _landmark.Run(hash, revision);
        }

        int ordinal = 0;
        foreach (CreditLine credit in CreditLine.Find(text))
        {
            _credit.Run(revision, ordinal++, credit.Agency, credit.IsWhole ? 1 : 0, credit.Span.Start, credit.Span.End);
        }

        foreach (long other in Candidates(revision))
        {
            SharedText shared = SharedText.Of(words, TextWords.Of((string)_text.Scalar(other)!));
            if (shared.IsCopy)
            {
                Keep(revision, other, shared);
            }
        }
    }

    /// <summary>Drops the landmarks of an article's current revision, which is about to have a successor: later texts are compared with that.</summary>
    public void Retire(long article) => _drop.Run(article);

    /// <summary>Does what <see cref="Add"/> does for revisions written by a program that did not.</summary>
    public void CatchUp()
    {
        using var missing = new Statement(
            _connection, "SELECT id, text FROM revision WHERE is_current = 1 AND id <= (SELECT up_to FROM copy_index) ORDER BY id");
        var rows = new List<(long Id, string Text)>();
        using (SqliteDataReader row = missing.Query())
        {
            while (row.Read())
            {
                rows.Add((row.GetInt64(0), row.GetString(1)));
            }
        }

        foreach ((long id, string text) in rows)
        {
            Add(id, text);
        }

        _connection.Run("DELETE FROM copy_index");
    }

    /// <summary>The articles whose current texts are copies of each other, two and two.</summary>
    public static IEnumerable<CopyPair> All(SqliteConnection connection)
    {
        using var statement = new Statement(
            connection,
            """
            SELECT a.key, b.key, p.share FROM copy_pair p
            JOIN revision ra ON ra.id = p.revision_id AND ra.is_current = 1 JOIN article a ON a.id = ra.article_id
            JOIN revision rb ON rb.id = p.other_id AND rb.is_current = 1 JOIN article b ON b.id = rb.article_id
            WHERE a.id <> b.id ORDER BY a.key, b.key
            """);
        using SqliteDataReader row = statement.Query();
        while (row.Read())
        {
            yield return new CopyPair(row.GetString(0), row.GetString(1), row.GetDouble(2));
        }
    }

    /// <summary>The credits of current texts.</summary>
    public static IEnumerable<ArticleCredit> Credits(SqliteConnection connection)
    {
        using var statement = new Statement(
            connection,
            """
            SELECT a.key, c.agency, c.is_whole, c.span_start, c.span_end, r.text FROM credit c
            JOIN revision r ON r.id = c.revision_id AND r.is_current = 1 JOIN article a ON a.id = r.article_id ORDER BY a.key, c.ordinal
            """);
        using SqliteDataReader row = statement.Query();
        while (row.Read())
        {
            yield return new ArticleCredit(row.GetString(0), row.GetString(1), row.GetInt32(2) == 1, row.Span(3).Of(row.GetString(5)));
        }
    }

    public void Dispose()
    {
        foreach (Statement statement in new[] { _landmark, _candidates, _text, _share, _run, _credit, _drop })
        {
            statement.Dispose();
        }
    }

    private List<long> Candidates(long revision)
    {
        using SqliteDataReader row = _candidates.Query(revision);
        var found = new List<long>();
        while (row.Read())
        {
            found.Add(row.GetInt64(0));
        }

        return found;
    }

    private void Keep(long revision, long other, SharedText shared)
    {
        _share.Run(revision, other, shared.Share);
        for (int i = 0; i < shared.Runs.Count; i++)
        {
            SharedRun run = shared.Runs[i];
            _run.Run(revision, other, i, run.First.Start, run.First.End, run.Second.Start, run.Second.End);
        }
    }
}
