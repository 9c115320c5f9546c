using System.Text.RegularExpressions;
using Demarche.Core.Ledger;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>A person corrects the machine on the page of an article.</summary>
public sealed class ReviewTests(SampleSite site)
{
    [Fact]
    public async Task Decisions_by_keys_are_kept_with_their_author_outlive_a_restart_and_can_be_taken_back()
    {
        await using SampleLedger ledger = await SampleLedger.CreateAsync();
        string address = ArticleWithLines(ledger.Folder, least: 3);
        await using (Site first = await Site.ServeAsync(ledger.Folder))
        {
            IPage page = await site.OpenAsync(address: first.Address);
            await page.GotoAsync(address);
            await SignAsync(page, "Ann Example");
            await page.Keyboard.PressAsync("j");
            await page.Keyboard.PressAsync("a");
            await Assertions.Expect(page.Locator(".line.accepted")).ToHaveCountAsync(1);
            await Assertions.Expect(page.Locator(".line").Nth(1)).ToBeFocusedAsync();
            await page.Keyboard.PressAsync("r");
            await Assertions.Expect(page.Locator(".line.rejected")).ToHaveCountAsync(1);

            await page.Keyboard.PressAsync("e");
            ILocator edited = page.Locator(".line").Nth(2);
            await edited.Locator("select[name=strength]").SelectOptionAsync("4");
            await edited.GetByRole(AriaRole.Button, new LocatorGetByRoleOptions { Name = "Keep the change" }).ClickAsync();
            await Assertions.Expect(page.Locator(".line.edited")).ToHaveCountAsync(1);
            Assert.Empty(await PageChecks.ViolationsAsync(page));
            await page.Context.CloseAsync();
        }

        await using Site second = await Site.ServeAsync(ledger.Folder);
        IPage again = await site.OpenAsync(address: second.Address);
        await again.GotoAsync(address);
        await Assertions.Expect(again.Locator(".line.accepted, .line.rejected, .line.edited")).ToHaveCountAsync(3);
        await Assertions.Expect(again.Locator(".past li").First).ToContainTextAsync("Ann Example edited");
        await SignAsync(again, "Ann Example");
        await again.Keyboard.PressAsync("u");
        await Assertions.Expect(again.Locator(".line.edited")).ToHaveCountAsync(0);
        await Assertions.Expect(again.Locator(".past .taken-back")).ToHaveCountAsync(1);
        await again.Context.CloseAsync();
    }

    [Fact]
    public async Task Selected_words_become_a_position()
    {
        await using SampleLedger ledger = await SampleLedger.CreateAsync();
        string address = ArticleWithLines(ledger.Folder, least: 1);
        await using Site own = await Site.ServeAsync(ledger.Folder);
        IPage page = await site.OpenAsync(address: own.Address);
        await page.GotoAsync(address);
        ILocator paragraph = page.Locator(".text").Nth(1);
        // A double click is one only when its two clicks come quickly, which a busy machine does not promise: the word is selected as the browser would.
        await paragraph.EvaluateAsync(
            "p => { const t = document.createTreeWalker(p, NodeFilter.SHOW_TEXT).nextNode(); const word = /\\w+/.exec(t.data);"
            + " getSelection().setBaseAndExtent(t, word.index, t, word.index + word[0].length); }");
        await page.Keyboard.PressAsync("n");
        // The page hears of a selection only after it is made.
        ILocator taken = page.Locator(".add textarea[name=words]");
        await Assertions.Expect(taken).Not.ToHaveValueAsync("");
        string words = await taken.InputValueAsync();
        Assert.Matches("^\\w+$", words);
        await page.Locator(".add input[name=holder]").FillAsync("A Person of Note");
        await page.Locator(".add select[name=issue]").SelectOptionAsync("lock-toll");
        await page.Locator(".add button").ClickAsync();
        await Assertions.Expect(page.Locator(".line.added")).ToContainTextAsync("A Person of Note");

        using SqliteLedger opened = SqliteLedger.Open(ledger.Folder);
        LedgerEntry added = opened.Positions().Single(line => line.State == LineState.Added);
        Assert.Equal(words, added.Evidence);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_scripts_a_wrong_value_is_answered_with_what_is_wrong()
    {
        await using SampleLedger ledger = await SampleLedger.CreateAsync();
        string address = ArticleWithLines(ledger.Folder, least: 1);
        await using Site own = await Site.ServeAsync(ledger.Folder);
        CancellationToken cancellation = TestContext.Current.CancellationToken;
        string token = Regex.Match(await own.Client.GetStringAsync(address, cancellation), "name=\"form_token\" value=\"([^\"]+)\"").Groups[1].Value;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["form_token"] = token,
            ["words"] = "words that nobody ever wrote there",
            ["holder"] = "Somebody",
            ["issue"] = "lock-toll",
            ["direction"] = "for",
            ["strength"] = "2",
        });
        using HttpResponseMessage answer = await own.Client.PostAsync(address + "/lines", form, cancellation);
        Assert.Equal(422, (int)answer.StatusCode);
        Assert.Contains("these very words do not stand in the article", await answer.Content.ReadAsStringAsync(cancellation), StringComparison.Ordinal);
    }

    // The page comes anew with the name in it, and its scripts with it.
    private static async Task SignAsync(IPage page, string name)
    {
        await page.Locator(".coder input[name=name]").FillAsync(name);
        await page.Locator(".coder button").ClickAsync();
        await Assertions.Expect(page.Locator(".coder input[name=name]")).ToHaveAttributeAsync("value", name);
        await page.WaitForLoadStateAsync();
    }

    private static string ArticleWithLines(string folder, int least)
    {
        using SqliteLedger ledger = SqliteLedger.Open(folder);
        return "/articles/" + ledger.Positions().GroupBy(line => line.Article.Key).First(article => article.Count() >= least).Key;
    }
}
