using Demarche.Core.Comparisons;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Spectre.Console;

namespace Demarche.Cli.Rendering;

/// <summary>Positions in order of time, each with its sentence; and changes with the words before and after.</summary>
internal sealed class HistoryView
{
    private const int EvidenceLength = 600;

    private readonly DisputeOverview _overview;
    private readonly Terminal _terminal;
    private readonly IAnsiConsole _console;

    /// <summary>A view that shows parties and issues as <paramref name="overview"/> names them.</summary>
    public HistoryView(DisputeOverview overview, Terminal terminal)
    {
        _overview = overview;
        _terminal = terminal;
        _console = terminal.Console;
    }

    /// <summary>Prints a line a cell that draws how firmly the party stood over time.</summary>
    public void PrintTrends(IEnumerable<CellTrend> trends)
    {
        foreach (CellTrend trend in trends.Where(trend => trend.Days.Count > 1))
        {
            IReadOnlyList<(DateOnly Day, int Signed)> drawn = [.. trend.Days.TakeLast(Sparkline.MostSigns)];
            _console.MarkupLine(Terminal.Escape(
                $"{_overview.PartyName(trend.Party)}, {_overview.IssueLabel(trend.Issue)}: {StanceText.Day(drawn[0].Day)} "
                + $"{StanceText.Signed(drawn[0].Signed)} {_terminal.Sparkline(drawn.Select(day => day.Signed))} "
                + $"{StanceText.Signed(drawn[^1].Signed)} {StanceText.Day(drawn[^1].Day)}"));
        }
    }

    /// <summary>Prints one line a position and its sentence under it.</summary>
    public void PrintEntries(IReadOnlyCollection<LedgerEntry> entries)
    {
        foreach (LedgerEntry entry in entries)
        {
            string party = entry.Position.Party is { } id ? $" ({_overview.PartyName(id)})" : "";
            _console.MarkupLine(
                $"{StanceText.Day(entry.Date)}  [{PositionLine.Color(entry.Position)}]{StanceText.Of(entry.Position)}[/]  "
                + $"{Terminal.Escape(_overview.IssueLabel(entry.Position.Issue))}  "
                + $"[bold]{Terminal.Escape(entry.Position.Holder)}[/]{Terminal.Escape(party + StanceText.Level(entry))}");
            PrintEvidence(entry);
        }

        _console.WriteLine(entries.Count == 1 ? "1 position." : $"{entries.Count} positions.");
    }

    /// <summary>Prints what moved: before, after, and in which words.</summary>
    public void PrintChanges(IReadOnlyCollection<PositionChange> changes)
    {
        foreach (PositionChange change in changes)
        {
            _console.MarkupLine(
                $"[bold]{StanceText.Day(change.Date)}  {Terminal.Escape(_overview.PartyName(change.Party))}: "
                + $"{Words.Of(change.Relation)}[/]  {Terminal.Escape(_overview.IssueLabel(change.Issue))}"
                + (change.IsLesserVoice ? $"  [grey]only a lesser voice tells it: {Terminal.Escape(string.Join(", ", change.To.Voices))}[/]" : ""));
            if (change.Relation == ChangeRelation.Dormant)
            {
                _console.MarkupLine($"  [grey]last[/]   {Line(change.To)}");
                PrintEvidence(change.To.Lead);
                continue;
            }

            if (change.From is { } from)
            {
                _console.MarkupLine($"  [grey]before[/] {Line(from)}");
                PrintEvidence(from.Lead);
            }

            _console.MarkupLine($"  [grey]now[/]    {Line(change.To)}");
            PrintEvidence(change.To.Lead);
        }

        _console.WriteLine(changes.Count == 1 ? "1 change." : $"{changes.Count} changes.");
    }

    /// <summary>Stance, voices and day of a position, as markup.</summary>
    public static string Line(HeldPosition held) =>
        $"[{PositionLine.Color(held.Position)}]{StanceText.Of(held.Position)}[/] "
        + Terminal.Escape($"{string.Join(", ", held.Voices)}, {StanceText.Day(held.Date)}{(held.ImpliedBy is null ? "" : StanceText.Level(held.Lead))}");

    // Evidence may run over paragraphs; context never does.
    private static string Flat(string text) =>
        text.Length <= EvidenceLength ? text.Replace('\n', ' ') : Terminal.OneLine(text, EvidenceLength);

    /// <summary>Prints the sentence of an entry, its condition and where it stands.</summary>
    public void PrintEvidence(LedgerEntry entry)
    {
        _console.MarkupLine(
            $"    [grey]{Terminal.Escape(entry.Before).TrimStart()}[/][underline]{Terminal.Escape(Flat(entry.Evidence))}[/]"
            + $"[grey]{Terminal.Escape(entry.After).TrimEnd()}[/]");
        if (entry.Condition is { } condition)
        {
            _console.MarkupLine($"    condition: [italic]{Terminal.Escape(Terminal.OneLine(condition, EvidenceLength))}[/]");
        }

        _console.MarkupLine($"    [grey]{Terminal.Escape(StanceText.Source(entry.Article))}, {StanceText.Certainty(entry)}[/]");
        if (entry.Article.Url is { } url)
        {
            _console.MarkupLine($"    [grey]{Terminal.Escape(url)}[/]");
        }
    }
}
