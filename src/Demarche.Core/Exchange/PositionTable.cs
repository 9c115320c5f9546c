using System.Globalization;
using Demarche.Core.Ledger;

namespace Demarche.Core.Exchange;

/// <summary>
/// Writes positions as comma-separated values (RFC 4180: UTF-8, CRLF, a header, every field quoted that needs it).
/// Texts stand as the article has them, character for character; offsets are UTF-16 code units.
/// </summary>
public static class PositionTable
{
    private static readonly (string Name, Func<LedgerEntry, string?> Value)[] Columns =
    [
        ("key", entry => entry.Key),
        ("date", entry => EntryWriter.DayText(entry.Date)),
        ("party", entry => entry.Position.Party),
        ("holder", entry => entry.Position.Holder),
        ("issue", entry => entry.Position.Issue),
        ("stance", entry => Words.Of(entry.Position.Stance)),
        ("signed_strength", entry => Number(entry.Position.SignedStrength)),
        ("act", entry => Words.Of(entry.Position.Act)),
        ("condition", entry => entry.Condition),
        ("condition_issues", entry => string.Join(' ', entry.Position.ConditionIssues)),
        ("addressee", entry => entry.Position.Addressee),
        ("reiterated", entry => entry.Position.IsReiterated ? "true" : "false"),
        ("reported_by", entry => entry.Position.ReportedBy),
        ("kind", entry => Words.KindOf(entry.Position)),
        ("evidence", entry => entry.Evidence),
        ("evidence_start", entry => Number(entry.Position.Evidence.Start)),
        ("evidence_end", entry => Number(entry.Position.Evidence.End)),
        ("outlet", entry => entry.Article.Outlet),
        ("title", entry => entry.Article.Title),
        ("published", entry => EntryWriter.DayText(entry.Article.Published)),
        ("url", entry => entry.Article.Url),
        ("article", entry => entry.Article.Id),
        ("article_key", entry => entry.Article.Key),
        ("revision", entry => Number(entry.Article.Revision)),
        ("confidence", entry => entry.Position.Confidence.ToString("0.####", CultureInfo.InvariantCulture)),
        ("why", entry => entry.Position.Why),
        ("state", entry => entry.State.ToString().ToLowerInvariant()),
    ];

    private static readonly System.Buffers.SearchValues<char> NeedsQuotes = System.Buffers.SearchValues.Create(",\"\r\n");

    /// <summary>Writes the header and a row an entry.</summary>
    /// <param name="entries">The positions, in the order wanted; walked once.</param>
    /// <param name="writer">Receives the text; its own line ending is not used.</param>
    public static void Write(IEnumerable<LedgerEntry> entries, TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(entries);
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(string.Join(',', Columns.Select(column => column.Name)) + "\r\n");
        foreach (LedgerEntry entry in entries)
        {
            writer.Write(string.Join(',', Columns.Select(column => Field(column.Value(entry)))) + "\r\n");
        }
    }

    private static string Field(string? value) =>
        value is null ? ""
        : value.AsSpan().ContainsAny(NeedsQuotes) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : value;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
