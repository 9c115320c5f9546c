using Demarche.Core;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Tests.Core.Positions;
using Xunit;

namespace Demarche.Tests.Specs;

/// <summary>Verdicts in words that no list holds, read by what the words mean and where they stand.</summary>
public sealed class UnlistedVerdictSpecs
{
    private static readonly Lazy<ReadingModels> Models = new(() => ReadingModels.Read(Path.Combine(Repository.Root!, "models", "en")));

    [Theory]
    [InlineData("Greta Holm said the harbour toll was a brutal stunt.", Direction.Opposes)]
    [InlineData("Greta Holm said a harbour toll would bring misery to the coast.", Direction.Opposes)]
    [InlineData("Greta Holm said a harbour toll would make every winter a nightmare.", Direction.Opposes)]
    [InlineData("Greta Holm said a harbour toll would lead to ruin for the coast.", Direction.Opposes)]
    [InlineData("Greta Holm said the harbour toll would take a year and solve nothing.", Direction.Opposes)]
    [InlineData("Greta Holm said a harbour toll would bring bread to the coast.", Direction.Supports)]
    [InlineData("Greta Holm said Norland was not against the harbour toll.", Direction.Supports)]
    public void What_a_matter_is_said_to_be_or_to_bring_is_a_verdict_on_it(string text, Direction direction)
    {
        Assert.SkipWhen(Repository.Root is null, "The tests do not run in a checkout.");
        CodedArticle coded = new ArticlePipeline(FisheryDispute.Codebook, Models.Value)
            .Code(new Article { Id = "x", Text = text, Published = new DateOnly(2031, 5, 7) });
        Assert.Equal(direction, Assert.Single(coded.Positions, p => p.Issue == "harbour-toll").Direction);
    }
}
