using Xunit;

namespace Demarche.Tests.EndToEnd;

/// <summary>The brief against articles that try to get markup, script or a bad link into it.</summary>
public sealed class BriefTests : IDisposable
{
    private const string Hostile =
        """
        {"id":"h1","outlet":"<script>alert(1)</script>","title":"\"><img src=x onerror=alert(2)>","url":"javascript:alert(3)","published":"2031-03-04","text":"Anna Berg said: “We demand a fishing ban on the lake <svg/onload=alert(4) at once.”\n"}
        """;

    private readonly TemporaryFolder _home = new();

    public void Dispose() => _home.Dispose();

    [Fact]
    public async Task No_markup_of_an_article_reaches_the_page()
    {
        _home.Write(
            "codebook.yaml",
            "dispute: lake\nparties:\n  - {id: vorland, name: Vorland, names: [Vorland], people: [{name: Anna Berg, names: [Berg]}]}\n"
            + "issues:\n  - {id: fishing-ban, label: Fishing <b>ban</b>, terms: [fishing ban]}\n");
        await Run("new", "ledger", "--codebook", "codebook.yaml");
        await DemarcheProcess.RunAsync(["add", "-", "--ledger", "ledger"], Hostile, _home.Path);
        await Run("brief", "--out", "brief.html", "--ledger", "ledger");

        string page = await File.ReadAllTextAsync(_home["brief.html"], TestContext.Current.CancellationToken);
        Assert.Contains("&lt;svg", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<svg", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("javascript:", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>ban</b>", page, StringComparison.Ordinal);
    }

    private async Task Run(params string[] arguments)
    {
        DemarcheProcess.Outcome outcome = await DemarcheProcess.RunAsync(arguments, folder: _home.Path);
        Assert.Equal(("", 0), (outcome.Errors, outcome.ExitCode));
    }
}
