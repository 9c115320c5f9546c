using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>Searching what was said.</summary>
public sealed class QuotePageTests(SampleSite site)
{
    [Fact]
    public async Task Words_are_typed_and_found_by_the_keyboard_alone()
    {
        IPage page = await site.OpenAsync();
        await page.GotoAsync("/quotes");
        await page.GetByRole(AriaRole.Searchbox).FocusAsync();
        await page.Keyboard.TypeAsync("\"close the gates\" OR gates -toll");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("First seen").WaitForAsync();
        await page.Locator(".cards .evidence").AtLeastAsync(2);
        string[] marked = [.. await page.Locator(".cards mark").AllInnerTextsAsync()];
        Assert.All(marked, words => Assert.Contains("gates", words, StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain("toll", string.Join(' ', await page.Locator(".cards .evidence > p").AllInnerTextsAsync()), StringComparison.OrdinalIgnoreCase);
        await page.Locator(".summary .spread svg").AtLeastAsync(1);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_statement_in_several_outlets_shows_its_wordings_without_scripts()
    {
        await site.CompareAsync();
        IPage page = await site.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync("/stories");
        await page.Locator(".cards li", new PageLocatorOptions { HasText = "in several of them" }).First.Locator("h2 a").LeadsToAsync("/stories/");
        string reference = await page.Locator(".utterance .reference .words").First.InnerTextAsync();
        string words = string.Join(' ', reference.Trim('“', '”', '.', ' ').Split(' ').Take(6));
        await page.GotoAsync("/quotes?q=" + Uri.EscapeDataString($"\"{words}\""));
        ILocator wordings = page.GetByText("wordings in").First;
        await wordings.ClickAsync();
        await page.Locator("details[open] .wordings li").AtLeastAsync(2);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_statement_is_shown_once_with_every_outlet_that_has_it()
    {
        await site.CompareAsync();
        IPage page = await site.OpenAsync();
        await page.GotoAsync("/quotes?q=interest");
        ILocator cards = page.Locator(".cards > li").Filter(new LocatorFilterOptions { HasText = "with interest" });
        await Assertions.Expect(cards).ToHaveCountAsync(1);
        Assert.True(await cards.Locator(".also a").CountAsync() >= 2);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/quotes?q=gates&party=osmera", "by ")]
    [InlineData("/quotes?q=gates&since=2041-01-01", "Nobody is on record with these words and filters")]
    [InlineData("/quotes?q=%22", "Nobody is on record")]
    [InlineData("/quotes?q=gates&since=nonsense", "First seen")]
    public async Task Filters_narrow_and_nonsense_is_passed_over(string address, string expected) =>
        Assert.Contains(expected, await site.Client.GetStringAsync(address, TestContext.Current.CancellationToken), StringComparison.Ordinal);
}
