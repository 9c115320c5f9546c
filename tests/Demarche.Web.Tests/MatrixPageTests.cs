using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>The way from the matrix to the sentence.</summary>
public sealed class MatrixPageTests(SampleSite site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cell_opens_its_history_beside_the_matrix_and_that_opens_the_sentence(bool withScripts)
    {
        IPage page = await site.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = withScripts });
        await page.GotoAsync("/");
        await page.Locator("tr", new PageLocatorOptions { HasText = "Barrage gates closed for good" }).Locator("a.cell").Nth(1).ClickAsync();
        ILocator heading = page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = "Kelvia: Barrage gates closed for good" });
        await heading.WaitForAsync();
        Assert.True(await page.Locator("table.matrix").IsVisibleAsync());

        await page.Locator("#beside .evidence a").First.LeadsToAsync("/articles/");
        await page.Locator(".line:target").WaitForAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_day_in_the_address_shows_what_held_then()
    {
        string now = await site.Client.GetStringAsync("/", TestContext.Current.CancellationToken);
        string then = await site.Client.GetStringAsync("/?at=2031-03-10", TestContext.Current.CancellationToken);
        Assert.Contains("Jun 2031 ·", now, StringComparison.Ordinal);
        Assert.DoesNotContain("Jun 2031 ·", then, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_ledger_says_how_to_begin()
    {
        await using SampleLedger empty = SampleLedger.CreateEmpty();
        await using Site bare = await Site.ServeAsync(empty.Folder);
        string page = await bare.Client.GetStringAsync("/", TestContext.Current.CancellationToken);
        Assert.Contains("demarche add", page, StringComparison.Ordinal);
        Assert.Contains("Read the sample into this ledger", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_empty_ledger_reads_the_sample_when_asked(bool withScripts)
    {
        await using SampleLedger empty = SampleLedger.CreateEmpty();
        await using Site bare = await Site.ServeAsync(empty.Folder);
        IPage page = await site.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = withScripts }, bare.Address);
        await page.GotoAsync("/");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Read the sample" }).WorksUntilDoneAsync(withScripts);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "To the matrix" }).ClickAsync();
        await page.Locator(".matrix .cell").AtLeastAsync(6);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_sample_stays_out_of_a_ledger_that_has_articles_and_is_not_read_without_the_form_token()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("sure", "yes")]);
        await using SampleLedger empty = SampleLedger.CreateEmpty();
        await using Site bare = await Site.ServeAsync(empty.Folder);
        using HttpResponseMessage answer = await bare.Client.PostAsync("/sources/sample", form, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("This ledger is empty", await bare.Client.GetStringAsync("/", TestContext.Current.CancellationToken), StringComparison.Ordinal);

        await using SampleLedger full = await SampleLedger.CreateAsync();
        await using Site own = await Site.ServeAsync(full.Folder);
        string token = Regex.Match(await own.Client.GetStringAsync("/", TestContext.Current.CancellationToken), "form_token\" value=\"([^\"]+)").Groups[1].Value;
        using var asked = new FormUrlEncodedContent([KeyValuePair.Create("sure", "yes"), KeyValuePair.Create("form_token", token)]);
        using HttpResponseMessage refused = await own.Client.PostAsync("/sources/sample", asked, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.Conflict, refused.StatusCode);
    }

    [Theory]
    [InlineData("deflate")]
    [InlineData("gzip, deflate, br")]
    [InlineData("gzip")]
    [InlineData("identity")]
    public async Task The_kept_table_is_whole_in_every_coding(string codings)
    {
        using var unpacking = new HttpClient(new HttpClientHandler { AutomaticDecompression = System.Net.DecompressionMethods.All }) { BaseAddress = site.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Add("Accept-Encoding", codings);
        using HttpResponseMessage answer = await unpacking.SendAsync(request, TestContext.Current.CancellationToken);
        string page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.EndsWith("</html>", page.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("<table class=\"matrix\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("kept-->", page, StringComparison.Ordinal);
    }
}
