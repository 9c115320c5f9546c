using Demarche.Nlp;
using Demarche.Nlp.Tokenizing;
using Xunit;

namespace Demarche.Tests.Specs;

/// <summary>What stands in quotation marks, whatever the marks, and what damaged marks do. Quotations are listed outermost first.</summary>
public sealed class QuotationMarkSpecs
{
    [Theory]
    [InlineData("“We stay,” she said, “and talk.”", "“We stay,”", "“and talk.”")]
    [InlineData("\"We stay,\" she said, \"and talk.\"", "\"We stay,\"", "\"and talk.\"")]
    [InlineData("''We stay,'' she said. ``Now.''", "''We stay,''", "``Now.''")]
    [InlineData("‘It’s our choice,’ he said.", "‘It’s our choice,’")]
    [InlineData("'The workers' rights are ours,' he said.", "'The workers' rights are ours,'")]
    [InlineData("«Yes», »no«, „maybe“.", "«Yes»", "»no«", "„maybe“")]
    [InlineData("The (\"old\") plan—\"dead\"—is back.", "\"old\"", "\"dead\"")]
    public void Marks_of_every_kind_are_paired(string text, params string[] expected) => AssertQuotations(text, expected);

    [Theory]
    [InlineData("Valdia’s workers’ rights, rock 'n' roll and the '90s")]
    [InlineData("the workers' rights and the nations' choice")]
    [InlineData("He is 6'2\" tall.")]
    public void Apostrophes_are_no_quotation_marks(string text) => AssertQuotations(text);

    [Fact]
    public void Quotations_nest()
    {
        IReadOnlyList<Quotation> found = Find("“He told me ‘they said “never” twice’,” she said.");
        Assert.Equal([0, 1, 2], found.Select(static quotation => quotation.Depth));
    }

    [Fact]
    public void An_unclosed_quotation_runs_to_the_end_of_its_paragraph_and_goes_on_in_the_next()
    {
        IReadOnlyList<Quotation> found = Find("“We stay.\n“We talk,” she said. “Always.”");
        Assert.Equal([false, true, true], found.Select(static quotation => quotation.IsClosed));
        Assert.Equal([false, true, false], found.Select(static quotation => quotation.Continues));
    }

    [Fact]
    public void A_quotation_may_go_on_without_a_new_opening_mark()
    {
        IReadOnlyList<Quotation> found = Find("“We stay.\nWe talk,” she said.");
        Assert.Equal("We talk,”", found[1].Span.Of("“We stay.\nWe talk,” she said."));
        Assert.True(found[1].Continues);
    }

    [Theory]
    [InlineData("We stay,” she said. “And talk,” she added.", "“And talk,”")]
    [InlineData("“We stay, she said. “And talk,” she added.", "“We stay, she said.", "“And talk,”")]
    [InlineData("“We stay\", she said. \"And talk”, she added.", "“We stay\"", "\"And talk”")]
    [InlineData("He stayed.” Nobody spoke.\nAll was well.")]
    public void A_damaged_mark_spoils_only_its_own_quotation(string text, params string[] expected) => AssertQuotations(text, expected);

    private static IReadOnlyList<Quotation> Find(string text) => new Analyzer().Analyze(text).Quotations;

    private static void AssertQuotations(string text, params string[] expected) =>
        Assert.Equal(expected, Find(text).Select(quotation => quotation.Span.Of(text)));
}
