using System.Globalization;
using System.Text.Json;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;
using Demarche.Core.Reading;

namespace Demarche.Core.Exchange;

/// <summary>Writes ledger entries as JSON objects: the position, its evidence with what stands around it, and the article that carries it.</summary>
public static class EntryWriter
{
    /// <summary>Writes one entry as an object.</summary>
    /// <param name="json">The writer, where a value may stand.</param>
    /// <param name="entry">The entry.</param>
    public static void Write(Utf8JsonWriter json, LedgerEntry entry)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(entry);
        Position position = entry.Position;
        json.WriteStartObject();
        json.WriteString("key", entry.Key);
        JsonStrings.Write(json, "party", position.Party);
        JsonStrings.Write(json, "issue", position.Issue);
        JsonStrings.Write(json, "holder", position.Holder);
        json.WriteString("stance", Words.Of(position.Stance));
        json.WriteNumber("direction", (int)position.Direction);
        json.WriteNumber("strength", position.Strength);
        json.WriteString("act", Words.Of(position.Act));
        JsonStrings.Write(json, "condition", entry.Condition);
        JsonStrings.Write(json, "addressee", position.Addressee);
        json.WriteBoolean("reiterated", position.IsReiterated);
        JsonStrings.Write(json, "reported_by", position.ReportedBy);
        json.WriteString("kind", Words.KindOf(position));
        json.WriteString("authority", position.Authority is { } authority ? Words.Of(authority.Level) : null);
        JsonStrings.Write(json, "office", position.Authority?.Office);
        json.WriteString("date", DayText(entry.Date));
        json.WriteString("date_basis", position.Date is null ? (entry.Date is null ? null : "published") : position.DateBasis);
        WriteEvidence(json, entry);
        WriteArticle(json, "article", entry.Article);
        json.WriteNumber("confidence", Math.Round(position.Confidence, 4));
        JsonStrings.Write(json, "why", position.Why);
        JsonStrings.Write(json, "implied_by", entry.ImpliedBy);
        json.WriteString("state", entry.State.ToString().ToLowerInvariant());
        json.WriteEndObject();
    }

    /// <summary>Writes what identifies an article, as the property <paramref name="name"/>.</summary>
    public static void WriteArticle(Utf8JsonWriter json, string name, LedgerArticle article)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WritePropertyName(name);
        WriteArticle(json, article);
    }

    /// <summary>Writes what identifies an article as an object.</summary>
    public static void WriteArticle(Utf8JsonWriter json, LedgerArticle article)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(article);
        json.WriteStartObject();
        json.WriteString("key", article.Key);
        JsonStrings.Write(json, "id", article.Id);
        json.WriteNumber("revision", article.Revision);
        JsonStrings.Write(json, "outlet", article.Outlet);
        JsonStrings.Write(json, "title", article.Title);
        json.WriteString("published", DayText(article.Published));
        JsonStrings.Write(json, "url", article.Url);
        json.WriteEndObject();
    }

    /// <summary>A day as YYYY-MM-DD, or null.</summary>
    public static string? DayText(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void WriteEvidence(Utf8JsonWriter json, LedgerEntry entry)
    {
        json.WriteStartObject("evidence");
        json.WriteNumber("start", entry.Position.Evidence.Start);
        json.WriteNumber("end", entry.Position.Evidence.End);
        JsonStrings.Write(json, "text", entry.Evidence);
        JsonStrings.Write(json, "before", entry.Before);
        JsonStrings.Write(json, "after", entry.After);
        json.WriteEndObject();
    }
}
