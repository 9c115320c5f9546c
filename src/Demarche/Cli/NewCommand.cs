using System.CommandLine;
using Demarche.Cli.Options;
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
        var command = new Command(
            "new",
            """
            Make an empty ledger: one folder with one embedded database.

            Example: demarche new talks/ --codebook codebook.yaml
            """)
        {
            folder,
            codebook,
        };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder), parsed.GetValue(codebook)));
        return command;
    }

    private static int Run(string folder, string? codebook)
    {
        string? text = codebook is null ? null : CodebookFile.Read(codebook).Text;
        if (SqliteLedger.Exists(folder))
        {
            throw new UserException($"{folder} already holds a ledger. Add to it: demarche add ARTICLES --ledger {folder}");
        }

        SqliteLedger.Create(folder, text).Dispose();
        Console.WriteLine($"New ledger in {folder}. Next: demarche add ARTICLES --ledger {folder}");
        return ExitCodes.Ok;
    }
}
