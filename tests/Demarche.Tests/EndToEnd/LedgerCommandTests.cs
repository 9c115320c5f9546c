using System.Text.Json;
using Xunit;

namespace Demarche.Tests.EndToEnd;

/// <summary>A user's session with a ledger, run with the real program.</summary>
public sealed class LedgerCommandTests : IDisposable
{
    private const string Codebook =
        """
        dispute: lake
        parties:
          - id: vorland
            name: Vorland
            names: [Vorland, Port Hale]
            people:
              - {name: Anna Berg, role: Foreign Minister, names: [Berg]}
        issues:
          - id: fishing-ban
            label: Fishing ban on the lake
            terms: [fishing ban, ban on fishing, stop fishing]
        """;

    private const string Report =
        "Port Hale holds its line on the lake\n"
        + "“Vorland demands a fishing ban on the whole lake,” Foreign Minister Anna Berg said on Tuesday.\n";

    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task Articles_become_positions_that_show_their_sentence()
    {
        await Make();
        DemarcheProcess.Outcome positions = await Run("positions", "--party", "vorland", "--json");
        Assert.Equal(0, positions.ExitCode);
        using JsonDocument entry = JsonDocument.Parse(positions.Lines[0]);
        Assert.Equal("fishing-ban", entry.RootElement.GetProperty("issue").GetString());
        Assert.Equal("supports", entry.RootElement.GetProperty("stance").GetString());
        Assert.Equal("Anna Berg", entry.RootElement.GetProperty("holder").GetString());
        JsonElement evidence = entry.RootElement.GetProperty("evidence");
        int start = evidence.GetProperty("start").GetInt32();
        int end = evidence.GetProperty("end").GetInt32();
        Assert.Equal(Report[start..end], evidence.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Adding_twice_changes_nothing_and_says_so()
    {
        await Make();
        DemarcheProcess.Outcome again = await Run("add", "lake.txt");
        Assert.Equal(0, again.ExitCode);
        Assert.StartsWith("0 added, 1 known already", again.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_is_named_and_the_rest_goes_on()
    {
        await Make();
        _home.Write("empty.txt", "");
        _home.Write("other.txt", Report.Replace("Tuesday", "Friday", StringComparison.Ordinal));
        DemarcheProcess.Outcome outcome = await Run("add", "empty.txt", "missing.txt", "other.txt");
        Assert.Equal(1, outcome.ExitCode);
        Assert.Contains("empty.txt", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("missing.txt", outcome.Errors, StringComparison.Ordinal);
        Assert.StartsWith("1 added, 2 failed", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_are_found_by_their_words_nested_ones_too()
    {
        await Make();
        DemarcheProcess.Outcome quotes = await Run("quotes", "whole lake");
        Assert.Contains("Anna Berg", quotes.Output, StringComparison.Ordinal);
        Assert.EndsWith("2 statements. What each outlet made of the words: add --renderings.\n", quotes.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_marks_the_spans_in_the_text()
    {
        await Make();
        DemarcheProcess.Outcome shown = await Run("show", "lake", "--plain");
        Assert.Contains("⟨Foreign Minister Anna Berg⟩ |said|", shown.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exports_hold_every_position_and_every_article()
    {
        await Make();
        DemarcheProcess.Outcome csv = await Run("export", "csv");
        Assert.StartsWith("key,date,party,holder,issue,stance", csv.Output, StringComparison.Ordinal);
        Assert.Contains("fishing-ban,supports", csv.Output, StringComparison.Ordinal);
        DemarcheProcess.Outcome records = await Run("export", "jsonl");
        using JsonDocument record = JsonDocument.Parse(records.Lines[0]);
        Assert.Equal(Report, record.RootElement.GetProperty("text").GetString());
        Assert.NotEqual(0, record.RootElement.GetProperty("positions").GetArrayLength());
    }

    [Theory]
    [InlineData("no ledger", "positions", "--ledger", ".")]
    [InlineData("has no party 'x'", "positions", "--party", "x")]
    [InlineData("--since wants a day", "changes", "--since", "tomorrow")]
    [InlineData("no article 'nothing'", "show", "nothing")]
    [InlineData("Required argument missing", "show")]
    public async Task Wrong_calls_end_with_code_2_and_a_remedy(string message, params string[] arguments)
    {
        await Make();
        DemarcheProcess.Outcome outcome = await DemarcheProcess.RunAsync(
            arguments, folder: arguments.Contains("--ledger") ? _home.Path : _home["ledger"]);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(message, outcome.Errors, StringComparison.Ordinal);
        Assert.Equal("", outcome.Output);
    }

    private async Task Make()
    {
        _home.Write("codebook.yaml", Codebook);
        _home.Write("lake.txt", Report);
        DemarcheProcess.Outcome made = await DemarcheProcess.RunAsync(
            ["new", "ledger", "--codebook", "codebook.yaml"], folder: _home.Path);
        Assert.Equal(("", 0), (made.Errors, made.ExitCode));
        DemarcheProcess.Outcome added = await Run("add", "lake.txt");
        Assert.Equal(("", 0), (added.Errors, added.ExitCode));
    }

    private Task<DemarcheProcess.Outcome> Run(params string[] arguments) =>
        DemarcheProcess.RunAsync([.. arguments, "--ledger", "ledger"], folder: _home.Path);
}
