using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>One issue through time.</summary>
public sealed class IssuePageTests(SampleSite site)
{
    [Fact]
    public async Task Keyboard_and_pointer_give_the_sentence_of_a_point_and_enter_opens_it()
    {
        IPage page = await site.OpenAsync();
        await page.GotoAsync("/issues/gate-closing");
        ILocator point = page.Locator("a.point").Nth(1);
        await point.FocusAsync();
        string? name = await point.GetAttributeAsync("aria-label");
        await Assertions.Expect(page.Locator("#sentence")).ToHaveTextAsync(name!);
        await page.Locator("a.point").Nth(2).HoverAsync();
        await Assertions.Expect(page.Locator("#sentence")).ToHaveTextAsync((await page.Locator("a.point").Nth(2).GetAttributeAsync("aria-label"))!);
        await point.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator(".line:target").WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_gap_is_that_of_the_two_parties_asked_for()
    {
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string page = await site.Client.GetStringAsync("/issues/gate-closing?first=osmera&second=kelvia", cancellation);
        Assert.Matches("aria-label=\"Gap between Osmera and Kelvia: now [0-8] of 8\"", page);
        using HttpResponseMessage none = await site.Client.GetAsync("/issues/no-such-issue", cancellation);
        Assert.Equal(404, (int)none.StatusCode);
    }
}
