using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Nlp;
using Demarche.Tests.Core.Parties;
using Xunit;

namespace Demarche.Tests.Core.Attributions;

/// <summary>Lund was prime minister until 30 June 2031, Moe led the Coast Party till then and has been prime minister since.</summary>
public sealed class ArticleDayTests
{
    private static readonly ActorDirectory Actors = new(FjordDispute.Codebook);

    [Theory]
    [InlineData("Prime Minister Ida Lund met crews.", true)]
    [InlineData("Opposition leader Pal Moe met crews.", true)]
    [InlineData("Prime Minister Pal Moe met crews.", false)]
    [InlineData("Former Prime Minister Ida Lund met crews.", false)]
    [InlineData("Prime Minister Ida Lund, who resigned over the quota, met crews.", false)]
    [InlineData("Crews met on 4 May 2031.", true)]
    [InlineData("Crews met on 4 May 2032.", false)]
    public void Titles_and_dates_tell_for_which_day_offices_are_read(string text, bool isBefore)
    {
        DateOnly? day = Find(text);
        Assert.NotNull(day);
        Assert.Equal(isBefore, day <= new DateOnly(2031, 6, 30));
    }

    [Theory]
    [InlineData("Crews met.")]
    [InlineData("Government spokesman Tor Vang met crews.")]
    [InlineData("Prime Minister Ida Lund met Prime Minister Pal Moe.")]
    public void Is_null_when_nothing_tells_or_two_readings_are_equal(string text) => Assert.Null(Find(text));

    [Fact]
    public void A_name_under_two_parties_follows_the_day()
    {
        const string text = "[Opposition leader Pal Moe|said] no. [Moe|added] more.";
        DateOnly? day = Find("Opposition leader Pal Moe said no. Moe added more.");
        Assert.All(MarkedText.Resolve(text, Actors, day), found => Assert.Equal(("Pal Moe", "opposition"), (found.Speaker, found.SpeakerParty)));
    }

    private static DateOnly? Find(string text) => new ArticleDay(Actors).Find(new Analyzer().Analyze(text));
}
