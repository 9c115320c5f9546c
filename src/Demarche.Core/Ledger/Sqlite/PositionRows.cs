using System.Text.Json;
using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Nlp.Text;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Names as rows have them, each of which is wanted.</summary>
/// <param name="Holders">Of holders; null = every one.</param>
/// <param name="Outlets">Of outlets; null = every one.</param>
internal readonly record struct NamesOnRecord(IReadOnlyCollection<string>? Holders, IReadOnlyCollection<string>? Outlets);

/// <summary>Reads positions as the machine left them, each checked against the text. One connection, one thread.</summary>
internal sealed class PositionRows : IDisposable
{
    private const string Select = """
        SELECT p.id, p.revision_id, p.key, p.name, p.attribution, p.holder, p.party, p.issue, p.direction, p.strength, p.act,
               p.condition_start, p.condition_end, p.addressee, p.is_reiterated, p.reported_by, p.reporter_party, p.date,
               p.date_basis, p.kind, p.evidence_start, p.evidence_end, p.evidence, p.confidence, p.why,
               EXISTS (SELECT 1 FROM condition_issue c WHERE c.position_id = p.id),
               EXISTS (SELECT 1 FROM quantity q WHERE q.position_id = p.id), p.authority, p.authority_basis, p.office
        FROM position p JOIN revision r ON r.id = p.revision_id
        """;

    private readonly SqliteConnection _connection;
    private readonly RevisionRows _revisions;
    private readonly Statement _ofRevision;
    private readonly Statement _byId;
    private readonly Statement _keys;
    private readonly Statement _conditionIssues;
    private readonly Statement _quantities;

    public PositionRows(SqliteConnection connection, RevisionRows revisions)
    {
        _connection = connection;
        _revisions = revisions;
        _ofRevision = new Statement(connection, $"{Select} WHERE p.revision_id = $id ORDER BY p.id", "id");
        _byId = new Statement(connection, $"{Select} WHERE p.id = $id", "id");
        _keys = new Statement(
            connection,
            "SELECT p.key, a.key FROM position p JOIN revision r ON r.id = p.revision_id JOIN article a ON a.id = r.article_id WHERE p.id = $id",
            "id");
        _conditionIssues = new Statement(
            connection, "SELECT issue FROM condition_issue WHERE position_id = $id ORDER BY ordinal", "id");
        _quantities = new Statement(
            connection, "SELECT span_start, span_end, value, unit FROM quantity WHERE position_id = $id ORDER BY ordinal", "id");
    }

    /// <summary>The positions of the revision in row <paramref name="revision"/>, in text order of the evidence.</summary>
    public IEnumerable<LedgerEntry> OfRevision(long revision, ICollection<DamagedLine>? damaged = null) =>
        Read(_ofRevision.Query(revision), damaged);

    /// <summary>The position in row <paramref name="id"/>; nothing when it is damaged and <paramref name="damaged"/> takes it.</summary>
    public LedgerEntry? Find(long id, ICollection<DamagedLine>? damaged = null) => Read(_byId.Query(id), damaged).FirstOrDefault();

    /// <summary>Key of the position in row <paramref name="id"/> and of its article.</summary>
    public (string Line, string Article) Keys(long id)
    {
        using SqliteDataReader row = _keys.Query(id);
        row.Read();
        return (row.GetString(0), row.GetString(1));
    }

    /// <summary>The positions of current revisions that <paramref name="query"/> may want, save those of some articles: by day, undated last, then by article and place.</summary>
    /// <param name="query">What is wanted; its least confidence is the caller's to heed, since a ledger may have learned another.</param>
    /// <param name="names">Its holder and outlet as the rows have them.</param>
    /// <param name="exceptArticles">Keys of the articles passed over.</param>
    public IEnumerable<LedgerEntry> Current(LedgerQuery query, NamesOnRecord names, IReadOnlyCollection<string> exceptArticles)
    {
        using var statement = new Statement(
            _connection,
            $"""
            {Select}
            JOIN article a ON a.id = r.article_id
            WHERE r.is_current = 1
              {Only("p.party", "$party", query.Party)}
              {Only("p.issue", "$issue", query.Issue)}
              {Only("a.key", "$article", query.ArticleKey)}
              {OneOf("p.holder", "$holders", names.Holders)}
              {OneOf("r.outlet", "$outlets", names.Outlets)}
              AND ($since IS NULL OR coalesce(p.date, r.published) >= $since)
              AND ($until IS NULL OR coalesce(p.date, r.published) <= $until)
              AND a.key NOT IN (SELECT value FROM json_each($except))
            ORDER BY coalesce(p.date, r.published) IS NULL, coalesce(p.date, r.published), a.key, p.evidence_start, p.id
            """,
            "party", "issue", "since", "until", "article", "holders", "outlets", "except");
        SqliteDataReader rows = statement.Query(
            query.Party, query.Issue, query.Since?.ToColumn(), query.Until?.ToColumn(), query.ArticleKey, Json(names.Holders), Json(names.Outlets), Json(exceptArticles));
        foreach (LedgerEntry entry in Read(rows, query.Damaged))
        {
            yield return entry;
        }
    }

