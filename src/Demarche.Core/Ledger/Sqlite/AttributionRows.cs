using Demarche.Core.Attributions;
using Demarche.Nlp.Text;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Reads attributions as the machine left them. One connection, one thread.</summary>
internal sealed class AttributionRows : IDisposable
{
    private readonly RevisionRows _revisions;
    private readonly Statement _ofRevision;
    private readonly Statement _byId;
    private readonly Statement _spans;

    public AttributionRows(SqliteConnection connection, RevisionRows revisions)
    {
        const string Select = """
            SELECT id, revision_id, name, parent, key, kind, type, speaker, speaker_party, addressee, confidence FROM attribution
            """;
        _revisions = revisions;
        _ofRevision = new Statement(connection, $"{Select} WHERE revision_id = $id ORDER BY id", "id");
        _byId = new Statement(connection, $"{Select} WHERE id = $id", "id");
        _spans = new Statement(
            connection,
            "SELECT role, span_start, span_end FROM attribution_span WHERE attribution_id = $id ORDER BY role, ordinal",
            "id");
    }

    /// <summary>The attributions of the revision in row <paramref name="revision"/>, in text order of the cue.</summary>
    public IReadOnlyList<LedgerAttribution> OfRevision(long revision) => Read(_ofRevision.Query(revision));

    /// <summary>The attribution in row <paramref name="id"/>.</summary>
    public LedgerAttribution Get(long id) => Read(_byId.Query(id))[0];

    /// <summary>The first attribution of a revision that points outside its text, or nothing.</summary>
    public IReadOnlyList<DamagedLine> DamageOf(long revision)
    {
        try
        {
            OfRevision(revision);
            return [];
        }
        catch (DamagedLineException exception)
        {
            return [exception.Line];
        }
    }

    public void Dispose()
    {
        _ofRevision.Dispose();
        _byId.Dispose();
        _spans.Dispose();
    }

    private List<LedgerAttribution> Read(SqliteDataReader rows)
    {
        using SqliteDataReader row = rows;
        var found = new List<LedgerAttribution>();
        while (row.Read())
        {
            found.Add(ReadOne(row));
        }

        return found;
    }

    private LedgerAttribution ReadOne(SqliteDataReader row)
    {
        StoredRevision revision = _revisions.Get(row.GetInt64(1));
        List<TextSpan>[] spans = Spans(row.GetInt64(0), row.GetString(4), revision);
        var attribution = new Attribution
        {
            Id = row.GetString(2),
            ParentId = row.TextOrNull(3),
            Kind = row.Word<AttributionKind>(5),
            Type = row.Word<AttributionType>(6),
            Speaker = row.TextOrNull(7),
            SpeakerParty = row.TextOrNull(8),
            Addressee = row.TextOrNull(9),
            Confidence = row.GetDouble(10),
            Source = spans[(int)SpanRole.Source],
            Cue = spans[(int)SpanRole.Cue],
            Content = spans[(int)SpanRole.Content],
        };
        return new LedgerAttribution
        {
            Key = row.GetString(4),
            Attribution = attribution,
            Article = revision.Article,
            Source = SpanText.Join(revision.Text, attribution.Source),
            Cue = SpanText.Join(revision.Text, attribution.Cue),
            Content = SpanText.Join(revision.Text, attribution.Content),
        };
    }

    private List<TextSpan>[] Spans(long id, string key, StoredRevision revision)
    {
        List<TextSpan>[] spans = [[], [], []];
        using SqliteDataReader row = _spans.Query(id);
        while (row.Read())
        {
            TextSpan span = row.Span(1);
            if (!SpanText.IsInside(span, revision.Text.Length))
            {
                throw new DamagedLineException(
                    new DamagedLine(revision.Article.Key, key, "a span of the attribution lies outside the text"));
            }

            spans[(int)row.Word<SpanRole>(0)].Add(span);
        }

        return spans;
    }
}
