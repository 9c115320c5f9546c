using System.IO.Compression;
using System.Text;
using Demarche.Core.Reading;
using Demarche.Core.Reading.Fetching;
using Xunit;
using Answer = Demarche.Tests.Core.Reading.Fetching.LoopbackSite.Answer;

namespace Demarche.Tests.Core.Reading.Fetching;

public sealed class PageFetcherTests
{
    private static readonly FetchOptions Quick = new() { AllowsPrivate = true, Pause = TimeSpan.Zero, Patience = TimeSpan.FromSeconds(5) };

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f.1:{0}/")]
    public async Task This_machine_is_not_fetched_from_unless_allowed(string form)
    {
        using var site = new LoopbackSite(_ => new Answer("secret"));
        string address = string.Format(null, form, new Uri(site.Address).Port);
        Fetched fetched = await Fetch(address, Quick with { AllowsPrivate = false });
        Assert.Contains("--allow-private", fetched.Problem, StringComparison.Ordinal);
        Assert.Contains(new Uri(address).Host, fetched.Problem, StringComparison.Ordinal);
        Assert.Empty(site.Asked);
    }

    [Fact]
    public async Task Redirects_are_followed_and_looked_at_one_by_one()
    {
        using var site = new LoopbackSite(request => request.RawUrl switch
        {
            "/old" => Moved("/new?x=1"),
            "/new?x=1" => new Answer("<p>here") { Headers = [("ETag", "\"v1\"")] },
            "/out" => Moved("http://169.254.169.254/latest/meta-data"),
            "/file" => Moved("file:///etc/passwd"),
            "/loop" => Moved("/loop"),
            "/closed" => Moved("/private/x"),
            "/robots.txt" => new Answer("User-agent: *\nDisallow: /private", "text/plain"),
            _ => null,
        });

        Fetched moved = await Fetch(site.Address + "/old");
        Assert.Equal((site.Address + "/new?x=1", "<p>here", "\"v1\""), (moved.Address, Encoding.UTF8.GetString(moved.Bytes.Span), moved.EntityTag));
        Assert.Contains("more than 5 redirects", (await Fetch(site.Address + "/loop")).Problem, StringComparison.Ordinal);
        Assert.Contains("file:///etc/passwd: not an address", (await Fetch(site.Address + "/file")).Problem, StringComparison.Ordinal);
        Assert.Contains("/private/x: robots.txt forbids it", (await Fetch(site.Address + "/closed")).Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("/private/x", site.Asked);
    }

    [Theory]
    [InlineData(200, "User-agent: *\nDisallow: /page", "robots.txt forbids it")]
    [InlineData(404, "", null)]
    [InlineData(403, "", null)]
    [InlineData(503, "", "robots.txt could not be had")]
    [InlineData(429, "", "robots.txt could not be had")]
    public async Task Robots_are_heeded(int status, string robots, string? problem)
    {
        using var site = new LoopbackSite(request => request.RawUrl == "/robots.txt" ? new Answer(robots, "text/plain", status) : new Answer("page"));
        Fetched fetched = await Fetch(site.Address + "/page");
        Assert.Equal(problem is null, fetched.Problem is null);
        Assert.Contains(problem ?? "", fetched.Problem ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_known_is_not_sent_again()
    {
        using var site = new LoopbackSite(request =>
            request.Headers["If-None-Match"] == "\"v1\"" && request.Headers["If-Modified-Since"] is not null ? new Answer("", Status: 304) : new Answer("whole"));
        Assert.True((await Fetch(site.Address + "/feed", known: new KnownVersion("\"v1\"", "Tue, 06 May 2031 08:00:00 GMT"))).IsUnchanged);
        Assert.False((await Fetch(site.Address + "/feed", known: new KnownVersion("\"v0\"", null))).IsUnchanged);
    }

    [Fact]
    public async Task Compression_is_undone_and_bombs_are_bounded()
    {
        using var site = new LoopbackSite(request => request.RawUrl switch
        {
            "/br" => new Answer("") { Bytes = Brotli("<p>small"u8.ToArray()), Headers = [("Content-Encoding", "br")] },
            "/lie" => new Answer("<p>not packed") { Headers = [("Content-Encoding", "gzip")] },
            "/bomb" => new Answer("") { Bytes = Brotli(new byte[200 << 20]), Headers = [("Content-Encoding", "br")] },
            "/large" => new Answer("") { Bytes = new byte[40 << 20] },
            "/gone" => new Answer("", Status: 410),
            "/later" => new Answer("", Status: 503) { Headers = [("Retry-After", "120")] },
            _ => null,
        });
        Assert.Equal("<p>small", Encoding.UTF8.GetString((await Fetch(site.Address + "/br")).Bytes.Span));
        Assert.Equal("<p>not packed", Encoding.UTF8.GetString((await Fetch(site.Address + "/lie")).Bytes.Span));
        Assert.Contains("unpacks to too much", (await Fetch(site.Address + "/bomb")).Problem, StringComparison.Ordinal);
        Assert.Contains("larger than 32 MiB", (await Fetch(site.Address + "/large")).Problem, StringComparison.Ordinal);
        Assert.Contains("the server answered 410", (await Fetch(site.Address + "/gone")).Problem, StringComparison.Ordinal);
        Assert.Equal(TimeSpan.FromSeconds(120), (await Fetch(site.Address + "/later")).RetryAfter);
    }

    [Fact]
    public async Task A_server_that_never_ends_is_left()
    {
        using var site = new LoopbackSite(request =>
        {
            if (request.RawUrl != "/robots.txt")
            {
                Thread.Sleep(3000);
            }

            return null;
        });
        Fetched fetched = await Fetch(site.Address + "/slow", Quick with { Patience = TimeSpan.FromMilliseconds(500) });
        Assert.Contains("no whole answer within 0.5 s", fetched.Problem, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", (await Fetch($"http://127.0.0.1:{LoopbackSite.FreePort()}/x")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_lead_to_pages_and_nowhere_further()
    {
        LoopbackSite? self = null;
        using LoopbackSite site = self = new LoopbackSite(request => request.RawUrl switch
        {
            "/feed" => new Answer(Feed(self!.Address, "/a", "/a", "/feed", "/other-feed", "/gone"), "application/rss+xml"),
            "/other-feed" => new Answer(Feed(self!.Address, "/b"), "application/rss+xml"),
            "/map" => new Answer($"<sitemapindex><sitemap><loc>{self!.Address}/map1</loc></sitemap><sitemap><loc>{self.Address}/map</loc></sitemap></sitemapindex>", "text/xml"),
            "/map1" => new Answer($"<urlset><url><loc>{self!.Address}/b</loc></url></urlset>", "text/xml"),
            "/a" => new Answer(Page("Alpha", "<a href='/b'>more</a>")),
            "/b" => new Answer(Page("Beta", "")),
            _ => null,
        });

        RawArticle[] feed = Follow(site.Address + "/feed");
        Assert.Equal(["Alpha"], Titles(feed));
        Assert.Equal(
            ["it leads back to a list that was read already", "no page, but another list of articles", "the server answered 404 Not Found"],
            feed.Where(raw => raw.Problem is not null).Select(raw => raw.Problem));
        Article alpha = new ArticleReader().Read(feed[0]).Article;
        Assert.Equal((site.Address + "/a", "Courier", DateBasis.Feed), (alpha.Url, alpha.Outlet, alpha.PublishedBasis));

        RawArticle[] map = Follow(site.Address + "/map");
        Assert.Equal(["Beta"], Titles(map));
        Assert.Single(map, raw => raw.Problem is not null);
        Assert.Equal(["Alpha"], Titles(Follow(site.Address + "/a")));
    }

    [Fact]
    public void No_more_pages_are_fetched_than_allowed()
    {
        LoopbackSite? self = null;
        using LoopbackSite site = self = new LoopbackSite(request => request.RawUrl == "/map"
            ? new Answer("<urlset>" + string.Concat(Enumerable.Range(0, 20).Select(i => $"<url><loc>{self!.Address}/p{i}</loc></url>")) + "</urlset>", "text/xml")
            : request.RawUrl!.StartsWith("/p", StringComparison.Ordinal) ? new Answer(Page(request.RawUrl, "")) : null);
        RawArticle[] found = Follow(site.Address + "/map", Quick with { MostPages = 3 });
        Assert.Equal(["/p0", "/p1", "/p2"], Titles(found));
        Assert.Contains("--limit", Assert.Single(found, raw => raw.Problem is not null).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Links_in_files_are_followed_only_when_asked_for()
    {
        using var site = new LoopbackSite(request => request.RawUrl == "/a" ? new Answer(Page("Alpha", "")) : null);
        using var folder = new TemporaryFolder();
        string file = folder.Write("links.csv", $"url,title\n{site.Address}/a,Given\n");
        using var fetcher = new PageFetcher(Quick);
        RawArticle[] raw = [.. ArticleFiles.Read([file], () => Stream.Null)];
        Assert.Contains("--fetch", new ArticleReader().Read(new LinkFollower(fetcher, Quick).Follow(raw, TestContext.Current.CancellationToken).Single()).Problem, StringComparison.Ordinal);
        Assert.Empty(site.Asked);
        Assert.Equal("Given", new ArticleReader().Read(new LinkFollower(fetcher, Quick) { FollowsFiles = true }.Follow(raw, TestContext.Current.CancellationToken).Single()).Article.Title);
    }

    [Fact]
    public void A_slow_host_holds_up_nobody_else_and_the_order_of_the_links_stays()
    {
        // Each page is answered only once the other host was asked for its own: one after the other, neither would come.
        using var both = new Barrier(2);
        Answer? Together(System.Net.HttpListenerRequest request) =>
            request.RawUrl == "/page" ? new Answer(Page(both.SignalAndWait(TimeSpan.FromSeconds(30)) ? "Together" : "Alone", "")) : null;
        using var first = new LoopbackSite(Together);
        using var second = new LoopbackSite(Together, "localhost");
        using var feed = new LoopbackSite(request => request.RawUrl == "/feed" ? new Answer(Feed(first.Address, "/page", "/later").Replace("</channel></rss>", "", StringComparison.Ordinal) + $"<item><title>x</title><link>{second.Address}/page</link></item></channel></rss>", "application/rss+xml") : null);

        RawArticle[] raw = Follow(feed.Address + "/feed");

        Assert.Equal([first.Address + "/page", first.Address + "/later", second.Address + "/page"], raw.Select(each => each.Address));
        Assert.Equal(["Together", "Together"], Titles(raw));
    }

    [Fact]
    public void One_host_is_asked_for_one_page_at_a_time()
    {
        int open = 0;
        int most = 0;
        using var site = new LoopbackSite(request =>
        {
            most = Math.Max(most, Interlocked.Increment(ref open));
            SpinWait.SpinUntil(() => Volatile.Read(ref open) > 1, TimeSpan.FromMilliseconds(5));
            Interlocked.Decrement(ref open);
            return request.RawUrl!.StartsWith("/p", StringComparison.Ordinal) ? new Answer(Page(request.RawUrl, "")) : null;
        });

        string[] paths = [.. Enumerable.Range(0, 12).Select(i => $"/p{i:00}")];
        using var feed = new LoopbackSite(_ => new Answer(Feed(site.Address, paths), "application/rss+xml"), "localhost");

        Assert.Equal(paths, Titles(Follow(feed.Address + "/feed")));
        Assert.Equal(["/robots.txt", .. paths], site.Asked);
        Assert.Equal(1, most);
    }

    private static string Page(string title, string more) =>
        $"<html><head><meta property='og:title' content='{title}'></head><body><article>"
        + string.Concat(Enumerable.Repeat("<p>The harbor council met on the ferry toll and put off the vote once more, members said.</p>", 4)) + $"{more}</article></body></html>";

    private static string Feed(string site, params string[] paths) =>
        "<rss><channel><title>Courier</title>"
        + string.Concat(paths.Select(path => $"<item><title>x</title><link>{site}{path}</link><pubDate>Tue, 06 May 2031 08:00:00 GMT</pubDate></item>")) + "</channel></rss>";

    private static Answer Moved(string to) => new("", Status: 302) { Headers = [("Location", to)] };

    private static byte[] Brotli(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var stream = new BrotliStream(packed, CompressionLevel.Fastest))
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }

    private static string[] Titles(RawArticle[] raw) =>
        [.. raw.Where(each => each.Problem is null).Select(each => new ArticleReader().Read(each with { Given = null }).Article.Title!)];

    private static RawArticle[] Follow(string address, FetchOptions? options = null)
    {
        using var fetcher = new PageFetcher(options ?? Quick);
        return [.. new LinkFollower(fetcher, options ?? Quick).Follow(ArticleFiles.Read([address], () => Stream.Null), TestContext.Current.CancellationToken)];
    }

    private static async Task<Fetched> Fetch(string address, FetchOptions? options = null, KnownVersion? known = null)
    {
        using var fetcher = new PageFetcher(options ?? Quick);
        return await fetcher.FetchAsync(address, known, TestContext.Current.CancellationToken);
    }
}
