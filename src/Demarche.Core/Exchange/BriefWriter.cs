using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;

namespace Demarche.Core.Exchange;

/// <summary>
/// Writes the brief: one HTML page that needs nothing else, has no script, and prints on A4. Matrix, what changed, and the sentence
/// behind every cell with outlet, day and link. Every text from outside is escaped; only http and https addresses become links.
/// </summary>
public sealed class BriefWriter
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly DisputeOverview _overview;
    private readonly TextWriter _page;
    private readonly List<MatrixCell> _cells = [];

    private BriefWriter(DisputeOverview overview, TextWriter page)
    {
        _overview = overview;
        _page = page;
    }

    /// <summary>Writes the brief of <paramref name="overview"/>.</summary>
    /// <param name="overview">What it tells.</param>
    /// <param name="page">Receives the page; UTF-8 is what its head says.</param>
    /// <param name="since">First day of the changes told, inclusive; null = all.</param>
    public static void Write(DisputeOverview overview, TextWriter page, DateOnly? since = null)
    {
        ArgumentNullException.ThrowIfNull(overview);
        ArgumentNullException.ThrowIfNull(page);
        var writer = new BriefWriter(overview, page);
        writer.WriteHead();
        writer.WriteMatrix();
        writer.WriteChanges(since);
        writer.WriteEvidence();
        page.Write("</body>\n</html>\n");
    }

    private void WriteHead()
    {
        string title = _overview.Codebook?.Title ?? _overview.Codebook?.Dispute ?? "Positions on record";
        LedgerCounts counts = _overview.Counts;
        string days = counts.From is null ? "" : $", {Day(counts.From)} to {Day(counts.To)}";
        string at = _overview.Matrix.At is { } day ? $"As things stood on {Day(day)}. " : "";
        _page.Write(
            $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{E(title)}</title>
            <style>
            {BriefStyle.Sheet}
            </style>
            </head>
            <body>
            <h1>{E(title)}</h1>
            <p class="sub">{at}Read from {Number(counts.Articles)} articles{days}. Every line is what a text attributes to somebody, not what is
            so; numbers lead to the sentence. Strength runs from 1 (open to) to 4 (rules out, ultimatum).</p>

            """);
    }

    private void WriteMatrix()
    {
        _page.Write("<h2>Who wants what</h2>\n<table class=\"matrix\">\n<thead><tr><th>Issue</th>");
        foreach (string party in _overview.PartyIds)
        {
            _page.Write($"<th>{E(_overview.PartyName(party))}</th>");
        }

        _page.Write("</tr></thead>\n<tbody>\n");
        foreach (string issue in _overview.IssueIds)
        {
            _page.Write($"<tr><th>{E(_overview.IssueLabel(issue))}</th>");
            foreach (string party in _overview.PartyIds)
            {
                WriteCell(_overview.Matrix.Cell(issue, party));
            }

            _page.Write("</tr>\n");
        }

        _page.Write("</tbody>\n</table>\n");
    }

    private void WriteCell(MatrixCell? cell)
    {
        if (cell is null || (cell.Latest ?? cell.LatestTold) is not { } held)
        {
            _page.Write("<td class=\"none\">no position on record</td>");
            return;
        }

        _cells.Add(cell);
        string side = held.Position.Direction == Direction.Supports ? "for" : "against";
        string condition = held.Lead.Condition is { } words ? $"<div class=\"condition\">{E(words)}</div>" : "";
        string told = cell.Latest is null ? $"<div class=\"note\">as told by {E(held.Position.ReportedBy ?? "others")}</div>" : "";
        string voices = cell.Conflicting.Count > 0 ? "<div class=\"note\">voices differ</div>" : "";
        _page.Write(
            $"<td class=\"{side}\"><a href=\"#e{_cells.Count}\">{Stance(held.Position)}</a> <sup>{_cells.Count}</sup>{condition}"
            + $"<div class=\"note\">{Day(held.Date)}, {Carriers(held)}</div>{told}{voices}</td>");
    }

    private void WriteChanges(DateOnly? since)
    {
        string from = since is { } day ? $" since {Day(day)}" : "";
        _page.Write($"<h2>What changed{from}</h2>\n");
        PositionChange[] moves = [.. _overview.ChangesSince(since).Where(change => change.IsMove)];
        if (moves.Length == 0)
        {
            _page.Write("<p>Nothing moved.</p>\n");
        }

        foreach (PositionChange change in moves)
        {
            _page.Write(
                $"<section class=\"change\"><h3>{Day(change.Date)} - {E(_overview.PartyName(change.Party))}: "
                + $"{E(Words.Of(change.Relation))}{(change.IsLesserVoice ? " (only a lesser voice tells it)" : "")} <span>{E(_overview.IssueLabel(change.Issue))}</span></h3>\n");
            bool isSilent = change.Relation == ChangeRelation.Dormant;
            if (change.From is { } before && !isSilent)
            {
                WriteQuote("Before", before.Lead);
            }

            WriteQuote(isSilent ? "Last" : "Now", change.To.Lead);
            _page.Write("</section>\n");
        }
    }

    private void WriteEvidence()
    {
        _page.Write("<h2>The sentences</h2>\n");
        for (int i = 0; i < _cells.Count; i++)
        {
            MatrixCell cell = _cells[i];
            _page.Write(
                $"<section class=\"evidence\" id=\"e{i + 1}\"><h3>{i + 1}. {E(_overview.PartyName(cell.Party))}: "
                + $"{E(_overview.IssueLabel(cell.Issue))}</h3>\n");
            HeldPosition held = (cell.Latest ?? cell.LatestTold)!;
            foreach (LedgerEntry line in held.Lines.DistinctBy(line => line.Article.Key, StringComparer.Ordinal))
            {
                WriteQuote(Stance(line.Position), line);
            }

            _page.Write("</section>\n");
        }
    }

    private void WriteQuote(string label, LedgerEntry entry)
    {
        _page.Write(
            $"<p class=\"quote\"><b>{E(label)}</b> {E(entry.Position.Holder)}: <span class=\"around\">{E(entry.Before)}</span>"
            + $"<mark>{E(entry.Evidence)}</mark><span class=\"around\">{E(entry.After)}</span><br>"
            + $"<span class=\"source\">{Source(entry.Article)} ({E(Certainty(entry))})</span></p>\n");
    }

    private static string Source(LedgerArticle article)
    {
        string name = $"{article.Outlet ?? "unknown outlet"}, {Day(article.Published)}: {article.Title ?? article.Id}";
        return IsWebAddress(article.Url) ? $"<a href=\"{E(article.Url!)}\" rel=\"noreferrer\">{E(name)}</a>" : E(name);
    }

    private static string Certainty(LedgerEntry entry) => entry.State == LineState.Machine
        ? $"read by machine, confidence {entry.Position.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}"
        : $"{entry.State.ToString().ToLowerInvariant()} by a person";

    private static bool IsWebAddress(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out Uri? address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static string Stance(Position position) =>
        $"{Words.Of(position.Stance)} {position.SignedStrength.ToString("+0;-0", CultureInfo.InvariantCulture)}";

    private string Carriers(HeldPosition held) =>
        held.ImpliedBy is { } issue ? $"implied by support of: {E(_overview.IssueLabel(issue))}"
        : held.IndependentCarriers == 1 ? "one source" : $"{Number(held.IndependentCarriers)} independent sources";

    private static string Day(DateOnly? day) => day?.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? "undated";

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string E(string text) => Encoder.Encode(text);
}
