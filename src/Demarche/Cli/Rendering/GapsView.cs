using System.Text.Json;
using Demarche.Core.Comparisons;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Spectre.Console;

namespace Demarche.Cli.Rendering;

/// <summary>Gaps, unanswered demands, linkages and priorities: on a terminal, as plain lines, as JSON.</summary>
internal sealed class GapsView
{
    // What a party says less firmly or seldom than its first few issues is read in the matrix.
    private const int ShownPriorities = 3;

    private readonly DisputeOverview _overview;
    private readonly PartyGap[] _gaps;
    private readonly UnansweredDemand[] _unanswered;
    private readonly Linkage[] _linkages;
    private readonly IReadOnlyList<Linkage>[] _circles;
    private readonly Priority[] _priorities;

    /// <summary>A view of <paramref name="gaps"/>, of which party and issue of <paramref name="query"/> are shown.</summary>
    public GapsView(DisputeOverview overview, DisputeGaps gaps, LedgerQuery query)
    {
        bool Party(string id) => query.Party is null || query.Party == id;
        bool Issue(string id) => query.Issue is null || query.Issue == id;
        bool Tie(Linkage linkage) => Party(linkage.Party) && (Issue(linkage.Issue) || Issue(linkage.Condition));
        _overview = overview;
        _gaps = [.. gaps.Gaps.Where(gap => (Party(gap.First.Party) || Party(gap.Second.Party)) && Issue(gap.Issue))];
        _unanswered =
        [
            .. gaps.Unanswered.Where(open => (Party(open.Demand.Party) || open.Silent.Any(Party)) && Issue(open.Demand.Issue)),
        ];
        _linkages = [.. gaps.Linkages.Where(Tie)];
        _circles = [.. gaps.Circles.Where(circle => circle.Any(Tie))];
        _priorities = [.. gaps.Priorities.Where(priority => Party(priority.Party) && Issue(priority.Issue) && priority.Days > 0)];
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

        PartyGap[] open = [.. _gaps.Where(gap => gap.IsContested || gap.Trend != GapTrend.Standing)];
        terminal.Console.WriteLine(open.Length == 0 ? "No gap on record here." : $"Gaps ({open.Length})");
        foreach (PartyGap gap in open)
        {
            terminal.Console.MarkupLine($"\n[bold]{Terminal.Escape(_overview.IssueLabel(gap.Issue))}[/]  {Terminal.Escape(Describe(gap))}");
            Held(gap.First);
            Held(gap.Second);
        }

        Heading(terminal, "Unanswered demands", _unanswered.Length);
        foreach (UnansweredDemand demand in _unanswered)
        {
            terminal.Console.MarkupLine(
                $"\n[bold]{Terminal.Escape(_overview.IssueLabel(demand.Demand.Issue))}[/]  "
                + Terminal.Escape($"nothing on record from {Names(demand.Silent)}"));
            Held(demand.Demand);
        }

        Heading(terminal, "Linkages", _linkages.Length);
        foreach (Linkage linkage in _linkages)
        {
            terminal.Console.MarkupLine($"\n{Terminal.Escape(Describe(linkage))}");
            history.PrintEvidence(LineOf(linkage));
        }

        foreach (IReadOnlyList<Linkage> circle in _circles)
        {
            terminal.Console.MarkupLine($"\n[bold]In a ring:[/] {Terminal.Escape(string.Join("; ", circle.Select(Describe)))}");
        }

        Heading(terminal, "Priorities", _priorities.Length);
        foreach (IGrouping<string, Priority> party in _priorities.GroupBy(priority => priority.Party))
        {
            IEnumerable<string> first = party.Take(ShownPriorities).Select(priority =>
                $"{_overview.IssueLabel(priority.Issue)} (on {Days(priority.Days)}, up to {priority.Strongest})");
            terminal.Console.MarkupLine($"[bold]{Terminal.Escape(_overview.PartyName(party.Key))}[/]  {Terminal.Escape(string.Join(", ", first))}");
        }
    }

