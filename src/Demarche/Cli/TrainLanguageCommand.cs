using System.CommandLine;
using System.Globalization;
using Demarche.Nlp.Corpora;
using Demarche.Nlp.Models;

namespace Demarche.Cli;

/// <summary><c>demarche train language</c>: tagger, lemmatizer and parser from treebanks; a stopped training goes on where it was.</summary>
internal static class TrainLanguageCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var treebanks = new Argument<FileInfo[]>("treebanks")
        {
            Description = "Treebanks in CoNLL-U, plain or gzipped, in the scheme of Universal Dependencies with Penn tags.",
            Arity = ArgumentArity.OneOrMore,
        };
        var background = new Option<FileInfo?>("--background")
        {
            Description = "News with machine-made Penn tags in CoNLL-U, for words the treebanks do not have.",
            HelpName = "FILE",
        };
        var stages = new Option<DirectoryInfo?>("--stages")
        {
            Description = "Folder that keeps finished stages, so that a stopped training goes on from the last one.",
            HelpName = "DIR",
        };
        var output = new Option<FileInfo>("--out", "-o") { Description = "The model file to write.", HelpName = "FILE", Required = true };
        var command = new Command(
            "language",
            """
            Train the model that tags, lemmatizes and parses. The same treebanks in the same order give the same file.

            Example: demarche train language ewt-train.conllu.gz gum-train.conllu.gz --stages work/ --out language.bin
            """)
        {
            treebanks,
            background,
            stages,
            output,
        };
        command.SetAction(parsed => Train(
            parsed.GetRequiredValue(treebanks), parsed.GetValue(background), parsed.GetValue(stages), parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Train(FileInfo[] treebanks, FileInfo? background, DirectoryInfo? stages, FileInfo output)
    {
        var corpora = new TrainingCorpora(
            [.. treebanks.SelectMany(Sentences)], background is null ? [] : [.. Sentences(background)]);
        LanguageModel model = new LanguageModelTrainer(new LanguageModelTrainingOptions()).Train(
            corpora,
            stages is null ? TrainingStages.None : StagesIn(stages),
            (stage, share) => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage}: {share:P0}")));
        using FileStream file = output.Create();
        model.Write(file);
        return ExitCodes.Ok;
    }

    /// <summary>The sentences of a treebank.</summary>
    /// <exception cref="UserException">There is no such file, or it is no CoNLL-U.</exception>
    internal static IEnumerable<TreebankSentence> Sentences(FileInfo treebank)
    {
        if (!treebank.Exists)
        {
            throw new UserException($"there is no treebank {treebank}");
        }

        try
        {
            using FileStream file = treebank.OpenRead();
            return [.. ConlluReader.Read(file)];
        }
        catch (FormatException e)
        {
            throw new UserException($"{treebank} is no CoNLL-U: {e.Message}");
        }
    }

    /// <summary>Keeps finished stages as files of a folder.</summary>
    internal static TrainingStages StagesIn(DirectoryInfo folder)
    {
        folder.Create();
        return new TrainingStages(
            stage => File.Exists(PathOf(stage)) ? File.ReadAllBytes(PathOf(stage)) : null,
            (stage, bytes) =>
            {
                // Beside it first, then in one step: a stop while writing leaves no half stage.
                File.WriteAllBytes(PathOf(stage) + ".new", bytes);
                File.Move(PathOf(stage) + ".new", PathOf(stage), overwrite: true);
            });

        string PathOf(string stage) => Path.Combine(folder.FullName, stage + ".stage");
    }
}
