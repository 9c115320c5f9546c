using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Evaluation;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Core.Evaluation;

public sealed class PositionGroupsTests
{
    private const string Text = "Tal rejects the toll, Berg said on Monday. Sund will mend the lighthouse. The pier stays shut.";

    private static readonly DateOnly Day = new(2031, 5, 4);

    [Fact]
    public void A_line_of_the_wrong_stance_is_one_mistake()
    {
        PositionGroups groups = Of([Gold("Tal rejects the toll", "opposes")], [Line("rejects the toll", 2)]);
        Assert.Equal(1, groups.Stances["opposes", "supports"]);
        Assert.Equal(["opposes"], groups.Stances.Recorded);
        Assert.Equal(["another stance read"], groups.Missed.Select(group => group.Label));
        Assert.Equal(["recorded with another stance"], groups.Surplus.Select(group => group.Label));
    }

    [Fact]
    public void What_is_not_found_and_what_nobody_recorded_are_in_the_table()
    {
        PositionGroups groups = Of([Gold("Tal rejects the toll", "opposes")], [Line("The pier stays shut", -2, issue: "pier")]);
        Assert.Equal((1, 1), (groups.Stances["opposes", Confusion.Nothing], groups.Stances[Confusion.Nothing, "opposes"]));
        Assert.Equal(["opposes", Confusion.Nothing], groups.Stances.Recorded);
    }

    [Fact]
    public void Acts_are_those_of_matched_lines()
    {
        PositionGroups groups = Of([Gold("Tal rejects the toll", "opposes") with { Act = "reject" }], [Line("rejects the toll", -2)]);
        Assert.Equal(1, groups.Acts["reject", "assert"]);
        Assert.Empty(groups.Missed);
        Assert.Empty(groups.Surplus);
    }

    [Theory]
    [InlineData("tal", "pier", "another issue read", "recorded on another issue")]
    [InlineData("sund", "toll", "another party read, or nobody's", "recorded of another party")]
    [InlineData(null, "toll", "another party read, or nobody's", "recorded of another party")]
    [InlineData("sund", "pier", "another party and another issue read", "recorded of another party on another issue")]
    public void What_is_read_in_its_place_tells_the_group(string? party, string issue, string missed, string surplus)
    {
        PositionGroups groups = Of([Gold("Tal rejects the toll", "opposes")], [Line("rejects the toll", -2, party, issue)]);
        Assert.Equal([(missed, 1)], groups.Missed.Select(group => (group.Label, group.Errors.Count)));
        Assert.Equal([(surplus, 1)], groups.Surplus.Select(group => (group.Label, group.Errors.Count)));
    }

    [Fact]
    public void Doubtful_lines_are_in_no_group()
    {
        PositionGroups groups = Of([Gold("Tal rejects the toll", "opposes") with { IsDoubtful = true }], []);
        Assert.Empty(groups.Missed);
        Assert.Empty(groups.Stances.Recorded);
    }

    [Theory]
    [InlineData(2, "nothing recorded there")]
    [InlineData(30, "nothing recorded there; undated, or told of more than 7 days before")]
    [InlineData(null, "nothing recorded there; undated, or told of more than 7 days before")]
    public void What_lies_back_is_told_apart(int? daysBefore, string label)
    {
        Position line = Line("The pier stays shut", -2) with { Date = daysBefore is { } days ? Day.AddDays(-days) : null };
        Assert.Equal([label], Of([], [line]).Surplus.Select(group => group.Label));
    }

    [Fact]
    public void Two_recorded_lines_may_be_read_as_one()
    {
        GoldPosition first = Gold("Tal rejects the toll", "opposes");
        PositionGroups groups = Of([first, first with { Holder = "Ina Berg" }], [Line("rejects the toll", -2)]);
        Assert.Equal(["read right, once for two recorded lines"], groups.Missed.Select(group => group.Label));
    }

