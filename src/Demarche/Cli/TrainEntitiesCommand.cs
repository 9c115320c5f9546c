using System.CommandLine;
using System.Globalization;
using Demarche.Cli.Options;
using Demarche.Core;
using Demarche.Nlp.Entities;
using Demarche.Nlp.Joint;
using Demarche.Nlp.Words;

namespace Demarche.Cli;

/// <summary><c>demarche train entities</c>: teaches a trained network to find named entities.</summary>
internal static class TrainEntitiesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var treebanks = new Argument<FileInfo[]>("treebanks")
        {
            Description = "Treebanks in CoNLL-U, plain or gzipped, with entities in the last column: NER=PERSON, or GUM's Entity=(1-person-...",
            Arity = ArgumentArity.OneOrMore,
        };
        var network = new Option<FileInfo>("--network") { Description = "The network to teach; its tags and trees stay as they are.", HelpName = "FILE", Required = true };
        var output = new Option<FileInfo>("--out", "-o") { Description = "The model file to write.", HelpName = "FILE", Required = true };
        var command = new Command(
            "entities",
            """
            Teach a trained network to find persons, organizations, places, nationalities and events. The same treebanks give the same file.

            Example: demarche train entities news.conllu.gz gum-train.conllu.gz --network network.bin --out network.bin
            """)
        {
            treebanks,
            network,
            output,
        };
        command.SetAction(parsed => Train(parsed.GetRequiredValue(treebanks), parsed.GetRequiredValue(network), parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Train(FileInfo[] treebanks, FileInfo network, FileInfo output)
    {
        WordVectors words = ShippedModels.ReadFile(new FileInfo(Path.Combine(ShippedModels.Folder, ReadingModels.WordsFile)), WordVectors.Read);
        JointModel model = new EntityTrainer(new EntityTrainingOptions()).Train(
            ShippedModels.ReadFile(network, (stream, name) => JointModel.Read(stream, name, words)),
            treebanks.SelectMany(TrainLanguageCommand.Sentences),
            (pass, loss) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pass {pass}: loss {loss:F4} a word")));
        using FileStream file = output.Create();
        model.Write(file);
        return ExitCodes.Ok;
    }
}
