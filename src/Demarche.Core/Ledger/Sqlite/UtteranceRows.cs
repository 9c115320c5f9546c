using Demarche.Nlp.Text;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>The utterances of stories: where their renderings stand. One connection, one thread.</summary>
internal sealed class UtteranceRows : IDisposable
{
    private readonly Statement _drop;
    private readonly Statement _dropSpeakers;
    private readonly Statement _insert;
    private readonly Statement _rendering;
    private readonly Statement _speaker;
    private readonly Statement _done;
    private readonly Statement _of;
    private readonly Statement _balance;

    public UtteranceRows(SqliteConnection connection)
    {
        _drop = new Statement(connection, "DELETE FROM utterance WHERE story_id = $story", "story");
        _dropSpeakers = new Statement(connection, "DELETE FROM story_speaker WHERE story_id = $story", "story");
        _insert = Statement.Insert(connection, "utterance", "story_id");
        _rendering = Statement.Insert(
            connection, "rendering", "utterance_id", "ordinal", "article_id", "attribution", "span_start", "span_end", "is_quoted");
        _speaker = Statement.Insert(connection, "story_speaker", "name", "story_id", "balance");
        _done = new Statement(connection, "UPDATE story SET is_stale = 0, utterances = $count WHERE id = $story", "count", "story");
        _of = new Statement(
            connection,
            """
            SELECT u.id, r.article_id, r.attribution, r.span_start, r.span_end, r.is_quoted
            FROM utterance u JOIN rendering r ON r.utterance_id = u.id WHERE u.story_id = $story ORDER BY u.id, r.ordinal
            """,
            "story");
        _balance = new Statement(connection, "SELECT coalesce(sum(balance), 0) FROM story_speaker WHERE name = $name", "name");
    }

    /// <summary>Keeps the utterances of a story in place of those it had.</summary>
    /// <param name="story">Row of the story.</param>
    /// <param name="utterances">Renderings of each.</param>
    /// <param name="balances">Of speakers, how many more utterances show them translated than not.</param>
    public void Set(long story, IReadOnlyList<IReadOnlyList<RenderingRow>> utterances, IReadOnlyDictionary<string, int> balances)
    {
        _drop.Run(story);
        _dropSpeakers.Run(story);
        foreach (IReadOnlyList<RenderingRow> renderings in utterances)
        {
            long id = _insert.RunForId(story);
            for (int i = 0; i < renderings.Count; i++)
            {
                RenderingRow row = renderings[i];
                _rendering.Run(id, i, row.ArticleId, row.Attribution, row.Span.Start, row.Span.End, row.IsQuoted ? 1 : 0);
            }
        }

        foreach ((string name, int balance) in balances.Where(pair => pair.Value != 0).OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            _speaker.Run(name, story, balance);
        }

        _done.Run(utterances.Count, story);
    }

    /// <summary>The utterances of a story.</summary>
    public List<List<RenderingRow>> Of(long story)
    {
        using SqliteDataReader row = _of.Query(story);
        var found = new List<List<RenderingRow>>();
        long last = -1;
        while (row.Read())
        {
            if (row.GetInt64(0) != last)
            {
                last = row.GetInt64(0);
                found.Add([]);
            }

            found[^1].Add(new RenderingRow(row.GetInt64(1), row.GetString(2), row.Span(3), row.GetInt32(5) == 1));
        }

        return found;
    }

    /// <summary>In how many more utterances of the ledger outlets put different words of a speaker between marks than the same.</summary>
    public long BalanceOf(string name) => (long)_balance.Scalar(name)!;

    public void Dispose()
    {
        foreach (Statement statement in new[] { _drop, _dropSpeakers, _insert, _rendering, _speaker, _done, _of, _balance })
        {
            statement.Dispose();
        }
    }
}

/// <summary>Where a rendering stands.</summary>
/// <param name="ArticleId">Row of the article.</param>
/// <param name="Attribution">Name of the attribution in it.</param>
/// <param name="Span">Where in its text.</param>
/// <param name="IsQuoted">Whether it stands in quotation marks.</param>
internal sealed record RenderingRow(long ArticleId, string Attribution, TextSpan Span, bool IsQuoted);
