using Demarche.Nlp.Stemming;
using Demarche.Tests.Laws;
using FsCheck.Fluent;
using Xunit;

namespace Demarche.Tests.Nlp.Stemming;

public sealed class EnglishStemmerTests
{
    [Theory]
    [InlineData("caresses", "caress")]
    [InlineData("ties", "tie")]
    [InlineData("cries", "cri")]
    [InlineData("gas", "gas")]
    [InlineData("gaps", "gap")]
    [InlineData("kiwis", "kiwi")]
    [InlineData("consensus", "consensus")]
    [InlineData("harbour's", "harbour")]
    public void Takes_plurals_and_possessives_off(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));

    [Theory]
    [InlineData("agreed", "agre")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("luxuriating", "luxuri")]
    [InlineData("bleed", "bleed")]
    [InlineData("proceeding", "proceed")]
    [InlineData("by", "by")]
    [InlineData("say", "say")]
    [InlineData("cry", "cri")]
    public void Takes_tenses_off(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));

    [Theory]
    [InlineData("relational", "relat")]
    [InlineData("conditional", "condit")]
    [InlineData("vietnamization", "vietnam")]
    [InlineData("hopefulness", "hope")]
    [InlineData("radically", "radic")]
    [InlineData("communism", "communism")]
    [InlineData("generously", "generous")]
    [InlineData("generate", "generat")]
    [InlineData("adjustment", "adjust")]
    [InlineData("adoption", "adopt")]
    [InlineData("controlling", "control")]
    [InlineData("knightly", "knight")]
    [InlineData("early", "earli")]
    public void Takes_derived_endings_off(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));

    [Fact]
    public void Case_and_apostrophe_do_not_matter() =>
        Assert.Equal(EnglishStemmer.Stem("ferry's"), EnglishStemmer.Stem("FERRY\u2019S"));

    [Fact]
    public void Any_text_has_a_stem_no_longer_than_itself() =>
        Law.Holds(Prop.ForAll<string>(text => EnglishStemmer.Stem(text ?? "").Length <= (text ?? "").Length + 1));
}
