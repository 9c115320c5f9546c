using Demarche.Nlp;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Nlp;

public sealed class DocumentTests
{
    private static readonly Document Read = new Analyzer().Analyze("One two.\nThree “four five”. Six.");

    [Fact]
    public void Empty_text_has_no_tokens() => Assert.Equal(0, new Analyzer().Analyze("").TokenCount);

    [Fact]
    public void Text_of_invisible_characters_has_no_tokens() =>
        Assert.Equal(0, new Analyzer().Analyze(" \u200B\uFEFF\u202A\0\n").TokenCount);

    [Fact]
    public void Finds_the_sentence_and_paragraph_of_a_token()
    {
        int six = Read.TokenCount - 2;
        Assert.Equal("Six", Read.Token(six).ToString());
        Assert.Equal(2, Read.SentenceOf(six));
        Assert.Equal(1, Read.ParagraphOf(six));
    }

    [Fact]
    public void Finds_the_tokens_of_a_span_that_cuts_words()
    {
        TokenRange range = Read.TokensOf(new TextSpan(1, 6));
        Assert.Equal("One two", Read.SpanOf(range).Of(Read.Text));
    }
}
