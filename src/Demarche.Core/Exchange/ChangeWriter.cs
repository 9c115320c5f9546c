using System.Text.Json;
using Demarche.Core.Comparisons;

namespace Demarche.Core.Exchange;

/// <summary>Writes changes of position as JSON objects: what moved, with the line before and the line after.</summary>
public static class ChangeWriter
{
    /// <summary>Writes one change as an object.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="change">The change.</param>
    public static void Write(Utf8JsonWriter json, PositionChange change)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(change);
        json.WriteStartObject();
        json.WriteString("party", change.Party);
        json.WriteString("issue", change.Issue);
        json.WriteString("relation", WordOf(change.Relation));
        json.WriteString("date", EntryWriter.DayText(change.Date));
        json.WriteString("why", change.Why);
        json.WriteBoolean("lesser_voice", change.IsLesserVoice);
        json.WritePropertyName("from");
        if (change.From is { } from)
        {
            EntryWriter.Write(json, from.Lead);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WritePropertyName("to");
        EntryWriter.Write(json, change.To.Lead);
        json.WriteNumber("carriers", change.To.Carriers.Count);
        json.WriteNumber("independent_carriers", change.To.IndependentCarriers);
        json.WriteEndObject();
    }

    /// <summary>The kind of change as one word: "hardened", "condition-added".</summary>
    internal static string WordOf(ChangeRelation relation) => Words.Of(relation).Replace(' ', '-');
}
