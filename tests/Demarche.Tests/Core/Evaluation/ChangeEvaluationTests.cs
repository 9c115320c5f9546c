using Demarche.Core;
using Demarche.Core.Evaluation;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Core.Evaluation;

public sealed class ChangeEvaluationTests
{
    private const string May = "Tal wants the toll, Berg said on Monday. Tal may lift the ban.";
    private const string June = "Tal rejects the toll, Berg said on Friday.";

    [Fact]
    public void Both_ends_read_and_the_right_relation_count_apart()
    {
        EvaluationReport report = Run([Change("reversed"), Change("softened")], Read("may", May, "wants the toll", 2), Read("june", June, "rejects the toll", -3));
        Assert.Equal((2, 1, 1), (report.Counts["found.right"], report.Counts["changes.right"], report.Counts["listed.right"]));
        Assert.Equal(("pairs", 2), (report.Unit, report.Cases));
        Assert.Contains("read as reversed", Assert.Single(report.Errors).What, StringComparison.Ordinal);
    }

    [Fact]
    public void An_end_that_is_not_read_is_named()
    {
        EvaluationReport report = Run([Change("reversed")], Read("may", May, "lift the ban", 1), Read("june", June, "rejects the toll", -3));
        Assert.Equal((0, 0), (report.Counts["found.right"], report.Counts["changes.right"]));
        Assert.Contains("the earlier end is not read", Assert.Single(report.Errors).What, StringComparison.Ordinal);
    }

    [Fact]
    public void Recorded_positions_without_pairs_still_judge_the_moves()
    {
        GoldArticle may = Gold("may", May);
        Assert.False(ChangeEvaluation.Takes(new GoldCorpus([may], [], null)));
        Assert.True(ChangeEvaluation.Takes(new GoldCorpus([may with { Positions = [] }], [], null)));
        EvaluationReport report = Run([], true, Read("may", May, "wants the toll", 2), Read("june", June, "rejects the toll", -3));
        Assert.Equal((1, 0), (report.Counts["moves.right"], report.Cases));
    }

    [Fact]
    public void An_article_without_a_record_is_missing()
    {
        EvaluationReport report = Run([Change("reversed")], Read("may", May, "wants the toll", 2));
        Assert.Equal(["june"], report.Missing);
        Assert.Equal(0, report.Counts["found.right"]);
    }

    [Theory]
    [InlineData("may", 1)]
    [InlineData("june", 0)]
    public void Only_the_first_on_record_is_new(string article, int right)
    {
        string words = article == "may" ? "wants the toll" : "rejects the toll";
        var change = new GoldChange("tal", "toll", null, new GoldPlace(article, words), "new");
        EvaluationReport report = Run([change], Read("may", May, "wants the toll", 2), Read("june", June, "rejects the toll", -3));
        Assert.Equal((1, right), (report.Counts["found.right"], report.Counts["changes.right"]));
    }

    [Fact]
    public void Words_the_article_does_not_have_are_an_error()
    {
        var change = new GoldChange("tal", "toll", null, new GoldPlace("may", "loves the toll"), "new");
        Assert.Throws<InvalidDataException>(() => Run([change], Read("may", May, "wants the toll", 2)));
    }

    [Fact]
    public void What_the_person_recorded_is_compared_apart_from_what_was_read()
    {
        EvaluationReport report = Run(
            [Change("reversed")], true, Read("may", May, "wants the toll", 2), Read("june", June, "rejects the toll", 3));
        Assert.Equal((0, 1, 1), (report.Counts["changes.right"], report.Counts["recorded.right"], report.Counts["recorded_listed.right"]));
    }

    [Fact]
    public void Without_recorded_positions_they_are_no_figure() =>
        Assert.DoesNotContain(Run([Change("reversed")]).Figures, figure => figure.Figure.Name is "recorded" or "moves");

    [Theory]
    [InlineData(-3, 1)]
    [InlineData(-1, 1)]
    [InlineData(1, 0)]
    public void A_move_rests_on_recorded_lines_where_both_stances_are_recorded(int june, int right)
    {
        CodedArticle may = Read("may", May, "wants the toll", june == 1 ? -3 : 2);
        EvaluationReport report = Run([Change("reversed")], true, may, Read("june", June, "rejects the toll", june));
        Assert.Equal((right, 1), (report.Counts["moves.right"], report.Counts["moves.of"]));
    }

    private static GoldChange Change(string relation) =>
        new("tal", "toll", new GoldPlace("may", "Tal wants the toll"), new GoldPlace("june", "Tal rejects the toll"), relation);

    private static EvaluationReport Run(IReadOnlyList<GoldChange> changes, params CodedArticle[] coded) => Run(changes, false, coded);

    private static EvaluationReport Run(IReadOnlyList<GoldChange> changes, bool isRecorded, params CodedArticle[] coded)
    {
        GoldArticle[] articles = isRecorded
            ? [Gold("may", May) with { Positions = [Recorded(May, "Tal wants the toll", "supports")] }, Gold("june", June) with { Positions = [Recorded(June, "Tal rejects the toll", "opposes")] }]
            : [Gold("may", May), Gold("june", June)];
        return ChangeEvaluation.Run(
            new GoldCorpus(articles, changes, null), coded.ToDictionary(record => record.Article.Id, StringComparer.Ordinal), seed: 1);
    }

    private static GoldArticle Gold(string id, string text) =>
        new() { Id = id, Text = text, Input = new RawArticle { Origin = id, Id = id } };

    private static GoldPosition Recorded(string text, string evidence, string stance)
    {
        int start = text.IndexOf(evidence, StringComparison.Ordinal);
        return new() { Party = "tal", Issue = "toll", Stance = stance, Evidence = evidence, Places = [new TextSpan(start, start + evidence.Length)] };
    }

    private static CodedArticle Read(string id, string text, string evidence, int signed)
    {
        int start = text.IndexOf(evidence, StringComparison.Ordinal);
        var day = new DateOnly(2031, id == "may" ? 5 : 6, 4);
        return new CodedArticle
        {
            Article = new Article { Id = id, Text = text, Published = day },
            Positions =
            [
                new Position
                {
                    Id = "p1", Holder = "Ina Berg", Party = "tal", Issue = "toll", Direction = signed > 0 ? Direction.Supports : Direction.Opposes,
                    Strength = Math.Abs(signed), Act = Act.Assert, Date = day, Evidence = new TextSpan(start, start + evidence.Length),
                    Confidence = 1, Why = "written by hand",
                },
            ],
        };
    }
}
