using System.Globalization;
using Demarche.Core.Exchange.Exports;
using Demarche.Core.Ledger;

namespace Demarche.Core.Exchange;

/// <summary>
/// Writes positions as comma-separated values (RFC 4180: UTF-8, CRLF, a header, every field quoted that needs it).
/// Texts stand as the article has them, character for character; offsets are UTF-16 code units.
/// </summary>
public static class PositionTable
{
    private static readonly (string Name, Func<LedgerEntry, ExportSource, string?> Value)[] Columns =
    [
        ("key", (entry, _) => entry.Key),
        ("date", (entry, _) => EntryWriter.DayText(entry.Date)),
        ("party", (entry, _) => entry.Position.Party),
        ("holder", (entry, _) => entry.Position.Holder),
        ("issue", (entry, _) => entry.Position.Issue),
        ("stance", (entry, _) => Words.Of(entry.Position.Stance)),
        ("signed_strength", (entry, _) => Number(entry.Position.SignedStrength)),
        ("act", (entry, _) => Words.Of(entry.Position.Act)),
        ("condition", (entry, source) => source.Quoted(entry.Condition)),
        ("condition_issues", (entry, _) => string.Join(' ', entry.Position.ConditionIssues)),
        ("addressee", (entry, _) => entry.Position.Addressee),
        ("reiterated", (entry, _) => entry.Position.IsReiterated ? "true" : "false"),
        ("reported_by", (entry, _) => entry.Position.ReportedBy),
        ("kind", (entry, _) => Words.KindOf(entry.Position)),
        ("evidence", (entry, source) => source.Quoted(entry.Evidence)),
        ("evidence_start", (entry, _) => Number(entry.Position.Evidence.Start)),
        ("evidence_end", (entry, _) => Number(entry.Position.Evidence.End)),
        ("outlet", (entry, _) => entry.Article.Outlet),
        ("title", (entry, _) => entry.Article.Title),
        ("published", (entry, _) => EntryWriter.DayText(entry.Article.Published)),
        ("url", (entry, _) => entry.Article.Url),
        ("article", (entry, _) => entry.Article.Id),
        ("article_key", (entry, _) => entry.Article.Key),
        ("revision", (entry, _) => Number(entry.Article.Revision)),
        ("confidence", (entry, _) => entry.Position.Confidence.ToString("0.####", CultureInfo.InvariantCulture)),
        ("why", (entry, _) => entry.Position.Why),
        ("state", (entry, _) => entry.State.ToString().ToLowerInvariant()),
        ("authority", (entry, _) => entry.Position.Authority is { } authority ? Words.Of(authority.Level) : null),
        ("office", (entry, _) => entry.Position.Authority?.Office),
        ("pax", (entry, source) => source.PaxOf(entry.Position.Issue)),
    ];

    /// <summary>Writes the header and a row an entry.</summary>
    /// <param name="entries">The positions, in the order wanted; walked once.</param>
    /// <param name="writer">Receives the text; its own line ending is not used.</param>
    /// <param name="source">Tells the tags of issues and whether the articles' words are written.</param>
    public static void Write(IEnumerable<LedgerEntry> entries, TextWriter writer, ExportSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(string.Join(',', Columns.Select(column => column.Name)) + "\r\n");
        foreach (LedgerEntry entry in entries)
        {
            writer.Write(string.Join(',', Columns.Select(column => CsvText.Field(column.Value(entry, source)))) + "\r\n");
        }
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
