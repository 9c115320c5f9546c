using System.Text.Json;
using Demarche.Tests.Golden;
using Xunit;

namespace Demarche.Web.Tests.Api;

/// <summary>The OpenAPI document says what the API does: it is the one in docs, complete, and the answers have the shapes it names.</summary>
public sealed class ApiDocumentTests(SampleSite site)
{
    /// <summary>Operations whose answers are JSON, each with an address that makes it give items.</summary>
    public static TheoryData<string, string> Answers { get; } = new()
    {
        { "/api/ledger", "/api/ledger" },
        { "/api/actors", "/api/actors" },
        { "/api/issues", "/api/issues" },
        { "/api/failures", "/api/failures" },
        { "/api/articles", "/api/articles?limit=3" },
        { "/api/articles/{key}", "/api/articles/KEY" },
        { "/api/attributions", "/api/attributions?limit=20" },
        { "/api/quotes", "/api/quotes?words=barrage" },
        { "/api/positions", "/api/positions?limit=500" },
        { "/api/matrix", "/api/matrix?since=2031-04-01" },
        { "/api/changes", "/api/changes?all=true&limit=500" },
        { "/api/gaps", "/api/gaps" },
        { "/api/stories", "/api/stories?articles=1" },
        { "/api/stories/{id}", "/api/stories/STORY" },
        { "/api/utterances", "/api/utterances" },
    };

    [Fact]
    public async Task The_document_in_docs_is_current()
    {
        string now = await site.Client.GetStringAsync("/api/openapi.json", TestContext.Current.CancellationToken) + "\n";
        GoldenFile.Check("docs/openapi.json", now);
    }

    [Fact]
    public async Task Every_operation_and_field_is_described_and_tried_here()
    {
        JsonElement document = await DocumentAsync();
        foreach (JsonProperty path in document.GetProperty("paths").EnumerateObject())
        {
            JsonElement get = path.Value.GetProperty("get");
            Assert.True(get.TryGetProperty("summary", out _), $"{path.Name} has no summary");
            Assert.True(path.Name.Contains("exports", StringComparison.Ordinal) || Answers.Any(row => row.Data.Item1 == path.Name), $"{path.Name} is tried by no test");
            if (get.TryGetProperty("parameters", out JsonElement parameters))
            {
                Assert.All(parameters.EnumerateArray(), parameter => Assert.True(
                    parameter.TryGetProperty("description", out _), $"{path.Name}: {parameter.GetProperty("name")} is not described"));
            }
        }
    }

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task An_answer_has_the_shape_the_document_names(string path, string address)
    {
        JsonElement document = await DocumentAsync();
        JsonElement schema = document.GetProperty("paths").GetProperty(path).GetProperty("get").GetProperty("responses").GetProperty("200")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema");
        string key = (await GetAsync("/api/articles?limit=1")).GetProperty("items")[0].GetProperty("key").GetString()!;
        string story = (await GetAsync("/api/utterances?limit=1")).GetProperty("items")[0].GetProperty("renderings")[0].GetProperty("article").GetString()!;
        JsonElement answer = await GetAsync(address.Replace("KEY", key, StringComparison.Ordinal).Replace("STORY", story, StringComparison.Ordinal));
        Assert.Empty(new SchemaCheck(document).Problems(answer, schema, "answer"));
        if (answer.TryGetProperty("items", out JsonElement items))
        {
            Assert.NotEqual(0, items.GetArrayLength());
        }
    }

    private async Task<JsonElement> DocumentAsync() => await GetAsync("/api/openapi.json");

    private async Task<JsonElement> GetAsync(string address)
    {
        using JsonDocument document = JsonDocument.Parse(await site.Client.GetStringAsync(address, TestContext.Current.CancellationToken));
        return document.RootElement.Clone();
    }
}
