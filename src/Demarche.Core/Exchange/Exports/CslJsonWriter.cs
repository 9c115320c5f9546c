using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Core.Reading;

namespace Demarche.Core.Exchange.Exports;

/// <summary>Writes citations of the articles as CSL-JSON 1.0 (<c>article-newspaper</c>), which Zotero, pandoc and citeproc read.</summary>
internal static class CslJsonWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Indented = true, NewLine = "\n" };

    /// <summary>Writes the citations of <paramref name="source"/>.</summary>
    public static void Write(ExportSource source, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartArray();
            foreach (Citation citation in Citation.Of(source))
            {
                Write(json, citation);
            }

            json.WriteEndArray();
        }

        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, Citation citation)
    {
        json.WriteStartObject();
        json.WriteString("id", citation.Key);
        json.WriteString("type", "article-newspaper");
        Optional(json, "title", citation.Article.Title);
        if (citation.Authors.Count > 0)
        {
            json.WriteStartArray("author");
            foreach (string author in citation.Authors)
            {
                // Which word is the family's nobody says: the name stays whole.
                json.WriteStartObject();
                JsonStrings.Write(json, "literal", author);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        Optional(json, "container-title", citation.Article.Outlet);
        if (citation.Article.Published is { } day)
        {
            json.WriteStartObject("issued");
            json.WriteStartArray("date-parts");
            json.WriteStartArray();
            json.WriteNumberValue(day.Year);
            json.WriteNumberValue(day.Month);
            json.WriteNumberValue(day.Day);
            json.WriteEndArray();
            json.WriteEndArray();
            json.WriteEndObject();
        }

        Optional(json, "URL", citation.Article.Url);
        Optional(json, "language", citation.Article.Language);
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            JsonStrings.Write(json, name, value);
        }
    }
}
