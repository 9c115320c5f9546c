using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Xunit;

namespace Demarche.Tests.EndToEnd;

/// <summary><c>demarche evaluate</c>: a user's own corpus in each layout, and the same figures as the scorers beside the checkout.</summary>
public sealed partial class EvaluateTests : IDisposable
{
    private const string Text = "The toll stays, Minister Ina Berg said on Monday.\n";

    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_folder_that_brat_wrote_is_scored()
    {
        _home.Write("toll.txt", Text);
        _home.Write("toll.ann", "T1\tSource 16 33\tMinister Ina Berg\nT2\tCue 34 38\tsaid\nT3\tContent 0 14\tThe toll stays\nE1\tAttribution:T2 Source:T1 Cue:T2 Content:T3\n");
        JsonElement figures = await Figures(_home.Path);
        Assert.Equal(100, figures.GetProperty("attribution").GetProperty("value").GetDouble());
        Assert.Equal(100, figures.GetProperty("exact_content").GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task Records_put_right_by_hand_are_a_corpus()
    {
        _home.Write("toll.txt", Text);
        DemarcheProcess.Outcome extracted = await DemarcheProcess.RunAsync(["extract", "toll.txt"], folder: _home.Path);
        _home.Write("right.jsonl", extracted.Output);
        Assert.Equal(100, (await Figures("right.jsonl")).GetProperty("attribution").GetProperty("value").GetDouble());
        // A person found a second speaker: one of two is found now.
        _home.Write("wrong.jsonl", extracted.Output.Replace("\"attributions\":[{", "\"attributions\":[{\"cue\":[{\"start\":42,\"end\":48}]},{", StringComparison.Ordinal));
        JsonElement worse = (await Figures("wrong.jsonl")).GetProperty("attribution");
        Assert.Equal((1, 2), (worse.GetProperty("right").GetInt32(), worse.GetProperty("gold").GetInt32()));
    }

    [Fact]
    public async Task Changes_that_a_user_marked_are_scored()
    {
        _home.Write("codebook.yaml", "dispute: toll\nparties:\n  - {id: tal, name: Tal, names: [Tal]}\nissues:\n  - {id: toll, label: Toll, terms: [toll]}\n");
        _home.Write("articles.jsonl", "{\"id\":\"may\",\"published\":\"2031-05-04\",\"text\":\"Tal demanded the toll on Sunday.\"}\n{\"id\":\"june\",\"published\":\"2031-06-08\",\"text\":\"Tal rejected the toll on Sunday.\"}\n");
        _home.Write("changes.jsonl", "{\"party\":\"tal\",\"issue\":\"toll\",\"from\":{\"article\":\"may\",\"evidence\":\"demanded the toll\"},\"to\":{\"article\":\"june\",\"evidence\":\"rejected the toll\"},\"relation\":\"reversed\"}\n");
        JsonElement figures = await Figures(_home.Path, "--of", "changes");
        Assert.Equal(100, figures.GetProperty("changes").GetProperty("value").GetDouble());
    }

    [Fact]
    public async Task What_went_wrong_with_positions_is_grouped()
    {
        _home.Write("codebook.yaml", "dispute: toll\nparties:\n  - {id: tal, name: Tal, names: [Tal]}\nissues:\n  - {id: toll, label: Toll, terms: [toll]}\n");
        _home.Write("articles.jsonl", "{\"id\":\"may\",\"published\":\"2031-05-04\",\"text\":\"Tal demanded the toll on Sunday. Nobody spoke of the ferries.\"}\n");
        _home.Write("gold.jsonl", "{\"article\":\"may\",\"party\":\"tal\",\"holder\":\"Tal\",\"issue\":\"toll\",\"stance\":\"opposes\",\"act\":\"reject\",\"evidence\":\"Tal demanded the toll\",\"kind\":\"narrator\"}\n");
        DemarcheProcess.Outcome outcome = await DemarcheProcess.RunAsync(["evaluate", ".", "--of", "positions", "--groups", "--errors"], folder: _home.Path);
        Assert.Equal(("", 0), (outcome.Errors, outcome.ExitCode));
        Assert.Contains("    1  another stance read\n         may tal toll opposes | Tal demanded the toll", outcome.Output, StringComparison.Ordinal);
        DemarcheProcess.Outcome json = await DemarcheProcess.RunAsync(["evaluate", ".", "--of", "positions", "--groups", "--json"], folder: _home.Path);
        using JsonDocument groups = JsonDocument.Parse(json.Lines[1]);
        Assert.Equal(("opposes", "supports"), (groups.RootElement.GetProperty("stances")[0].GetProperty("recorded").GetString(), groups.RootElement.GetProperty("stances")[0].GetProperty("read").GetString()));
    }

    [Fact]
    public async Task Articles_without_a_record_are_named_and_count_as_nothing_found()
    {
        _home.Write("gold.jsonl", "{\"id\":\"a\",\"text\":\"Tal said no.\",\"attributions\":[{\"cue\":{\"start\":4,\"end\":8},\"content\":{\"start\":9,\"end\":11}}]}\n");
        _home.Write("records.jsonl", "{\"id\":\"b\",\"text\":\"Else.\"}\n");
        DemarcheProcess.Outcome outcome = await DemarcheProcess.RunAsync(
            ["evaluate", "gold.jsonl", "--records", "records.jsonl"], folder: _home.Path);
        Assert.Equal(1, outcome.ExitCode);
        Assert.StartsWith("attributions: 1 articles, without a record a", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_treebank_is_scored_word_by_word()
    {
        _home.Write("trees.conllu", "1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tspoke\tspeak\tVERB\tVBD\t_\t0\troot\t_\t_\n3\t.\t.\tPUNCT\tWRONG\t_\t2\tpunct\t_\t_\n\n");
        DemarcheProcess.Outcome outcome = await DemarcheProcess.RunAsync(["evaluate", "trees.conllu", "--json"], folder: _home.Path);
        using JsonDocument report = JsonDocument.Parse(outcome.Lines[0]);
        Assert.Equal(100, report.RootElement.GetProperty("las").GetDouble());
        Assert.Equal(66.6667, report.RootElement.GetProperty("xpos").GetDouble());
    }

    [Theory]
    [InlineData("columns instead of", "evaluate", "broken.conllu")]
    [InlineData("holds no annotated articles", "evaluate", ".")]
    [InlineData("there is no nothing.jsonl", "evaluate", "nothing.jsonl")]
    [InlineData("broken.jsonl", "evaluate", "broken.jsonl")]
    [InlineData("the record's text differs", "evaluate", "gold.jsonl", "--records", "other.jsonl")]
    [InlineData("no annotated times", "evaluate", "gold.jsonl", "--of", "times")]
    [InlineData("--groups groups what went wrong with positions", "evaluate", "gold.jsonl", "--groups")]
    public async Task Wrong_calls_end_with_code_2_and_a_remedy(string message, params string[] arguments)
    {
        _home.Write("broken.conllu", "1\tShe\n\n");
        _home.Write("gold.jsonl", "{\"id\":\"a\",\"text\":\"Tal said no.\",\"attributions\":[{\"cue\":{\"start\":4,\"end\":8}}]}\n");
        _home.Write("other.jsonl", "{\"id\":\"a\",\"text\":\"Tal said yes.\"}\n");
        _home.Write("broken.jsonl", "{\"id\":\"a\",\"text\":\"Tal said no.\",\"attributions\":[{\"cue\":{\"start\":4,\"end\":800}}]}\n");
        DemarcheProcess.Outcome outcome = await DemarcheProcess.RunAsync(arguments, folder: _home.Path);
        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains(message, outcome.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("attribution.py", "polnear", "corpora/polnear/dev")]
    [InlineData("attribution.py", "gold", "gold/crimea2014/attributions.jsonl")]
    [InlineData("positions.py", "gold", "gold/us-china-trade")]
    [InlineData("times.py", "timex", "corpora/timex")]
    public async Task Figures_are_those_of_the_scorers_beside_the_checkout(string scorer, string kind, string corpus)
    {
        string gold = SharedData.Require(corpus);
        string score = SharedData.Require("score");
        string home = File.Exists(gold) ? Path.GetDirectoryName(gold)! : gold;
        _home.Write("texts.jsonl", await Python(score, "prepare.py", kind, home));
        string[] codebook = kind == "gold" ? ["--codebook", Path.Combine(home, "codebook.yaml")] : [];
        DemarcheProcess.Outcome extracted = await DemarcheProcess.RunAsync(
            ["extract", "--fast", "texts.jsonl", "--out", "records.jsonl", .. codebook], folder: _home.Path);
        Assert.Equal(0, extracted.ExitCode);
        string[] more = scorer == "times.py" ? [] : ["--json"];
        string printed = await Python(score, [scorer, _home["records.jsonl"], gold, .. more]);
        JsonElement figures = await Figures(gold, "--records", "records.jsonl", "--of", Subject(scorer));
        (string Name, double Value)[] expected = scorer == "times.py" ? [.. Printed(printed)] : [.. Json(printed)];
        Assert.NotEmpty(expected);
        foreach ((string name, double value) in expected)
        {
            // times.py prints one decimal, the others all of them.
            double tolerance = scorer == "times.py" ? 0.0501 : 1e-8;
            Assert.Equal(value, figures.GetProperty(name).GetProperty("value").GetDouble(), tolerance);
        }
    }

    private static string Subject(string scorer) => scorer switch
    {
        "attribution.py" => "attributions",
        "positions.py" => "positions",
        _ => "times",
    };

    private static IEnumerable<(string, double)> Json(string printed)
    {
        using JsonDocument last = JsonDocument.Parse(printed.Trim().Split('\n')[^1]);
        return [.. last.RootElement.EnumerateObject().Select(figure => (figure.Name, figure.Value.GetDouble()))];
    }

    private static IEnumerable<(string, double)> Printed(string printed) => PrintedFigure().Matches(printed)
        .Select(match => (match.Groups["name"].Value, double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture)));

    private async Task<JsonElement> Figures(params string[] arguments)
    {
        DemarcheProcess.Outcome outcome = await DemarcheProcess.RunAsync(["evaluate", .. arguments, "--json"], folder: _home.Path);
        Assert.Equal(("", 0), (outcome.Errors, outcome.ExitCode));
        return JsonDocument.Parse(outcome.Lines[0]).RootElement.GetProperty("figures");
    }

    private static async Task<string> Python(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("python3", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        // The folder beside the checkout stays as it is.
        start.Environment["PYTHONDONTWRITEBYTECODE"] = "1";
        Process? process = null;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip("needs python3, which is not here");
        }

        using (process)
        {
            string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, process.ExitCode);
            return output;
        }
    }

    [GeneratedRegex(@"^(?<name>\w+) .* F1 +(?<value>[\d.]+)", RegexOptions.Multiline)]
    private static partial Regex PrintedFigure();
}
