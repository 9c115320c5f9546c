using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;
using Demarche.Core.Reading;

namespace Demarche.Core.Exchange.Exports;

/// <summary>Writes positions as annotations of their articles: W3C Web Annotation Data Model, one collection of one page, JSON-LD.</summary>
/// <remarks>
/// A target names the article by its address, else by a URN of its key, and its place by the quotation with what stands around it and by
/// offsets in Unicode code points, as the model asks (section 4.2.5). Without text the offsets alone stay.
/// </remarks>
internal static class WebAnnotationWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>Writes the annotations of <paramref name="source"/>.</summary>
    public static void Write(ExportSource source, Stream output)
    {
        Dictionary<string, CodePointOffsets> offsets = source.Ledger.Texts()
            .ToDictionary(article => article.ArticleKey, article => new CodePointOffsets(article.Text), StringComparer.Ordinal);
        LedgerEntry[] entries = [.. source.Ledger.Positions()];
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            WriteContext(json);
            JsonStrings.Write(json, "id", $"urn:demarche:collection:{source.Codebook?.Dispute ?? "ledger"}");
            json.WriteString("type", "AnnotationCollection");
            json.WriteNumber("total", entries.Length);
            json.WriteStartObject("first");
            json.WriteString("type", "AnnotationPage");
            json.WriteNumber("startIndex", 0);
            json.WriteStartArray("items");
            foreach (LedgerEntry entry in entries)
            {
                Write(json, source, entry, offsets[entry.Article.Key]);
            }

            json.WriteEndArray();
            json.WriteEndObject();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static void WriteContext(Utf8JsonWriter json)
    {
        json.WriteStartArray("@context");
        json.WriteStringValue("http://www.w3.org/ns/anno.jsonld");
        json.WriteStartObject();
        json.WriteString("demarche", "urn:demarche:");
        json.WriteEndObject();
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, ExportSource source, LedgerEntry entry, CodePointOffsets offsets)
    {
        json.WriteStartObject();
        // The same text in two articles gives lines with the same keys.
        json.WriteString("id", $"urn:demarche:position:{entry.Article.Key}:{entry.Key}");
        json.WriteString("type", "Annotation");
        json.WriteString("motivation", "classifying");
        json.WriteString("created", entry.Article.AddedAt.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        json.WriteStartObject("generator");
        json.WriteString("type", "Software");
        JsonStrings.Write(json, "name", entry.Article.Model);
        json.WriteEndObject();
        WriteBodies(json, source, entry);
        WriteTarget(json, source, entry, offsets);
        json.WriteEndObject();
    }

    private static void WriteBodies(Utf8JsonWriter json, ExportSource source, LedgerEntry entry)
    {
        Position position = entry.Position;
        string party = position.Party is { } id ? source.PartyName(id) : position.Holder;
        json.WriteStartArray("body");
        WriteBody(json, "classifying", $"{party} {Words.Of(position.Stance)}: {source.IssueLabel(position.Issue)}");
        (string Name, string? Value)[] tags =
        [
            ("party", position.Party), ("holder", position.Holder), ("issue", position.Issue), ("stance", Words.Of(position.Stance)),
            ("strength", position.SignedStrength.ToString("+0;-0", CultureInfo.InvariantCulture)), ("act", Words.Of(position.Act)),
            ("condition", source.Quoted(entry.Condition)), ("addressee", position.Addressee), ("reported-by", position.ReportedBy),
            ("date", EntryWriter.DayText(entry.Date)), ("kind", Words.KindOf(position)), ("pax", source.PaxOf(position.Issue)),
            ("confidence", position.Confidence.ToString("0.####", CultureInfo.InvariantCulture)), ("state", entry.State.ToString().ToLowerInvariant()),
        ];
        foreach ((string name, string? value) in tags.Where(tag => tag.Value is not null))
        {
            json.WriteStartObject();
            json.WriteString("type", "TextualBody");
            json.WriteString("purpose", "tagging");
            json.WriteString("demarche:field", name);
            JsonStrings.Write(json, "value", value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteBody(Utf8JsonWriter json, string purpose, string value)
    {
        json.WriteStartObject();
        json.WriteString("type", "TextualBody");
        json.WriteString("purpose", purpose);
        JsonStrings.Write(json, "value", value);
        json.WriteEndObject();
    }

    private static void WriteTarget(Utf8JsonWriter json, ExportSource source, LedgerEntry entry, CodePointOffsets offsets)
    {
        json.WriteStartObject("target");
        JsonStrings.Write(json, "source", entry.Article.Url ?? $"urn:demarche:article:{entry.Article.Key}");
        json.WriteString("demarche:digest", $"sha-256:{entry.Article.Digest}");
        json.WriteStartArray("selector");
        if (source.HasText)
        {
            json.WriteStartObject();
            json.WriteString("type", "TextQuoteSelector");
            JsonStrings.Write(json, "exact", entry.Evidence);
            JsonStrings.Write(json, "prefix", entry.Before);
            JsonStrings.Write(json, "suffix", entry.After);
            json.WriteEndObject();
        }

        (int start, int end) = offsets.Of(entry.Position.Evidence);
        json.WriteStartObject();
        json.WriteString("type", "TextPositionSelector");
        json.WriteNumber("start", start);
        json.WriteNumber("end", end);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
