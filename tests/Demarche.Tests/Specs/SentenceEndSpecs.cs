using Demarche.Nlp;
using Xunit;

namespace Demarche.Tests.Specs;

/// <summary>Where sentences end in news. The examples mark each end with a bar.</summary>
public sealed class SentenceEndSpecs
{
    [Theory]
    [InlineData("The talks failed. | Both sides left. | Why?")]
    [InlineData("They left... | Nobody spoke. | It was, well ... over.")]
    [InlineData("We left. | ... They stayed.")]
    [InlineData("And then . . . nothing.")]
    public void A_final_mark_ends_a_sentence(string marked) => AssertSentences(marked);

    [Theory]
    [InlineData("Mr. Orlov met Gen. J. K. Rand of Acme Inc. in Salem, Ore., at 5 p.m. Monday.")]
    [InlineData("He flew to the U.S. | The talks go on.")]
    [InlineData("He met U.S. President Rand.")]
    [InlineData("Rule No. 5 stands. | They said no. | He sat.")]
    public void An_abbreviation_ends_one_only_before_a_word_that_opens_one(string marked) => AssertSentences(marked);

    [Theory]
    [InlineData("“We will stay.” | She left.")]
    [InlineData("\"We will stay.\" | \"They won't.\"")]
    [InlineData("(He left. | She stayed.) | It rained.")]
    [InlineData("He called it ‘a lie.’ | She agreed.")]
    public void Closing_marks_stay_with_what_they_close(string marked) => AssertSentences(marked);

    [Theory]
    [InlineData("“Stop!” she said. | “Now.”")]
    [InlineData("“Will you go?” Ms. Orlova asked the panel.")]
    [InlineData("“Will you go?” | The panel was silent.")]
    public void A_reporting_clause_goes_on_with_its_question(string marked) => AssertSentences(marked);

    [Theory]
    [InlineData("“The lock stays shut.” Orlova said. | The panel left.")]
    [InlineData("“The lock stays shut.” | Orlova said the panel had left.")]
    public void A_reporting_clause_that_is_all_there_is_goes_on_with_its_quotation(string marked) => AssertSentences(marked);

    [Theory]
    [InlineData("The panel met near the lock. | valdia, however, stayed away.")]
    [InlineData("They saw approx. ten boats.")]
    public void Damaged_capitals_do_not_join_sentences(string marked) => AssertSentences(marked);

    [Theory]
    [InlineData("GENEVA, May 3 (Agency) - The talks failed. | Both left.")]
    [InlineData("1. The border opens.")]
    public void Datelines_and_list_numbers_stay_with_their_sentence(string marked) => AssertSentences(marked);

    [Fact]
    public void A_headline_ends_with_its_line()
    {
        Document document = new Analyzer().Analyze("Talks fail in Valdia\nBoth sides left, the minister said\n\n• border • tolls");
        Assert.Equal(
            ["Talks fail in Valdia", "Both sides left, the minister said", "• border", "• tolls"],
            Sentences(document));
    }

    private static void AssertSentences(string marked)
    {
        Document document = new Analyzer().Analyze(marked.Replace("| ", "", StringComparison.Ordinal));
        Assert.Equal(marked.Split(" | "), Sentences(document));
    }

    private static string[] Sentences(Document document) =>
        [.. document.Sentences.ToArray().Select(range => document.SpanOf(range).Of(document.Text))];
}
