using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Evaluation;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Core.Evaluation;

public sealed class QuoteEvaluationTests
{
    private const string Whole = "“The weir reopens in June if the river board pays for the gear,” Wilma Tarrow said in Ardmoor.";
    private const string Cut = "“The weir reopens in June,” Wilma Tarrow said in Ardmoor.";
    private const string Other = "“Herring prices at Harle have doubled since the storm,” Wilma Tarrow said in Ardmoor.";

    [Fact]
    public void Pairs_found_and_the_relation_count_apart()
    {
        EvaluationReport report = Run(
            [
                new GoldQuotation("q1", "reworded", [new GoldPlace("a", "The weir reopens"), new GoldPlace("b", "reopens in June")]),
                new GoldQuotation("q2", "identical", [new GoldPlace("a", "Ardmoor"), new GoldPlace("c", "Herring prices")]),
            ],
            Read("a", Whole), Read("b", Cut), Read("c", Other));

        Assert.Equal((1, 2), (report.Counts["renderings.found"], report.Counts["renderings.gold"]));
        Assert.Equal((1, 1), (report.Counts["renderings.right"], report.Counts["renderings.said"]));
        Assert.Equal((0, 1), (report.Counts["relation.right"], report.Counts["relation.of"]));
        Assert.Contains(report.Errors, error => error.IsMiss && error.What.StartsWith("q2", StringComparison.Ordinal));
        Assert.Contains(report.Errors, error => error.What.Contains("reworded read as truncated", StringComparison.Ordinal));
        Assert.Equal(200.0 / 3, report.Figures[0].Value, 6);
    }

    [Fact]
    public void A_pair_said_that_no_person_joined_is_surplus()
    {
        EvaluationReport report = Run(
            [new GoldQuotation("q1", "truncated", [new GoldPlace("a", "The weir reopens"), new GoldPlace("c", "Herring prices")])],
            Read("a", Whole), Read("b", Cut), Read("c", Other));

        Assert.Equal((0, 1), (report.Counts["renderings.right"], report.Counts["renderings.said"]));
        Assert.Contains(report.Errors, error => !error.IsMiss && error.What.StartsWith("not one utterance", StringComparison.Ordinal));
    }

    [Fact]
    public void Words_the_article_does_not_have_are_an_error() => Assert.Throws<InvalidDataException>(() => Run(
        [new GoldQuotation("q1", "identical", [new GoldPlace("a", "no such words"), new GoldPlace("b", "The weir")])], Read("a", Whole)));

    private static EvaluationReport Run(IReadOnlyList<GoldQuotation> quotations, params CodedArticle[] coded) => QuoteEvaluation.Run(
        new GoldCorpus([Gold("a", Whole), Gold("b", Cut), Gold("c", Other)], [], null) { Quotations = quotations },
        coded.ToDictionary(record => record.Article.Id, StringComparer.Ordinal),
        vectors: null,
        seed: 1);

    private static GoldArticle Gold(string id, string text) =>
        new() { Id = id, Text = text, Input = new RawArticle { Origin = id, Id = id } };

    private static CodedArticle Read(string id, string text) => new()
    {
        Article = new Article { Id = id, Outlet = id, Title = "Ardmoor weir: Wilma Tarrow", Text = text, Published = new DateOnly(2031, 5, 4) },
        Attributions =
        [
            new Attribution
            {
                Id = "a1",
                Kind = AttributionKind.Direct,
                Speaker = "Wilma Tarrow",
                Cue = [new TextSpan(text.IndexOf("said", StringComparison.Ordinal), text.IndexOf("said", StringComparison.Ordinal) + 4)],
                Content = [new TextSpan(0, text.IndexOf('”', StringComparison.Ordinal) + 1)],
            },
        ],
    };
}
