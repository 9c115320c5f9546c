using System.Text.Json;
using Demarche.Core.Attributions;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;

namespace Demarche.Core.Exchange;

/// <summary>The fields of a record that coding gives: attributions and positions.</summary>
internal static class CodingFields
{
    // Four digits: finer differences of a probability mean nothing and would tie the bytes to the machine's arithmetic.
    private const int ConfidenceDigits = 4;

    /// <summary>Writes the property <c>attributions</c>.</summary>
    public static void WriteAttributions(Utf8JsonWriter json, string? text, IReadOnlyList<Attribution> attributions)
    {
        json.WriteStartArray("attributions");
        foreach (Attribution attribution in attributions)
        {
            json.WriteStartObject();
            json.WriteString("id", attribution.Id);
            json.WriteString("parent", attribution.ParentId);
            json.WriteString("kind", Words.Of(attribution.Kind));
            json.WriteString("type", Words.Of(attribution.Type));
            WriteSpans(json, "source", text, attribution.Source);
            WriteSpans(json, "cue", text, attribution.Cue);
            WriteSpans(json, "content", text, attribution.Content);
            JsonStrings.Write(json, "speaker", attribution.Speaker);
            JsonStrings.Write(json, "speaker_party", attribution.SpeakerParty);
            JsonStrings.Write(json, "addressee", attribution.Addressee);
            WriteConfidence(json, attribution.Confidence);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>Writes the property <c>positions</c>.</summary>
    public static void WritePositions(Utf8JsonWriter json, string? text, IReadOnlyList<Position> positions)
    {
        json.WriteStartArray("positions");
        foreach (Position position in positions)
        {
            json.WriteStartObject();
            json.WriteString("id", position.Id);
            json.WriteString("attribution", position.AttributionId);
            JsonStrings.Write(json, "holder", position.Holder);
            JsonStrings.Write(json, "party", position.Party);
            JsonStrings.Write(json, "issue", position.Issue);
            WriteStance(json, text, position);
            JsonStrings.Write(json, "addressee", position.Addressee);
            WriteQuantities(json, text, position.Quantities);
            json.WriteBoolean("reiterated", position.IsReiterated);
            JsonStrings.Write(json, "reported_by", position.ReportedBy);
            RecordWriter.WriteDay(json, "date", position.Date);
            json.WriteString("date_basis", position.DateBasis);
            json.WritePropertyName("evidence");
            RecordWriter.WriteSpan(json, text, position.Evidence);
            json.WriteString("kind", Words.KindOf(position));
            WriteConfidence(json, position.Confidence);
            JsonStrings.Write(json, "why", position.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStance(Utf8JsonWriter json, string? text, Position position)
    {
        json.WriteString("stance", Words.Of(position.Stance));
        json.WriteNumber("direction", (int)position.Direction);
        json.WriteNumber("strength", position.Strength);
        json.WriteString("act", Words.Of(position.Act));
        json.WritePropertyName("condition");
        if (position.Condition is { } condition)
        {
            RecordWriter.WriteSpan(json, text, condition);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteStartArray("condition_issues");
        foreach (string issue in position.ConditionIssues)
        {
            json.WriteStringValue(issue);
        }

        json.WriteEndArray();
    }

    private static void WriteQuantities(Utf8JsonWriter json, string? text, IReadOnlyList<Quantity> quantities)
    {
        json.WriteStartArray("quantities");
        foreach (Quantity quantity in quantities)
        {
            json.WriteStartObject();
            json.WritePropertyName("span");
            RecordWriter.WriteSpan(json, text, quantity.Span);
            json.WriteNumber("value", quantity.Value);
            JsonStrings.Write(json, "unit", quantity.Unit);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteSpans(Utf8JsonWriter json, string name, string? text, IReadOnlyList<TextSpan> spans)
    {
        json.WriteStartArray(name);
        foreach (TextSpan span in spans)
        {
            RecordWriter.WriteSpan(json, text, span);
        }

        json.WriteEndArray();
    }

    private static void WriteConfidence(Utf8JsonWriter json, double confidence) =>
        json.WriteNumber("confidence", Math.Round(confidence, ConfidenceDigits));
}
