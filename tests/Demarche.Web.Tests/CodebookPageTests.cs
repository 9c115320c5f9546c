using Demarche.Core.Ledger;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>Changing the codebook with open eyes: matches while typing, the difference before saving.</summary>
public sealed class CodebookPageTests(SampleSite site)
{
    [Fact]
    public async Task A_new_phrase_shows_its_sentences_while_it_is_typed_and_errors_their_line()
    {
        IPage page = await site.OpenAsync();
        await page.GotoAsync("/codebook");
        ILocator editor = page.GetByLabel("codebook.yaml");
        string text = await editor.InputValueAsync();
        await editor.FillAsync(text.Replace("terms: [close the gates", "terms: [interim accord, close the gates", StringComparison.Ordinal));
        await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "“interim accord” matches" }).WaitForAsync();
        await page.Locator("#draft .words").AtLeastAsync(1);

        await editor.FillAsync(text + "\nbroken: [\n");
        await page.GetByText("Error:").First.WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_change_is_previewed_then_saved_and_the_articles_are_read_with_it(bool withScripts)
    {
        await using SampleLedger ledger = await SampleLedger.CreateAsync();
        await using Site own = await Site.ServeAsync(ledger.Folder);
        IPage page = await site.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = withScripts }, own.Address);
        await page.GotoAsync("/codebook");
        ILocator editor = page.GetByLabel("codebook.yaml");
        string text = await editor.InputValueAsync();
        // Without its second issue, what was said on it goes.
        string changed = WithoutAnIssue(text);
        await editor.FillAsync(changed);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show what it would change" }).WorksUntilDoneAsync(withScripts);
        Assert.Contains("Nothing has been changed yet", await page.Locator("main").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(await page.Locator(".difference .tag", new PageLocatorOptions { HasText = "goes" }).CountAsync() > 0);
        Assert.Equal(text, await File.ReadAllTextAsync(Path.Combine(ledger.Folder, "codebook.yaml"), TestContext.Current.CancellationToken));

        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save this codebook" }).WorksUntilDoneAsync(withScripts);
        Assert.Equal(changed, await File.ReadAllTextAsync(Path.Combine(ledger.Folder, "codebook.yaml"), TestContext.Current.CancellationToken));
        using SqliteLedger read = SqliteLedger.Open(ledger.Folder);
        Assert.DoesNotContain(read.Positions(), line => line.Position.Issue == "lock-toll");
        Assert.Contains(read.Positions(), line => line.Position.Issue == "gate-closing");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_somebody_else_saved_meanwhile_is_not_lost()
    {
        await using SampleLedger ledger = await SampleLedger.CreateAsync();
        await using Site own = await Site.ServeAsync(ledger.Folder);
        IPage one = await site.OpenAsync(address: own.Address);
        IPage other = await site.OpenAsync(address: own.Address);
        foreach (IPage page in new[] { one, other })
        {
            await page.GotoAsync("/codebook");
            ILocator editor = page.GetByLabel("codebook.yaml");
            await editor.FillAsync((await editor.InputValueAsync()) + (page == one ? "\n# by one\n" : "\n# by another\n"));
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Show what it would change" }).WorksUntilDoneAsync(withScripts: true);
        }

        ILocator Save(IPage page) => page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Save this codebook" });
        await Save(one).WorksUntilDoneAsync(withScripts: true);
        await Save(other).ClickAsync();
        await other.GetByText("was changed since this preview was made").WaitForAsync();
        Assert.EndsWith("# by one\n", await File.ReadAllTextAsync(Path.Combine(ledger.Folder, "codebook.yaml"), TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await one.Context.CloseAsync();
        await other.Context.CloseAsync();
    }

    private static string WithoutAnIssue(string text)
    {
        int start = text.IndexOf("  - id: lock-toll", StringComparison.Ordinal);
        int next = text.IndexOf("  - id:", start + 1, StringComparison.Ordinal);
        return text.Remove(start, (next < 0 ? text.Length : next) - start);
    }
}
