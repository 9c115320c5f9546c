using Demarche.Core.Attributions;
using Demarche.Core.Positions;
using Demarche.Nlp.Text;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Writes and deletes what a machine read from one revision; the caller holds the transaction.</summary>
internal sealed class LineWriter : IDisposable
{
    // Positions first: they refer to attributions.
    private static readonly string[] LineTables = ["position", "attribution", "furniture", "time_expression"];

    private readonly Statement _furniture;
    private readonly Statement _time;
    private readonly Statement _attribution;
    private readonly Statement _attributionSpan;
    private readonly Statement _quote;
    private readonly Statement _position;
    private readonly Statement _conditionIssue;
    private readonly Statement _quantity;
    private readonly Statement _cells;
    private readonly Statement[] _delete;

    public LineWriter(SqliteConnection connection)
    {
        _furniture = Statement.Insert(connection, "furniture", "revision_id", "ordinal", "span_start", "span_end", "reason");
        _time = Statement.Insert(
            connection, "time_expression", "revision_id", "ordinal", "span_start", "span_end", "type", "value");
        _attribution = Statement.Insert(
            connection, "attribution", "revision_id", "name", "parent", "key", "kind", "type", "speaker", "speaker_party",
            "addressee", "confidence");
        _attributionSpan = Statement.Insert(
            connection, "attribution_span", "attribution_id", "role", "ordinal", "span_start", "span_end");
        _quote = Statement.Insert(connection, "quote_search", "rowid", "content");
        _position = Statement.Insert(
            connection, "position", "revision_id", "name", "key", "attribution", "holder", "party", "issue", "direction",
            "strength", "act", "condition_start", "condition_end", "addressee", "is_reiterated", "reported_by",
            "reporter_party", "date", "date_basis", "kind", "evidence_start", "evidence_end", "evidence", "confidence", "why",
            "authority", "authority_basis", "office");
        _conditionIssue = Statement.Insert(connection, "condition_issue", "position_id", "ordinal", "issue");
        _quantity = Statement.Insert(
            connection, "quantity", "position_id", "ordinal", "span_start", "span_end", "value", "unit");
        _cells = new Statement(
            connection,
            """
            INSERT INTO cell_line SELECT issue, party, voice, day, position_id, revision_id, signed, rank
            FROM cell_line_source WHERE revision_id = $r
            """,
            "r");
        _delete =
        [
            new(connection, "DELETE FROM quote_search WHERE rowid IN (SELECT id FROM attribution WHERE revision_id = $r)", "r"),
            .. LineTables.Select(table => new Statement(connection, $"DELETE FROM {table} WHERE revision_id = $r", "r")),
        ];
    }

    /// <summary>Writes every line of <paramref name="coded"/>.</summary>
    /// <param name="revision">Row of the revision it was read from.</param>
    /// <param name="digest">Digest of the revision's text.</param>
    /// <param name="coded">The lines; their spans lie inside the text.</param>
    public void Write(long revision, string digest, CodedArticle coded)
    {
        string text = coded.Article.Text;
        for (int i = 0; i < coded.Article.Furniture.Count; i++)
        {
            TextSpan span = coded.Article.Furniture[i].Span;
            _furniture.Run(revision, i, span.Start, span.End, coded.Article.Furniture[i].Reason);
        }

        for (int i = 0; i < coded.Times.Count; i++)
        {
            TextSpan span = coded.Times[i].Span;
            _time.Run(revision, i, span.Start, span.End, coded.Times[i].Type, coded.Times[i].Value);
        }

        foreach (Attribution attribution in coded.Attributions)
        {
            Write(revision, digest, text, attribution);
        }

        foreach (Position position in coded.Positions)
        {
            Write(revision, digest, coded, position);
        }

        _cells.Run(revision);
    }

    /// <summary>Deletes every line of a revision.</summary>
    public void Delete(long revision)
    {
        foreach (Statement statement in _delete)
        {
            statement.Run(revision);
        }
    }

    public void Dispose()
    {
        Statement[] inserts =
            [_furniture, _time, _attribution, _attributionSpan, _quote, _position, _conditionIssue, _quantity, _cells];
        foreach (Statement statement in inserts.Concat(_delete))
        {
            statement.Dispose();
        }
    }

    private void Write(long revision, string digest, string text, Attribution attribution)
    {
        long id = _attribution.RunForId(
            revision, attribution.Id, attribution.ParentId, ContentId.OfAttribution(digest, attribution),
            attribution.Kind.ToColumn(), attribution.Type.ToColumn(), attribution.Speaker, attribution.SpeakerParty,
            attribution.Addressee, attribution.Confidence);
        WriteSpans(id, SpanRole.Source, attribution.Source);
        WriteSpans(id, SpanRole.Cue, attribution.Cue);
        WriteSpans(id, SpanRole.Content, attribution.Content);
        _quote.Run(id, SpanText.Join(text, attribution.Content));
    }

    private void WriteSpans(long attribution, SpanRole role, IReadOnlyList<TextSpan> spans)
    {
        for (int i = 0; i < spans.Count; i++)
        {
            _attributionSpan.Run(attribution, role.ToColumn(), i, spans[i].Start, spans[i].End);
        }
    }

    private void Write(long revision, string digest, CodedArticle coded, Position position)
    {
        long id = _position.RunForId(
            revision, position.Id, ContentId.OfPosition(digest, position), position.AttributionId, position.Holder,
            position.Party, position.Issue, position.Direction.ToColumn(), position.Strength, position.Act.ToColumn(),
            position.Condition?.Start, position.Condition?.End, position.Addressee, position.IsReiterated ? 1 : 0,
            position.ReportedBy, CodedLines.ReporterParty(coded, position), position.Date?.ToColumn(), position.DateBasis,
            position.Kind?.ToColumn() ?? "narrator", position.Evidence.Start, position.Evidence.End,
            position.Evidence.Of(coded.Article.Text), position.Confidence, position.Why,
            position.Authority?.Level.ToColumn(), position.Authority?.Basis.ToColumn(), position.Authority?.Office);
        for (int i = 0; i < position.ConditionIssues.Count; i++)
        {
            _conditionIssue.Run(id, i, position.ConditionIssues[i]);
        }

        for (int i = 0; i < position.Quantities.Count; i++)
        {
            Quantity quantity = position.Quantities[i];
            _quantity.Run(id, i, quantity.Span.Start, quantity.Span.End, quantity.Value, quantity.Unit);
        }
    }
}

/// <summary>Which part of an attribution a span belongs to.</summary>
internal enum SpanRole
{
    /// <summary>Who says it.</summary>
    Source,

    /// <summary>The words that attribute.</summary>
    Cue,

    /// <summary>What is attributed.</summary>
    Content,
}
