using System.CommandLine;
using System.Globalization;
using Demarche.Core;
using Demarche.Core.Attributions.Learned;
using Demarche.Nlp;
using Demarche.Nlp.Models;
using Demarche.Nlp.Words;

namespace Demarche.Cli;

/// <summary><c>demarche train attribution</c>: who said what, from annotated articles; a stopped training goes on where it was.</summary>
internal static class TrainAttributionCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var corpus = new Argument<DirectoryInfo>("corpus")
        {
            Description = "Folder with text/NAME.txt and attributions/NAME_ANNOTATOR.ann (brat's stand-off format, as in PolNeAR).",
        };
        var calibration = new Option<DirectoryInfo?>("--calibration")
        {
            Description = "Other articles in the same layout, on which confidence is measured; without them scores stay as they are.",
        };
        var output = new Option<FileInfo>("--out", "-o") { Description = "The model file to write.", Required = true };
        var stages = new Option<DirectoryInfo?>("--stages")
        {
            Description = "Folder that keeps finished stages, so that a stopped training goes on from the last one.",
            HelpName = "DIR",
        };
        var words = new Option<bool>("--words-only")
        {
            Description = "Learn from words alone, not from the tags and dependencies of the language model: faster, a little less exact.",
        };
        var network = new Option<bool>("--network") { Description = "Learn from the tags and dependencies that the network gives." };
        var command = new Command(
            "attribution",
            """
            Train the model that finds who said what. The same corpus gives the same file, stopped and gone on with or not.

            Example: demarche train attribution polnear/train --calibration polnear/dev --stages work/ --out attribution.bin
            """)
        {
            corpus,
            calibration,
            stages,
            output,
            words,
            network,
        };
        command.SetAction(parsed => Train(
            parsed.GetRequiredValue(corpus),
            parsed.GetValue(calibration),
            parsed.GetValue(stages) is { } folder ? TrainLanguageCommand.StagesIn(folder) : TrainingStages.None,
            parsed.GetRequiredValue(output),
            AnalyzerOf(parsed.GetValue(words), parsed.GetValue(network))));
        return command;
    }

    private static int Train(DirectoryInfo corpus, DirectoryInfo? calibration, TrainingStages stages, FileInfo output, Analyzer analyzer)
    {
        var trainer = new AttributionTrainer(
            analyzer, ShippedModels.ReadFile(new FileInfo(Path.Combine(ShippedModels.Folder, ReadingModels.WordsFile)), WordVectors.Read));
        int count = 0;
        foreach (AnnotatedArticle article in BratFolder.Read(corpus.FullName))
        {
            trainer.Add(article);
            count++;
        }

        if (count == 0)
        {
            throw new UserException($"there are no annotated articles in {corpus}: it needs text/NAME.txt and attributions/NAME_ANNOTATOR.ann");
        }

        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} articles"));
        AttributionModel model = trainer.Train(stages, (stage, pass, mean) =>
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{stage}, pass {pass}: log-likelihood {mean:F3} a sequence")));
        if (calibration is not null)
        {
            model = trainer.Calibrated(model, BratFolder.Read(calibration.FullName));
            foreach ((double score, double share) in model.Reliability)
            {
                Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"score {score:F3}: {share:P0} right"));
            }
        }

        using FileStream file = output.Create();
        model.Write(file);
        return ExitCodes.Ok;
    }

    private static Analyzer AnalyzerOf(bool wordsOnly, bool hasNetwork)
    {
        try
        {
            return new Analyzer(wordsOnly ? null : ReadingModels.ReadLanguage(ShippedModels.Folder, hasNetwork));
        }
        catch (ModelFormatException e)
        {
            throw new UserException(e.Message);
        }
    }
}
