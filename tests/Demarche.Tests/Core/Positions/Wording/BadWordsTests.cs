using Demarche.Core.Positions.Wording;
using Demarche.Nlp.Words;
using Xunit;

namespace Demarche.Tests.Core.Positions.Wording;

public sealed class BadWordsTests
{
    private static readonly WordVectors Words = new WordVectorsBuilder(new WordVectorsOptions { Words = 5, Granularities = [2], Passes = 1 })
        .Build([("good", [1f, 0.1f]), ("kind", [0.9f, 0.2f]), ("cruel", [-1f, 0.1f]), ("greed", [-0.9f, 0.3f]), ("table", [0.1f, 1f])]);

    private readonly BadWords _bad = new(new MeaningVectors(Words), [("good", 1), ("kind", 1), ("cruel", -1), ("unknown", -1)]);

    [Theory]
    [InlineData("greed", true)]
    [InlineData("cruel", true)]
    [InlineData("good", false)]
    [InlineData("table", false)]
    [InlineData("skarrow", false)]
    public void A_word_on_the_side_of_blame_is_bad(string word, bool isBad) => Assert.Equal(isBad, _bad.Has(word));

    [Fact]
    public void Without_words_of_both_kinds_nothing_is_bad() => Assert.False(new BadWords(new MeaningVectors(Words), [("good", 1)]).Has("cruel"));
}
