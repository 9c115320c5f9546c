using System.CommandLine;

namespace Demarche.Cli.Options;

/// <summary><c>--ledger DIR</c>: the ledger a command works on; without it, the folder it stands in or the nearest parent that is one.</summary>
internal sealed class LedgerOption
{
    // A parent chain on any system is shorter; a bound all the same, for odd mounts.
    private const int MostParents = 128;

    private readonly Option<string?> _option = new("--ledger")
    {
        Description = "The ledger's folder. Default: this folder or the nearest parent that holds one.",
        HelpName = "DIR",
    };

    /// <summary>Adds the option to <paramref name="command"/>.</summary>
    public void AddTo(Command command) => command.Options.Add(_option);

    /// <summary>The ledger's folder.</summary>
    /// <exception cref="UserException">There is no ledger where it was looked for.</exception>
    public string Folder(ParseResult parsed)
    {
        string? given = parsed.GetValue(_option);
        if (given is not null)
        {
            return IsLedger(given)
                ? given
                : throw new UserException($"{given} is no ledger (it has no ledger.db). Make one: demarche new {given}");
        }

        var folder = new DirectoryInfo(Environment.CurrentDirectory);
        for (int i = 0; folder is not null && i < MostParents; i++, folder = folder.Parent)
        {
            if (IsLedger(folder.FullName))
            {
                return folder.FullName;
            }
        }

        throw new UserException(
            "No ledger in this folder or above it. Go into one, name it with --ledger DIR, or make one: demarche new DIR");
    }

    private static bool IsLedger(string folder) => File.Exists(Path.Combine(folder, "ledger.db"));
}
