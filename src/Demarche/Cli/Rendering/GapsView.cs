using Demarche.Core.Comparisons;
using Spectre.Console;

namespace Demarche.Cli.Rendering;

/// <summary>Gaps, unanswered demands, linkages and priorities: on a terminal or as plain lines.</summary>
internal sealed class GapsView
{
    // What a party says less firmly or seldom than its first few issues is read in the matrix.
    private const int ShownPriorities = 3;

    private readonly DisputeOverview _overview;
    private readonly DisputeGaps _gaps;

    /// <summary>A view of <paramref name="gaps"/>.</summary>
    public GapsView(DisputeOverview overview, DisputeGaps gaps)
    {
        _overview = overview;
        _gaps = gaps;
    }

    /// <summary>Prints every part with its evidence.</summary>
    public void Print(Terminal terminal)
    {
        var history = new HistoryView(_overview, terminal);
        void Held(HeldPosition held)
        {
            terminal.Console.MarkupLine($"  [bold]{Terminal.Escape(_overview.PartyName(held.Party))}[/] {HistoryView.Line(held)}");
            history.PrintEvidence(held.Lead);
        }

        PartyGap[] open = [.. _gaps.Gaps.Where(gap => gap.IsContested || gap.Trend != GapTrend.Standing)];
        terminal.Console.WriteLine(open.Length == 0 ? "No gap on record here." : $"Gaps ({open.Length})");
        foreach (PartyGap gap in open)
        {
            terminal.Console.MarkupLine($"\n[bold]{Terminal.Escape(_overview.IssueLabel(gap.Issue))}[/]  {Terminal.Escape(Describe(gap))}");
            Held(gap.First);
            Held(gap.Second);
        }

        Heading(terminal, "Unanswered demands", _gaps.Unanswered.Count);
        foreach (UnansweredDemand demand in _gaps.Unanswered)
        {
            terminal.Console.MarkupLine(
                $"\n[bold]{Terminal.Escape(_overview.IssueLabel(demand.Demand.Issue))}[/]  "
                + Terminal.Escape($"nothing on record from {Names(demand.Silent)}"));
            Held(demand.Demand);
        }

        Heading(terminal, "Linkages", _gaps.Linkages.Count);
        foreach (Linkage linkage in _gaps.Linkages)
        {
            terminal.Console.MarkupLine($"\n{Terminal.Escape(Describe(linkage))}");
            history.PrintEvidence(linkage.Line);
        }

        foreach (IReadOnlyList<Linkage> circle in _gaps.Circles)
        {
            terminal.Console.MarkupLine($"\n[bold]In a ring:[/] {Terminal.Escape(string.Join("; ", circle.Select(Describe)))}");
        }

        Heading(terminal, "Priorities", _gaps.Priorities.Count);
        foreach (IGrouping<string, Priority> party in _gaps.Priorities.GroupBy(priority => priority.Party))
        {
            IEnumerable<string> first = party.Take(ShownPriorities).Select(priority =>
                $"{_overview.IssueLabel(priority.Issue)} (on {Days(priority.Days)}, up to {priority.Strongest})");
            terminal.Console.MarkupLine($"[bold]{Terminal.Escape(_overview.PartyName(party.Key))}[/]  {Terminal.Escape(string.Join(", ", first))}");
        }
    }

    /// <summary>Prints one line a gap, demand, linkage, ring and priority, its kind first, fields parted by tabs.</summary>
    public void PrintPlain()
    {
        foreach (PartyGap gap in _gaps.Gaps)
        {
            Line("gap", gap.Issue, gap.First.Party, gap.Second.Party, Describe(gap), gap.First.Lead.Evidence, gap.Second.Lead.Evidence);
        }

        foreach (UnansweredDemand open in _gaps.Unanswered)
        {
            Line("unanswered", open.Demand.Issue, open.Demand.Party, string.Join(',', open.Silent), StanceText.Of(open.Demand.Position), open.Demand.Lead.Evidence);
        }

        foreach (Linkage linkage in _gaps.Linkages)
        {
            Line("linkage", linkage.Issue, linkage.Party, linkage.Condition, linkage.Line.Condition ?? "", linkage.Line.Evidence, linkage.IsStanding ? "standing" : "said before");
        }

        foreach (IReadOnlyList<Linkage> circle in _gaps.Circles)
        {
            Line("ring", string.Join(" > ", circle.Select(linkage => $"{linkage.Condition} ({linkage.Party})")));
        }

        foreach (Priority priority in _gaps.Priorities)
        {
            Line("priority", priority.Issue, priority.Party, $"{priority.Weight}", $"{priority.Days}", $"{priority.Strongest}");
        }
    }

    private static void Heading(Terminal terminal, string what, int count)
    {
        if (count > 0)
        {
            terminal.Console.WriteLine($"\n{what} ({count})");
        }
    }

    private static void Line(params string[] fields) =>
        Console.WriteLine(string.Join('\t', fields.Select(field => Terminal.OneLine(field, int.MaxValue))));

    private static string Days(int days) => days == 1 ? "1 day" : $"{days} days";

    private static string Describe(PartyGap gap)
    {
        string trend = gap.Before is { } before && gap.Trend != GapTrend.Standing ? $", {gap.Trend.ToString().ToLowerInvariant()} from {before}" : "";
        return $"{(gap.IsContested ? "contested" : "same side")}, {gap.Distance} apart{trend}";
    }

    private string Describe(Linkage linkage) =>
        $"{_overview.PartyName(linkage.Party)}: {_overview.IssueLabel(linkage.Issue)} depends on {_overview.IssueLabel(linkage.Condition)}"
        + (linkage.IsStanding ? $", {StanceText.Day(linkage.Held.Date)}" : $", {StanceText.Day(linkage.Held.Date)}; without that from {StanceText.Day(linkage.Until)}");

    private string Names(IEnumerable<string> parties) => string.Join(", ", parties.Select(_overview.PartyName));
}
