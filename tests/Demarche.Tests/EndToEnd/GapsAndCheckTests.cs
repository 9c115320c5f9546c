using System.Text.Json;
using Xunit;

namespace Demarche.Tests.EndToEnd;

/// <summary>What stands between parties, and claims held against the record, with the real program.</summary>
public sealed class GapsAndCheckTests : IDisposable
{
    private const string Codebook =
        """
        dispute: lake
        parties:
          - id: vorland
            name: Vorland
            names: [Vorland]
            people: [{name: Anna Berg, role: Foreign Minister, names: [Berg]}]
          - id: marin
            name: Marin
            names: [Marin]
            people: [{name: Olaf Sund, role: Foreign Minister, names: [Sund]}]
        issues:
          - {id: fishing-ban, label: Fishing ban on the lake, terms: [fishing ban, ban on fishing]}
          - {id: bridge-toll, label: Bridge toll, terms: [bridge toll]}
        """;

    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Theory]
    [InlineData("--since", "2031-05-21", "--at", "2031-05-20", "--since 2031-05-21 is later than --at 2031-05-20")]
    [InlineData("--party", "mar\u001B[31min\u0007", "--issue", "bridge-toll", "the codebook has no party 'mar\uFFFD[31min\uFFFD'.")]
    public async Task What_a_claim_cannot_be_asked_is_said_and_steers_no_terminal(string first, string value, string second, string other, string problem)
    {
        await Make();
        DemarcheProcess.Outcome outcome = await Run("check", "Marin has not changed its position on the fishing ban", first, value, second, other);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(problem, outcome.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001B', outcome.Errors);
    }

    [Fact]
    public async Task A_claim_copied_from_a_terminal_keeps_its_words_and_a_whole_article_is_no_claim()
    {
        await Make();
        DemarcheProcess.Outcome colored = await Run("check", "Marin has \u001B[1;31mnot\u001B[0m\u0007changed its position on the fishing ban", "--json");
        Assert.Contains("\"claim\":\"constancy\"", colored.Output, StringComparison.Ordinal);
        DemarcheProcess.Outcome endless = await Run("check", string.Concat(Enumerable.Repeat("Marin has not changed. ", 500)));
        Assert.Equal(2, endless.ExitCode);
        Assert.Contains("11500 characters", endless.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Contested_issues_and_claims_show_both_evidences()
    {
        await Make();
        DemarcheProcess.Outcome gaps = await Run("gaps", "--issue", "fishing-ban", "--json");
        Assert.Equal((0, ""), (gaps.ExitCode, gaps.Errors));
        using JsonDocument found = JsonDocument.Parse(gaps.Lines[0]);
        JsonElement gap = found.RootElement.GetProperty("gaps")[0];
        Assert.True(gap.GetProperty("contested").GetBoolean());
        Assert.Contains("fishing ban", gap.GetProperty("first").GetProperty("evidence").GetProperty("text").GetString(), StringComparison.Ordinal);

        DemarcheProcess.Outcome check = await Run("check", "Marin has not changed its position on the fishing ban", "--json");
        Assert.Equal((0, ""), (check.ExitCode, check.Errors));
        using JsonDocument finding = JsonDocument.Parse(check.Lines[0]);
        Assert.Equal("disagrees", finding.RootElement.GetProperty("verdict").GetString());
        Assert.Equal("2031-05-20", finding.RootElement.GetProperty("after").GetProperty("date").GetString());
        DemarcheProcess.Outcome earlier = await Run("check", "Marin has not changed its position on the fishing ban", "--at", "2031-05-10", "--plain");
        Assert.StartsWith("too little on record\tmarin\tfishing-ban", earlier.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_ledger_says_that_there_is_nothing()
    {
        _home.Write("codebook.yaml", Codebook);
        await DemarcheProcess.RunAsync(["new", "ledger", "--codebook", "codebook.yaml"], folder: _home.Path);
        Assert.Equal("No gap on record here.\n", (await Run("gaps")).Output);
        Assert.Equal("Nothing on record of Marin on Bridge toll.\n", (await Run("check", "Marin changed on the bridge toll")).Output);
        Assert.Equal("0 changes.\n", (await Run("changes")).Output);
    }

    [Theory]
    [InlineData("Did you mean vorland?", "gaps", "--party", "vorlnd")]
    [InlineData("Did you mean bridge-toll?", "gaps", "--issue", "toll")]
    [InlineData("names no party", "check", "Nothing has changed")]
    [InlineData("says neither what the party wants", "check", "Marin and the bridge toll")]
    public async Task Wrong_calls_end_with_code_2_and_a_remedy(string message, params string[] arguments)
    {
        await Make();
        DemarcheProcess.Outcome outcome = await Run(arguments);
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Output));
        Assert.Contains(message, outcome.Errors, StringComparison.Ordinal);
    }

    private async Task Make()
    {
        _home.Write("codebook.yaml", Codebook);
        _home.Write(
            "articles.jsonl",
            """
            {"id": "one", "published": "2031-05-01", "text": "Vorland demands a fishing ban on the lake, Foreign Minister Anna Berg said."}
            {"id": "two", "published": "2031-05-02", "text": "Marin rejects the fishing ban, Foreign Minister Olaf Sund said."}
            {"id": "three", "published": "2031-05-20", "text": "Marin demands a fishing ban, Foreign Minister Olaf Sund said."}
            {"id": "four", "published": "2031-05-21", "text": "Vorland rejects the fishing ban, Foreign Minister Anna Berg said."}

            """);
        Assert.Equal(0, (await DemarcheProcess.RunAsync(["new", "ledger", "--codebook", "codebook.yaml"], folder: _home.Path)).ExitCode);
        Assert.Equal(0, (await Run("add", "articles.jsonl")).ExitCode);
    }

    private Task<DemarcheProcess.Outcome> Run(params string[] arguments) =>
        DemarcheProcess.RunAsync([.. arguments, "--ledger", "ledger"], folder: _home.Path);
}
