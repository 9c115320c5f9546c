using System.Globalization;
using Demarche.Core;
using Demarche.Core.Parties;
using Demarche.Core.Reading;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>Articles of strangers that try to get script, style or layout of their own into the page.</summary>
public sealed class HostileTextTests(SampleSite site)
{
    private const string Script = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\"><svg/onload=alert(1)>";
    private const string Style = "<style>body{display:none}</style><link rel=stylesheet href=//evil.example/x.css>";
    private const string Turning = "\u202Eesrever dna \u2066mixed\u2069 \u200F\u05E9\u05DC\u05D5\u05DD \u0627\u0644\u0633\u0644\u0627\u0645";

    [Fact]
    public async Task Stays_text_wherever_it_is_shown()
    {
        string word = new('x', 1_000_000);
        await using SampleLedger ledger = await SampleLedger.CreateAsync([Coded("hostile", $"{Script} {Style} {Turning}\n{word}\nTam Orrec said: “We demand the toll on barges be scrapped {Script} at once.”\n")]);
        await using Site own = await Site.ServeAsync(ledger.Folder);
        string key;
        using (Core.Ledger.SqliteLedger opened = Core.Ledger.SqliteLedger.Open(ledger.Folder))
        {
            key = opened.FindArticles("hostile").Single().Key;
        }

        foreach (string address in new[] { $"/articles/{key}", "/", "/changes", "/brief", "/issues/lock-toll", "/?issue=lock-toll&party=osmera", "/stories?articles=1", $"/stories/{key}", "/quotes?q=toll", "/actors", "/actors/parties/osmera", "/sources" })
        {
            IPage page = await site.OpenAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 390, Height = 800 } }, own.Address);
            var asked = new List<string>();
            page.Request += (_, request) => asked.Add(request.Url);
            await page.GotoAsync(address);
            Assert.NotEqual("taken", await page.TitleAsync());
            Assert.True(await page.Locator("main").IsVisibleAsync());
            Assert.Equal(2, await page.Locator("script").CountAsync());
            Assert.Equal(0, await page.Locator("img, style, iframe").CountAsync());
            Assert.DoesNotContain(asked, url => url.Contains("evil", StringComparison.Ordinal) || url.EndsWith("/x", StringComparison.Ordinal));
            Assert.True(
                await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                $"{address} is wider than the window");
            await page.Context.CloseAsync();
        }
    }

    private static CodedArticle Coded(string id, string text)
    {
        Codebook codebook = CodebookReader.Read(File.ReadAllText(SampleDispute.CodebookPath)).Codebook!;
        return new ArticlePipeline(codebook).Code(new Article
        {
            Id = id,
            Text = text,
            Title = $"Title {Script}",
            Outlet = $"Outlet {Style} {Turning}",
            Byline = Script,
            Url = "javascript:alert(1)",
            Published = DateOnly.Parse("2031-06-20", CultureInfo.InvariantCulture),
            PublishedBasis = DateBasis.Given,
        });
    }
}
