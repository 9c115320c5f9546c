using System.CommandLine;
using Demarche.Cli.Rendering;
using Demarche.Core;
using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;

namespace Demarche.Cli;

/// <summary><c>demarche demo</c>: the sample dispute from its articles to the matrix, in one go.</summary>
internal static class DemoCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var folder = new Option<string>("--out", "-o")
        {
            Description = "Folder for ledger and brief; what an earlier demo left there is replaced.",
            HelpName = "DIR",
            DefaultValueFactory = _ => "demarche-demo",
        };
        var json = new Option<bool>("--json") { Description = "Write the paths of ledger and brief as JSON instead." };
        var command = new Command(
            "demo",
            """
            Read the sample dispute - thirty articles of three invented outlets about an invented barrage -, print who wants what
            and what changed, and leave the ledger and the printable brief behind.

            Example: demarche demo
            """)
        {
            folder,
            json,
        };
        command.SetAction((parsed, cancellation) =>
            RunAsync(parsed.GetRequiredValue(folder), parsed.GetValue(json), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string folder, bool asJson, CancellationToken cancellation)
    {
        (string text, Codebook codebook) = CodebookFile.Read(SampleDispute.CodebookPath);
        using SqliteLedger ledger = Fresh(folder, text);
        using var report = new IntakeReport(asJson: false);
        var intake = new LedgerIntake(ledger, new ArticlePipeline(codebook, ShippedModels.Read()), Environment.ProcessorCount);
        await foreach (IntakeResult result in intake.AddAsync(SampleDispute.Articles(), cancellation))
        {
            report.Tell(result);
        }

        DisputeOverview overview = DisputeOverview.Of(ledger, codebook, new LedgerQuery());
        string brief = Path.GetFullPath(Path.Combine(folder, "brief.html"));
        BriefCommand.Write(overview, brief, since: null);
        if (asJson)
        {
            JsonOutput.WritePaths(("ledger", ledger.Folder), ("brief", brief));
        }
        else
        {
            report.Finish();
            Print(overview, ledger.Trends(), codebook, folder, brief);
        }

        return report.Failed == 0 ? ExitCodes.Ok : ExitCodes.SomeFailed;
    }

    private static void Print(DisputeOverview overview, IEnumerable<CellTrend> trends, Codebook codebook, string folder, string brief)
    {
        Terminal terminal = Terminal.Output();
        Console.WriteLine($"\n{codebook.Title}: who wants what\n");
        new MatrixView(overview, terminal, trends).Print();
        Console.WriteLine("\nWhat changed\n");
        new HistoryView(overview, terminal).PrintChanges([.. overview.Changes.Where(change => change.IsMove)]);
        Console.WriteLine($"""

            Ledger:  {Path.GetFullPath(folder)}
            Brief:   {brief}  (open it in a browser, or print it)
            Next:    demarche positions --party {codebook.Parties[0].Id} --ledger {folder}
                     demarche serve --open --ledger {folder}
            """);
    }

    // Only a ledger of the demo's own making is replaced: the folder may be anything the user named.
    private static SqliteLedger Fresh(string folder, string codebookText)
    {
        if (SqliteLedger.Exists(folder))
        {
            using (SqliteLedger old = SqliteLedger.Open(folder))
            {
                if (old.CodebookText != codebookText)
                {
                    throw new UserException($"{folder} holds a ledger that is not the demo's. Choose another: demarche demo --out DIR");
                }
            }

            foreach (string file in Directory.GetFiles(folder, "ledger.db*"))
            {
                File.Delete(file);
            }
        }

        return SqliteLedger.Create(folder, codebookText);
    }
}
