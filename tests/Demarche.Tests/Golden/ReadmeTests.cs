using System.Text.Json;
using System.Text.RegularExpressions;
using Demarche.Tests.EndToEnd;
using Xunit;

namespace Demarche.Tests.Golden;

/// <summary>What the README shows is what the program does.</summary>
public sealed partial class ReadmeTests : IDisposable
{
    private const string Codebook =
        """
        dispute: lake
        parties:
          - {id: vorland, name: Vorland, names: [Vorland], people: [{name: Anna Berg, role: Foreign Minister, names: [Berg]}]}
        issues:
          - {id: fishing-ban, label: Fishing ban, terms: [fishing ban]}
        """;

    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task First_example_gives_the_line_it_promises()
    {
        string readme = Readme();
        string sentence = Example().Match(readme).Groups["sentence"].Value;
        string record = JsonSerializer.Serialize(new { id = "example", published = "2031-03-06", text = sentence });
        _home.Write("codebook.yaml", Codebook);
        DemarcheProcess.Outcome outcome = await DemarcheProcess.RunAsync(
            ["extract", "--codebook", "codebook.yaml"], record, _home.Path);
        using JsonDocument output = JsonDocument.Parse(outcome.Lines[0]);
        JsonElement line = Assert.Single(output.RootElement.GetProperty("positions").EnumerateArray());

        Assert.Contains($"| {line.GetProperty("holder").GetString()}, Vorland |", readme, StringComparison.Ordinal);
        Assert.Equal("conditional", line.GetProperty("stance").GetString());
        Assert.Contains(
            $"| {line.GetProperty("act").GetString()}, {line.GetProperty("strength").GetInt32()} of 4 |", readme, StringComparison.Ordinal);
        Assert.Contains($"| “{TextOf(line, "condition")}” |", readme, StringComparison.Ordinal);
        Assert.Contains($"| “{TextOf(line, "evidence")}” |", readme, StringComparison.Ordinal);
        Assert.Equal("2031-03-04", line.GetProperty("date").GetString());
        JsonElement evidence = line.GetProperty("evidence");
        Assert.Contains(
            $"characters {evidence.GetProperty("start").GetInt32()} to {evidence.GetProperty("end").GetInt32()}", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Table_shown_is_the_beginning_of_what_the_demo_prints()
    {
        Assert.SkipWhen(Repository.Root is null, "needs the checkout");
        string shown = Table().Match(Readme()).Groups["table"].Value;
        string matrix = File.ReadAllText(
            Path.Combine(Repository.Root!, "tests", "Demarche.Tests", "Golden", "skarrow", "matrix.txt"));
        Assert.NotEmpty(shown);
        Assert.StartsWith(shown, matrix, StringComparison.Ordinal);
    }

    private static string Readme()
    {
        Assert.SkipWhen(Repository.Root is null, "needs the checkout");
        return File.ReadAllText(Path.Combine(Repository.Root!, "README.md"));
    }

    private static string? TextOf(JsonElement line, string field) => line.GetProperty(field).GetProperty("text").GetString();

    [GeneratedRegex("^> (?<sentence>“.+)$", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex("```text\n(?<table>╭[^`]+?)\n```")]
    private static partial Regex Table();
}
