namespace Demarche.Core.Reading.Sources.Records;

/// <summary>
/// How the tools of the trade name the fields of an article: trafilatura 2, news-please 1.6, Media Cloud's exports and GDELT's lists,
/// as their documentation has it, each known by names that only it uses together.
/// </summary>
/// <remarks>GDELT's days say when it saw a page, not when that was published: they stay with the unknown fields.</remarks>
internal static class FieldLayouts
{
    private static readonly Layout[] Known =
    [
        new(["fingerprint", "hostname"],
            [
                ("url", ["source", "url"]), ("outlet", ["sitename", "source-hostname", "hostname"]), ("title", ["title"]), ("byline", ["author"]),
                ("published", ["date"]), ("language", ["language"]), ("text", ["text", "raw_text"]), ("id", ["id"]),
            ]),
        new(["maintext"],
            [
                ("url", ["url"]), ("outlet", ["source_domain"]), ("title", ["title"]), ("byline", ["authors"]),
                ("published", ["date_publish"]), ("language", ["language"]), ("text", ["maintext"]),
            ]),
        new(["media_name", "publish_date"],
            [
                ("id", ["id", "stories_id"]), ("url", ["url"]), ("outlet", ["media_name"]), ("title", ["title"]),
                ("published", ["publish_date"]), ("language", ["language"]), ("text", ["text", "story_text"]),
            ]),
        new(["seendate", "domain"], [("url", ["url"]), ("outlet", ["domain"]), ("title", ["title"])]),
        new(["MobileURL", "Title"], [("url", ["URL"]), ("title", ["Title"])]),
        new(["DocumentIdentifier", "SourceCommonName"], [("url", ["DocumentIdentifier"]), ("outlet", ["SourceCommonName"])]),
        new(["V2DOCUMENTIDENTIFIER"], [("url", ["V2DOCUMENTIDENTIFIER"]), ("outlet", ["V2SOURCECOMMONNAME"])]),
        new(["SOURCEURL", "SQLDATE"], [("url", ["SOURCEURL"])]),
    ];

    // Columns as people name them in spreadsheets; the first that is there counts.
    private static readonly Layout Usual = new(
        [],
        [
            ("id", ["id"]), ("url", ["url", "link", "address", "web_url", "permalink"]),
            ("outlet", ["outlet", "publication", "newspaper", "media_name", "publisher", "source", "site"]),
            ("title", ["title", "headline"]), ("byline", ["byline", "author", "authors"]),
            ("published", ["published", "date", "publish_date", "publication_date", "date_published", "published_at", "pub_date", "pubdate"]),
            ("language", ["language", "lang"]), ("html", ["html"]),
            ("text", ["text", "body", "content", "full_text", "fulltext", "maintext", "article"]),
        ]);

    /// <summary>The tool's map for records with these <paramref name="names"/>; null when none known here writes them.</summary>
    public static FieldMap? Of(IReadOnlyCollection<string> names) =>
        Array.Find(Known, layout => layout.IsSigned(names))?.MapOf(names);

    /// <summary>The same for the columns of a table, which are taken by their usual names when no tool is known to write them.</summary>
    public static FieldMap OfTable(IReadOnlyCollection<string> columns) => Of(columns) ?? Usual.MapOf(columns);

    private sealed record Layout(string[] Signature, (string Field, string[] Names)[] Fields)
    {
        public bool IsSigned(IReadOnlyCollection<string> names) =>
            Array.TrueForAll(Signature, sign => names.Contains(sign, StringComparer.OrdinalIgnoreCase));

        public FieldMap MapOf(IReadOnlyCollection<string> names)
        {
            var map = new List<(string, string)>();
            foreach ((string field, string[] theirs) in Fields)
            {
                string? found = theirs.Select(name => names.FirstOrDefault(given => given.Equals(name, StringComparison.OrdinalIgnoreCase)))
                    .FirstOrDefault(given => given is not null);
                if (found is not null)
                {
                    map.Add((field, found));
                }
            }

            return FieldMap.Of([.. map]);
        }
    }
}
