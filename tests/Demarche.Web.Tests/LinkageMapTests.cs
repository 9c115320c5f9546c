using Demarche.Web.Linkages;
using Demarche.Web.Parts;
using Microsoft.Playwright;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>The graph of conditions: whole labels, and boxes that never touch.</summary>
public sealed class LinkageMapTests(SampleSite site)
{
    [Theory]
    [InlineData("Toll", 10, 2, "Toll")]
    [InlineData("Toll on barges at the lock", 14, 3, "Toll on barges|at the lock")]
    [InlineData("one two three four five six", 8, 2, "one two|three f…")]
    [InlineData("Donaudampfschifffahrt", 8, 2, "Donauda…")]
    [InlineData("", 8, 2, "")]
    public void Labels_break_between_words_and_end_with_a_mark_where_they_do_not_fit(string label, int width, int most, string lines) =>
        Assert.Equal(lines, string.Join('|', LabelLines.Of(label, width, most)));

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(40)]
    public void Boxes_stay_inside_the_drawing_and_apart(int issues)
    {
        var nodes = LinkageMap.PlacesOf(issues).ToArray();
        double height = LinkageMap.HeightOf(issues);
        Assert.Equal(issues, nodes.Length);
        Assert.All(nodes, place =>
        {
            Assert.InRange(place.X, LinkageMap.HalfWidth, LinkageMap.Width - LinkageMap.HalfWidth);
            Assert.InRange(place.Y, LinkageMap.HalfHeight, height - LinkageMap.HalfHeight);
        });
        for (int i = 0; i < nodes.Length; i++)
        {
            for (int j = i + 1; j < nodes.Length; j++)
            {
                Assert.True(
                    Math.Abs(nodes[i].X - nodes[j].X) > 2 * LinkageMap.HalfWidth || Math.Abs(nodes[i].Y - nodes[j].Y) > 2 * LinkageMap.HalfHeight,
                    $"boxes {i} and {j} of {issues} touch");
            }
        }
    }

    [Fact]
    public async Task Every_box_of_the_sample_shows_its_whole_label()
    {
        IPage page = await site.OpenAsync();
        await page.GotoAsync("/linkages");
        string[] labels = [.. await page.Locator(".graph .node-word").AllTextContentsAsync()];
        Assert.NotEmpty(labels);
        Assert.DoesNotContain(labels, label => label.Contains('…', StringComparison.Ordinal));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Reasons_of_changes_name_issues_by_their_labels()
    {
        string page = await site.Client.GetStringAsync("/changes", TestContext.Current.CancellationToken);
        Assert.DoesNotMatch(@"condition( less)?: [a-z]+-[a-z]+", page);
    }
}
