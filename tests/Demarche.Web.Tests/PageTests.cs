using System.Collections.Concurrent;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>What all pages have in common. A new page is added to the list.</summary>
public sealed class PageTests(SampleSite site)
{
    /// <summary>Addresses of all pages, with what makes them show most.</summary>
    public static TheoryData<string> Pages { get; } =
    [
        "/",
        "/?issue=gate-closing&party=kelvia",
        "/?at=2031-04-30&moved=90&sort=gap&level=reported&confidence=0.5",
        "/issues/gate-closing",
        "/changes",
        "/linkages",
        "/brief",
        "/stories",
        "/outlets",
        "/stories/halyard-2031-06-11-thale-suspension",
        "/quotes",
        "/quotes?q=gates",
        "/actors",
        "/actors/parties/kelvia",
        "/actors/of?name=Kelvia",
        "/articles/halyard-2031-05-21-kelvia-observers-update",
        "/articles/halyard-2031-05-21-kelvia-observers-update/revisions",
        "/sources",
        "/sources?q=barrage",
        "/codebook",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_accessible_fits_every_window_and_says_nothing_in_the_console(string address) => await PageChecks.PassAsync(site, await site.ResolveAsync(address));

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Has_one_heading_and_reads_without_scripts(string address)
    {
        IPage page = await site.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync(await site.ResolveAsync(address));
        Assert.Equal(1, await page.Locator("h1").CountAsync());
        Assert.True((await page.Locator("main").InnerTextAsync()).Length > 100);
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Is_light_and_loads_nothing_from_elsewhere(string address)
    {
        IPage page = await site.OpenAsync();
        var finished = new ConcurrentBag<IRequest>();
        var elsewhere = new List<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address.AbsoluteUri, StringComparison.Ordinal))
            {
                elsewhere.Add(request.Url);
            }
        };
        page.RequestFinished += (_, request) => finished.Add(request);
        await page.GotoAsync(await site.ResolveAsync(address), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Empty(elsewhere);
        int bytes = 0;
        foreach (IRequest request in finished)
        {
            bytes += (await request.SizesAsync()).ResponseBodySize;
        }

        Assert.InRange(bytes, 1000, 300_000);
        await page.Context.CloseAsync();
    }
}
