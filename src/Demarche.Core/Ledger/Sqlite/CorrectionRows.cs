using System.Text.Json;
using Demarche.Nlp.Text;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Ledger.Sqlite;

/// <summary>Where the line of a correction stood, so that it is found again after the article is read anew or revised.</summary>
/// <param name="TextDigest">Digest of the text it stood in.</param>
/// <param name="IsPosition">Whether it is a position, not an attribution.</param>
/// <param name="Issue">Issue of the position, or null.</param>
/// <param name="Holder">Holder of the position or speaker of the attribution, or null.</param>
/// <param name="Party">Party of either, or null.</param>
/// <param name="Span">Where the evidence (or the content's first span) stood.</param>
/// <param name="Quote">Its characters.</param>
/// <param name="Before">What stood before it; empty for corrections of older ledgers.</param>
/// <param name="After">What stood after it; likewise.</param>
internal sealed record Anchor(
    string TextDigest, bool IsPosition, string? Issue, string? Holder, string? Party, TextSpan Span, string Quote, string Before, string After);

/// <summary>A correction as it is kept.</summary>
/// <param name="Correction">What the person said.</param>
/// <param name="Anchor">Where the line stood; null for a merge.</param>
internal sealed record StoredCorrection(Correction Correction, Anchor? Anchor);

/// <summary>Reads and writes corrections.</summary>
internal static class CorrectionRows
{
    /// <summary>Every correction, oldest first.</summary>
    public static IReadOnlyList<StoredCorrection> All(SqliteConnection connection)
    {
        using var statement = new Statement(
            connection,
            """
            SELECT key, kind, target, author, at, payload, article_key, text_digest, line, issue, holder, party, span_start,
                   span_end, quote, before, after, is_blind
            FROM correction ORDER BY id
            """);
        using SqliteDataReader row = statement.Query();
        var found = new List<StoredCorrection>();
        while (row.Read())
        {
            found.Add(new StoredCorrection(Read(row), ReadAnchor(row)));
        }

        return found;
    }

    /// <summary>Keeps <paramref name="stored"/>; the very same one is kept once.</summary>
    public static void Add(SqliteConnection connection, StoredCorrection stored)
    {
        (Correction correction, Anchor? anchor) = stored;
        using var statement = new Statement(
            connection,
            """
            INSERT OR IGNORE INTO correction (key, kind, target, author, at, payload, article_key, text_digest, line, issue,
                                              holder, party, span_start, span_end, quote, before, after, is_blind)
            VALUES ($key, $kind, $target, $author, $at, $payload, $article, $digest, $line, $issue, $holder, $party, $start,
                    $end, $quote, $before, $after, $blind)
            """,
            "key", "kind", "target", "author", "at", "payload", "article", "digest", "line", "issue", "holder", "party", "start",
            "end", "quote", "before", "after", "blind");
        statement.Run(
            correction.Key, correction.Kind.ToColumn(), correction.Target, correction.Author, correction.At.ToColumn(),
            PayloadOf(correction), correction.ArticleKey, anchor?.TextDigest,
            anchor is null ? null : anchor.IsPosition ? "position" : "attribution",
            anchor?.Issue, anchor?.Holder, anchor?.Party, anchor?.Span.Start, anchor?.Span.End, anchor?.Quote,
            anchor?.Before, anchor?.After, correction.IsBlind ? 1 : 0);
    }

    /// <summary>What a person said, as JSON.</summary>
    public static string PayloadOf(Correction correction) => JsonSerializer.Serialize(
        new CorrectionPayload(correction.Edit, correction.Added, correction.Merge, correction.Note, correction.Seen),
        LedgerJson.Default.CorrectionPayload);

    private static Correction Read(SqliteDataReader row)
    {
        CorrectionPayload payload = JsonSerializer.Deserialize(row.GetString(5), LedgerJson.Default.CorrectionPayload)!;
        return new Correction
        {
            Key = row.GetString(0),
            Kind = row.Word<CorrectionKind>(1),
            Target = row.TextOrNull(2),
            Author = row.GetString(3),
            At = row.Time(4),
            ArticleKey = row.TextOrNull(6),
            Edit = payload.Edit,
            Added = payload.Added,
            Merge = payload.Merge,
            Note = payload.Note,
            Seen = payload.Seen,
            IsBlind = row.GetInt32(17) == 1,
        };
    }

    private static Anchor? ReadAnchor(SqliteDataReader row) => row.IsDBNull(7)
        ? null
        : new Anchor(
            row.GetString(7), row.GetString(8) == "position", row.TextOrNull(9), row.TextOrNull(10), row.TextOrNull(11),
            row.Span(12), row.GetString(14), row.TextOrNull(15) ?? "", row.TextOrNull(16) ?? "");
}
