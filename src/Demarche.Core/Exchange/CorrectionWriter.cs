using System.Globalization;
using System.Text.Json;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;

namespace Demarche.Core.Exchange;

/// <summary>Writes corrections as JSON objects: who said what about which line, when.</summary>
public static class CorrectionWriter
{
    /// <summary>Writes one correction as an object; what its kind does not have is left out.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="correction">The correction.</param>
    public static void Write(Utf8JsonWriter json, Correction correction)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(correction);
        json.WriteStartObject();
        json.WriteString("key", correction.Key);
        json.WriteString("kind", correction.Kind.ToString().ToLowerInvariant());
        Optional(json, "target", correction.Target);
        Optional(json, "article", correction.ArticleKey);
        json.WriteString("author", correction.Author);
        json.WriteString("at", correction.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteBoolean("blind", correction.IsBlind);
        if (correction.Edit is { } edit)
        {
            WriteEdit(json, edit);
        }

        if (correction.Added is { } added)
        {
            WriteAdded(json, added);
        }

        if (correction.Merge is { } merge)
        {
            json.WriteString("from", merge.From);
            json.WriteString("into", merge.Into);
        }

        Optional(json, "note", correction.Note);
        json.WriteEndObject();
    }

    private static void WriteEdit(Utf8JsonWriter json, LineEdit edit)
    {
        json.WriteStartObject("edit");
        Optional(json, "holder", edit.Holder);
        Optional(json, "party", edit.Party);
        Optional(json, "issue", edit.Issue);
        Optional(json, "direction", edit.Direction is { } direction ? (int)direction : null);
        Optional(json, "strength", edit.Strength);
        Optional(json, "act", edit.Act is { } act ? Words.Of(act) : null);
        Optional(json, "condition_start", edit.Condition?.Start);
        Optional(json, "condition_end", edit.Condition?.End);
        Optional(json, "addressee", edit.Addressee);
        Optional(json, "date", EntryWriter.DayText(edit.Date));
        if (edit.IsReiterated is { } isReiterated)
        {
            json.WriteBoolean("reiterated", isReiterated);
        }

        Optional(json, "reported_by", edit.ReportedBy);
        Optional(json, "evidence_start", edit.Evidence?.Start);
        Optional(json, "evidence", edit.EvidenceQuote);
        json.WriteEndObject();
    }

    private static void WriteAdded(Utf8JsonWriter json, Position added)
    {
        json.WriteStartObject("added");
        json.WriteString("holder", added.Holder);
        Optional(json, "party", added.Party);
        json.WriteString("issue", added.Issue);
        json.WriteNumber("direction", (int)added.Direction);
        json.WriteNumber("strength", added.Strength);
        json.WriteString("act", Words.Of(added.Act));
        json.WriteNumber("evidence_start", added.Evidence.Start);
        json.WriteNumber("evidence_end", added.Evidence.End);
        json.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void Optional(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
    }
}
