using System.CommandLine;

namespace Demarche.Cli;

/// <summary>All commands of the program, one file each; a new one is added here.</summary>
internal static class CommandTree
{
    /// <summary>The root command with every command under it.</summary>
    public static RootCommand Create()
    {
        var root = new RootCommand("Who wants what in a dispute, each line with the sentence that carries it.");
        root.Subcommands.Add(DemoCommand.Create());
        root.Subcommands.Add(NewCommand.Create());
        root.Subcommands.Add(AddCommand.Create());
        root.Subcommands.Add(FailuresCommand.Create());
        root.Subcommands.Add(WatchCommand.Create());
        root.Subcommands.Add(RevisionsCommand.Create());
        root.Subcommands.Add(CopiesCommand.Create());
        root.Subcommands.Add(VerifyCommand.Create());
        root.Subcommands.Add(PositionsCommand.Create());
        root.Subcommands.Add(ChangesCommand.Create());
        root.Subcommands.Add(GapsCommand.Create());
        root.Subcommands.Add(CheckCommand.Create());
        root.Subcommands.Add(QuotesCommand.Create());
        root.Subcommands.Add(CompareCommand.Create());
        root.Subcommands.Add(OutletsCommand.Create());
        root.Subcommands.Add(ShowCommand.Create());
        root.Subcommands.Add(ReviewCommand.Create());
        root.Subcommands.Add(AgreementCommand.Create());
        root.Subcommands.Add(LearnCommand.Create());
        root.Subcommands.Add(ServeCommand.Create());
        root.Subcommands.Add(BriefCommand.Create());
        root.Subcommands.Add(ExportCommand.Create());
        root.Subcommands.Add(CodebookCommand.Create());
        root.Subcommands.Add(ExtractCommand.Create());
        root.Subcommands.Add(ReadCommand.Create());
        root.Subcommands.Add(EvaluateCommand.Create());
        root.Subcommands.Add(TrainCommand.Create());
        return root;
    }
}
