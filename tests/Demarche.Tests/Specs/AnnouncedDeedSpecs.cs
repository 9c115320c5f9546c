using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Tests.Core.Positions;
using Xunit;

namespace Demarche.Tests.Specs;

/// <summary>What is announced is a thing done, told by the text, or a clause of speech.</summary>
public sealed class AnnouncedDeedSpecs
{
    private static readonly Lazy<ReadingModels> Models = new(() => ReadingModels.Read(Path.Combine(Repository.Root!, "models", "en")));

    [Theory]
    [InlineData("Norland announced a new harbour toll on Tuesday.", null)]
    [InlineData("Norland announced on Tuesday that it will keep the harbour toll.", AttributionKind.Indirect)]
    public void A_thing_that_is_announced_stands_in_the_narrator_s_voice(string text, AttributionKind? kind)
    {
        Assert.SkipWhen(Repository.Root is null, "The tests do not run in a checkout.");
        CodedArticle coded = new ArticlePipeline(FisheryDispute.Codebook, Models.Value)
            .Code(new Article { Id = "x", Text = text, Published = new DateOnly(2031, 5, 7) });
        Position position = Assert.Single(coded.Positions, p => p.Issue == "harbour-toll");
        Assert.Equal((Direction.Supports, kind), (position.Direction, position.Kind));
    }
}
