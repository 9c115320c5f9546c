using System.CommandLine;

namespace Demarche.Cli;

/// <summary>All commands of the program, one file each; a new one is added here.</summary>
internal static class CommandTree
{
    /// <summary>The root command with every command under it.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("Who wants what in a dispute, each line with the sentence that carries it.");
        root.Subcommands.Add(ExtractCommand.Create());
        root.Subcommands.Add(ReadCommand.Create());
        return root;
    }
}
