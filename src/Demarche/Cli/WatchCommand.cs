using System.CommandLine;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core;
using Demarche.Core.Ledger;
using Demarche.Core.Reading.Fetching;

namespace Demarche.Cli;

/// <summary><c>demarche watch</c>: new articles of feeds into a ledger, as they come.</summary>
internal static class WatchCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var feeds = new Argument<string[]>("feeds")
        {
            Description = "Addresses of feeds (RSS, Atom, JSON Feed) or news sitemaps.",
            Arity = ArgumentArity.OneOrMore,
        };
        var every = new Option<int>("--every")
        {
            Description = "Minutes between two visits to a feed; a feed that fails is left alone longer each time.",
            HelpName = "MINUTES",
            DefaultValueFactory = _ => 15,
        };
        var once = new Option<bool>("--once") { Description = "Visit each feed once, then end." };
        var json = new Option<bool>("--json") { Description = "Write a JSON line for every article; one that says added is on disk." };
        var ledger = new LedgerOption();
        var outlets = new OutletsOption(" Default: outlets.yaml in the ledger's folder, if it is there.");
        var fetching = new FetchingOptions();
        var command = new Command(
            "watch",
            """
            Visit feeds and read their new articles into the ledger until stopped with Ctrl-C. Entries without the whole text
            are fetched from their pages. Unchanged feeds are not sent again (ETag, Last-Modified), robots.txt and Retry-After
            are kept, and what was read once is not asked for again, not even after a restart.

            Example: demarche watch https://courier.example/feed.xml https://herald.example/rss --ledger talks/
            Example: demarche watch https://courier.example/feed.xml --once
            """)
        {
            feeds,
            every,
            once,
            json,
        };
        ledger.AddTo(command);
        outlets.AddTo(command);
        fetching.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using SqliteLedger target = ledger.Open(parsed);
            using var report = new IntakeReport(parsed.GetValue(json));
            FetchOptions options = fetching.Read(parsed);
            using var fetcher = new PageFetcher(options);
            var intake = new LedgerIntake(target, new ArticlePipeline(LedgerNames.Codebook(target), ShippedModels.Read()), Environment.ProcessorCount, outlets.Read(parsed, target.Folder));
            var watch = new FeedWatch(target, intake, fetcher, options) { Interval = TimeSpan.FromMinutes(Math.Clamp(parsed.GetValue(every), 1, 1440)) };
            try
            {
                await foreach (IntakeResult result in watch.RunAsync(parsed.GetRequiredValue(feeds), parsed.GetValue(once), cancellation))
                {
                    report.Tell(result);
                }
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                // Ctrl-C is how a watch ends: everything told so far is on disk.
            }

            report.Finish();
            return report.Failed == 0 ? ExitCodes.Ok : ExitCodes.SomeFailed;
        });
        return command;
    }
}
