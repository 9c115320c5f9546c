using Demarche.Core;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Tests.Core.Positions;
using Xunit;

namespace Demarche.Tests.Specs;

/// <summary>One line for one position of a text, and more where it was voiced at clearly different times; what went before a statement has not its day.</summary>
public sealed class OtherTimesSpecs
{
    private static readonly Lazy<ReadingModels> Models = new(() => ReadingModels.Read(Path.Combine(Repository.Root!, "models", "en")));

    [Theory]
    [InlineData("Suderia demanded on Monday that the herring embargo be lifted. On Wednesday, Suderia again demanded that the herring embargo be lifted.", "2031-05-12", "2031-05-14")]
    [InlineData("Suderia demanded on Monday that the herring embargo be lifted. Suderia said the embargo must end.", "2031-05-12")]
    [InlineData("In April's accord the islands shared the strait and Norland promised to lift the herring embargo. On Wednesday, Norland said the embargo would be lifted.", null, "2031-05-14")]
    public void A_position_has_a_line_for_each_time_it_was_voiced(string text, params string?[] days) => Assert.Equal(days, DaysIn(text));

    [Theory]
    [InlineData("Suderia protested on Wednesday after Norland threatened to keep the herring embargo.", "norland", null)]
    [InlineData("Suderia protested on Wednesday after Norland said on Monday that it would keep the herring embargo.", "norland", "2031-05-12")]
    public void What_went_before_has_not_the_day_of_what_came_of_it(string text, string party, string? day) => Assert.Equal(day, Assert.Single(DaysIn(text, party)));

    [Fact]
    public void What_is_told_in_passing_gives_way_to_what_is_told()
    {
        const string Text = "Suderia protested on Wednesday after Norland imposed a new harbour toll. Norland announced its new harbour toll on Tuesday.";
        Position toll = Assert.Single(Read(Text), p => p is { Party: "norland", Issue: "harbour-toll" });
        Assert.Equal(new DateOnly(2031, 5, 13), toll.Date);
    }

    private static string?[] DaysIn(string text, string? party = null) =>
        [.. Read(text).Where(p => p.Issue == "embargo-end" && (party is null || p.Party == party)).Select(p => p.Date?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture))];

    private static IReadOnlyList<Position> Read(string text)
    {
        Assert.SkipWhen(Repository.Root is null, "The tests do not run in a checkout.");
        return new ArticlePipeline(FisheryDispute.Codebook, Models.Value).Code(new Article { Id = "x", Text = text, Published = new DateOnly(2031, 5, 15) }).Positions;
    }
}
