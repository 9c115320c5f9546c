using System.CommandLine;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core;
using Demarche.Core.Ledger;
using Demarche.Core.Reading;
using Demarche.Core.Reading.Outlets;

namespace Demarche.Cli;

/// <summary><c>demarche add</c>: articles into a ledger.</summary>
internal static class AddCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var inputs = new ArticleInputs(ArgumentArity.OneOrMore, "");
        var outlet = new Option<string?>("--outlet")
        {
            Description = "Outlet of the articles that name none themselves, as plain text files do.",
            HelpName = "NAME",
        };
        var ledger = new LedgerOption();
        var outlets = new OutletsOption(" Default: outlets.yaml in the ledger's folder, if it is there.");
        var json = new Option<bool>("--json")
        {
            Description = "Write a JSON line for every input; one that says added is on disk.",
        };
        var fast = new Option<bool>("--fast")
        {
            Description = "Read words alone, without tags and dependencies; codebook apply reads the articles in full later.",
        };
        var command = new Command(
            "add",
            """
            Read articles into the ledger. Adding the same thing twice changes nothing; another text at a known address
            becomes a new revision. What cannot be read is named, and the rest goes on.

            Example: demarche add articles/ page.html records.jsonl.gz --ledger talks/
            Example: demarche add courier/ --outlet "Ilvane Courier"
            Example: demarche add https://courier.example/feed.xml export.csv --map title=headline
            """)
        {
            outlet,
            fast,
            json,
        };
        inputs.AddTo(command);
        ledger.AddTo(command);
        outlets.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using SqliteLedger target = ledger.Open(parsed);
            using var report = new IntakeReport(parsed.GetValue(json));
            long? total = Console.IsErrorRedirected ? null : InputSizes.Total(inputs.Names(parsed));
            string? name = parsed.GetValue(outlet);
            IEnumerable<RawArticle> articles = inputs.Read(parsed, cancellation).Select(article => article with { Outlet = article.Outlet ?? name });
            return await RunAsync(target, outlets.Read(parsed, target.Folder), articles, total, report, parsed.GetValue(fast), cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        SqliteLedger ledger,
        OutletRegistry outlets,
        IEnumerable<RawArticle> articles,
        long? total,
        IntakeReport report,
        bool isFast,
        CancellationToken cancellation)
    {
        long read = 0;
        IEnumerable<RawArticle> counted = articles.Select(article =>
        {
            Interlocked.Add(ref read, article.Bytes.Length);
            return article;
        });
        var intake = new LedgerIntake(ledger, new ArticlePipeline(LedgerNames.Codebook(ledger), ShippedModels.Read(isFast)), Environment.ProcessorCount, outlets);
        await foreach (IntakeResult result in intake.AddAsync(counted, cancellation))
        {
            report.Tell(result, total > 0 ? (double)Interlocked.Read(ref read) / total : null);
        }

        report.Finish();
        return report.Failed == 0 ? ExitCodes.Ok : ExitCodes.SomeFailed;
    }
}
