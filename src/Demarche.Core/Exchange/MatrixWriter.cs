using System.Text.Json;
using Demarche.Core.Comparisons.Sheets;

namespace Demarche.Core.Exchange;

/// <summary>Writes the matrix as one JSON object: parties, and issues in their order with a cell for every party that holds something.</summary>
public static class MatrixWriter
{
    /// <summary>Writes the object.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="sheet">The matrix.</param>
    public static void Write(Utf8JsonWriter json, MatrixSheet sheet)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(sheet);
        json.WriteStartObject();
        json.WriteString("at", EntryWriter.DayText(sheet.Request.At));
        json.WriteStartArray("parties");
        foreach (string party in sheet.Parties)
        {
            json.WriteStringValue(party);
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (SheetRow row in sheet.Rows)
        {
            Write(json, row, sheet.Parties);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SheetRow row, IReadOnlyList<string> parties)
    {
        json.WriteStartObject();
        json.WriteString("issue", row.Issue);
        json.WriteNumber("depth", row.Depth);
        json.WriteBoolean("contested", row.IsContested);
        json.WriteString("trend", row.Trend.ToString().ToLowerInvariant());
        json.WriteBoolean("unanswered", row.Unanswered.Count > 0);
        json.WriteStartArray("cells");
        foreach (SheetCell cell in parties.Select(row.Cell).OfType<SheetCell>())
        {
            Write(json, cell);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SheetCell cell)
    {
        json.WriteStartObject();
        json.WriteString("party", cell.Party);
        json.WriteNumber("signed_strength", cell.Held.Position.SignedStrength);
        json.WriteBoolean("told_by_others", cell.IsTold);
        json.WriteNumber("carriers", cell.Held.Carriers.Count);
        json.WriteNumber("independent_carriers", cell.Held.IndependentCarriers);
        json.WriteString("change", cell.Change is { } change ? ChangeWriter.WordOf(change.Relation) : null);
        json.WriteStartArray("trend");
        foreach ((DateOnly day, int signed) in cell.Trend)
        {
            json.WriteStartObject();
            json.WriteString("day", EntryWriter.DayText(day));
            json.WriteNumber("signed_strength", signed);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WritePropertyName("position");
        EntryWriter.Write(json, cell.Held.Lead);
        json.WriteEndObject();
    }
}
