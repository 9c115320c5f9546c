using Demarche.Nlp.Tokenizing;
using Xunit;

namespace Demarche.Tests.Nlp.Tokenizing;

public sealed class TokenizerTests
{
    /// <summary>Tokens are written with a bar between them.</summary>
    [Theory]
    [InlineData("a 1,000.5-acre farm", "a|1,000.5-acre|farm")]
    [InlineData("$5.5bn, US$5 and €3", "$|5.5|bn|,|US$|5|and|€|3")]
    [InlineData("10% of 3,5", "10|%|of|3|,|5")]
    [InlineData("at 10:30 a.m. on 3/4/2015", "at|10:30|a.m.|on|3/4/2015")]
    public void Keeps_numbers_whole(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Theory]
    [InlineData("5pm, 20km, 1,000m", "5|pm|,|20|km|,|1,000|m")]
    [InlineData("the 1990s, a 5km-long line, 3rd", "the|1990s|,|a|5km-long|line|,|3rd")]
    public void Parts_a_number_from_its_unit(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Theory]
    [InlineData("Rep. Rand (R-Ore.) spoke", "Rep.|Rand|(|R-Ore.|)|spoke")]
    [InlineData("Mr. Orlov of the U.S. met J. K. Rand.", "Mr.|Orlov|of|the|U.S.|met|J.|K.|Rand|.")]
    [InlineData("the U.S.-led plan, No. 5", "the|U.S.-led|plan|,|No.|5")]
    [InlineData("He said no. It sat.", "He|said|no|.|It|sat|.")]
    [InlineData("It is plan B. The end.", "It|is|plan|B|.|The|end|.")]
    [InlineData("GOV. RAND of Salem, Ore., and Acme Inc.", "GOV.|RAND|of|Salem|,|Ore.|,|and|Acme|Inc.")]
    public void Knows_whose_a_period_is(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Theory]
    [InlineData("see https://ex.org/a?b=c, (www.ex.org/d).", "see|https://ex.org/a?b=c|,|(|www.ex.org/d|)|.")]
    [InlineData("mail a.b-c@ex.org or Valdianews.com.", "mail|a.b-c@ex.org|or|Valdianews.com|.")]
    [InlineData("@orlova on #peace", "@orlova|on|#peace")]
    public void Keeps_addresses_whole(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Theory]
    [InlineData("well--not... “now”—yes…", "well|--|not|...|“|now|”|—|yes|…")]
    [InlineData("1990–95 (so)", "1990|–|95|(|so|)")]
    [InlineData("• one 👍🏽😀", "•|one|👍🏽|😀")]
    public void Gives_marks_and_pictures_tokens_of_their_own(string text, string expected) => Assert.Equal(expected, Tokens(text));

    // Not theory data: an attribute cannot hold half a surrogate pair.
    [Fact]
    public void Gives_a_lone_surrogate_a_token_of_its_own() => Assert.Equal("\uD83D|x|\uDE00", Tokens("\uD83Dx \uDE00"));

    [Theory]
    [InlineData("co\u00ADoperation", "co\u00ADoperation")]
    [InlineData("\uFEFFpeace\u200Btalks\u202A", "peace|talks")]
    [InlineData("e\u0301te\u0301", "e\u0301te\u0301")]
    public void Leaves_invisible_characters_between_tokens_or_inside_words(string text, string expected) =>
        Assert.Equal(expected, Tokens(text));

    private static string Tokens(string text) =>
        string.Join('|', Array.ConvertAll(new Tokenizer().Tokenize(text), span => span.Of(text)));
}
