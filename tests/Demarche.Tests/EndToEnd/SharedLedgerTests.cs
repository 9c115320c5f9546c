using System.Text.Json;
using Demarche.Core.Ledger;
using Xunit;

namespace Demarche.Tests.EndToEnd;

/// <summary>Two programs at work on one ledger.</summary>
public sealed class SharedLedgerTests
{
    [Fact]
    public async Task Two_programs_add_overlapping_articles_at_once_and_each_is_kept_once()
    {
        using var folder = new TemporaryFolder();
        SqliteLedger.Create(folder["strait"]).Dispose();
        DemarcheProcess.Outcome[] outcomes = await Task.WhenAll(AddAsync(folder, 0, 60), AddAsync(folder, 30, 90));
        Assert.All(outcomes, outcome => Assert.Equal((0, ""), (outcome.ExitCode, outcome.Errors)));
        string[] said = [.. outcomes.SelectMany(outcome => outcome.Lines).Select(Status)];
        Assert.Equal(90, said.Count(status => status == "added"));
        Assert.Equal(30, said.Count(status => status == "unchanged"));

        using SqliteLedger ledger = SqliteLedger.Open(folder["strait"]);
        Assert.Equal(90, ledger.Count().Revisions);
        Assert.Empty(ledger.Check());
    }

    private static Task<DemarcheProcess.Outcome> AddAsync(TemporaryFolder folder, int from, int to)
    {
        IEnumerable<string> records = Enumerable.Range(from, to - from).Select(number => JsonSerializer.Serialize(new
        {
            id = $"n{number}",
            outlet = "post",
            text = $"Report {number} from the strait.\n\"The ferries sail,\" the minister said.",
        }));
        string input = folder.Write($"from{from}.jsonl", string.Join('\n', records));
        return DemarcheProcess.RunAsync(["add", input, "--ledger", folder["strait"], "--json"]);
    }

    private static string Status(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        return json.RootElement.GetProperty("status").GetString()!;
    }
}
