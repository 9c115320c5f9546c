using System.Diagnostics;
using System.Text.Json;
using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Xunit;

namespace Demarche.Tests.EndToEnd;

/// <summary>The real program, killed while it adds: what it acknowledged is there, and nothing is there by half.</summary>
public sealed class KillTests : IDisposable
{
    private const int Kills = 50;
    private const int ArticlesPerRound = 60;

    private const string CodebookText = """
        dispute: strait
        parties:
          - id: norland
            name: Norland
            names: [Norland]
            people:
              - {name: Ada Brunn, role: Transport Minister, names: [Brunn]}
          - id: sund
            name: Sund
            names: [Sund]
        issues:
          - id: ferry-service
            label: Ferries sail
            terms: [ferry service, ferries]
          - id: toll
            label: A toll is raised
            terms: [toll]
        """;

    private readonly TemporaryFolder _folder = new();
    private readonly ArticlePipeline _pipeline = new(CodebookReader.Read(CodebookText).Codebook);

    private string LedgerFolder => _folder["strait"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Fifty_kills_lose_no_acknowledged_article_and_leave_no_half_of_one()
    {
        // Seeded: the moments are spread over start, first writes and full run, and the same in every run.
        var random = new Random(20310501);
        SqliteLedger.Create(LedgerFolder, CodebookText).Dispose();
        int acknowledged = 0;
        int cutShort = 0;
        for (int round = 0; round < Kills; round++)
        {
            string[] ids = await AddAndKillAsync(round, acksAwaited: random.Next(-5, 40), delayMicroseconds: random.Next(3000));
            acknowledged += ids.Length;
            cutShort += Inspect(round, ids) < ArticlesPerRound ? 1 : 0;
        }

        // A test that always kills too early or too late would prove nothing.
        Assert.True(acknowledged > Kills, $"only {acknowledged} articles were acknowledged in {Kills} rounds");
        Assert.True(cutShort > Kills / 2, $"only {cutShort} of {Kills} rounds were cut short");
    }

    [Fact]
    public async Task A_thousand_pages_killed_twice_are_completed_by_a_third_run()
    {
        const int pages = 1000;
        for (int i = 0; i < pages; i++)
        {
            _folder.Write($"pages/p{i:000}.html", $"<html><head><link rel='canonical' href='https://post.example/{i}'></head><body><article><p>{Text(0, $"n{i}").Replace("\n", "</p><p>", StringComparison.Ordinal)}</p></article></body></html>");
        }

        SqliteLedger.Create(LedgerFolder, CodebookText).Dispose();
        string[] add = ["add", _folder["pages"], "--ledger", LedgerFolder, "--fast", "--json"];
        foreach (int acknowledgements in new[] { 100, 300 })
        {
            using Process process = DemarcheProcess.Start(add);
            for (int i = 0; i < acknowledgements; i++)
            {
                Assert.NotNull(await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken));
            }

            process.Kill();
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        }

        DemarcheProcess.Outcome last = await DemarcheProcess.RunAsync(add);
        Assert.Equal((0, pages, ""), (last.ExitCode, last.Lines.Length, last.Errors));
        using SqliteLedger ledger = SqliteLedger.Open(LedgerFolder);
        Assert.Equal(
            Enumerable.Range(0, pages).Select(i => $"https://post.example/{i}").Order(StringComparer.Ordinal),
            ledger.Articles().Select(article => article.Url).Order(StringComparer.Ordinal));
        Assert.Equal(pages, ledger.Count().Revisions);
        LedgerVerification verified = LedgerVerification.Of(ledger);
        Assert.Empty(verified.Findings);
        Assert.Equal(pages, verified.Reread);
    }

    // Below 0 acknowledgements the kill comes while the program starts, opens the ledger or writes its first article.
    private async Task<string[]> AddAndKillAsync(int round, int acksAwaited, int delayMicroseconds)
    {
        IEnumerable<string> records = Enumerable.Range(0, ArticlesPerRound).Select(number => Record(round, number));
        string input = _folder.Write($"round{round}.jsonl", string.Join('\n', records));
        using Process process = DemarcheProcess.Start(["add", input, "--ledger", LedgerFolder, "--fast", "--json"]);
        Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (lines.Count < acksAwaited && await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
        }

        long start = Stopwatch.GetTimestamp();
        double wait = acksAwaited < 0 ? delayMicroseconds * 100 : delayMicroseconds;
        SpinWait.SpinUntil(() => Stopwatch.GetElapsedTime(start).TotalMicroseconds >= wait);
        process.Kill();
        string rest = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await errors);

        // A line without its line feed was not said to the end.
        lines.AddRange(rest.Split('\n')[..^1]);
        return [.. lines.Select(AcknowledgedId)];
    }

    // Gives the number of this round's articles that are in the ledger, acknowledged or not: each of them whole.
    private int Inspect(int round, string[] acknowledged)
    {
        using SqliteLedger ledger = SqliteLedger.Open(LedgerFolder);
        Assert.Empty(ledger.Check());
        LedgerArticle[] kept = [.. ledger.Articles().Where(article => article.Outlet == Outlet(round))];
        string[] ids = [.. kept.Select(article => article.Id)];
        Assert.Empty(acknowledged.Except(ids));
        foreach (LedgerArticle article in kept)
        {
            CodedArticle found = ledger.ReadArticle(article.Key)!;
            CodedArticle expected = _pipeline.Code(found.Article);
            Assert.Equal(Text(round, article.Id), found.Article.Text);
            Assert.Equal(expected.Attributions.Select(Spell), found.Attributions.Select(Spell));
            Assert.Equal(expected.Positions.Select(position => position.Evidence), found.Positions.Select(position => position.Evidence));
            Assert.Equal(expected.Times, found.Times);
            Assert.Contains(ledger.Search($"\"{article.Id} {Outlet(round)}\""), hit => hit.Article.Key == article.Key);
        }

        return kept.Length;
    }

    private static string Spell(Attribution attribution) =>
        $"{attribution.Id} {string.Join(' ', attribution.Source)} {string.Join(' ', attribution.Cue)} {string.Join(' ', attribution.Content)}";

    private static string AcknowledgedId(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        Assert.Equal("added", json.RootElement.GetProperty("status").GetString());
        return json.RootElement.GetProperty("id").GetString()!;
    }

    private static string Record(int round, int number) => JsonSerializer.Serialize(new
    {
        id = $"n{number}",
        outlet = Outlet(round),
        published = "2031-04-08",
        text = Text(round, $"n{number}"),
    });

    private static string Outlet(int round) => $"post{round}";

    private static string Text(int round, string id) =>
        $"Report {id} {Outlet(round)} from the strait.\n"
        + "“The ferries must sail again before winter,” Transport Minister Ada Brunn said on Monday. "
        + "Norland rejects a toll unless forty pilots are hired, she added.\n"
        + "Sund said the ferry service was a matter for both sides.";
}
