using System.CommandLine;
using Demarche.Core.Ledger;

namespace Demarche.Cli.Options;

/// <summary><c>--ledger DIR</c>: the ledger a command works on; without it, the folder it stands in or the nearest parent that is one.</summary>
internal sealed class LedgerOption
{
    private readonly Option<string?> _option = new("--ledger")
    {
        Description = "The ledger's folder. Default: this folder or the nearest parent that holds one.",
        HelpName = "DIR",
    };

    /// <summary>Adds the option to <paramref name="command"/>.</summary>
    public void AddTo(Command command) => command.Options.Add(_option);

    /// <summary>Opens the ledger; the caller closes it.</summary>
    /// <exception cref="UserException">There is no ledger where it was looked for, or it cannot be used.</exception>
    public SqliteLedger Open(ParseResult parsed) => SqliteLedger.Open(Folder(parsed));

    /// <summary>The ledger's folder.</summary>
    /// <exception cref="UserException">There is no ledger where it was looked for.</exception>
    public string Folder(ParseResult parsed)
    {
        string? given = parsed.GetValue(_option);
        string? folder = given ?? SqliteLedger.FindFolder(Environment.CurrentDirectory);
        if (folder is null)
        {
            throw new UserException(
                "no ledger in this folder or above it. Go into one, name it with --ledger DIR, or make one: demarche new DIR");
        }

        return SqliteLedger.Exists(folder)
            ? Path.GetFullPath(folder)
            : throw new UserException($"{folder} holds no ledger. Make one: demarche new {folder}");
    }
}
