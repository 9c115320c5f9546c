using System.CommandLine;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core;
using Demarche.Core.Ledger;
using Demarche.Core.Reading;

namespace Demarche.Cli;

/// <summary><c>demarche add</c>: articles into a ledger.</summary>
internal static class AddCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var inputs = new Argument<string[]>("inputs")
        {
            Description = "Files (.txt, .html, .jsonl, each also .gz), folders, or - for standard input.",
            Arity = ArgumentArity.OneOrMore,
        };
        var outlet = new Option<string?>("--outlet")
        {
            Description = "Outlet of the articles that name none themselves, as plain text files do.",
            HelpName = "NAME",
        };
        var ledger = new LedgerOption();
        var json = new Option<bool>("--json")
        {
            Description = "Write a JSON line for every input; one that says added is on disk.",
        };
        var command = new Command(
            "add",
            """
            Read articles into the ledger. Adding the same thing twice changes nothing; another text at a known address
            becomes a new revision. What cannot be read is named, and the rest goes on.

            Example: demarche add articles/ page.html records.jsonl.gz --ledger talks/
            Example: demarche add courier/ --outlet "Ilvane Courier"
            """)
        {
            inputs,
            outlet,
            json,
        };
        ledger.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using SqliteLedger target = ledger.Open(parsed);
            using var report = new IntakeReport(parsed.GetValue(json));
            return await RunAsync(target, parsed.GetRequiredValue(inputs), parsed.GetValue(outlet), report, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        SqliteLedger ledger, string[] inputs, string? outlet, IntakeReport report, CancellationToken cancellation)
    {
        long? total = Console.IsErrorRedirected ? null : InputSizes.Total(inputs);
        long read = 0;
        IEnumerable<RawArticle> articles = ArticleFiles.Read(inputs, Console.OpenStandardInput).Select(article =>
        {
            Interlocked.Add(ref read, article.Bytes.Length);
            return article with { Outlet = outlet };
        });
        var intake = new LedgerIntake(ledger, new ArticlePipeline(LedgerNames.Codebook(ledger), ShippedModels.Read()), Environment.ProcessorCount);
        await foreach (IntakeResult result in intake.AddAsync(articles, cancellation))
        {
            report.Tell(result, total > 0 ? (double)Interlocked.Read(ref read) / total : null);
        }

        report.Finish();
        return report.Failed == 0 ? ExitCodes.Ok : ExitCodes.SomeFailed;
    }
}
