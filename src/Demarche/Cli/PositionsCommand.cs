using System.CommandLine;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core.Comparisons;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche positions</c>: the matrix, or the history behind a part of it.</summary>
internal static class PositionsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var party = new Option<string?>("--party") { Description = "Only this party's positions, in order of time.", HelpName = "ID" };
        var issue = new Option<string?>("--issue") { Description = "Only positions on this issue, in order of time.", HelpName = "ID" };
        var outlet = new Option<string?>("--outlet") { Description = "Only what this outlet carries.", HelpName = "NAME" };
        Option<DateOnly?> at = DayOption.Create("--at", "As things stood on this day.");
        var ledger = new LedgerOption();
        var output = new OutputOptions();
        var command = new Command(
            "positions",
            """
            Show who wants what: issues by parties, every cell with its sentence. With --party or --issue, the history behind it.

            Example: demarche positions --at 2031-04-30
            Example: demarche positions --party kelvia --issue lock-toll
            """)
        {
            party,
            issue,
            outlet,
            at,
        };
        ledger.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            var query = new LedgerQuery
            {
                Party = parsed.GetValue(party),
                Issue = parsed.GetValue(issue),
                Outlet = parsed.GetValue(outlet),
                Until = parsed.GetValue(at),
            };
            LedgerNames.Check(source, query);
            bool isHistory = query.Party is not null || query.Issue is not null;
            if (output.IsJson(parsed))
            {
                JsonOutput.WriteLines(Entries(source, query, isHistory), EntryWriter.Write);
            }
            else if (output.IsPlain(parsed))
            {
                foreach (LedgerEntry entry in Entries(source, query, isHistory))
                {
                    Console.WriteLine(StanceText.PlainLine(entry));
                }
            }
            else
            {
                Print(source, query, isHistory);
            }
        });
        return command;
    }

    private static void Print(SqliteLedger ledger, LedgerQuery query, bool isHistory)
    {
        DisputeOverview overview = LedgerNames.Overview(ledger, query);
        Terminal terminal = Terminal.Output();
        if (isHistory)
        {
            var view = new HistoryView(overview, terminal);
            view.PrintTrends(ledger.Trends(query.Until).Where(trend =>
                (query.Party ?? trend.Party) == trend.Party && (query.Issue ?? trend.Issue) == trend.Issue && query.Outlet is null));
            view.PrintEntries([.. ledger.Positions(query)]);
        }
        else
        {
            new MatrixView(overview, terminal, query.Outlet is null ? ledger.Trends(query.Until) : []).Print();
        }
    }

    // The matrix as lines: the leading entry of each cell.
    private static IEnumerable<LedgerEntry> Entries(SqliteLedger ledger, LedgerQuery query, bool isHistory) =>
        isHistory
            ? ledger.Positions(query)
            : LedgerNames.Overview(ledger, query).Matrix.Cells
                .Select(cell => (cell.Latest ?? cell.LatestTold)?.Lead)
                .OfType<LedgerEntry>();
}
