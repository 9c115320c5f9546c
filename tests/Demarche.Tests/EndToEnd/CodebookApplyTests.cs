using System.Text.Json;
using Demarche.Core.Ledger;
using Xunit;

namespace Demarche.Tests.EndToEnd;

/// <summary><c>demarche codebook apply</c>: a changed codebook read into a ledger from the texts it keeps.</summary>
public sealed class CodebookApplyTests : IDisposable
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

    private const string Lights = "  - id: buoy-lights\n    label: Lights on the buoys\n    terms: [lights on the buoys, buoy lights]\n";

    private const string Report =
        "“Vorland demands a fishing ban on the whole lake,” Foreign Minister Anna Berg said on Tuesday.\n"
        + "“Vorland demands lights on the buoys,” Berg said on Tuesday.\n";

    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task A_dry_run_shows_what_would_come_and_changes_nothing()
    {
        await Make();
        _home.Write("new.yaml", Codebook + Lights);
        DemarcheProcess.Outcome dry = await Run("codebook", "apply", "new.yaml", "--dry-run", "--json");
        Assert.Equal((0, ""), (dry.ExitCode, dry.Errors));
        using JsonDocument line = JsonDocument.Parse(Assert.Single(dry.Lines));
        Assert.Equal("added", line.RootElement.GetProperty("change").GetString());
        Assert.Equal("buoy-lights", line.RootElement.GetProperty("after").GetProperty("issue").GetString());
        Assert.Equal(["fishing-ban"], await Issues());
        Assert.StartsWith("1 lines would come, 0 go, 0 read otherwise", (await Run("codebook", "apply", "new.yaml", "--dry-run")).Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_s_own_articles_are_read_again_and_what_people_found_right_stays()
    {
        await Make();
        using (SqliteLedger ledger = SqliteLedger.Open(_home["lake"]))
        {
            new ReviewDesk(ledger, "ann", isBlind: false).Accept(ledger.Positions().Single());
        }

        // The file as an editor leaves it in the ledger's folder; the article's own file is gone.
        _home.Write(Path.Combine("lake", "codebook.yaml"), Codebook.Replace("fishing ban, ban on fishing, stop fishing", "an embargo", StringComparison.Ordinal) + Lights);
        File.Delete(_home["lake.txt"]);
        DemarcheProcess.Outcome applied = await Run("codebook", "apply");
        Assert.Equal((0, ""), (applied.ExitCode, applied.Errors));
        Assert.StartsWith("0 added, 1 coded anew", applied.Output, StringComparison.Ordinal);
        Assert.Equal(["buoy-lights", "fishing-ban"], await Issues());
        Assert.StartsWith("0 added", (await Run("codebook", "apply")).Output, StringComparison.Ordinal);
        Assert.Equal("Nothing would change.", (await Run("codebook", "apply", "--dry-run")).Lines[^1]);
    }

    [Fact]
    public async Task A_broken_codebook_is_refused_before_anything_changes()
    {
        await Make();
        _home.Write("broken.yaml", Codebook + "    part_of: nothing\n");
        DemarcheProcess.Outcome refused = await Run("codebook", "apply", "broken.yaml");
        Assert.Equal(2, refused.ExitCode);
        Assert.Equal(Codebook, await File.ReadAllTextAsync(_home[Path.Combine("lake", "codebook.yaml")], TestContext.Current.CancellationToken));
    }

    private async Task Make()
    {
        _home.Write("codebook.yaml", Codebook);
        _home.Write("lake.txt", Report);
        Assert.Equal(0, (await DemarcheProcess.RunAsync(["new", "lake", "-c", "codebook.yaml"], folder: _home.Path)).ExitCode);
        Assert.Equal(0, (await Run("add", "lake.txt")).ExitCode);
    }

    private async Task<string[]> Issues()
    {
        DemarcheProcess.Outcome positions = await Run("positions", "--party", "vorland", "--json");
        return [.. positions.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("issue").GetString()!).Order(StringComparer.Ordinal)];
    }

    private Task<DemarcheProcess.Outcome> Run(params string[] arguments) =>
        DemarcheProcess.RunAsync([.. arguments, "--ledger", "lake"], folder: _home.Path);
}
