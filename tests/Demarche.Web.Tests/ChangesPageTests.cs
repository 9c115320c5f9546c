using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>What changed, as a page and as feeds.</summary>
public sealed class ChangesPageTests(SampleSite site)
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Page_and_feeds_tell_the_same_changes_newest_first()
    {
        XElement atom = XElement.Parse(await site.Client.GetStringAsync("/changes.atom", Cancellation));
        string[] days = [.. atom.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "updated")!.Value)];
        Assert.Equal(days.OrderDescending(StringComparer.Ordinal), days);
        Assert.All(atom.Elements(Atom + "entry"), entry => Assert.StartsWith(
            $"{site.Address}articles/", entry.Element(Atom + "link")!.Attribute("href")!.Value, StringComparison.Ordinal));
        string[] ids = [.. atom.Elements(Atom + "entry").Select(entry => entry.Element(Atom + "id")!.Value)];
        Assert.Equal(ids.Distinct(StringComparer.Ordinal), ids);

        using JsonDocument feed = JsonDocument.Parse(await site.Client.GetStringAsync("/changes.json", Cancellation));
        Assert.Equal(ids, feed.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        string page = await site.Client.GetStringAsync("/changes", Cancellation);
        Assert.Contains($"{ids.Length} changes, newest first", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_narrows_the_list_without_loading_the_page_again()
    {
        IPage page = await site.OpenAsync();
        await page.GotoAsync("/changes");
        int all = await page.Locator("article.change").CountAsync();
        await page.Locator("#party").SelectOptionAsync("kelvia");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/changes\\?party=kelvia"));
        await Assertions.Expect(page.Locator("article.change h2").Filter(new LocatorFilterOptions { HasNotText = "Kelvia:" })).ToHaveCountAsync(0);
        Assert.InRange(await page.Locator("article.change").CountAsync(), 1, all - 1);
        await page.Context.CloseAsync();
    }
}
