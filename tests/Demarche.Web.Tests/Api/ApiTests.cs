using System.Net;
using System.Text.Json;
using Xunit;

namespace Demarche.Web.Tests.Api;

/// <summary>The API as a notebook uses it.</summary>
public sealed class ApiTests(SampleSite site)
{
    [Fact]
    public async Task A_list_is_walked_page_by_page_to_its_end()
    {
        var keys = new List<string>();
        int pages = 0;
        for (string? next = "/api/positions?party=kelvia&limit=7"; next is not null; pages++)
        {
            JsonElement page = await GetAsync(next);
            Assert.InRange(page.GetProperty("items").GetArrayLength(), 1, 7);
            keys.AddRange(page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("article").GetProperty("key").GetString() + item.GetProperty("key").GetString()));
            next = page.GetProperty("next").GetString();
        }

        Assert.True(pages > 3);
        Assert.Distinct(keys);
        JsonElement whole = await GetAsync("/api/positions?party=kelvia&limit=500");
        Assert.Equal(whole.GetProperty("items").GetArrayLength(), keys.Count);
    }

    [Theory]
    [InlineData("/api/positions?part=kelvia", "There is no field 'part'")]
    [InlineData("/api/positions?party=kelvi", "Did you mean kelvia?")]
    [InlineData("/api/positions?since=yesterday", "since wants a day like 2031-03-17")]
    [InlineData("/api/positions?limit=501", "limit wants a number from 1 to 500")]
    [InlineData("/api/positions?offset=-1", "offset wants a number from 0")]
    [InlineData("/api/positions?confidence=2", "confidence wants a number from 0 to 1")]
    [InlineData("/api/positions?at=2031-04-01&since=2031-03-01", "have no meaning beside it")]
    [InlineData("/api/changes?all=perhaps", "all wants true or false")]
    [InlineData("/api/quotes", "")]
    public async Task What_is_asked_wrongly_is_named(string address, string expected)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Contains(expected, (await ReadAsync(answer)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/articles/nowhere")]
    [InlineData("/api/stories/nothing")]
    [InlineData("/api/exports/pdf")]
    [InlineData("/api/nothing")]
    public async Task What_is_not_there_is_a_problem_for_programs(string address)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task An_answer_that_would_be_the_same_is_not_sent_again()
    {
        // Other tests have the sample's articles compared, which is kept in the ledger and changes its version once.
        await site.CompareAsync();
        HttpStatusCode second = HttpStatusCode.OK;
        for (int tries = 0; tries < 10 && second != HttpStatusCode.NotModified; tries++)
        {
            using HttpResponseMessage first = await site.Client.GetAsync("/api/matrix", TestContext.Current.CancellationToken);
            using var again = new HttpRequestMessage(HttpMethod.Get, "/api/matrix");
            again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using HttpResponseMessage answer = await site.Client.SendAsync(again, TestContext.Current.CancellationToken);
            second = answer.StatusCode;
        }

        Assert.Equal(HttpStatusCode.NotModified, second);
    }

    [Fact]
    public async Task A_day_shows_what_held_then()
    {
        JsonElement then = (await GetAsync("/api/positions?at=2031-03-10")).GetProperty("items");
        Assert.NotEqual(0, then.GetArrayLength());
        Assert.All(then.EnumerateArray(), line => Assert.True(string.CompareOrdinal(line.GetProperty("date").GetString(), "2031-03-10") <= 0));
        string[] cells = [.. then.EnumerateArray().Select(line => $"{line.GetProperty("issue")} {line.GetProperty("party")}")];
        Assert.Distinct(cells);
        JsonElement matrix = await GetAsync("/api/matrix?at=2031-03-10");
        Assert.Equal(cells.Length, matrix.GetProperty("rows").EnumerateArray().Sum(row => row.GetProperty("cells").GetArrayLength()));
    }

    [Fact]
    public async Task Evidence_is_what_the_article_has_at_its_place()
    {
        foreach (JsonElement line in (await GetAsync("/api/positions?limit=20")).GetProperty("items").EnumerateArray())
        {
            JsonElement article = await GetAsync($"/api/articles/{line.GetProperty("article").GetProperty("key")}");
            JsonElement evidence = line.GetProperty("evidence");
            string text = article.GetProperty("text").GetString()!;
            Assert.Equal(evidence.GetProperty("text").GetString(), text[evidence.GetProperty("start").GetInt32()..evidence.GetProperty("end").GetInt32()]);
        }
    }

    [Theory]
    [InlineData("csv", "text/csv", "key,date,party")]
    [InlineData("jsonl", "application/jsonl", "{\"id\":")]
    [InlineData("graphml", "application/graphml+xml", "<?xml")]
    public async Task The_whole_ledger_comes_in_the_formats_of_other_programs(string format, string type, string start)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync($"/api/exports/{format}", TestContext.Current.CancellationToken);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.StartsWith(start, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_text_no_word_of_an_article_is_exported()
    {
        JsonElement line = (await GetAsync("/api/positions?limit=1")).GetProperty("items")[0];
        string evidence = line.GetProperty("evidence").GetProperty("text").GetString()!;
        Assert.Contains(evidence, await site.Client.GetStringAsync("/api/exports/csv", TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.DoesNotContain(evidence, await site.Client.GetStringAsync("/api/exports/csv?text=false", TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_has_what_its_articles_render()
    {
        JsonElement utterance = (await GetAsync("/api/utterances?limit=1")).GetProperty("items")[0];
        string article = utterance.GetProperty("renderings")[0].GetProperty("article").GetString()!;
        JsonElement story = await GetAsync($"/api/stories/{article}");
        Assert.Contains(story.GetProperty("utterances").EnumerateArray(), found => found.GetProperty("id").GetString() == utterance.GetProperty("id").GetString());
    }

    private async Task<JsonElement> GetAsync(string address)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(address, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await ReadAsync(answer);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage answer)
    {
        using JsonDocument document = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }
}
