using Demarche.Core.Parties;
using Demarche.Core.Positions.Issues;
using Xunit;

namespace Demarche.Tests.Core.Positions;

/// <summary>Which issues words name.</summary>
public sealed class IssueFinderTests
{
    private static readonly IssueFinder Finder = new(new ActorDirectory(FisheryDispute.Codebook with
    {
        Issues =
        [
            new Issue { Id = "deal", Label = "Herring deal", Definition = "The islands strike a deal.", Terms = ["deal"] },
            new Issue { Id = "coercion", Label = "Talks without threats", Definition = "The talks are held without threats.", Terms = ["threats"] },
        ],
    }));

    [Theory]
    [InlineData("they reached a deal on herring", 1)]
    [InlineData("they caught a great deal of it", 0)]
    public void Words_of_an_idiom_name_nothing(string words, int issues) => Assert.Equal(issues, Finder.Find(words).Count);

    [Theory]
    [InlineData("they protested against the terminal", 1)]
    [InlineData("they praised Norland's terminal", 1)]
    [InlineData("a terminal would be wrong", 0)]
    [InlineData("they looked at the terminal of the airport", 0)]
    [InlineData("they want the island", 0)]
    [InlineData("they rejected the payment", 0)]
    [InlineData("terminal", 0)]
    public void The_noun_that_a_phrase_is_about_names_it_where_it_stands_as_one_already_known(string words, int issues)
    {
        var finder = new IssueFinder(new ActorDirectory(FisheryDispute.Codebook with
        {
            Issues =
            [
                new Issue { Id = "terminal", Label = "Cranes built", Terms = ["crane terminal on the northern island"] },
                new Issue { Id = "nurses", Label = "Nurses paid", Terms = ["yearly harbour clinic payment for nurses"] },
                new Issue { Id = "boats", Label = "Boats paid", Terms = ["yearly herring boat payment for fishermen"] },
            ],
        }));
        Assert.Equal(issues, finder.Find(words).Count);
    }
}
