using System.Text.Json;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>The page to print.</summary>
public sealed class BriefPageTests(SampleSite site)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Only_the_chosen_issues_are_told_and_their_sources_cited()
    {
        const string Choice = "?issue=lock-toll&since=2031-05-01";
        string page = await site.Client.GetStringAsync("/brief" + Choice, Cancellation);
        string table = page[page.IndexOf("<tbody>", StringComparison.Ordinal)..page.IndexOf("</tbody>", StringComparison.Ordinal)];
        Assert.Contains("Toll on barges", table, StringComparison.Ordinal);
        Assert.DoesNotContain("Trial closing", table, StringComparison.Ordinal);

        int sources = page.Split("<li id=\"source-").Length - 1;
        Assert.InRange(sources, 1, 29);
        string bib = await site.Client.GetStringAsync("/brief.bib" + Choice, Cancellation);
        Assert.Equal(sources, bib.Split("@article{").Length - 1);
        using JsonDocument csl = JsonDocument.Parse(await site.Client.GetStringAsync("/brief.csl.json" + Choice, Cancellation));
        Assert.Equal(sources, csl.RootElement.GetArrayLength());
    }
}
