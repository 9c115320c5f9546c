using Demarche.Core;
using Demarche.Core.Reading;
using Demarche.Tests.Core.Positions;
using Xunit;

namespace Demarche.Tests.Specs;

/// <summary>Whose words a document's are: those of the parties that issued it.</summary>
public sealed class JointStatementSpecs
{
    private static readonly Lazy<ReadingModels> Models = new(() => ReadingModels.Read(Path.Combine(Repository.Root!, "models", "en")));

    [Theory]
    [InlineData("Norland joined Suderia on Tuesday in a statement on the strait.\n\"We demand joint patrols at once,\" the statement said.")]
    [InlineData("A joint declaration on the strait and its fishermen was signed by Norland and Suderia on Tuesday.\nThe document says that joint patrols must begin.")]
    public void A_joint_statement_is_the_position_of_each_that_issued_it(string text)
    {
        Assert.SkipWhen(Repository.Root is null, "The tests do not run in a checkout.");
        CodedArticle coded = new ArticlePipeline(FisheryDispute.Codebook, Models.Value)
            .Code(new Article { Id = "x", Text = text, Published = new DateOnly(2031, 5, 7) });
        Assert.Equal(
            ["norland", "suderia"],
            coded.Positions.Where(position => position is { Issue: "patrol-zone", SignedStrength: > 0 }).Select(position => position.Party).Distinct().Order());
    }
}
