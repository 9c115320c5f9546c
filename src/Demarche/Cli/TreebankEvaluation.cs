using System.Globalization;
using System.Text.Json;
using Demarche.Cli.Rendering;
using Demarche.Core;
using Demarche.Nlp.Corpora;
using Demarche.Nlp.Evaluation;
using Demarche.Nlp.Models;

namespace Demarche.Cli;

/// <summary><c>demarche evaluate</c> on a treebank: tags, lemmas and trees, its words given.</summary>
internal static class TreebankEvaluation
{
    /// <summary>Whether the file at <paramref name="path"/> is a treebank, by its name.</summary>
    public static bool Takes(string path) =>
        path.EndsWith(".conllu", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".conllu.gz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the treebank with the shipped models and prints how many words are right, in 100.</summary>
    /// <param name="path">CoNLL-U, plain or gzipped.</param>
    /// <param name="isFast">Whether the linear models read alone; otherwise the network tags and parses.</param>
    /// <param name="isJson">Whether one JSON object is written instead of lines.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UserException">The file is missing or is not CoNLL-U, or a model is damaged.</exception>
    public static int Run(string path, bool isFast, bool isJson)
    {
        LanguageModel language = ReadModel(isFast);
        TreebankScores scores = ScoresOf(language, path);
        (string Name, double Share)[] figures =
        [
            ("XPOS", scores.Xpos), ("UPOS", scores.Upos), ("lemma", scores.Lemmas), ("UAS", scores.Heads), ("LAS", scores.Relations),
        ];
        if (isJson)
        {
            JsonOutput.WriteLines(figures[..1], (json, _) => WriteJson(json, scores.Words, figures));
            return ExitCodes.Ok;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"syntax: {scores.Words} words"));
        foreach ((string name, double share) in figures)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {name,-6} {100 * share:0.00}"));
        }

        return ExitCodes.Ok;
    }

    private static LanguageModel ReadModel(bool isFast)
    {
        try
        {
            return ReadingModels.ReadLanguage(ShippedModels.Folder, hasNetwork: !isFast);
        }
        catch (Exception e) when (e is IOException or ModelFormatException)
        {
            throw new UserException(e.Message);
        }
    }

    private static TreebankScores ScoresOf(LanguageModel language, string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            var scores = TreebankScores.Of(language, ConlluReader.Read(stream));
            return scores.Words > 0 ? scores : throw new UserException($"{path} has no words");
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new UserException($"{path}: {e.Message}");
        }
    }

    private static void WriteJson(Utf8JsonWriter json, int words, (string Name, double Share)[] figures)
    {
        json.WriteStartObject();
        json.WriteString("of", "syntax");
        json.WriteNumber("words", words);
        foreach ((string name, double share) in figures)
        {
            json.WriteNumber(name.ToLowerInvariant(), Math.Round(100 * share, 4));
        }

        json.WriteEndObject();
    }
}
