using Demarche.Core.Evaluation;
using Xunit;

namespace Demarche.Tests.Core.Evaluation;

public sealed class FigureTests
{
    [Theory]
    // The two worked examples of K. Krippendorff, "Computing Krippendorff's alpha-reliability", 2011, sections A and B.
    [InlineData("0100000010", "1110010000", 9.5)]
    [InlineData("aabbdcccedda", "babbbcccedd" + "d", 69.2)]
    public void Alpha_is_that_of_the_published_examples(string first, string second, double expected)
    {
        var alpha = new AlphaFigure("alpha", "alpha");
        var tally = new Tally();
        foreach ((char a, char b) in first.Zip(second))
        {
            alpha.Add(tally, $"{a}", $"{b}");
        }

        Assert.Equal(expected, alpha.ValueIn(tally), 0.05);
    }

    [Fact]
    public void F1_is_the_harmonic_mean_and_nothing_said_is_no_error()
    {
        var figure = new MatchFigure("cue", "cue");
        var tally = new Tally();
        Assert.Equal(0, figure.ValueIn(tally));
        figure.Add(tally, 1, 2, 4);
        Assert.Equal(50, figure.Precision(tally));
        Assert.Equal(25, figure.Recall(tally));
        Assert.Equal(100.0 / 3, figure.ValueIn(tally), 1e-9);
    }

    [Fact]
    public void Intervals_hold_the_figure_and_follow_from_the_seed()
    {
        var figure = new ShareFigure("act", "act");
        Tally[] articles = [.. Enumerable.Range(0, 40).Select(i =>
        {
            var tally = new Tally();
            figure.Add(tally, i % 4 != 0);
            return tally;
        })];
        (double low, double high) = new Bootstrap(articles, 7).IntervalOf(figure)!.Value;
        // 75 of 100 in 40 draws: the normal approximation gives 61.6 to 88.4.
        Assert.InRange(low, 57, 66);
        Assert.InRange(high, 84, 93);
        Assert.Equal((low, high), new Bootstrap(articles, 7).IntervalOf(figure));
        Assert.Null(new Bootstrap(articles[..1], 7).IntervalOf(figure));
    }
}
