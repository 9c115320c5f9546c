using Demarche.Tests.EndToEnd;
using Xunit;

namespace Demarche.Tests.Golden;

/// <summary>What the program makes of the sample dispute, whole. A change here is a change for every user: read the diff before accepting it.</summary>
public sealed class SampleOutputTests : IAsyncLifetime, IDisposable
{
    private const string Folder = "tests/Demarche.Tests/Golden/skarrow";

    private readonly TemporaryFolder _ledger = new();

    public async ValueTask InitializeAsync()
    {
        DemarcheProcess.Outcome outcome = await DemarcheProcess.RunAsync(["demo", "--out", _ledger.Path]);
        Assert.Equal(0, outcome.ExitCode);
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose() => _ledger.Dispose();

    [Fact]
    public async Task Outputs_are_those_accepted()
    {
        await Check("positions.txt", "positions", "--plain");
        await Check("matrix.txt", "positions");
        await Check("changes.txt", "changes", "--plain");
        await Check("gaps.txt", "gaps", "--plain");
        await Check("history.txt", "positions", "--party", "kelvia", "--issue", "observers");
        await Check("check.txt", "check", "Kelvia has not changed its mind on the observers");
        await Check("compare.txt", "compare");
        await Check("story.txt", "compare", "halyard-2031-03-05-vardane-assembly", "--plain");
        await Check("outlets.txt", "outlets", "--plain");
        await Check("renderings.txt", "quotes", "gate", "--renderings");
        await Check("positions.csv", "export", "csv");
        GoldenFile.Check($"{Folder}/brief.html", await File.ReadAllTextAsync(_ledger["brief.html"], TestContext.Current.CancellationToken));
    }

    private async Task Check(string file, params string[] arguments)
    {
        DemarcheProcess.Outcome outcome = await DemarcheProcess.RunAsync([.. arguments, "--ledger", _ledger.Path]);
        Assert.Equal("", outcome.Errors);
        Assert.Equal(0, outcome.ExitCode);
        GoldenFile.Check($"{Folder}/{file}", outcome.Output);
    }
}
