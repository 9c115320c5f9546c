using System.Diagnostics;
using Microsoft.Playwright;

namespace Demarche.Web.Tests;

/// <summary>
/// Waiting for what a click brings. Playwright's click returns before the next page has arrived, so what counts or reads afterwards waits for it first.
/// </summary>
internal static class Waiting
{
    /// <summary>Until there are <paramref name="least"/> of them; a timeout error when that does not come.</summary>
    public static Task AtLeastAsync(this ILocator elements, int least) =>
        elements.Nth(least - 1).WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });

    /// <summary>Follows a link or sends a form and waits until another page whose path begins with <paramref name="path"/> is loaded, or as far as <paramref name="until"/> says.</summary>
    public static async Task LeadsToAsync(this ILocator pressed, string path, WaitUntilState until = WaitUntilState.Load)
    {
        IPage page = pressed.Page;
        string before = page.Url;
        await pressed.ClickAsync();
        await page.WaitForURLAsync(address => address != before && new Uri(address).AbsolutePath.StartsWith(path, StringComparison.Ordinal), new PageWaitForURLOptions { WaitUntil = until });
    }

    /// <summary>Starts long work by a button and waits until its page says that it is done; without scripts a reader loads the page again.</summary>
    public static async Task WorksUntilDoneAsync(this ILocator button, bool withScripts)
    {
        IPage page = button.Page;
        await button.LeadsToAsync("/progress/", withScripts ? WaitUntilState.Load : WaitUntilState.Commit);

        // On a busy machine the load event of a page sent for without scripts was once not told in two minutes, with the page there: its last element tells that it has come.
        await page.Locator("footer.bottom").WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Attached });
        var waited = Stopwatch.StartNew();
        while (!withScripts && waited.ElapsedMilliseconds < Chromium.PatienceMs && await page.GetByText("Load again").CountAsync() > 0)
        {
            await Task.Delay(100);
            await page.ReloadAsync();
        }

        await page.GetByRole(AriaRole.Status).GetByText("Done.").WaitForAsync();
    }
}
