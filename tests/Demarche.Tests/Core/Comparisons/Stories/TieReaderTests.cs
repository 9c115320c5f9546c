using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Stories;
using Xunit;

namespace Demarche.Tests.Core.Comparisons.Stories;

public sealed class TieReaderTests
{
    [Fact]
    public void A_tie_names_what_both_articles_tell_and_how_far_apart_they_are()
    {
        ComparedArticle one = Of("a", "The sluice jammed on Friday, and in Pellworth the keeper Tarrow counted 412 stranded barges.", 3);
        ComparedArticle other = Of("b", "Barges wait: according to Tarrow the Pellworth sluice holds back 412 of them, and nobody has come to mend it.", 5);

        TieReason reason = new TieReader(new Story("s-1", [one, other], "Sluice", []), TieReader.ByArticle([])).ReasonOf(new StoryTie("a", "b", 0.9));

        Assert.Equal(["Pellworth", "Tarrow"], reason.Names.Order(StringComparer.Ordinal));
        Assert.Equal(["barges", "sluice"], reason.Words.Order(StringComparer.Ordinal));
        Assert.Equal(["412"], reason.Numbers);
        Assert.Equal(2, reason.Days);
        Assert.EndsWith("412; 2 days apart", reason.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Articles_that_share_nothing_and_have_no_day_give_no_reason() => Assert.Equal(
        "",
        new TieReader(new Story("s-1", [Of("a", "Sluice.", null), Of("b", "", null)], "Sluice", []), TieReader.ByArticle([]))
            .ReasonOf(new StoryTie("a", "b", 0.3)).ToString());

    private static ComparedArticle Of(string key, string text, int? day) => new()
    {
        Key = key,
        Id = key,
        Text = text,
        Published = day is { } known ? new DateOnly(2031, 3, known) : null,
    };
}
