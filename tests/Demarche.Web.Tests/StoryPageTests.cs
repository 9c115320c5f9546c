using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>From the list of stories to who carries what and in which words.</summary>
public sealed class StoryPageTests(SampleSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_story_sets_its_outlets_side_by_side(bool withScripts)
    {
        await site.CompareAsync();
        IPage page = await site.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = withScripts });
        await page.GotoAsync("/stories");
        await page.Locator(".cards li", new PageLocatorOptions { HasText = "in several of them" }).First.Locator("h2 a").LeadsToAsync("/stories/");
        ILocator table = page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Statements by outlet" });
        int outlets = await table.Locator("thead th").CountAsync() - 1;
        Assert.True(outlets >= 2);
        ILocator row = table.Locator("tbody tr").First;
        Assert.Equal(outlets, await row.Locator("td").CountAsync());

        await row.GetByRole(AriaRole.Link).First.ClickAsync();
        ILocator utterance = page.Locator(".utterance:target");
        await utterance.WaitForAsync();
        Assert.Equal(1, await utterance.Locator(".reference").CountAsync());
        Assert.True(await utterance.Locator(".wordings li").CountAsync() >= 2);
        await utterance.Locator(".wordings a").First.LeadsToAsync("/articles/");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_story_is_found_by_an_article_in_it_and_an_unknown_one_is_not()
    {
        await site.CompareAsync();
        string list = await site.Client.GetStringAsync("/stories?articles=1", TestContext.Current.CancellationToken);
        Assert.Contains("/stories/s-", list, StringComparison.Ordinal);
        using HttpResponseMessage none = await site.Client.GetAsync("/stories/s-none", TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotFound, none.StatusCode);
    }
}
