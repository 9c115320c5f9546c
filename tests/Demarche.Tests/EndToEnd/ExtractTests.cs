using System.Text.Json;
using Xunit;

namespace Demarche.Tests.EndToEnd;

/// <summary><c>demarche extract</c> and <c>read</c> as a user runs them.</summary>
public sealed class ExtractTests
{
    [Fact]
    public async Task Gives_one_record_for_each_line_in_input_order()
    {
        const string input = """
            {"id": "b", "text": "The harbor union said it would strike.\r\nTalks go on."}
            {"id": "a", "text": "\ufeffThe port authority declined to comment."}
            """;

        DemarcheProcess.Outcome outcome = await DemarcheProcess.RunAsync(["extract"], input);

        Assert.Equal(0, outcome.ExitCode);
        Assert.Equal("", outcome.Errors);
        Assert.Equal(["b", "a"], outcome.Lines.Select(line => Field(line, "id")));
        Assert.Equal("The harbor union said it would strike.\nTalks go on.", Field(outcome.Lines[0], "text"));
        Assert.Equal("The port authority declined to comment.", Field(outcome.Lines[1], "text"));
    }

    [Fact]
    public async Task Names_what_failed_reads_the_rest_and_exits_1()
    {
        const string input = """
            {"id": "good", "text": "The mayor agreed."}
            {"id": "torn", "text": "The may
            {"id": "both", "text": "a", "html": "<p>a</p>"}
            {"id": "neither"}
            {"id": "last", "text": "The council refused."}
            """;

        DemarcheProcess.Outcome outcome = await DemarcheProcess.RunAsync(["extract", "-"], input);

        Assert.Equal(1, outcome.ExitCode);
        Assert.Equal(["good", "torn", "both", "neither", "last"], outcome.Lines.Select(line => Field(line, "id")));
        Assert.Equal([false, true, true, true, false], outcome.Lines.Select(line => Field(line, "error") is not null));
        Assert.Contains("standard input, line 2: broken JSON", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("line 3: both text and html", outcome.Errors, StringComparison.Ordinal);
        Assert.Contains("line 4: neither text nor html", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writes_the_same_bytes_on_one_thread_and_on_eight()
    {
        string input = string.Concat(Enumerable.Range(0, 300).Select(i =>
            $$"""{"id":"{{i}}","text":"{{string.Concat(Enumerable.Repeat($"Envoy {i} said yes. ", 1 + (i * 37 % 100)))}}"}""" + "\n"));

        DemarcheProcess.Outcome one = await DemarcheProcess.RunAsync(["extract", "--threads", "1"], input);
        DemarcheProcess.Outcome eight = await DemarcheProcess.RunAsync(["extract", "--threads", "8"], input);

        Assert.Equal(300, one.Lines.Length);
        Assert.Equal(one.Output, eight.Output);
    }

    [Fact]
    public async Task Read_leaves_out_attributions_and_positions()
    {
        DemarcheProcess.Outcome outcome = await DemarcheProcess.RunAsync(["read"], """{"id":"x","text":"The envoy said no."}""");

        using JsonDocument record = JsonDocument.Parse(outcome.Output);
        Assert.False(record.RootElement.TryGetProperty("attributions", out _));
        Assert.False(record.RootElement.TryGetProperty("positions", out _));
        Assert.True(record.RootElement.TryGetProperty("furniture", out _));
    }

    [Fact]
    public async Task Wrong_use_exits_2()
    {
        DemarcheProcess.Outcome outcome = await DemarcheProcess.RunAsync(["extract", "--threads", "0"]);

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("--threads", outcome.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_codebook_gives_positions_and_a_missing_one_exits_2()
    {
        Assert.SkipWhen(Repository.Root is null, "needs the sample of the checkout");
        string sample = Path.Combine(Repository.Root!, "samples", "skarrow");
        string[] coded = ["extract", Path.Combine(sample, "articles"), "--codebook", Path.Combine(sample, "codebook.yaml")];

        DemarcheProcess.Outcome good = await DemarcheProcess.RunAsync(coded);
        DemarcheProcess.Outcome missing = await DemarcheProcess.RunAsync(["extract", "--codebook", "no-such-codebook.yaml"]);

        Assert.Equal(0, good.ExitCode);
        Assert.Contains("\"stance\":\"", good.Output, StringComparison.Ordinal);
        Assert.Equal(2, missing.ExitCode);
        Assert.Contains("no-such-codebook.yaml", missing.Errors, StringComparison.Ordinal);
    }

    private static string? Field(string line, string name)
    {
        using JsonDocument record = JsonDocument.Parse(line);
        return record.RootElement.GetProperty(name).GetString();
    }
}
