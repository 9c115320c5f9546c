using System.Text.Json;
using Demarche.Core.Comparisons;

namespace Demarche.Core.Exchange;

/// <summary>Writes what stands between parties as one JSON object: gaps, unanswered demands, linkages, rings of them, and priorities.</summary>
public static class GapWriter
{
    /// <summary>Writes the object.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="gaps">What stands between them.</param>
    public static void Write(Utf8JsonWriter json, DisputeGaps gaps)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(gaps);
        json.WriteStartObject();
        Array(json, "gaps", gaps.Gaps, gap =>
        {
            json.WriteString("issue", gap.Issue);
            json.WriteNumber("distance", gap.Distance);
            json.WriteBoolean("contested", gap.IsContested);
            json.WriteString("trend", gap.Trend.ToString().ToLowerInvariant());
            Number(json, "before", gap.Before);
            Entry(json, "first", gap.First);
            Entry(json, "second", gap.Second);
        });
        Array(json, "unanswered", gaps.Unanswered, open =>
        {
            json.WriteStartArray("silent");
            foreach (string party in open.Silent)
            {
                json.WriteStringValue(party);
            }

            json.WriteEndArray();
            Entry(json, "demand", open.Demand);
        });
        Array(json, "linkages", gaps.Linkages, linkage => Tie(json, linkage));
        json.WriteStartArray("rings");
        foreach (IReadOnlyList<Linkage> circle in gaps.Circles)
        {
            json.WriteStartArray();
            foreach (Linkage linkage in circle)
            {
                json.WriteStartObject();
                Tie(json, linkage);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        Array(json, "priorities", gaps.Priorities, priority =>
        {
            json.WriteString("party", priority.Party);
            json.WriteString("issue", priority.Issue);
            json.WriteNumber("weight", priority.Weight);
            json.WriteNumber("days", priority.Days);
            json.WriteNumber("strongest", priority.Strongest);
            Entry(json, "latest", priority.Latest);
        });
        json.WriteEndObject();
    }

    private static void Tie(Utf8JsonWriter json, Linkage linkage)
    {
        json.WriteString("party", linkage.Party);
        json.WriteString("issue", linkage.Issue);
        json.WriteString("condition", linkage.Condition);
        json.WriteString("from", EntryWriter.DayText(linkage.Held.Date));
        json.WriteString("until", EntryWriter.DayText(linkage.Until));
        json.WritePropertyName("held");
        EntryWriter.Write(json, linkage.Line);
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Entry(Utf8JsonWriter json, string name, HeldPosition held)
    {
        json.WritePropertyName(name);
        EntryWriter.Write(json, held.Lead);
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
        }
    }
}
