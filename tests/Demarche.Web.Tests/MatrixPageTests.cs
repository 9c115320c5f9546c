using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>The way from the matrix to the sentence.</summary>
public sealed class MatrixPageTests(SampleSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cell_opens_its_history_beside_the_matrix_and_that_opens_the_sentence(bool withScripts)
    {
        IPage page = await site.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = withScripts });
        await page.GotoAsync("/");
        await page.Locator("tr", new PageLocatorOptions { HasText = "Barrage gates closed for good" }).Locator("a.cell").Nth(1).ClickAsync();
        ILocator heading = page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Kelvia: Barrage gates closed for good" });
        await heading.WaitForAsync();
        Assert.True(await page.Locator("table.matrix").IsVisibleAsync());

        await page.Locator("#beside .evidence a").First.ClickAsync();
        await page.Locator(".line:target").WaitForAsync();
        Assert.Contains("/articles/", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_day_in_the_address_shows_what_held_then()
    {
        string now = await site.Client.GetStringAsync("/", TestContext.Current.CancellationToken);
        string then = await site.Client.GetStringAsync("/?at=2031-03-10", TestContext.Current.CancellationToken);
        Assert.Contains("Jun 2031</span>", now, StringComparison.Ordinal);
        Assert.DoesNotContain("Jun 2031</span>", then, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_ledger_says_how_to_begin()
    {
        await using SampleLedger empty = SampleLedger.CreateEmpty();
        await using Site bare = await Site.ServeAsync(empty.Folder);
        string page = await bare.Client.GetStringAsync("/", TestContext.Current.CancellationToken);
        Assert.Contains("demarche add", page, StringComparison.Ordinal);
        Assert.Contains("demarche demo", page, StringComparison.Ordinal);
    }
}
