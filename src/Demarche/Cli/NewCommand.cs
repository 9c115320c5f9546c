using System.CommandLine;
using Demarche.Cli.Rendering;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche new</c>: an empty ledger.</summary>
internal static class NewCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var folder = new Argument<string>("folder") { Description = "Where the ledger goes; made when it is not there." };
        var codebook = new Option<string?>("--codebook", "-c")
        {
            Description = "The dispute's parties and issues. Without one, articles and quotes are kept but no positions.",
            HelpName = "FILE",
        };
        var json = new Option<bool>("--json") { Description = "Write the ledger's path as JSON." };
        var command = new Command(
            "new",
            """
            Make an empty ledger: one folder with one embedded database.

            Example: demarche new talks/ --codebook codebook.yaml
            """)
        {
            folder,
            codebook,
            json,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(codebook), parsed.GetValue(json)));
        return command;
    }

    private static int Run(string folder, string? codebook, bool asJson)
    {
        string? text = codebook is null ? null : CodebookFile.Read(codebook).Text;
        if (SqliteLedger.Exists(folder))
        {
            throw new UserException($"{folder} already holds a ledger. Add to it: demarche add ARTICLES --ledger {folder}");
        }

        SqliteLedger.Create(folder, text).Dispose();
        if (asJson)
        {
            JsonOutput.WritePaths(("ledger", Path.GetFullPath(folder)));
        }
        else
        {
            Console.WriteLine($"New ledger in {folder}. Next: demarche add ARTICLES --ledger {folder}");
        }

        return ExitCodes.Ok;
    }
}
