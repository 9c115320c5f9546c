using System.CommandLine;

namespace Demarche.Cli;

/// <summary><c>demarche train</c>: makes model files from annotated corpora.</summary>
internal static class TrainCommand
{
    /// <summary>The command with its subcommands.</summary>
    public static Command Create()
    {
        var command = new Command("train", "Make model files from annotated corpora.");
        command.Subcommands.Add(TrainAttributionCommand.Create());
        command.Subcommands.Add(TrainEntitiesCommand.Create());
        command.Subcommands.Add(TrainLanguageCommand.Create());
        command.Subcommands.Add(TrainNetworkCommand.Create());
        command.Subcommands.Add(TrainWordsCommand.Create());
        command.Subcommands.Add(TrainPageCommand.Create());
        return command;
    }
}
