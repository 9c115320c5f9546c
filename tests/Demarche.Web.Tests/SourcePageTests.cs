using Demarche.Core.Ledger;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>Adding articles from the page, and what it says of those that cannot be read.</summary>
public sealed class SourcePageTests(SampleSite site)
{
    private const string Sentence = "The harbor council of Brannow said on Friday that it rejects the new quay.";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_pasted_text_is_read_and_stands_in_the_list(bool withScripts)
    {
        await using SampleLedger ledger = SampleLedger.CreateEmpty();
        await using Site own = await Site.ServeAsync(ledger.Folder);
        IPage page = await site.OpenAsync(new BrowserNewContextOptions { JavaScriptEnabled = withScripts }, own.Address);
        await page.GotoAsync("/sources");
        await page.GetByLabel("Paste it here").FillAsync(Sentence);
        await page.GetByLabel("Headline", new PageGetByLabelOptions { Exact = true }).FillAsync("Council rejects quay");
        await page.GetByLabel("Published", new PageGetByLabelOptions { Exact = true }).FillAsync("2031-05-02");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add text" }).WorksUntilDoneAsync(withScripts);
        await page.GetByRole(AriaRole.Link, new PageGetByRoleOptions { Name = "To the sources" }).LeadsToAsync("/sources");
        ILocator row = page.Locator(".list tbody tr");
        Assert.Equal(1, await row.CountAsync());
        Assert.Contains("2 May 2031", await row.InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Council rejects quay", await row.InnerTextAsync(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Files_are_read_from_memory_whatever_their_names_and_those_that_fail_are_named_with_the_reason()
    {
        await using SampleLedger ledger = SampleLedger.CreateEmpty();
        await using Site own = await Site.ServeAsync(ledger.Folder);
        IPage page = await site.OpenAsync(address: own.Address);
        await page.GotoAsync("/sources");
        await page.Locator("input[type=file]").SetInputFilesAsync(
        [
            new FilePayload { Name = "../../../quay.txt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(Sentence) },
            new FilePayload { Name = "records.jsonl", MimeType = "application/jsonl", Buffer = "{\"id\":\"r1\",\"text\":\"The council spoke of the quay.\"}\n{broken\n"u8.ToArray() },
            new FilePayload { Name = "noise.zip", MimeType = "application/zip", Buffer = [0x50, 0x4B, 3, 4, 0, 1, 2, 3] },
        ]);
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Add files" }).WorksUntilDoneAsync(withScripts: true);
        string text = await page.Locator("main").InnerTextAsync();
        Assert.Contains("records.jsonl", text, StringComparison.Ordinal);
        Assert.Contains("noise.zip", text, StringComparison.Ordinal);
        using SqliteLedger read = SqliteLedger.Open(ledger.Folder);
        Assert.Equal(["quay", "r1"], read.Articles().Select(article => article.Id).Order());
        Assert.False(File.Exists(Path.Combine(ledger.Folder, "..", "quay.txt")));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_could_not_be_read_is_still_told_after_a_restart_until_somebody_forgets_it()
    {
        await using SampleLedger ledger = SampleLedger.CreateEmpty();
        using (SqliteLedger earlier = SqliteLedger.Open(ledger.Folder))
        {
            earlier.Failures.Note([("quay.zip", "the archive <b>ends</b> too early")]);
        }

        await using Site own = await Site.ServeAsync(ledger.Folder);
        IPage page = await site.OpenAsync(address: own.Address);
        await page.GotoAsync("/sources");
        Assert.Contains("the archive <b>ends</b> too early", await page.GetByRole(AriaRole.Region, new PageGetByRoleOptions { Name = "Could not be read" }).InnerTextAsync(), StringComparison.Ordinal);
        Assert.Empty(await PageChecks.ViolationsAsync(page));
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Forget them" }).ClickAsync();
        await Assertions.Expect(page.GetByText("too early")).ToHaveCountAsync(0);
        using SqliteLedger read = SqliteLedger.Open(ledger.Folder);
        Assert.Empty(read.Failures.All());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_sending_larger_than_the_bound_is_refused_and_adds_nothing()
    {
        await using SampleLedger ledger = SampleLedger.CreateEmpty();
        await using Site own = await Site.ServeAsync(ledger.Folder);
        using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[Sources.SourceRoutes.MostBytes + 1]), "files", "large.txt" } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sources/files") { Content = form };
        // Asks first and waits for the answer, however busy the machine is: the bytes never go.
        request.Headers.ExpectContinue = true;
        using var asking = new HttpClient(new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMilliseconds(Chromium.PatienceMs) }) { BaseAddress = own.Address };
        using HttpResponseMessage answer = await asking.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        using SqliteLedger read = SqliteLedger.Open(ledger.Folder);
        Assert.Empty(read.Articles());
    }

    [Fact]
    public async Task Only_addresses_of_the_web_are_fetched_and_none_of_this_machine()
    {
        await using SampleLedger ledger = SampleLedger.CreateEmpty();
        await using Site own = await Site.ServeAsync(ledger.Folder);
        IPage page = await site.OpenAsync(address: own.Address);
        await page.GotoAsync("/sources");
        await page.GetByLabel("Pages, feeds or sitemaps").FillAsync($"file:///etc/hostname\n/etc/hostname\n-\n{own.Address}sources");
        await page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = "Fetch and add" }).WorksUntilDoneAsync(withScripts: true);
        Assert.Equal(4, await page.Locator(".work .rows li").CountAsync());
        Assert.Equal(3, await page.GetByText("not an address that begins with").CountAsync());
        using SqliteLedger read = SqliteLedger.Open(ledger.Folder);
        Assert.Empty(read.Articles());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Nothing_is_added_without_the_form_token()
    {
        await using SampleLedger ledger = SampleLedger.CreateEmpty();
        await using Site own = await Site.ServeAsync(ledger.Folder);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("text", Sentence)]);
        using HttpResponseMessage answer = await own.Client.PostAsync("/sources/text", form, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        using SqliteLedger read = SqliteLedger.Open(ledger.Folder);
        Assert.Empty(read.Articles());
    }
}
