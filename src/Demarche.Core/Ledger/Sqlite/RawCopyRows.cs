using System.Text.Json;
using Demarche.Core.Reading;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Writes and reads where the bytes of each revision are kept. One connection, one thread.</summary>
internal sealed class RawCopyRows : IDisposable
{
    private readonly Statement _insert;

    public RawCopyRows(SqliteConnection connection) => _insert = new Statement(
        connection,
        """
        INSERT OR IGNORE INTO raw_copy (revision_id, digest, kind, origin, source_id, outlet, address, charset, fields, given, fetched_at, reader)
        SELECT id, $digest, $kind, $origin, $source_id, $outlet, $address, $charset, $fields, $given, $fetched_at, $reader FROM revision
        WHERE key = $revision
        """,
        "digest", "kind", "origin", "source_id", "outlet", "address", "charset", "fields", "given", "fetched_at", "reader", "revision");

    /// <summary>Notes where the bytes of the revision lie, unless bytes of it are kept already.</summary>
    public void Add(string revisionKey, RawCopy copy)
    {
        RawArticle raw = copy.Raw;
        _insert.Run(
            copy.Digest, raw.Kind.ToColumn(), raw.Origin, raw.Id, raw.Outlet, raw.Address, raw.Charset, raw.Fields?.ToString(),
            Spell(raw.Given), raw.FetchedAt?.ToColumn(), copy.Reader, revisionKey);
    }

    /// <summary>The copies of an article, or of all when <paramref name="articleKey"/> is null, by article and revision.</summary>
    public static IEnumerable<RawCopy> Of(SqliteConnection connection, string? articleKey)
    {
        using var statement = new Statement(
            connection,
            $"""
            SELECT c.digest, c.kind, c.origin, c.source_id, c.outlet, c.address, c.charset, c.fields, c.given, c.fetched_at, c.reader, a.key, r.number, r.digest
            FROM raw_copy c JOIN revision r ON r.id = c.revision_id JOIN article a ON a.id = r.article_id
            WHERE {(articleKey is null ? "$article IS NULL" : "a.key = $article")}
            ORDER BY a.key, r.number
            """,
            "article");
        using SqliteDataReader row = statement.Query(articleKey);
        while (row.Read())
        {
            FieldMap? fields = null;
            _ = row.TextOrNull(7) is { } map ? FieldMap.TryParse(map, out fields) : null;
            yield return new RawCopy
            {
                Digest = row.GetString(0),
                Raw = new RawArticle
                {
                    Kind = row.Word<RawKind>(1),
                    Origin = row.GetString(2),
                    Id = row.GetString(3),
                    Outlet = row.TextOrNull(4),
                    Address = row.TextOrNull(5),
                    Charset = row.TextOrNull(6),
                    Fields = fields,
                    Given = row.TextOrNull(8) is { } given ? ReadGiven(given) : null,
                    FetchedAt = row.IsDBNull(9) ? null : row.Time(9),
                },
                Reader = row.GetString(10),
                ArticleKey = row.GetString(11),
                Revision = row.GetInt32(12),
                TextDigest = row.GetString(13),
            };
        }
    }

    public void Dispose() => _insert.Dispose();

    private static string? Spell(Article? given)
    {
        if (given is null)
        {
            return null;
        }

        var fields = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["id"] = given.Id };
        foreach ((string name, string? value) in new[]
                 {
                     ("url", given.Url), ("outlet", given.Outlet), ("title", given.Title), ("byline", given.Byline), ("language", given.Language),
                     ("published", given.Published?.ToColumn()), ("basis", given.PublishedBasis.ToColumn()),
                     ("published_at", given.PublishedAt?.ToString()), ("updated", given.Updated?.ToString()),
                 })
        {
            if (value is not null)
            {
                fields[name] = value;
            }
        }

        return JsonSerializer.Serialize(fields, LedgerJson.Default.SortedDictionaryStringString);
    }

    private static Article ReadGiven(string json)
    {
        SortedDictionary<string, string> fields = JsonSerializer.Deserialize(json, LedgerJson.Default.SortedDictionaryStringString)!;
        return new Article
        {
            Id = fields["id"],
            Text = "",
            Url = fields.GetValueOrDefault("url"),
            Outlet = fields.GetValueOrDefault("outlet"),
            Title = fields.GetValueOrDefault("title"),
            Byline = fields.GetValueOrDefault("byline"),
            Language = fields.GetValueOrDefault("language"),
            Published = fields.TryGetValue("published", out string? day) ? DateOnly.ParseExact(day, "O", null) : null,
            PublishedAt = StatedTime.Parse(fields.GetValueOrDefault("published_at")),
            Updated = StatedTime.Parse(fields.GetValueOrDefault("updated")),
            PublishedBasis = Enum.TryParse(fields.GetValueOrDefault("basis"), ignoreCase: true, out DateBasis basis) ? basis : DateBasis.Unknown,
        };
    }
}
