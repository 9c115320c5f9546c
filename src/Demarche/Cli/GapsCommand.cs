using System.CommandLine;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core.Comparisons;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche gaps</c>: what stands between the parties.</summary>
internal static class GapsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var party = new Option<string?>("--party") { Description = "Only what concerns this party.", HelpName = "ID" };
        var issue = new Option<string?>("--issue") { Description = "Only what concerns this issue.", HelpName = "ID" };
        Option<DateOnly?> at = DayOption.Create("--at", "As things stood on this day.");
        var ledger = new LedgerOption();
        var output = new OutputOptions();
        var command = new Command(
            "gaps",
            """
            Show what stands between the parties: issues they contest and where they come nearer, demands nobody answered, issues that are
            conditions for others (and rings of conditions in which nobody can begin), and what each party says most often and most firmly.

            Example: demarche gaps --at 2031-05-31
            """)
        {
            party,
            issue,
            at,
        };
        ledger.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            var query = new LedgerQuery { Party = parsed.GetValue(party), Issue = parsed.GetValue(issue) };
            LedgerNames.Check(source, query);
            DisputeOverview overview = DisputeOverview.Of(source, LedgerNames.Codebook(source), new LedgerQuery(), parsed.GetValue(at));
            DisputeGaps gaps = DisputeGaps.Of(source, parsed.GetValue(at), overview.Relations).Only(query.Party, query.Issue);
            var view = new GapsView(overview, gaps);
            if (output.IsJson(parsed))
            {
                JsonOutput.WriteLines([gaps], GapWriter.Write);
            }
            else if (output.IsPlain(parsed))
            {
                view.PrintPlain();
            }
            else
            {
                view.Print(Terminal.Output());
            }
        });
        return command;
    }
}
