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
}