    /// <summary>Prints one line a gap, demand, linkage, ring and priority, its kind first, fields parted by tabs.</summary>
    public void PrintPlain()
    {
        foreach (PartyGap gap in _gaps)
        {
            Line("gap", gap.Issue, gap.First.Party, gap.Second.Party, Describe(gap), gap.First.Lead.Evidence, gap.Second.Lead.Evidence);
        }

        foreach (UnansweredDemand open in _unanswered)
        {
            Line("unanswered", open.Demand.Issue, open.Demand.Party, string.Join(',', open.Silent), StanceText.Of(open.Demand.Position), open.Demand.Lead.Evidence);
        }

        foreach (Linkage linkage in _linkages)
        {
            Line("linkage", linkage.Issue, linkage.Party, linkage.Condition, LineOf(linkage).Condition ?? "", LineOf(linkage).Evidence, linkage.IsStanding ? "standing" : "said before");
        }

        foreach (IReadOnlyList<Linkage> circle in _circles)
        {
            Line("ring", string.Join(" > ", circle.Select(linkage => $"{linkage.Condition} ({linkage.Party})")));
        }

        foreach (Priority priority in _priorities)
        {
            Line("priority", priority.Issue, priority.Party, $"{priority.Weight}", $"{priority.Days}", $"{priority.Strongest}");
        }
    }

    /// <summary>Writes one object with all of it.</summary>
    public void WriteJson() => JsonOutput.WriteLines([this], static (json, view) =>
    {
        json.WriteStartObject();
        Array(json, "gaps", view._gaps, gap =>
        {
            json.WriteString("issue", gap.Issue);
            json.WriteNumber("distance", gap.Distance);
            json.WriteBoolean("contested", gap.IsContested);
            json.WriteString("trend", gap.Trend.ToString().ToLowerInvariant());
            Number(json, "before", gap.Before);
            Entry(json, "first", gap.First);
            Entry(json, "second", gap.Second);
        });
        Array(json, "unanswered", view._unanswered, open =>
        {
            json.WriteStartArray("silent");
            foreach (string party in open.Silent)
            {
                json.WriteStringValue(party);
            }

            json.WriteEndArray();
            Entry(json, "demand", open.Demand);
        });
        Array(json, "linkages", view._linkages, linkage => Tie(json, linkage));
        json.WriteStartArray("rings");
        foreach (IReadOnlyList<Linkage> circle in view._circles)
        {
            json.WriteStartArray();
            foreach (Linkage linkage in circle)
            {
                json.WriteStartObject();
                Tie(json, linkage);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        Array(json, "priorities", view._priorities, priority =>
        {
            json.WriteString("party", priority.Party);
            json.WriteString("issue", priority.Issue);
            json.WriteNumber("weight", priority.Weight);
            json.WriteNumber("days", priority.Days);
            json.WriteNumber("strongest", priority.Strongest);
            Entry(json, "latest", priority.Latest);
        });
        json.WriteEndObject();
    });

    private static void Tie(Utf8JsonWriter json, Linkage linkage)
    {
        json.WriteString("party", linkage.Party);
        json.WriteString("issue", linkage.Issue);
        json.WriteString("condition", linkage.Condition);
        json.WriteString("from", EntryWriter.DayText(linkage.Held.Date));
        json.WriteString("until", EntryWriter.DayText(linkage.Until));
        json.WritePropertyName("held");
        EntryWriter.Write(json, LineOf(linkage));
    }

    private static void Array<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Entry(Utf8JsonWriter json, string name, HeldPosition held)
    {
        json.WritePropertyName(name);
        EntryWriter.Write(json, held.Lead);
    }

    private static void Number(Utf8JsonWriter json, string name, int? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(name, number);
        }
        else
        {
            json.WriteNull(name);
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

    // Of the lines of a day the one that names the condition.
    private static LedgerEntry LineOf(Linkage linkage) =>
        linkage.Held.Lines.First(line => line.Position.ConditionIssues.Contains(linkage.Condition, StringComparer.Ordinal));

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