    [Fact]
    public void The_way_breaks_off_where_nobody_is_said_to_speak_or_no_phrase_names_the_issue()
    {
        ArticlePipeline pipeline = Pipeline();
        Article article = new() { Id = "toll", Text = Text, Published = Day };
        CodedArticle coded = pipeline.Code(article) with { Positions = [] };
        GoldPosition[] gold =
        [
            Gold("The pier stays shut", "opposes") with { Issue = "pier" },
            Gold("Tal rejects the toll", "opposes") with { Issue = "lights" },
            Gold("Tal rejects the toll", "opposes"),
        ];
        PositionGroups groups = PositionGroups.Of(Corpus(gold), new Dictionary<string, CodedArticle> { ["toll"] = coded }, pipeline);
        Assert.Contains("no attribution there, and nothing read in the narrator's voice", groups.Missed.Select(group => group.Label));
        Assert.Contains("another issue read", groups.Missed.Select(group => group.Label));
        // It was read, and is no line only because the lines were taken away.
        Assert.Contains("read right, lost to another place of the holder", groups.Missed.Select(group => group.Label));
    }

    [Theory]
    [InlineData("toll", "attributed and named, but nothing read")]
    [InlineData("pier", "attributed, but no phrase of the codebook names the issue")]
    public void A_phrase_of_the_codebook_is_looked_for_in_what_is_attributed(string issue, string label)
    {
        GoldPosition missed = Gold("Tal rejects the toll", "opposes") with { Issue = issue };
        ArticlePipeline pipeline = Pipeline();
        var article = new Article { Id = "toll", Text = Text, Published = Day };
        PositionTrace full = pipeline.Trace(article)!;
        MissGroup group = MissGroups.Of(missed, pipeline.Code(article) with { Positions = [] }, full with { Readings = [] });
        Assert.Equal(label, MissGroups.LabelOf(group));
    }

    [Fact]
    public void Without_a_record_nothing_is_attributed()
    {
        PositionGroups groups = PositionGroups.Of(Corpus([Gold("Tal rejects the toll", "opposes")]), new Dictionary<string, CodedArticle>(), null);
        Assert.Equal(["no attribution there, and nothing read in the narrator's voice"], groups.Missed.Select(group => group.Label));
    }

    private static ArticlePipeline Pipeline() => new(CodebookReader.Read(
        """
        dispute: toll
        parties:
          - {id: tal, name: Tal, names: [Tal]}
          - {id: sund, name: Sund, names: [Sund]}
        issues:
          - {id: toll, label: Toll, terms: [toll]}
          - {id: lights, label: Lighthouse, terms: [lighthouse]}
          - {id: pier, label: Pier, terms: [pier opened]}
        """).Codebook);

    private static PositionGroups Of(GoldPosition[] gold, Position[] lines)
    {
        var coded = new CodedArticle
        {
            Article = new Article { Id = "toll", Text = Text, Published = Day },
            Attributions = [new Attribution { Id = "a1", Kind = AttributionKind.Indirect, Source = [Span("Berg")], Cue = [Span("said")], Content = [Span("Tal rejects the toll")] }],
            Positions = lines,
        };
        return PositionGroups.Of(Corpus(gold), new Dictionary<string, CodedArticle> { ["toll"] = coded }, null);
    }

    private static GoldCorpus Corpus(GoldPosition[] gold) =>
        new([new GoldArticle { Id = "toll", Text = Text, Input = new RawArticle { Origin = "toll", Id = "toll" }, Positions = gold }], [], null);

    private static GoldPosition Gold(string words, string stance) =>
        new() { Party = "tal", Issue = "toll", Stance = stance, Places = [Span(words)], Evidence = words };

    private static Position Line(string words, int signed, string? party = "tal", string issue = "toll") => new()
    {
        Id = "p1",
        Holder = "Tal",
        Party = party,
        Issue = issue,
        Direction = signed > 0 ? Direction.Supports : Direction.Opposes,
        Strength = Math.Abs(signed),
        Act = Act.Assert,
        Date = Day,
        Evidence = Span(words),
        Confidence = 1,
        Why = "written by hand",
    };

    private static TextSpan Span(string words) =>
        new(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length);
}
