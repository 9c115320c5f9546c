using System.CommandLine;
using System.Text;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core.Comparisons;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche brief</c>: the record on one printable page.</summary>
internal static class BriefCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Option<FileInfo>("--out", "-o") { Description = "The page to write.", HelpName = "FILE", Required = true };
        Option<DateOnly?> since = DayOption.Create("--since", "Only changes on this day or later.");
        Option<DateOnly?> at = DayOption.Create("--at", "As things stood on this day.");
        var json = new Option<bool>("--json") { Description = "Write the page's path as JSON." };
        var ledger = new LedgerOption();
        var command = new Command(
            "brief",
            """
            Write the brief: one HTML page for print with the matrix, what changed, and the sentence behind every cell.

            Example: demarche brief --out brief.html --since 2031-05-01
            """)
        {
            file,
            since,
            at,
            json,
        };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            DisputeOverview overview = LedgerNames.Overview(source, new LedgerQuery { Until = parsed.GetValue(at) });
            string path = parsed.GetRequiredValue(file).FullName;
            Write(overview, path, parsed.GetValue(since));
            if (parsed.GetValue(json))
            {
                JsonOutput.WritePaths(("brief", path));
            }
            else
            {
                Console.WriteLine($"Brief written to {path}");
            }
        });
        return command;
    }

    /// <summary>Writes the brief of <paramref name="overview"/> to a file.</summary>
    public static void Write(DisputeOverview overview, string path, DateOnly? since)
    {
        using var page = new StreamWriter(path, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        page.NewLine = "\n";
        BriefWriter.Write(overview, page, since);
    }
}