    // A condition that is left out altogether lets the engine choose the index that the others ask for.
    private static string Only(string column, string parameter, string? wanted) =>
        wanted is null ? $"AND {parameter} IS NULL" : $"AND {column} = {parameter}";

    private static string OneOf(string column, string parameter, IReadOnlyCollection<string>? wanted) =>
        wanted is null ? $"AND {parameter} IS NULL" : $"AND {column} IN (SELECT value FROM json_each({parameter}))";

    private static string? Json(IReadOnlyCollection<string>? values) =>
        values is null ? null : JsonSerializer.Serialize([.. values], LedgerJson.Default.StringArray);

    public void Dispose()
    {
        _ofRevision.Dispose();
        _byId.Dispose();
        _keys.Dispose();
        _conditionIssues.Dispose();
        _quantities.Dispose();
    }

    private IEnumerable<LedgerEntry> Read(SqliteDataReader rows, ICollection<DamagedLine>? damaged)
    {
        using SqliteDataReader row = rows;
        while (row.Read())
        {
            StoredRevision revision = _revisions.Get(row.GetInt64(1));
            TextSpan evidence = row.Span(20);
            TextSpan? condition = row.IsDBNull(11) ? null : row.Span(11);
            if (DamageOf(revision.Text, evidence, row.GetString(22), condition) is { } problem)
            {
                var line = new DamagedLine(revision.Article.Key, row.GetString(2), problem);
                (damaged ?? throw new DamagedLineException(line)).Add(line);
                continue;
            }

            yield return Entries.Of(ReadPosition(row, evidence, condition), revision) with
            {
                Key = row.GetString(2),
                ReporterParty = row.TextOrNull(16),
            };
        }
    }

    private static string? DamageOf(string text, TextSpan evidence, string recorded, TextSpan? condition)
    {
        if (!SpanText.IsInside(evidence, text.Length)
            || !evidence.SliceOf(text).SequenceEqual(recorded))
        {
            return "the evidence is not what the text has at its place";
        }

        return condition is { } span && !SpanText.IsInside(span, text.Length) ? "the condition lies outside the text" : null;
    }

    private Position ReadPosition(SqliteDataReader row, TextSpan evidence, TextSpan? condition) => new()
    {
        Id = row.GetString(3),
        AttributionId = row.TextOrNull(4),
        Holder = row.GetString(5),
        Party = row.TextOrNull(6),
        Issue = row.GetString(7),
        Direction = row.Word<Direction>(8),
        Strength = row.GetInt32(9),
        Act = row.Word<Act>(10),
        Condition = condition,
        ConditionIssues = row.GetInt32(25) == 1 ? ConditionIssues(row.GetInt64(0)) : [],
        Addressee = row.TextOrNull(13),
        Quantities = row.GetInt32(26) == 1 ? Quantities(row.GetInt64(0)) : [],
        IsReiterated = row.GetInt32(14) == 1,
        ReportedBy = row.TextOrNull(15),
        Date = row.DayOrNull(17),
        DateBasis = row.TextOrNull(18),
        Evidence = evidence,
        Kind = row.GetString(19) == "narrator" ? null : row.Word<AttributionKind>(19),
        Confidence = row.GetDouble(23),
        Why = row.GetString(24),
        Authority = row.IsDBNull(27)
            ? null
            : new Authority(row.Word<AuthorityLevel>(27), row.Word<AuthorityBasis>(28)) { Office = row.TextOrNull(29) },
    };

    /// <summary>Codebook ids of the issues that the position in a row makes conditions.</summary>
    public IReadOnlyList<string> ConditionIssues(long position)
    {
        using SqliteDataReader row = _conditionIssues.Query(position);
        var found = new List<string>();
        while (row.Read())
        {
            found.Add(row.GetString(0));
        }

        return found;
    }

    private List<Quantity> Quantities(long position)
    {
        using SqliteDataReader row = _quantities.Query(position);
        var found = new List<Quantity>();
        while (row.Read())
        {
            found.Add(new Quantity(row.Span(0), row.GetDouble(2), row.GetString(3)));
        }

        return found;
    }
}
