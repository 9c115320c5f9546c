using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Demarche.Web.Access;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>Who is let in, and what is refused.</summary>
public sealed partial class AccessTests(SampleSite site)
{
    private const string Password = "four words and a comma";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("evil.example")]
    [InlineData("evil.example:7431")]
    [InlineData("192.0.2.7")]
    public async Task A_name_that_is_not_this_machines_is_turned_away(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { Host = host } };
        using HttpResponseMessage response = await site.Client.SendAsync(request, Cancellation);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, response.StatusCode);
        Assert.DoesNotContain("Kelvia", await response.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_answer_forbids_scripts_in_the_page_and_frames_around_it()
    {
        foreach (string address in new[] { "/", "/assets/page.js", "/nothing", "/articles/none" })
        {
            using HttpResponseMessage response = await site.Client.GetAsync(address, Cancellation);
            string policy = response.Headers.GetValues("Content-Security-Policy").Single();
            Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("nosniff", response.Headers.GetValues("X-Content-Type-Options").Single());
        }
    }

    [Fact]
    public async Task A_form_without_its_token_and_one_from_another_site_change_nothing()
    {
        using HttpClient client = site.NewClient();
        using HttpResponseMessage bare = await client.PostAsync("/theme", Fields(("theme", "dark")), Cancellation);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);

        string token = await TokenAsync(client, "/");
        using var crossing = new HttpRequestMessage(HttpMethod.Post, "/theme") { Content = Fields(("theme", "dark"), ("form_token", token)) };
        crossing.Headers.Add("Sec-Fetch-Site", "cross-site");
        using HttpResponseMessage crossed = await client.SendAsync(crossing, Cancellation);
        Assert.Equal(HttpStatusCode.MisdirectedRequest, crossed.StatusCode);

        using HttpResponseMessage taken = await client.PostAsync("/theme", Fields(("theme", "dark"), ("form_token", token), ("to", "//evil.example")), Cancellation);
        Assert.Equal(("/", HttpStatusCode.Redirect), (taken.Headers.Location!.OriginalString, taken.StatusCode));
        Assert.Contains("data-theme=\"dark\"", await client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_opens_the_page_a_key_the_data_and_guessing_is_held_back()
    {
        await using SampleLedger ledger = SampleLedger.CreateEmpty();
        AccessFile.SetPassword(ledger.Folder, Password);
        string key = AccessFile.AddKey(ledger.Folder, "notebook");
        string stored = await File.ReadAllTextAsync(Path.Combine(ledger.Folder, AccessFile.Name), Cancellation);
        Assert.DoesNotContain(Password, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(key, stored, StringComparison.Ordinal);

        await using Site locked = await Site.ServeAsync(ledger.Folder);
        using HttpResponseMessage turned = await locked.Client.GetAsync("/changes?since=2031-01-01", Cancellation);
        Assert.Equal("/login?to=%2Fchanges%3Fsince%3D2031-01-01", turned.Headers.Location!.OriginalString);

        string token = await TokenAsync(locked.Client, "/login");
        using HttpResponseMessage right = await locked.Client.PostAsync("/login", Fields(("password", Password), ("form_token", token), ("to", "/")), Cancellation);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        string cookie = right.Headers.GetValues("Set-Cookie").Single(one => one.StartsWith("demarche-session", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Contains("This ledger is empty", await locked.Client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);

        using HttpClient program = locked.NewClient();
        program.DefaultRequestHeaders.Remove("Accept");
        using HttpResponseMessage nobody = await program.GetAsync("/", Cancellation);
        Assert.Equal(HttpStatusCode.Unauthorized, nobody.StatusCode);
        Assert.Equal("application/problem+json", nobody.Content.Headers.ContentType!.MediaType);
        program.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        Assert.Contains("This ledger is empty", await program.GetStringAsync("/", Cancellation), StringComparison.Ordinal);

        using HttpClient guesser = locked.NewClient();
        token = await TokenAsync(guesser, "/login");
        var answers = new List<HttpStatusCode>();
        for (int i = 0; i < 6; i++)
        {
            using HttpResponseMessage wrong = await guesser.PostAsync("/login", Fields(("password", $"guess number {i} of mine"), ("form_token", token)), Cancellation);
            answers.Add(wrong.StatusCode);
        }

        Assert.DoesNotContain(HttpStatusCode.Redirect, answers);
        Assert.Equal(HttpStatusCode.TooManyRequests, answers[^1]);
    }

    [Fact]
    public async Task A_page_is_not_sent_again_until_the_ledger_changes()
    {
        using HttpClient client = site.NewClient();
        await client.GetStringAsync("/", Cancellation);
        using HttpResponseMessage first = await client.GetAsync("/", Cancellation);
        client.DefaultRequestHeaders.IfNoneMatch.Add(first.Headers.ETag!);
        using HttpResponseMessage second = await client.GetAsync("/", Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [Fact]
    public async Task What_another_process_adds_shows_within_seconds()
    {
        await using SampleLedger ledger = await SampleLedger.CreateAsync();
        await using Site own = await Site.ServeAsync(ledger.Folder);
        Assert.Contains("30 articles", await own.Client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
        using (Core.Ledger.SqliteLedger other = Core.Ledger.SqliteLedger.Open(ledger.Folder))
        {
            other.Add(new Core.CodedArticle { Article = new Core.Reading.Article { Id = "late", Text = "Nothing was said.\n" } });
        }

        var patience = System.Diagnostics.Stopwatch.StartNew();
        string page;
        do
        {
            page = await own.Client.GetStringAsync("/", Cancellation);
        }
        while (!page.Contains("31 articles", StringComparison.Ordinal) && patience.Elapsed < TimeSpan.FromMinutes(1));
        Assert.Contains("31 articles", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_codebook_that_another_process_saves_is_seen_without_a_restart()
    {
        await using SampleLedger ledger = await SampleLedger.CreateAsync();
        await using Site own = await Site.ServeAsync(ledger.Folder);
        Assert.DoesNotContain("Barrage of the neighbors", await own.Client.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
        using (Core.Ledger.SqliteLedger other = Core.Ledger.SqliteLedger.Open(ledger.Folder))
        {
            other.SetCodebook(Title().Replace(other.CodebookText!, "title: Barrage of the neighbors"));
        }

        var patience = System.Diagnostics.Stopwatch.StartNew();
        string page;
        do
        {
            page = await own.Client.GetStringAsync("/", Cancellation);
        }
        while (!page.Contains("Barrage of the neighbors", StringComparison.Ordinal) && patience.Elapsed < TimeSpan.FromMinutes(1));
        Assert.Contains("Barrage of the neighbors", page, StringComparison.Ordinal);
    }

    private static FormUrlEncodedContent Fields(params (string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    private static async Task<string> TokenAsync(HttpClient client, string address) =>
        Token().Match(await client.GetStringAsync(address, Cancellation)).Groups[1].Value;

    [GeneratedRegex("^title: .*$", RegexOptions.Multiline)]
    private static partial Regex Title();

    [GeneratedRegex("name=\"form_token\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
