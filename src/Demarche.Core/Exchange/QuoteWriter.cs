using System.Text.Json;
using Demarche.Core.Ledger;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;

namespace Demarche.Core.Exchange;

/// <summary>Writes attributions of a ledger as JSON objects: who said what, in which article.</summary>
public static class QuoteWriter
{
    /// <summary>Writes what a search found as an object.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="hit">What was found.</param>
    public static void Write(Utf8JsonWriter json, QuoteHit hit)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(hit);
        Write(json, hit.Line, hit.Content.Text);
    }

    /// <summary>Writes an attribution as an object.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="line">The attribution.</param>
    public static void Write(Utf8JsonWriter json, LedgerAttribution line)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(line);
        Write(json, line, line.Content);
    }

    private static void Write(Utf8JsonWriter json, LedgerAttribution line, string content)
    {
        json.WriteStartObject();
        json.WriteString("key", line.Key);
        JsonStrings.Write(json, "speaker", line.Attribution.Speaker);
        JsonStrings.Write(json, "party", line.Attribution.SpeakerParty);
        JsonStrings.Write(json, "source", line.Source);
        JsonStrings.Write(json, "cue", line.Cue);
        JsonStrings.Write(json, "content", content);
        json.WriteString("kind", Words.Of(line.Attribution.Kind));
        json.WriteString("type", Words.Of(line.Attribution.Type));
        json.WriteStartArray("spans");
        foreach (TextSpan span in line.Attribution.Content)
        {
            json.WriteStartObject();
            json.WriteNumber("start", span.Start);
            json.WriteNumber("end", span.End);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        EntryWriter.WriteArticle(json, "article", line.Article);
        json.WriteEndObject();
    }
}
