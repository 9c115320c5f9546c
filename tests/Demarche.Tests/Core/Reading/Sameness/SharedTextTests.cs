using Demarche.Core.Reading.Sameness;
using Xunit;

namespace Demarche.Tests.Core.Reading.Sameness;

public sealed class SharedTextTests
{
    [Fact]
    public void Copies_are_found_whatever_case_and_punctuation_and_whichever_comes_first()
    {
        string cut = Words(0, 90);
        string whole = Words(0, 150).ToUpperInvariant().Replace(" ", ", ", StringComparison.Ordinal);
        Assert.Equal(1, Compare(cut, whole).Share);
        Assert.Equal(1, Compare(whole, cut).Share);
        Assert.Equal(0, Compare(cut, Words(500, 150)).Share);
    }

    [Fact]
    public void Runs_stand_where_the_words_are()
    {
        string first = $"Own lead here. {Words(0, 20)} Own middle. {Words(40, 30)}";
        string second = $"{Words(40, 30)}. Another lead. {Words(0, 20)}";
        SharedText shared = Compare(first, second);
        Assert.Equal([Words(0, 20), Words(40, 30)], shared.Runs.Select(run => run.First.Of(first)));
        Assert.Equal([Words(0, 20), Words(40, 30)], shared.Runs.Select(run => run.Second.Of(second)));
    }

    [Fact]
    public void A_shared_quotation_makes_no_copy()
    {
        string quotation = Words(9000, 40);
        Assert.False(Compare($"{Words(0, 100)} {quotation}", $"{quotation} {Words(500, 100)}").IsCopy);
    }

    [Fact]
    public void Short_texts_are_no_copies() => Assert.False(Compare("The same headline.", "The same headline.").IsCopy);

    [Fact]
    public void A_text_of_one_word_over_and_over_ends_soon() =>
        Assert.True(Compare(string.Join(' ', Enumerable.Repeat("no", 200_000)), string.Join(' ', Enumerable.Repeat("no", 200_000))).IsCopy);

    [Theory]
    [InlineData("PORT ILVANE (Reuters) - The council met.", "Reuters", true)]
    [InlineData("ILVANE, May 6 (AP) — The council met.", "AP", true)]
    [InlineData("Toll is raised\nBy Ann Lee, Associated Press\nThe council met.", "AP", true)]
    [InlineData("The council met on Monday.\n© AFP 2031", "AFP", true)]
    [InlineData("The council met on Monday.\nCopyright 2031 The Associated Press. All rights reserved.", "AP", true)]
    [InlineData("The council met on Monday.\n(Reuters)", "Reuters", true)]
    [InlineData("The council met on Monday.\nReuters contributed to this report.", "Reuters", false)]
    [InlineData("The council met on Monday.\n— Bo Ek, with reporting by the Associated Press", "AP", false)]
    [InlineData("The council met on Monday.\nAdditional reporting from Kyodo", "Kyodo", false)]
    public void Credits_of_agencies_are_read(string text, string agency, bool isWhole)
    {
        CreditLine credit = Assert.Single(CreditLine.Find(text));
        Assert.Equal((agency, isWhole), (credit.Agency, credit.IsWhole));
        Assert.True(credit.Span.End <= text.Length);
    }

    [Theory]
    [InlineData("The minister told Reuters that the toll stays. Bo Ek spoke with AP on Monday.")]
    [InlineData("The council met (again) - nobody came.")]
    [InlineData("Bo Ek contributed to this report.")]
    public void What_is_told_to_an_agency_is_no_credit(string text) => Assert.Empty(CreditLine.Find(text));

    private static SharedText Compare(string first, string second) => SharedText.Of(TextWords.Of(first), TextWords.Of(second));

    private static string Words(int from, int count) => string.Join(' ', Enumerable.Range(from, count).Select(i => $"word{i}"));
}
