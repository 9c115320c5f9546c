using System.CommandLine;
using System.Globalization;
using Demarche.Nlp.Corpora;
using Demarche.Nlp.Entities;
using Demarche.Nlp.Evaluation;
using Demarche.Nlp.Words;

namespace Demarche.Cli;

/// <summary><c>demarche train entities</c>: the recognizer of names.</summary>
internal static class TrainEntitiesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var corpora = new Argument<FileInfo[]>("corpora")
        {
            Description = "Sentences with names in CoNLL-U, plain or gzipped: GUM's Entity= or CoreNLP's NER= in the last column.",
            Arity = ArgumentArity.OneOrMore,
        };
        var test = new Option<FileInfo[]>("--test") { Description = "Other sentences, on which the model is measured.", HelpName = "FILE", AllowMultipleArgumentsPerToken = true };
        var words = new Option<FileInfo?>("--words") { Description = "The word vectors it reads with (the shipped ones).", HelpName = "FILE" };
        var output = new Option<FileInfo>("--out", "-o") { Description = "The model file to write.", HelpName = "FILE", Required = true };
        var command = new Command(
            "entities",
            """
            Train the model that finds persons, organizations, places, nationalities and events. Half a minute; the same corpora in the same order give the same file.

            Example: demarche train entities news.conllu.gz gum-train.conllu.gz --test gum-dev.conllu.gz --out entities.bin
            """)
        {
            corpora,
            test,
            words,
            output,
        };
        command.SetAction(parsed => Train(
            parsed.GetRequiredValue(corpora),
            parsed.GetValue(test) ?? [],
            parsed.GetValue(words) ?? new FileInfo(Path.Combine(ShippedModels.Folder, "words.bin")),
            parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Train(FileInfo[] corpora, FileInfo[] test, FileInfo words, FileInfo output)
    {
        var trainer = new EntityTrainer(ShippedModels.ReadFile(words, WordVectors.Read));
        foreach (TreebankSentence sentence in corpora.SelectMany(TrainLanguageCommand.Sentences))
        {
            trainer.Add(sentence);
        }

        EntityRecognizer recognizer = trainer.Train((pass, mean) =>
            Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pass {pass}: log-likelihood {mean:F3} a sentence")));
        foreach (FileInfo file in test)
        {
            TreebankSentence[] sentences = [.. TrainLanguageCommand.Sentences(file)];
            EntityScores[] scores = EntityScores.Of(recognizer, sentences);
            Print(file, "all", EntityScores.Sum(scores));
            foreach (EntityKind kind in Enum.GetValues<EntityKind>())
            {
                Print(file, kind.ToString().ToLowerInvariant(), scores[(int)kind]);
            }
        }

        using FileStream stream = output.Create();
        recognizer.Write(stream);
        return ExitCodes.Ok;
    }

    private static void Print(FileInfo file, string kind, EntityScores scores) => Console.Error.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{file.Name} {kind}: F1 {100 * scores.F1:F1} ({scores.Right} right of {scores.Said} found, {scores.Gold} there)"));
}
