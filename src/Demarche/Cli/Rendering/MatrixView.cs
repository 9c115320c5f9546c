using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;
using Spectre.Console;

namespace Demarche.Cli.Rendering;

/// <summary>The matrix on a terminal: issues by parties as a table that fits the width, and under it the sentence of every cell.</summary>
internal sealed class MatrixView
{
    // Narrower columns break words; parties that do not fit side by side go into further tables.
    private const int LeastPartyWidth = 19;
    private const int IssueWidth = 24;

    // A condition longer than this is read in the list below the table.
    private const int ConditionLength = 60;

    private readonly DisputeOverview _overview;
    private readonly Terminal _terminal;
    private readonly Dictionary<(string Issue, string Party), string> _trends;
    private readonly PositionMatrix _matrix;
    private readonly IReadOnlyList<string> _issues;
    private readonly List<LedgerEntry> _notes = [];

    /// <summary>A view of <paramref name="overview"/>.</summary>
    /// <param name="overview">What is shown.</param>
    /// <param name="terminal">Where.</param>
    /// <param name="trends">How firmly each party stood on each issue over time; a cell with one day has no line.</param>
    /// <param name="level">Level of issues that deeper ones are folded to; null = every issue has its row, parts under their whole.</param>
    public MatrixView(DisputeOverview overview, Terminal terminal, IEnumerable<CellTrend> trends, int? level = null)
    {
        _overview = overview;
        (_matrix, _issues) = level is { } folded ? overview.MatrixAtLevel(folded) : (overview.Matrix, overview.IssueIds);
        _terminal = terminal;
        _trends = trends.Where(trend => trend.Days.Count > 1)
            .ToDictionary(trend => (trend.Issue, trend.Party), trend => terminal.Sparkline(trend.Days.Select(day => day.Signed)));
    }

    /// <summary>Prints table and sentences.</summary>
    public void Print()
    {
        if (_overview.PartyIds.Count == 0)
        {
            _terminal.Console.WriteLine("No positions on record here.");
            return;
        }

        int perTable = Math.Max(1, (_terminal.Width - IssueWidth) / LeastPartyWidth);
        foreach (string[] parties in _overview.PartyIds.Chunk(perTable))
        {
            _terminal.Console.Write(TableOf(parties));
        }

        PrintNotes();
    }

    private Table TableOf(string[] parties)
    {
        var table = new Table().Border(TableBorder.Rounded).Expand();
        table.AddColumn(new TableColumn(new Text("Issue")).Width(IssueWidth));
        foreach (string party in parties)
        {
            table.AddColumn(new TableColumn(new Text(Terminal.Clean(_overview.PartyName(party)))));
        }

        table.ShowRowSeparators();
        foreach (string issue in _issues)
        {
            MatrixCell?[] cells = [.. parties.Select(party => _matrix.Cell(issue, party))];
            if (Array.Exists(cells, cell => cell is not null))
            {
                bool isPart = _overview.Relations.WholeOf(issue) is { } whole && _issues.Contains(whole, StringComparer.Ordinal);
                Text label = new((isPart ? "> " : "") + Terminal.Clean(_overview.IssueLabel(issue)));
                table.AddRow([label, .. cells.Select(cell => new Markup(CellOf(cell)))]);
            }
        }

        return table;
    }

    private string CellOf(MatrixCell? cell)
    {
        string[] lines = cell is null ? [] : [.. new[] { OwnOf(cell) }.Concat(cell.Parts.Select(PartOf)).OfType<string>()];
        return lines.Length == 0 ? "[grey]-[/]" : string.Join('\n', lines);
    }

    private string? PartOf(MatrixCell part)
    {
        if (part.Latest is not { } held)
        {
            return null;
        }

        _notes.Add(held.Lead);
        return $"[grey]{Terminal.Escape(_overview.IssueLabel(part.Issue))}:[/] [{PositionLine.Color(held.Position)}]{StanceText.Of(held.Position)}[/] [grey][[{_notes.Count}]][/]";
    }

    private string? OwnOf(MatrixCell cell)
    {
        HeldPosition? held = cell.Latest ?? cell.LatestTold;
        if (held is null)
        {
            return null;
        }

        LedgerEntry lead = held.Lead;
        Position position = lead.Position;
        _notes.Add(lead);
        string condition = lead.Condition is { } words
            ? $"\n[italic]{Terminal.Escape(Terminal.OneLine(words, ConditionLength))}[/]"
            : "";
        string carriers = held.IndependentCarriers > 1 ? $", {held.IndependentCarriers} outlets" : "";
        string voices = cell.Conflicting.Count > 0 ? "\nvoices differ" : "";
        string line = _trends.GetValueOrDefault((cell.Issue, cell.Party)) is { } trend ? $"\n[grey]{Terminal.Escape(trend)}[/]" : "";
        string implied = held.ImpliedBy is { } issue ? $"\nimplied by support of: {Terminal.Escape(_overview.IssueLabel(issue))}" : "";
        string lesser = cell.LesserVoice is { } other ? $"\nlesser voice: {StanceText.Of(other.Position)}" : "";
        string told = cell.Latest is null ? $"\nas told by {Terminal.Escape(position.ReportedBy ?? "others")}" : "";
        return $"[{PositionLine.Color(position)}]{StanceText.Of(position)}[/] [grey][[{_notes.Count}]][/]{condition}"
            + $"\n[grey]{StanceText.Day(held.Date)}{carriers}[/]{line}{told}{implied}{voices}{lesser}";
    }

    private void PrintNotes()
    {
        for (int i = 0; i < _notes.Count; i++)
        {
            LedgerEntry entry = _notes[i];
            string party = entry.Position.Party is { } id ? $" ({Terminal.Escape(_overview.PartyName(id))})" : "";
            _terminal.Console.MarkupLine(
                $"[grey][[{i + 1}]][/] [bold]{Terminal.Escape(entry.Position.Holder)}[/]{party}{Terminal.Escape(StanceText.Level(entry))}: "
                + $"…{Terminal.Escape(Terminal.OneLine(entry.Evidence, 400))}…");
            _terminal.Console.MarkupLine($"    [grey]{Terminal.Escape(StanceText.Source(entry.Article))}, {StanceText.Certainty(entry)}[/]");
        }
    }
}
