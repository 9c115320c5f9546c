using System.Text.Json;
using Demarche.Core.Comparisons;
using Demarche.Core.Parties;
using Demarche.Core.Reading;

namespace Demarche.Core.Exchange;

/// <summary>Writes actors and issues of a dispute as JSON objects.</summary>
public static class ActorWriter
{
    /// <summary>Writes an actor as an object.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="actor">The actor.</param>
    public static void Write(Utf8JsonWriter json, ActorEntry actor)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(actor);
        json.WriteStartObject();
        JsonStrings.Write(json, "name", actor.Name);
        JsonStrings.Write(json, "party", actor.Party);
        json.WriteString("kind", !actor.IsInCodebook ? "heard" : actor.IsBody ? "body" : "person");
        json.WriteStartArray("offices");
        foreach (Actor office in actor.Offices)
        {
            json.WriteStartObject();
            JsonStrings.Write(json, "role", office.Role);
            json.WriteString("from", EntryWriter.DayText(office.From));
            json.WriteString("until", EntryWriter.DayText(office.Until));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteList(json, "aliases", actor.Aliases);
        WriteList(json, "merged", actor.Merged);
        json.WriteNumber("positions", actor.Positions);
        json.WriteNumber("statements", actor.Statements);
        json.WriteString("from", EntryWriter.DayText(actor.From));
        json.WriteString("to", EntryWriter.DayText(actor.To));
        json.WriteEndObject();
    }

    /// <summary>Writes an issue of the codebook as an object.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="issue">The issue.</param>
    public static void Write(Utf8JsonWriter json, Issue issue)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(issue);
        json.WriteStartObject();
        JsonStrings.Write(json, "id", issue.Id);
        JsonStrings.Write(json, "label", issue.Label);
        JsonStrings.Write(json, "definition", issue.Definition);
        WriteList(json, "terms", issue.Terms);
        WriteList(json, "inverse", issue.Inverse);
        WriteList(json, "exclusive_with", issue.ExclusiveWith);
        JsonStrings.Write(json, "part_of", issue.PartOf);
        JsonStrings.Write(json, "pax", issue.Pax);
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (string value in values)
        {
            JsonStrings.WriteValue(json, value);
        }

        json.WriteEndArray();
    }
}
