using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Evaluation;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Core.Evaluation;

public sealed class ScorerTests
{
    private const string Text = "“The ferry sails,” Berg said. Tal rejects the toll.";

    [Fact]
    public void Quote_marks_and_punctuation_at_the_ends_of_a_span_do_not_count()
    {
        Tally tally = Score(new AttributionScorer(), Gold(attribution: Span("The ferry sails")), Read(attribution: Span("“The ferry sails,”")));
        Assert.Equal(1, tally["exact_content.right"]);
        Assert.Equal(1, tally["attribution.right"]);
    }

    [Fact]
    public void Less_than_half_of_the_content_is_no_match()
    {
        Tally tally = Score(new AttributionScorer(), Gold(attribution: Span("The ferry sails")), Read(attribution: Span("sails")));
        Assert.Equal(0, tally["attribution.right"]);
        Assert.Equal(1, tally["overlap_content.right"]);
        Assert.Equal(1, tally["exact_cue.right"]);
    }

    [Fact]
    public void Said_heads_a_speech_cue_and_holds_is_none()
    {
        Tally tally = Score(new AttributionScorer(), Gold(attribution: Span("The ferry sails")), Read());
        Assert.Equal((1, 1), (tally["attribution_speech.gold"], tally["attribution.gold"]));
        Assert.Equal(0, Score(new AttributionScorer(), Gold(attribution: Span("The ferry sails"), cue: "rejects"), Read())["attribution_speech.gold"]);
    }

    [Theory]
    [InlineData(null, 0, 0)]
    [InlineData(AttributionType.Statement, 1, 1)]
    [InlineData(AttributionType.Attitude, 0, 1)]
    public void A_type_is_compared_where_the_gold_has_one(AttributionType? type, int right, int compared)
    {
        TextSpan content = Span("the toll");
        Tally tally = Score(new AttributionScorer(), Gold(content, type: type), Read(content));
        Assert.Equal((right, compared), (tally["type.right"], tally["type.of"]));
    }

    [Fact]
    public void Doubtful_gold_neither_rewards_nor_punishes()
    {
        Tally found = Score(new PositionScorer(), Gold(isDoubtful: true), Read(stance: Direction.Opposes));
        Assert.Equal((0, 0, 0), (found["positions.right"], found["positions.said"], found["positions.gold"]));
        Tally missed = Score(new PositionScorer(), Gold(isDoubtful: true), Read());
        Assert.Equal(0, missed["positions.gold"]);
    }

    [Fact]
    public void The_wrong_stance_counts_only_where_the_stance_is_left_out()
    {
        Tally tally = Score(new PositionScorer(), Gold(isDoubtful: false), Read(stance: Direction.Supports));
        Assert.Equal((0, 1), (tally["positions.right"], tally["positions_loose.right"]));
        Assert.Equal((1, 1), (tally["positions.said"], tally["positions.gold"]));
    }

    private static Tally Score(IScorer scorer, GoldArticle gold, CodedArticle coded) => scorer.Score(gold, coded, []);

    private static GoldArticle Gold(TextSpan? attribution = null, string cue = "said", bool? isDoubtful = null, AttributionType? type = null) => new()
    {
        Id = "ferry",
        Text = Text,
        Input = new RawArticle { Origin = "ferry", Id = "ferry" },
        Attributions = attribution is { } content ? [new GoldAttribution([Span("Berg")], [Span(cue)], [content], "Ina Berg", type)] : [],
        Positions = isDoubtful is null
            ? null
            :
            [
                new GoldPosition
                {
                    Party = "tal", Issue = "toll", Stance = "opposes", Places = [Span("Tal rejects the toll")], Evidence = "Tal rejects the toll",
                    IsDoubtful = isDoubtful.Value,
                },
            ],
    };

    private static CodedArticle Read(TextSpan? attribution = null, Direction? stance = null) => new()
    {
        Article = new Article { Id = "ferry", Text = Text },
        Attributions = attribution is { } content
            ? [new Attribution { Id = "a1", Kind = AttributionKind.Direct, Source = [Span("Berg")], Cue = [Span("said")], Content = [content] }]
            : [],
        Positions = stance is { } direction
            ?
            [
                new Position
                {
                    Id = "p1", Holder = "Tal", Party = "tal", Issue = "toll", Direction = direction, Strength = 3, Act = Act.Reject,
                    Evidence = Span("rejects the toll"), Confidence = 1, Why = "written by hand",
                },
            ]
            : [],
    };

    private static TextSpan Span(string words) =>
        new(Text.IndexOf(words, StringComparison.Ordinal), Text.IndexOf(words, StringComparison.Ordinal) + words.Length);
}
