using System.Diagnostics;
using Demarche.Nlp;
using Xunit;

namespace Demarche.Tests.Laws;

/// <summary>Texts made to hang a reader are read in about the time any text of their length takes.</summary>
public sealed class HostileTextTests
{
    private const int Megabyte = 1 << 20;

    // Measured 0.05-0.5 s in Debug on a shared core; quadratic work on a megabyte would take minutes.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData("a")]
    [InlineData(".")]
    [InlineData("\"")]
    [InlineData("“")]
    [InlineData("”")]
    [InlineData("'")]
    [InlineData("‘")]
    [InlineData(" ")]
    [InlineData("\n")]
    [InlineData("\0")]
    [InlineData("-")]
    [InlineData("7")]
    [InlineData("a.")]
    [InlineData("a-")]
    [InlineData("a'")]
    [InlineData("s' ")]
    [InlineData("a@")]
    [InlineData("1,000")]
    [InlineData("www.")]
    [InlineData("Mr. ")]
    [InlineData("“a ‘b ")]
    [InlineData("“a” ‘b’ ")]
    [InlineData("May ")]
    [InlineData("last ")]
    [InlineData("two ")]
    [InlineData("the ")]
    [InlineData("1 ")]
    [InlineData("on Monday ")]
    public void A_megabyte_of_one_thing_is_read_in_time(string piece) => AssertReadInTime(piece);

    // Not theory data: an attribute cannot hold half a surrogate pair.
    [Fact]
    public void A_megabyte_of_lone_surrogates_is_read_in_time() => AssertReadInTime("\uD83D");

    [Fact]
    public void A_hundred_thousand_quotations_are_found()
    {
        string text = string.Concat(Enumerable.Repeat("“Yes,” he said. ", 100_000));
        var watch = Stopwatch.StartNew();
        Assert.Equal(100_000, new Analyzer().Analyze(text).Quotations.Count);
        Assert.True(watch.Elapsed < Limit, $"{watch.Elapsed}");
    }

    private static void AssertReadInTime(string piece)
    {
        string text = string.Concat(Enumerable.Repeat(piece, Megabyte / piece.Length));
        var watch = Stopwatch.StartNew();
        Document document = new Analyzer().Analyze(text, new DateOnly(2025, 10, 21));
        Assert.True(watch.Elapsed < Limit, $"{watch.Elapsed} for a megabyte of '{piece}'");
        Assert.True(document.TokenCount <= text.Length);
    }
}
