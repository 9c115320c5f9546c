using System.Globalization;
using Demarche.Core;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Tests.Core.Positions;
using Xunit;

namespace Demarche.Tests.Specs;

/// <summary>On which day something was said: the one its own clause names, that of the event reported, or none.</summary>
public sealed class StatementDaySpecs
{
    // Wednesday, 7 May 2031.
    private static readonly DateOnly Published = new(2031, 5, 7);

    private static readonly Lazy<ReadingModels> Models = new(() => ReadingModels.Read(Path.Combine(Repository.Root!, "models", "en")));

    // What is longer than a day fixes no day.
    [Theory]
    [InlineData("Over the weekend, Greta Holm called for joint patrols in the strait.", null)]
    [InlineData("Last month Greta Holm called for joint patrols in the strait.", null)]
    [InlineData("On Monday Greta Holm called for joint patrols in the strait.", "2031-05-05")]
    public void The_time_of_the_telling_clause_dates_it(string text, string? day) => Assert.Equal(day, DayOf(text));

    [Theory]
    [InlineData("Greta Holm said on Tuesday that Norland was ready for joint patrols and recalled the two rounds of talks held in March and April.", "2031-05-06")]
    [InlineData("The islands met in Nordhaven on Tuesday. Greta Holm said Norland wanted joint patrols, and she recalled the storms seen in March.", "2031-05-06")]
    public void A_month_that_belongs_to_other_words_does_not(string text, string? day) => Assert.Equal(day, DayOf(text));

    [Theory]
    [InlineData("Norland rejected joint patrols for pilots who were hired on 1 March 2031.", "2031-05-07")]
    [InlineData("On 1 March 2031 Norland rejected joint patrols for pilots who were hired then.", "2031-03-01")]
    public void The_day_of_a_relative_clause_about_others_dates_nothing(string text, string day) => Assert.Equal(day, DayOf(text));

    [Fact]
    public void What_a_speaker_recalls_of_another_party_s_words_has_no_day() =>
        Assert.Null(DayOf("Pavel Orsk said on Tuesday, quoting Greta Holm: \"She put it well when she said that joint patrols are needed.\"", "norland"));

    [Fact]
    public void What_is_joined_to_a_verb_of_repeated_telling_stands() =>
        Assert.Null(DayOf("The islands met on Tuesday. Norland has repeatedly called for a higher quota and has ruled out joint patrols."));

    [Fact]
    public void A_demand_named_in_passing_does_not_take_the_day_of_the_verb() =>
        Assert.Null(DayOf("Pavel Orsk criticized Norland's demand for joint patrols on Tuesday.", "norland"));

    [Fact]
    public void A_speaker_s_next_words_go_on_from_the_day_just_named() =>
        Assert.Equal(
            "2031-05-02",
            DayOf("Suderia shut its harbour on Tuesday.\nGreta Holm had warned on Friday that a storm was near.\n\"We demand joint patrols at once,\" Holm said.", "norland"));

    [Fact]
    public void A_part_headed_as_background_is_no_news() =>
        Assert.Null(DayOf("Pavel Orsk arrived on Tuesday.\nBackground:\nGreta Holm said that joint patrols were needed."));

    [Theory]
    [InlineData("NORDHAVEN, May 7 (Skerry Wire) - The islands met on Monday.\nGreta Holm said that Norland wanted joint patrols.", "2031-05-05")]
    [InlineData("NORDHAVEN, May 7 (Skerry Wire) - The islands met again.\nGreta Holm said that Norland wanted joint patrols.", "2031-05-07")]
    public void The_day_of_a_dateline_is_that_of_writing(string text, string day) => Assert.Equal(day, DayOf(text));

    [Theory]
    [InlineData("Orsk rejects joint patrols as storms go on\nThe harbour was empty on Tuesday.", "2031-05-06")]
    public void A_headline_tells_the_news_of_the_day(string text, string day) => Assert.Equal(day, DayOf(text, "suderia"));

    // A first word of the text's own tells what is to be done; the report's day is the day it is told.
    [Theory]
    [InlineData("The islands met on Tuesday.\nNorland will start joint patrols in June.", "2031-05-06")]
    [InlineData("The islands met on Tuesday.\nNorland undertakes to start joint patrols in June.", "2031-05-06")]
    [InlineData("The islands met on Tuesday.\nNorland did not rule out joint patrols.", "2031-05-06")]
    [InlineData("The islands met on Tuesday.\nNorland wants joint patrols.", null)]
    public void What_will_be_done_is_news_of_the_day(string text, string? day) => Assert.Equal(day, DayOf(text));

    [Theory]
    [InlineData("Statement by the Government of Norland\nYesterday the islands met. We demand joint patrols.", "2031-05-07")]
    [InlineData("Nordhaven, 6 May 2031\nStatement by the Government of Norland\nThe islands have met today. We demand joint patrols.", "2031-05-06")]
    public void A_text_of_its_own_is_said_on_the_day_it_was_written(string text, string day) => Assert.Equal(day, DayOf(text));

    [Fact]
    public void The_day_of_a_thing_announced_is_that_of_the_announcement() =>
        Assert.Equal("2031-05-02", DayOf("The islands met on Tuesday.\nNorland announced joint patrols in the strait on May 2."));

    [Fact]
    public void A_present_tense_saying_in_a_report_told_in_the_past_stands() =>
        Assert.Null(DayOf(
            """
            The harbour was shut on Tuesday, officials said.
            Fishermen told reporters that they had lost their nets.
            A teacher added that the school was closed, and a baker said that his oven was cold.
            Norland says that joint patrols are needed.
            """));

    [Fact]
    public void Its_own_words_told_in_the_present_are_no_stance_named_by_a_noun() =>
        Assert.Equal("2031-05-07", DayOf("The ministry in Nordhaven has written to the islands. Norland is worried. It says joint patrols must begin."));

    [Theory]
    [InlineData("The islands met in Nordhaven on Tuesday. Greta Holm repeated her call for joint patrols.", "2031-05-06")]
    [InlineData("The islands met in Nordhaven on Tuesday. Norland has repeated its call for joint patrols.", null)]
    public void What_is_voiced_again_has_the_day_of_the_voicing(string text, string? day) => Assert.Equal(day, DayOf(text));

    [Theory]
    [InlineData("Updated 07/05/2031 - 08:12\nThe islands met on Tuesday in Nordhaven.\nGreta Holm said joint patrols were needed.", "2031-05-06")]
    [InlineData("By Ada Fell\n7 May 2031\nThe islands met on Tuesday in Nordhaven.\nGreta Holm said joint patrols were needed.", "2031-05-06")]
    [InlineData("Updated 07/05/2031 - 08:12\nThe islands met again in Nordhaven.\nGreta Holm said joint patrols were needed.", "2031-05-07")]
    public void A_line_that_says_when_the_text_was_put_out_is_no_event(string text, string day) => Assert.Equal(day, DayOf(text));

    private static string? DayOf(string text, string party = "norland")
    {
        Assert.SkipWhen(Repository.Root is null, "The tests do not run in a checkout.");
        var pipeline = new ArticlePipeline(FisheryDispute.Codebook, Models.Value);
        CodedArticle coded = pipeline.Code(new Article { Id = "x", Text = text, Published = Published });
        Position position = coded.Positions.First(p => p.Issue == "patrol-zone" && p.Party == party);
        return position.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }
}
