using System.Text.Json;
using Demarche.Tests.Core.Reading.Fetching;
using Xunit;
using Answer = Demarche.Tests.Core.Reading.Fetching.LoopbackSite.Answer;

namespace Demarche.Tests.EndToEnd;

/// <summary>Addresses, feeds, revisions, copies and verification through the real program.</summary>
public sealed class SourcesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_address_is_added_revised_shown_and_verified()
    {
        string quote = "We will never pay the toll";
        using var site = new LoopbackSite(request => request.RawUrl == "/toll"
            ? new Answer($"<html><head><meta property='og:title' content='Toll'></head><body><article><p>Harbor Minister Ada Brunn spoke on Monday.</p>"
                + $"<p>“{quote} before the ferries sail again,” Brunn said in the harbor of Ilvane.</p><p>The council met on the ferry toll and put off the vote.</p></article></body></html>")
            : null);
        string ledger = _folder["talks"];
        await Run(0, "new", ledger);
        DemarcheProcess.Outcome refused = await Run(1, "add", site.Address + "/toll", "--ledger", ledger);
        Assert.Contains("--allow-private", refused.Errors, StringComparison.Ordinal);
        string[] add = ["add", site.Address + "/toll", "--ledger", ledger, "--allow-private", "--pause", "0", "--json"];
        Assert.Equal("added", Status(await Run(0, add)));
        Assert.Equal("unchanged", Status(await Run(0, add)));
        quote = "We may pay the toll";
        Assert.Equal("revised", Status(await Run(0, add)));

        DemarcheProcess.Outcome shown = await Run(0, "revisions", "--ledger", ledger);
        Assert.Contains("QUOTE CHANGED", shown.Output, StringComparison.Ordinal);
        using JsonDocument json = JsonDocument.Parse((await Run(0, "revisions", site.Address + "/toll", "--json", "--ledger", ledger)).Lines.Single());
        Assert.True(json.RootElement.GetProperty("quote_changed").GetBoolean());
        Assert.Equal("will never", json.RootElement.GetProperty("changes")[0].GetProperty("before").GetString());

        Assert.Contains("2 revisions checked, 2 of them read again", (await Run(0, "verify", "--ledger", ledger)).Output, StringComparison.Ordinal);
        File.Delete(Directory.GetFiles(Path.Combine(ledger, "raw"), "*.gz", SearchOption.AllDirectories)[0]);
        Assert.Contains("failed: article", (await Run(1, "verify", "--ledger", ledger)).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_feed_is_watched_for_one_round_and_a_table_mapped()
    {
        LoopbackSite? self = null;
        using LoopbackSite site = self = new LoopbackSite(request => request.RawUrl switch
        {
            "/feed" => new Answer($"<rss><channel><title>Courier</title><item><title>Toll</title><link>{self!.Address}/toll</link></item></channel></rss>", "text/xml"),
            "/toll" => new Answer("<article><p>The council met on the ferry toll and put off the vote, members of the council said.</p></article>"),
            _ => null,
        });
        string ledger = _folder["talks"];
        await Run(0, "new", ledger);
        string[] watch = ["watch", site.Address + "/feed", "--once", "--ledger", ledger, "--allow-private", "--pause", "0"];
        Assert.StartsWith("1 added", (await Run(0, watch)).Output, StringComparison.Ordinal);
        Assert.StartsWith("0 added", (await Run(0, watch)).Output, StringComparison.Ordinal);

        string table = _folder.Write("export.csv", "Slug,Story\ntoll,The toll is raised.\n");
        Assert.Contains("--map", (await Run(1, "add", table, "--ledger", ledger)).Errors, StringComparison.Ordinal);
        Assert.StartsWith("1 added", (await Run(0, "add", table, "--map", "text=Story,id=Slug", "--ledger", ledger)).Output, StringComparison.Ordinal);
        Assert.Contains("no field", (await Run(2, "add", table, "--map", "story=Story", "--ledger", ledger)).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outlets_go_by_the_names_of_the_registry()
    {
        string ledger = _folder["talks"];
        await Run(0, "new", ledger);
        string registry = _folder.Write("talks/outlets.yaml", "outlets:\n  - name: Ilvane Courier\n    domains: [courier.example]\n");
        string articles = _folder.Write("a.jsonl", """{"id": "a", "url": "https://www.courier.example/toll", "outlet": "courier", "text": "The minister said the toll stays."}""");

        await Run(0, "add", articles, "--ledger", ledger);
        Assert.Contains("Ilvane Courier", (await Run(0, "show", "a", "--ledger", ledger)).Output, StringComparison.Ordinal);
        Assert.Contains("\"outlet\":\"Ilvane Courier\"", (await Run(0, "read", articles, "--outlets", registry)).Output, StringComparison.Ordinal);
        Assert.Contains("\"outlet\":\"courier\"", (await Run(0, "read", articles)).Output, StringComparison.Ordinal);

        File.WriteAllText(registry, "outlets:\n  - nam: Courier\n");
        Assert.Contains("outlets.yaml:2:5: unknown key 'nam'", (await Run(2, "add", articles, "--ledger", ledger)).Errors, StringComparison.Ordinal);
        Assert.Contains("none.yaml", (await Run(2, "extract", articles, "--outlets", _folder["none.yaml"])).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Copies_are_shown_with_their_agencies()
    {
        string wire = string.Join(' ', Enumerable.Range(0, 120).Select(i => $"word{i}"));
        string[] records =
        [
            Record("Herald", "2031-05-07", $"Our own beginning.\n{wire}\nReuters contributed to this report."),
            Record("Post", "2031-05-06", $"ILVANE (Reuters) - {wire}"),
            Record("Courier", "2031-05-06", "Something else altogether was written here by somebody of the house."),
        ];
        string ledger = _folder["talks"];
        await Run(0, "new", ledger);
        await Run(0, "add", _folder.Write("own.jsonl", records[2]), "--ledger", ledger);
        Assert.Equal("No article here is a copy of another.\n", (await Run(0, "copies", "--ledger", ledger)).Output);

        await Run(0, "add", _folder.Write("wire.jsonl", string.Join('\n', records)), "--ledger", ledger);
        string[] lines = (await Run(0, "copies", "--ledger", ledger)).Lines;
        Assert.Equal("Text 1, in 2 articles:", lines[0]);
        Assert.EndsWith("  2031-05-06  Post: wire; by Reuters", lines[1], StringComparison.Ordinal);
        Assert.EndsWith("  2031-05-07  Herald: wire; with Reuters", lines[2], StringComparison.Ordinal);
        Assert.Equal(3, lines.Length);

        using JsonDocument json = JsonDocument.Parse((await Run(0, "copies", "--json", "--ledger", ledger)).Lines.Single());
        JsonElement[] articles = [.. json.RootElement.GetProperty("articles").EnumerateArray()];
        Assert.Equal(["Post", "Herald"], articles.Select(article => article.GetProperty("outlet").GetString()));
        JsonElement credit = articles[1].GetProperty("credits")[0];
        Assert.Equal(("Reuters", false), (credit.GetProperty("agency").GetString(), credit.GetProperty("whole").GetBoolean()));
        Assert.StartsWith(lines[1].Trim()[..8], articles[0].GetProperty("key").GetString(), StringComparison.Ordinal);

        static string Record(string outlet, string published, string text) => JsonSerializer.Serialize(new { id = "wire", outlet, published, text });
    }

    private static string? Status(DemarcheProcess.Outcome outcome)
    {
        using JsonDocument json = JsonDocument.Parse(outcome.Lines.Single());
        return json.RootElement.GetProperty("status").GetString();
    }

    private static async Task<DemarcheProcess.Outcome> Run(int exitCode, params string[] arguments)
    {
        DemarcheProcess.Outcome outcome = await DemarcheProcess.RunAsync(arguments);
        Assert.True(outcome.ExitCode == exitCode, $"{string.Join(' ', arguments)}: {outcome.ExitCode}\n{outcome.Output}\n{outcome.Errors}");
        return outcome;
    }
}
