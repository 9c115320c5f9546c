using Demarche.Core.Comparisons;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;
using Spectre.Console;

namespace Demarche.Cli.Rendering;

/// <summary>What a reviewer sees: one line with its sentence and all that can be changed.</summary>
internal sealed class ReviewView
{
    /// <summary>What the keys do.</summary>
    public const string Keys = "a right  r wrong  e change a field  v move the evidence  n add a missed one  m merge actors  s split actors  "
        + "space next  b back  u take back  ? help  q stop";

    private readonly DisputeOverview _overview;
    private readonly HistoryView _history;
    private readonly Terminal _terminal;

    /// <summary>A view that names parties and issues as <paramref name="overview"/> does.</summary>
    public ReviewView(DisputeOverview overview, Terminal terminal)
    {
        _overview = overview;
        _terminal = terminal;
        _history = new HistoryView(overview, terminal);
    }

    /// <summary>Shows a line.</summary>
    /// <param name="entry">The line.</param>
    /// <param name="number">Its number in the queue, from 1.</param>
    /// <param name="count">Length of the queue.</param>
    public void Show(LedgerEntry entry, int number, int count)
    {
        Position position = entry.Position;
        string party = position.Party is { } id ? _overview.PartyName(id) : "no party";
        _terminal.Console.MarkupLine(
            $"\n[bold]{number} of {count}[/]  {Terminal.Escape(_overview.IssueLabel(position.Issue))}  "
            + $"[bold]{Terminal.Escape(position.Holder)}[/] ({Terminal.Escape(party)})  "
            + $"[{PositionLine.Color(position)}]{StanceText.Of(position)}[/]  {Words.Of(position.Act)}, {StanceText.Day(entry.Date)}"
            + (position.IsReiterated ? ", not new" : "")
            + Terminal.Escape(position.ReportedBy is { } reporter ? $", as {reporter} tells" : ""));
        _history.PrintEvidence(entry);
        _terminal.Console.MarkupLine($"    [grey]{Terminal.Escape(position.Why)}[/]");
    }

    /// <summary>Says something.</summary>
    public void Say(string message) => _terminal.Console.MarkupLine(Terminal.Escape(message));
}
