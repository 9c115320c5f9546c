using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>What every page has to pass, whatever it shows.</summary>
internal static class PageChecks
{
    private static readonly string Axe = Read("axe.min.js");
    private static readonly string OverlapScript = Read("overlaps.js");

    /// <summary>Loads a page and checks it: accessible by WCAG 2.2 AA (axe), nothing wider than the window, nothing said by the browser's console.</summary>
    /// <param name="site">The site.</param>
    /// <param name="address">Path and query.</param>
    public static async Task PassAsync(SampleSite site, string address)
    {
        foreach ((int width, ColorScheme scheme) in new[] { (1440, ColorScheme.Light), (1440, ColorScheme.Dark), (320, ColorScheme.Light) })
        {
            IPage page = await site.OpenAsync(new BrowserNewContextOptions
            {
                ViewportSize = new ViewportSize { Width = width, Height = 900 },
                ColorScheme = scheme,
            });
            var said = new List<string>();
            page.Console += (_, message) => said.Add(message.Text);
            page.PageError += (_, error) => said.Add(error);
            IResponse? response = await page.GotoAsync(address);
            Assert.Equal(200, response!.Status);
            Assert.Empty(said);
            Assert.True(
                await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"),
                $"{address} is wider than a window of {width}");
            string[] violations = await ViolationsAsync(page);
            Assert.True(violations.Length == 0, string.Join("\n", violations));
            await page.Context.CloseAsync();
        }
    }

    /// <summary>What axe finds wrong on the page: rule and element, a line each.</summary>
    public static async Task<string[]> ViolationsAsync(IPage page)
    {
        // Through the debugger, not as a script element: the page's own policy would refuse that.
        await page.EvaluateAsync(Axe);
        JsonElement found = await page.EvaluateAsync<JsonElement>(
            "axe.run({runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
            + ".then(r => r.violations.flatMap(v => v.nodes.map(n => v.id + ': ' + n.target.join(' ') + ' ' + (n.any[0] || n.all[0] || n.none[0] || {}).message)))");
        return [.. found.EnumerateArray().Select(one => one.GetString()!)];
    }

    /// <summary>Which texts and controls of the main part stand on each other, a line a pair. Structure, not pixels: boxes must not cut each other.</summary>
    public static async Task<string[]> OverlapsAsync(IPage page)
    {
        // What the browser puts off until it is near the window has no size of its own before.
        await page.EvaluateAsync("for (const cell of document.querySelectorAll('.cell')) { cell.style.contentVisibility = 'visible'; }");
        return await page.EvaluateAsync<string[]>(OverlapScript);
    }

    private static string Read(string name)
    {
        using var reader = new StreamReader(typeof(PageChecks).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
