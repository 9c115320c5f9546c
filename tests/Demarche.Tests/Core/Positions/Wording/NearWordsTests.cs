using Demarche.Core.Positions.Wording;
using Demarche.Nlp.Words;
using Xunit;

namespace Demarche.Tests.Core.Positions.Wording;

public sealed class NearWordsTests
{
    private static readonly WordVectors Words = new WordVectorsBuilder(new WordVectorsOptions { Words = 4, Granularities = [2], Passes = 1 })
        .Build([("truce", [1f, 0f]), ("armistice", [0.9f, 0.3f]), ("pause", [0.7f, 0.7f]), ("bread", [0f, 1f])]);

    private readonly NearWords _near = new(new MeaningVectors(Words), [("~truce", "truce"), ("~truce", "armistice"), ("bread", "bread")]);

    [Fact]
    public void A_word_is_near_the_concepts_that_mean_about_the_same_the_nearest_first() =>
        Assert.Equal(["~truce", "bread"], _near.Of("pause").Select(n => n.Concept));

    [Fact]
    public void Each_concept_stands_once_with_its_nearest_form() =>
        Assert.True(Assert.Single(_near.Of("armistice")).Nearness > 0.99);

    [Fact]
    public void A_number_is_near_no_other_number()
    {
        WordVectors numbers = new WordVectorsBuilder(new WordVectorsOptions { Words = 2, Granularities = [2], Passes = 1 }).Build([("five", [1f, 0f]), ("eight", [0.9f, 0.3f])]);
        Assert.Empty(new NearWords(new MeaningVectors(numbers), [("eight", "eight")]).Of("five"));
    }

    [Fact]
    public void A_word_without_a_vector_is_near_nothing() => Assert.Empty(_near.Of("skarrow"));
}
