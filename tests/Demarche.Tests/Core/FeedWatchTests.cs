using Demarche.Core;
using Demarche.Core.Ledger;
using Demarche.Core.Reading.Fetching;
using Demarche.Tests.Core.Reading.Fetching;
using Xunit;
using Answer = Demarche.Tests.Core.Reading.Fetching.LoopbackSite.Answer;

namespace Demarche.Tests.Core;

public sealed class FeedWatchTests : IDisposable
{
    private static readonly string Paragraphs = string.Concat(Enumerable.Repeat("<p>The harbor council met on the ferry toll and put off the vote once more, members said.</p>", 4));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task New_entries_are_read_once_and_an_unchanged_feed_is_not_sent_again()
    {
        string items = "";
        string tag = "\"1\"";
        LoopbackSite? self = null;
        using LoopbackSite site = self = new LoopbackSite(request => request.RawUrl switch
        {
            "/feed" when request.Headers["If-None-Match"] == tag => new Answer("", Status: 304),
            "/feed" => new Answer($"<rss><channel><title>Courier</title>{items}</channel></rss>", "application/rss+xml") { Headers = [("ETag", tag)] },
            "/robots.txt" or "/gone" => null,
            _ => new Answer($"<html><body><article><h1>{request.RawUrl}</h1>{Paragraphs}</article></body></html>"),
        });
        string Item(string path) => $"<item><title>{path}</title><link>{self!.Address}{path}</link></item>";
        string feed = site.Address + "/feed";

        items = Item("/a") + Item("/b");
        Assert.Equal(["added", "added"], await Visit(feed));
        Assert.Empty(await Visit(feed));
        items = Item("/c") + items + Item("/gone");
        tag = "\"2\"";
        Assert.Equal(["added", "failed"], await Visit(feed));
        tag = "\"3\"";
        Assert.Equal(["failed"], await Visit(feed));
        tag = "\"4\"";
        Assert.Equal(["failed"], await Visit(feed));
        tag = "\"5\"";
        Assert.Empty(await Visit(feed));
        Assert.Equal(["/a", "/b", "/c", "/gone", "/gone", "/gone"], site.Asked.Where(path => path is not ("/feed" or "/robots.txt")));
    }

    [Fact]
    public async Task A_feed_that_fails_is_left_alone_longer_each_time_and_as_long_as_it_asks()
    {
        using var site = new LoopbackSite(request => request.RawUrl == "/robots.txt" ? null : new Answer("", Status: 503) { Headers = [("Retry-After", "7200")] });
        string feed = site.Address + "/feed";
        Assert.Equal(["failed"], await Visit(feed));
        Assert.Empty(await Visit(feed));
        using SqliteLedger ledger = SqliteLedger.Open(_folder["ledger"]);
        WatchedFeed kept = ledger.Feeds.Get(feed);
        Assert.Equal(1, kept.Failures);
        Assert.InRange(kept.NextVisit!.Value - TimeProvider.System.GetUtcNow(), TimeSpan.FromMinutes(115), TimeSpan.FromMinutes(133));
    }

    [Fact]
    public async Task A_watch_goes_on_until_it_is_stopped()
    {
        using var site = new LoopbackSite(request => request.RawUrl == "/feed" ? new Answer("<rss><channel><title>Courier</title></channel></rss>", "text/xml") : null);
        using var stop = new CancellationTokenSource();
        Task<List<string>> watch = Watch(site.Address + "/feed", isOnce: false, stop.Token);
        SpinWait.SpinUntil(() => site.Asked.Contains("/feed"), TimeSpan.FromSeconds(30));
        Assert.False(watch.IsCompleted);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watch);
    }

    private Task<List<string>> Visit(string feed) => Watch(feed, isOnce: true, TestContext.Current.CancellationToken);

    private async Task<List<string>> Watch(string feed, bool isOnce, CancellationToken cancellation)
    {
        using SqliteLedger ledger = SqliteLedger.Exists(_folder["ledger"]) ? SqliteLedger.Open(_folder["ledger"]) : SqliteLedger.Create(_folder["ledger"]);
        var options = new FetchOptions { AllowsPrivate = true, Pause = TimeSpan.Zero };
        using var fetcher = new PageFetcher(options);
        var watch = new FeedWatch(ledger, new LedgerIntake(ledger, new ArticlePipeline(), 1), fetcher, options);
        var results = new List<string>();
        await foreach (IntakeResult result in watch.RunAsync([feed], isOnce, cancellation))
        {
            results.Add(result.Outcome is { } outcome ? outcome.Kind.ToString().ToLowerInvariant() : "failed");
        }

        return results;
    }
}
