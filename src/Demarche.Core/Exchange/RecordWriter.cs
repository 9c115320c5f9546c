using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Demarche.Core.Ledger;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;
using Demarche.Nlp.Times;

namespace Demarche.Core.Exchange;

/// <summary>Writes articles as JSON Lines records: one line each, UTF-8, fields in a fixed order, the same bytes for the same article.</summary>
/// <remarks>
/// A lone surrogate, which UTF-8 cannot carry, is written as its escape (\ud83d), so that <c>text</c> and every offset stay
/// exactly those of the input. A field the input had and the record does not know stands under <c>extra</c>, in ordinal order.
/// </remarks>
public static class RecordWriter
{
    private static readonly JsonWriterOptions Options = new()
    {
        // The records are data, not part of a page: characters stand for themselves.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes all that was read from an article, and a line feed.</summary>
    /// <param name="coded">The article; after a failure with its error and empty lists.</param>
    /// <param name="output">Receives the bytes.</param>
    /// <exception cref="ArgumentOutOfRangeException">A span does not lie inside the article's text.</exception>
    public static void Write(CodedArticle coded, IBufferWriter<byte> output) => Write(coded, output, isCoded: true);

    /// <summary>Writes an article without its words, and a line feed: <c>text</c> and the text of every span are null, unknown fields are left out, and <c>digest</c> names the text the offsets refer to.</summary>
    /// <param name="coded">The article.</param>
    /// <param name="output">Receives the bytes.</param>
    public static void WriteWithoutText(CodedArticle coded, IBufferWriter<byte> output) => Write(coded, output, isCoded: true, hasText: false);

    /// <summary>Writes what Reading gives of an article, without attributions and positions, and a line feed.</summary>
    /// <param name="read">The article, or what failed.</param>
    /// <param name="output">Receives the bytes.</param>
    public static void WriteRead(CodedArticle read, IBufferWriter<byte> output) => Write(read, output, isCoded: false);

    private static void Write(CodedArticle coded, IBufferWriter<byte> output, bool isCoded, bool hasText = true)
    {
        ArgumentNullException.ThrowIfNull(coded);
        ArgumentNullException.ThrowIfNull(output);
        Article article = coded.Article;
        string? text = hasText ? article.Text : null;
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            WriteHead(json, article, hasText);
            if (isCoded)
            {
                CodingFields.WriteAttributions(json, text, coded.Attributions);
                CodingFields.WritePositions(json, text, coded.Positions);
            }

            WriteTimes(json, text, coded.Times);
            json.WriteString("model", coded.Model);
            JsonStrings.Write(json, "error", coded.Error);
            if (hasText)
            {
                WriteExtra(json, article.Extra);
            }

            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    /// <summary>Writes the fields <c>start</c>, <c>end</c> and <c>text</c> of a span as an object; without the article's text the last is null.</summary>
    internal static void WriteSpan(Utf8JsonWriter json, string? text, TextSpan span)
    {
        json.WriteStartObject();
        WriteOffsets(json, text, span);
        json.WriteEndObject();
    }

    private static void WriteOffsets(Utf8JsonWriter json, string? text, TextSpan span)
    {
        json.WriteNumber("start", span.Start);
        json.WriteNumber("end", span.End);
        JsonStrings.Write(json, "text", text is null ? null : span.Of(text));
    }

    private static void WriteHead(Utf8JsonWriter json, Article article, bool hasText)
    {
        JsonStrings.Write(json, "id", article.Id);
        JsonStrings.Write(json, "url", article.Url);
        JsonStrings.Write(json, "outlet", article.Outlet);
        JsonStrings.Write(json, "title", article.Title);
        JsonStrings.Write(json, "byline", article.Byline);
        WriteDay(json, "published", article.Published);
        json.WriteString("published_basis", DateBases.Name(article.PublishedBasis));
        JsonStrings.Write(json, "language", article.Language);
        JsonStrings.Write(json, "text", hasText ? article.Text : null);
        if (!hasText)
        {
            json.WriteString("digest", ContentId.DigestOf(article.Text));
        }

        json.WriteStartArray("furniture");
        foreach (Furniture furniture in article.Furniture)
        {
            json.WriteStartObject();
            json.WriteNumber("start", furniture.Span.Start);
            json.WriteNumber("end", furniture.Span.End);
            json.WriteString("reason", furniture.Reason);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (hasText)
        {
            OptionalFields.Write(json, article);
        }
    }

    /// <summary>Writes a day as YYYY-MM-DD, or null.</summary>
    internal static void WriteDay(Utf8JsonWriter json, string name, DateOnly? day) =>
        json.WriteString(name, day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    private static void WriteTimes(Utf8JsonWriter json, string? text, IReadOnlyList<TimeExpression> times)
    {
        json.WriteStartArray("times");
        foreach (TimeExpression time in times)
        {
            json.WriteStartObject();
            WriteOffsets(json, text, time.Span);
            json.WriteString("type", time.Type);
            json.WriteString("value", time.Value);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteExtra(Utf8JsonWriter json, IReadOnlyDictionary<string, string> extra)
    {
        if (extra.Count == 0)
        {
            return;
        }

        json.WriteStartObject("extra");
        foreach ((string name, string value) in extra.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value);
        }

        json.WriteEndObject();
    }
}
