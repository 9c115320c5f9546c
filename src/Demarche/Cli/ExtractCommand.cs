using System.CommandLine;
using Demarche.Core;
using Demarche.Core.Parties;

namespace Demarche.Cli;

/// <summary><c>demarche extract</c>: articles in, coded records out, without a ledger.</summary>
internal static class ExtractCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new RecordOptions();
        var codebook = new Option<string?>("--codebook", "-c")
        {
            Description = "The dispute's codebook (YAML); without one, positions stay empty.",
        };
        var fast = new Option<bool>("--fast")
        {
            Description = "Read words alone, without tags and dependencies: several times faster, a little less exact.",
        };
        var command = new Command(
            "extract",
            """
            Read articles and write who said what as JSON Lines, one record an article, in input order. Nothing is stored.

            Example: demarche extract articles/ more.jsonl.gz > records.jsonl
            Example: cat articles.jsonl | demarche extract --codebook codebook.yaml > records.jsonl
            """);
        options.AddTo(command);
        command.Options.Add(codebook);
        command.Options.Add(fast);
        command.SetAction((parsed, cancellation) =>
            options.RunAsync(parsed, new ArticlePipeline(Read(parsed.GetValue(codebook)), ShippedModels.Read(parsed.GetValue(fast))), cancellation));
        return command;
    }

    private static Codebook? Read(string? path) => path is null ? null : CodebookFile.Read(path).Codebook;
}
