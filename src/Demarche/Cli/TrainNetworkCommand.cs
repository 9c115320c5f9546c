using System.CommandLine;
using System.Globalization;
using Demarche.Nlp.Joint;
using Demarche.Nlp.Models;
using Demarche.Nlp.Words;

namespace Demarche.Cli;

/// <summary><c>demarche train network</c>: the network that tags and parses, from treebanks; a stopped training goes on where it was.</summary>
internal static class TrainNetworkCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var treebanks = new Argument<FileInfo[]>("treebanks")
        {
            Description = "Treebanks in CoNLL-U, plain or gzipped, in the scheme of Universal Dependencies with Penn tags.",
            Arity = ArgumentArity.OneOrMore,
        };
        var language = new Option<FileInfo?>("--language") { Description = "The language model whose tags and relations it takes over (the shipped one).", HelpName = "FILE" };
        var words = new Option<FileInfo?>("--words") { Description = "The word vectors it reads with (the shipped ones).", HelpName = "FILE" };
        var stages = new Option<DirectoryInfo?>("--stages")
        {
            Description = "Folder that keeps what is learned after each pass, so that a stopped training goes on from there.",
            HelpName = "DIR",
        };
        var output = new Option<FileInfo>("--out", "-o") { Description = "The model file to write.", HelpName = "FILE", Required = true };
        var command = new Command(
            "network",
            """
            Train the network that tags and parses. The same treebanks in the same order give the same file.

            Example: demarche train network ewt-train.conllu.gz gum-train.conllu.gz --stages work/ --out network.bin
            """)
        {
            treebanks,
            language,
            words,
            stages,
            output,
        };
        command.SetAction(parsed => Train(
            parsed.GetRequiredValue(treebanks),
            parsed.GetValue(language) ?? new FileInfo(Path.Combine(ShippedModels.Folder, "language.bin")),
            parsed.GetValue(words) ?? new FileInfo(Path.Combine(ShippedModels.Folder, "words.bin")),
            parsed.GetValue(stages),
            parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Train(FileInfo[] treebanks, FileInfo language, FileInfo words, DirectoryInfo? stages, FileInfo output)
    {
        JointModel model = new JointTrainer(new JointTrainingOptions()).Train(
            [.. treebanks.SelectMany(TrainLanguageCommand.Sentences)],
            ShippedModels.ReadFile(words, WordVectors.Read),
            ShippedModels.ReadFile(language, LanguageModel.Read),
            stages is null ? TrainingStages.None : TrainLanguageCommand.StagesIn(stages),
            (pass, loss) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pass {pass}: loss {loss:F4} a word")));
        using FileStream file = output.Create();
        model.Write(file);
        return ExitCodes.Ok;
    }
}
