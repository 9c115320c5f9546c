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
            IEnumerable<RawArticle> articles = ArticleFiles
                .Read(parsed.GetRequiredValue(inputs), Console.OpenStandardInput)
                .Select(article => article with { Outlet = parsed.GetValue(outlet) });
            return await RunAsync(target, articles, parsed.GetValue(json), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        SqliteLedger ledger, IEnumerable<RawArticle> articles, bool asJson, CancellationToken cancellation)
    {
        var intake = new LedgerIntake(ledger, new ArticlePipeline(LedgerNames.Codebook(ledger)), Environment.ProcessorCount);
        using var report = new IntakeReport(asJson);
        await foreach (IntakeResult result in intake.AddAsync(articles, cancellation))
        {
            report.Tell(result);
        }

        report.Finish();
        return report.Failed == 0 ? ExitCodes.Ok : ExitCodes.SomeFailed;
    }
}
