using System.CommandLine;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core.Comparisons;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche changes</c>: what moved, with the words before and after.</summary>
internal static class ChangesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        Option<DateOnly?> since = DayOption.Create("--since", "Only changes on this day or later.");
        var party = new Option<string?>("--party") { Description = "Only this party's changes.", HelpName = "ID" };
        var issue = new Option<string?>("--issue") { Description = "Only changes on this issue.", HelpName = "ID" };
        var all = new Option<bool>("--all") { Description = "First mentions and repetitions too." };
        var ledger = new LedgerOption();
        var output = new OutputOptions();
        var command = new Command(
            "changes",
            """
            Show what moved: positions that hardened, softened, turned round, gained or lost a condition, were withdrawn, denied or fell
            silent, in their words. What only a lesser voice of a party tells (a lawmaker, an unnamed source) is shown and marked, and does
            not count as the party's.

            Example: demarche changes --since 2031-05-01
            """)
        {
            since,
            party,
            issue,
            all,
        };
        ledger.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            var query = new LedgerQuery { Party = parsed.GetValue(party), Issue = parsed.GetValue(issue) };
            LedgerNames.Check(source, query);
            DisputeOverview overview = LedgerNames.Overview(source, query);
            PositionChange[] changes =
            [
                .. overview.ChangesSince(parsed.GetValue(since)).Where(change => parsed.GetValue(all) || change.IsMove),
            ];
            Write(overview, changes, output.IsJson(parsed), output.IsPlain(parsed));
        });
        return command;
    }

    private static void Write(DisputeOverview overview, PositionChange[] changes, bool asJson, bool isPlain)
    {
        if (asJson)
        {
            JsonOutput.WriteLines(changes, ChangeWriter.Write);
        }
        else if (isPlain)
        {
            foreach (PositionChange change in changes)
            {
                string before = change.From is { } from ? Terminal.OneLine(from.Lead.Evidence, int.MaxValue) : "";
                Console.WriteLine(
                    $"{Words.Of(change.Relation)}\t{PositionLine.Plain(change.To.Lead)}\t{before}");
            }
        }
        else
        {
            new HistoryView(overview, Terminal.Output()).PrintChanges(changes);
        }
    }
}
