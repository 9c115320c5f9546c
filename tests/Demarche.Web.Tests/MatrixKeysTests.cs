using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>The matrix by keys, and what stays when it is filtered.</summary>
public sealed class MatrixKeysTests(SampleSite site)
{
    private const string NextFrame = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    [Fact]
    public async Task Arrows_walk_the_cells_enter_opens_one_and_escape_closes_it_and_goes_back()
    {
        IPage page = await site.OpenAsync();
        await page.GotoAsync("/");
        ILocator first = page.Locator("a.cell").First;
        await first.FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        ILocator below = page.Locator("tbody tr").Nth(1).Locator("a.cell").First;
        await Assertions.Expect(below).ToBeFocusedAsync();
        // The dockers have nothing to say on it: the walk goes past the empty cell.
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Assertions.Expect(page.Locator("tbody tr").Nth(1).Locator("a.cell").Last).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#beside .history").WaitForAsync();
        Assert.Contains("party=concord", page.Url, StringComparison.Ordinal);

        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator("#beside .history")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("tbody tr").Nth(1).Locator("a.cell").Last).ToBeFocusedAsync();
        Assert.DoesNotContain("party=", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_open_cell_and_the_chosen_filters_stay_together()
    {
        IPage page = await site.OpenAsync();
        await page.GotoAsync("/");
        await page.Locator("a.cell").First.ClickAsync();
        await page.Locator("#beside .history").WaitForAsync();
        int all = await page.Locator("#beside .steps > li").CountAsync();
        await page.Locator(".filters .more > summary").ClickAsync();
        await page.GetByLabel("Outlet").SelectOptionAsync("Halyard");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("issue=.*outlet=Halyard|outlet=Halyard.*issue="));
        await Assertions.Expect(page.Locator("#filter-state")).ToHaveTextAsync(" (on)");
        await Assertions.Expect(page.Locator("#presets a").Nth(1)).ToHaveAttributeAsync("href", new Regex("outlet=Halyard"));
        await Assertions.Expect(page.Locator("#beside .history")).ToHaveCountAsync(1);
        await Assertions.Expect(page.Locator("#beside .steps > li").Nth(all - 1)).ToHaveCountAsync(0);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Heads_stay_in_sight_whether_the_table_fits_or_scrolls_in_its_box()
    {
        IPage page = await site.OpenAsync();
        await page.GotoAsync("/");
        // Where it fits, the window scrolls; where not, the box does.
        await page.SetViewportSizeAsync(1440, 500);
        await page.EvaluateAsync("window.scrollTo(0, 700)");
        await page.EvaluateAsync(NextFrame);
        Assert.InRange(await TopOfHeadsAsync(page, "0"), -1, 1);
        await page.SetViewportSizeAsync(320, 500);
        await page.EvaluateAsync(NextFrame);
        await page.EvaluateAsync("document.querySelector('.matrix').parentElement.scrollTo(0, 700)");
        Assert.InRange(await TopOfHeadsAsync(page, "document.querySelector('.matrix').parentElement.getBoundingClientRect().top"), -1, 2);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_narrow_window_an_opened_cell_brings_its_history_into_sight()
    {
        IPage page = await site.OpenAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 400, Height = 800 } });
        await page.GotoAsync("/");
        await page.Locator("a.cell").First.ClickAsync();
        await Assertions.Expect(page.Locator("#beside h2")).ToBeInViewportAsync();
        await page.Context.CloseAsync();
    }

    private static Task<double> TopOfHeadsAsync(IPage page, string from) =>
        page.EvaluateAsync<double>($"document.querySelector('.matrix thead th').getBoundingClientRect().top - ({from})");
}
