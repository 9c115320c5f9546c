using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>No page breaks at any width: nothing is wider than its window, and nothing stands on something else.</summary>
public sealed class LayoutTests(SampleSite site)
{
    // A phone, a tablet upright and across, a laptop, a wall.
    private static readonly int[] Widths = [320, 768, 980, 1440, 3840];

    [Theory]
    [MemberData(nameof(PageTests.Pages), MemberType = typeof(PageTests))]
    [InlineData("/no-such-page")]
    [InlineData("/actors/merge")]
    public async Task Nothing_stands_on_something_else(string address)
    {
        address = await site.ResolveAsync(address);
        IPage page = await site.OpenAsync();
        foreach (int width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.GotoAsync(address);
            await FitsAsync(page, $"{address} at {width}");
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(PageTests.Pages), MemberType = typeof(PageTests))]
    public async Task Folded_parts_open_without_standing_on_others(string address)
    {
        IPage page = await site.OpenAsync();
        await page.GotoAsync(await site.ResolveAsync(address));
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(one => one.open = true)");
        foreach (int width in Widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            await FitsAsync(page, $"{address}, all open, at {width}");
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/", ColorScheme.Light)]
    [InlineData("/", ColorScheme.Dark)]
    [InlineData("/articles/halyard-2031-05-21-kelvia-observers-update", ColorScheme.Light)]
    [InlineData("/articles/halyard-2031-05-21-kelvia-observers-update", ColorScheme.Dark)]
    [InlineData("/quotes?q=gates", ColorScheme.Light)]
    [InlineData("/quotes?q=gates", ColorScheme.Dark)]
    [InlineData("/brief", ColorScheme.Dark)]
    public async Task Opened_parts_stay_accessible(string address, ColorScheme colors)
    {
        IPage page = await site.OpenAsync(new BrowserNewContextOptions { ColorScheme = colors });
        await page.GotoAsync(await site.ResolveAsync(address));
        await page.EvaluateAsync("document.querySelectorAll('main details').forEach(one => one.open = true)");
        if (address == "/")
        {
            await page.Locator("a.cell").First.ClickAsync();
            await page.Locator("#beside .history").WaitForAsync();
        }

        string[] violations = await PageChecks.ViolationsAsync(page);
        Assert.True(violations.Length == 0, string.Join("\n", violations));
        await page.Context.CloseAsync();
    }

    [Theory]
    [MemberData(nameof(PageTests.Pages), MemberType = typeof(PageTests))]
    public async Task Nothing_stands_on_something_else_on_paper(string address)
    {
        // A4 upright at 96 dots an inch, less its margins.
        IPage page = await site.OpenAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 688, Height = 1017 } });
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.GotoAsync(await site.ResolveAsync(address));
        string[] overlaps = await PageChecks.OverlapsAsync(page);
        Assert.True(overlaps.Length == 0, $"{address} on paper: {string.Join("; ", overlaps.Take(5))}");
        Assert.Equal(0, await page.Locator("nav:visible, main button:visible").CountAsync());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_scripts_the_slider_is_not_offered_and_a_button_is()
    {
        IPage page = await site.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator("#slider")).ToBeHiddenAsync();
        await Assertions.Expect(page.Locator(".keys")).ToBeHiddenAsync();
        await page.Locator("#sort").SelectOptionAsync("label");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show" }).ClickAsync();
        await Assertions.Expect(page.Locator("tbody th").First).ToContainTextAsync("Barrage gates");
        await Assertions.Expect(page.Locator("tbody th").Nth(1)).ToContainTextAsync("Dockers' jobs");
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("paste")]
    [InlineData("drop")]
    public async Task Files_are_pasted_or_dropped_into_their_frame(string how)
    {
        IPage page = await site.OpenAsync();
        await page.GotoAsync("/sources");
        await page.EvaluateAsync(
            """
            how => {
              const carried = new DataTransfer();
              carried.items.add(new File(["A text."], "a-text.txt"));
              const event = how === "paste"
                ? new ClipboardEvent("paste", { clipboardData: carried, bubbles: true, cancelable: true })
                : new DragEvent("drop", { dataTransfer: carried, bubbles: true, cancelable: true });
              document.querySelector(how === "paste" ? "body" : ".drop").dispatchEvent(event);
            }
            """,
            how);
        Assert.Equal("a-text.txt", await page.Locator("input[type=file]").EvaluateAsync<string>("input => input.files[0]?.name ?? ''"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Colors_are_chosen_at_the_foot_of_the_page_and_kept()
    {
        IPage page = await site.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync("/stories");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Dark" }).ClickAsync();
        await Assertions.Expect(page.Locator("html[data-theme=dark]")).ToHaveCountAsync(1);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Dark", Pressed = true })).ToHaveCountAsync(1);
        Assert.EndsWith("/stories", page.Url, StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_printed_article_keeps_its_margin_wide_enough_to_read()
    {
        IPage page = await site.OpenAsync(new BrowserNewContextOptions { ViewportSize = new ViewportSize { Width = 688, Height = 1017 } });
        await page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await page.GotoAsync(await site.ResolveAsync("/articles/halyard-2031-05-21-kelvia-observers-update"));
        Assert.InRange((await page.Locator(".line").First.BoundingBoxAsync())!.Width, 180, 400);
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("/changes", "Nothing moved")]
    [InlineData("/brief", "There is nothing to tell yet")]
    [InlineData("/linkages", "No party ties")]
    [InlineData("/stories", "No two articles")]
    [InlineData("/actors", "Nobody is on record yet")]
    public async Task A_page_of_an_empty_ledger_says_so_and_no_more(string address, string expected)
    {
        await using SampleLedger empty = SampleLedger.CreateEmpty();
        await using Site bare = await Site.ServeAsync(empty.Folder);
        string page = await bare.Client.GetStringAsync(address, TestContext.Current.CancellationToken);
        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.DoesNotContain("undated", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_check_sees_a_control_that_stands_on_a_text()
    {
        IPage page = await site.OpenAsync();
        await page.GotoAsync("/");
        await page.EvaluateAsync("document.querySelector('.filters').style.setProperty('margin-block-start', '-2rem')");
        Assert.NotEmpty(await PageChecks.OverlapsAsync(page));
        await page.Context.CloseAsync();
    }

    private static async Task FitsAsync(IPage page, string where)
    {
        // What a script does about another width is done with the next frame.
        await page.EvaluateAsync("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        int over = await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(over <= 0, $"{where}: {over} px wider than the window");
        string[] overlaps = await PageChecks.OverlapsAsync(page);
        Assert.True(overlaps.Length == 0, $"{where}: {string.Join("; ", overlaps.Take(5))}");
    }
}
