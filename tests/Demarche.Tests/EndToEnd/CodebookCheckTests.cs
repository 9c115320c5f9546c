using Xunit;

namespace Demarche.Tests.EndToEnd;

public sealed class CodebookCheckTests
{
    private const string Fine = "dispute: dam\nparties: [{id: valdoria, name: Valdoria}]\nissues: [{id: filling, label: Filled, terms: [fill it]}]\n";

    [Theory]
    [InlineData(Fine, 0, "codebook.yaml: fine: 1 parties, 0 people, 0 bodies, 1 issues, 1 terms\n")]
    [InlineData("dispute: dam\nparties: [{id: valdoria, name: Valdoria}]\n", 1, "codebook.yaml:1:1: error: the codebook names no issues")]
    public async Task Says_what_a_codebook_holds_or_where_it_is_wrong(string yaml, int exitCode, string said)
    {
        using var folder = new TemporaryFolder();
        folder.Write("codebook.yaml", yaml);
        DemarcheProcess.Outcome outcome = await DemarcheProcess.RunAsync(["codebook", "check", "codebook.yaml"], folder: folder.Path);
        Assert.Equal(exitCode, outcome.ExitCode);
        Assert.StartsWith(said, outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_file_is_a_usage_error() =>
        Assert.Equal(2, (await DemarcheProcess.RunAsync(["codebook", "check", "nowhere.yaml"])).ExitCode);
}
