using Demarche.Core.Ledger;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>Who speaks, and which names are one actor.</summary>
public sealed class ActorPageTests(SampleSite site)
{
    [Fact]
    public async Task A_person_shows_what_moved_in_their_own_words_before_the_names_that_can_be_merged()
    {
        string page = await site.Client.GetStringAsync("/actors/of?name=Tam%20Orrec", TestContext.Current.CancellationToken);
        int moved = page.IndexOf("What moved", StringComparison.Ordinal);
        int names = page.IndexOf("id=\"names\"", StringComparison.Ordinal);
        Assert.InRange(moved, 1, names);
        Assert.InRange(page.IndexOf("tag changed", moved, StringComparison.Ordinal), moved, names);
    }

    [Fact]
    public async Task A_party_shows_what_it_holds_what_moved_and_who_speaks_for_it()
    {
        IPage page = await site.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = false });
        await page.GotoAsync("/actors");
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "Kelvia", Exact = true }).First.LeadsToAsync("/actors/parties/");
        Assert.True(await page.Locator(".holdings li").CountAsync() > 2);
        Assert.True(await page.Locator("#moved ~ .steps li").CountAsync() > 0);
        await page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "People and bodies of Kelvia" }).GetByRole(AriaRole.Link).First.LeadsToAsync("/actors/of");
        Assert.True(await page.Locator(".steps .evidence").CountAsync() > 0);
        await page.Locator("section[aria-labelledby=lines] .evidence a").First.LeadsToAsync("/articles/");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Two_names_are_merged_and_parted_again_and_the_decision_outlives_a_restart()
    {
        await using SampleLedger ledger = await SampleLedger.CreateAsync();
        string[] names;
        using (SqliteLedger read = SqliteLedger.Open(ledger.Folder))
        {
            names = [.. read.Voices().Where(voice => voice.Positions > 0).Select(voice => voice.Name).Take(2)];
        }

        await using (Site own = await Site.ServeAsync(ledger.Folder))
        {
            IPage page = await site.OpenAsync(address: own.Address);
            await page.GotoAsync("/actors/of?name=" + Uri.EscapeDataString(names[0]));
            await page.GetByLabel("Is the same as").FillAsync(names[1]);
            await page.Keyboard.PressAsync("Enter");
            await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = names[1], Level = 1 }).WaitForAsync();
            await page.GetByText($"{names[0]} counts as {names[1]}").WaitForAsync();
            await page.Context.CloseAsync();
        }

        await using (Site again = await Site.ServeAsync(ledger.Folder))
        {
            // The name that was given up leads to the one that stays.
            IPage page = await site.OpenAsync(address: again.Address);
            await page.GotoAsync("/actors/of?name=" + Uri.EscapeDataString(names[0]));
            await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Part them again" }).ClickAsync();
            await page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = names[0], Level = 1 }).WaitForAsync();
            await page.Context.CloseAsync();
        }

        using SqliteLedger after = SqliteLedger.Open(ledger.Folder);
        Assert.Empty(after.MergedNames());
        Assert.Equal([CorrectionKind.Merge, CorrectionKind.Split], after.Corrections().Select(correction => correction.Kind));
    }

    [Fact]
    public async Task A_name_nobody_has_is_refused_and_a_form_of_another_site_does_nothing()
    {
        await using SampleLedger ledger = await SampleLedger.CreateAsync();
        await using Site own = await Site.ServeAsync(ledger.Folder);
        IPage page = await site.OpenAsync(address: own.Address);
        await page.GotoAsync("/actors");
        await page.Locator(".list a").First.LeadsToAsync("/actors/");
        await page.GetByLabel("Is the same as").FillAsync("No Such Body");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByText("Nobody is on record as 'No Such Body'").WaitForAsync();
        await page.Context.CloseAsync();

        using var form = new FormUrlEncodedContent([KeyValuePair.Create("from", "Osmera"), KeyValuePair.Create("into", "Kelvia")]);
        using HttpResponseMessage answer = await own.Client.PostAsync("/actors/merge", form, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        using SqliteLedger after = SqliteLedger.Open(ledger.Folder);
        Assert.Empty(after.Corrections());
    }
}
