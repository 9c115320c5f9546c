using System.CommandLine;
using Demarche.Core;

namespace Demarche.Cli;

/// <summary><c>demarche extract</c>: articles in, coded records out, without a ledger.</summary>
internal static class ExtractCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var options = new RecordOptions();
        var command = new Command(
            "extract",
            """
            Read articles and write who said what as JSON Lines, one record an article, in input order. Nothing is stored.

            Example: demarche extract articles/ more.jsonl.gz > records.jsonl
            Example: cat articles.jsonl | demarche extract > records.jsonl
            """);
        options.AddTo(command);
        command.SetAction((parsed, cancellation) =>
            options.RunAsync(parsed, new ArticlePipeline(), cancellation));
        return command;
    }
}
