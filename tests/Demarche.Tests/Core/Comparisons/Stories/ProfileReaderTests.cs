using Demarche.Core.Comparisons.Stories;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Stemming;
using Xunit;

namespace Demarche.Tests.Core.Comparisons.Stories;

public sealed class ProfileReaderTests
{
    private const string Title = "Ardmoor gate jams";
    private const string Body = "A sluice gate of the Ardmoor weir jammed on 3 March, Wilma Tarrow said.";

    [Theory]
    [InlineData("Ardmoor gate jams\n")]
    [InlineData("ARDMOOR: GATE JAMS.\n\n")]
    public void A_headline_that_opens_the_text_as_well_is_counted_once(string opening) =>
        Assert.Equal(ProfileBytes.Of(Read(Title, Body)), ProfileBytes.Of(Read(Title, opening + Body)));

    [Fact]
    public void A_text_that_merely_begins_like_the_headline_keeps_its_words()
    {
        ArticleProfile whole = Read("Ardmoor gate", "Ardmoor gates jammed.");

        Assert.Equal(3, whole.InText.Sum(count => count));
    }

    [Fact]
    public void A_text_that_only_repeats_its_headline_is_a_headline()
    {
        Assert.True(Read(Title, Title).IsHeadline);
        Assert.False(Read(Title, Body).IsHeadline);
    }

    [Fact]
    public void What_is_left_of_a_possessive_is_nothing_to_look_an_article_up_by()
    {
        uint[] keys = Read(null, "Tarrow's gate and Dossal's lock don't close.").Keys();

        Assert.DoesNotContain(FeatureHash.Of("s"), keys);
        Assert.DoesNotContain(FeatureHash.Of("t"), keys);
        Assert.Contains(FeatureHash.Of(EnglishStemmer.Stem("lock")), keys);
    }

    [Fact]
    public void Bytes_give_back_the_profile()
    {
        ArticleProfile profile = Read(Title, Body);
        ArticleProfile again = ProfileBytes.Read(ProfileBytes.Of(profile));

        Assert.Equal(profile.Terms, again.Terms);
        Assert.Equal(profile.Kinds, again.Kinds);
        Assert.Equal(profile.Ranks, again.Ranks);
        Assert.Equal(profile.Keys(), again.Keys());
        Assert.Throws<InvalidDataException>(() => ProfileBytes.Read(new byte[5]));
    }

    private static ArticleProfile Read(string? title, string text) => new ProfileReader().Read(title, text);
}
