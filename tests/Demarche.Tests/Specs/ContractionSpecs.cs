using Demarche.Nlp;
using Xunit;

namespace Demarche.Tests.Specs;

/// <summary>A contraction is two words of grammar and becomes two tokens; an apostrophe that belongs to a name or a shortened word stays in it.</summary>
public sealed class ContractionSpecs
{
    [Theory]
    [InlineData("They don't agree.", "They do n't agree .")]
    [InlineData("They don’t agree.", "They do n’t agree .")]
    [InlineData("It’s Valdia’s plan.", "It ’s Valdia ’s plan .")]
    [InlineData("WE'RE READY AND WE CAN'T WAIT", "WE 'RE READY AND WE CA N'T WAIT")]
    [InlineData("She wouldn't've gone.", "She would n't 've gone .")]
    [InlineData("We cannot and gonna.", "We can not and gon na .")]
    [InlineData("The U.S.'s offer, the “Herald”’s view", "The U.S. 's offer , the “ Herald ” ’s view")]
    public void Contractions_and_possessives_are_parted(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Theory]
    [InlineData("the workers’ rights", "the workers ’ rights")]
    [InlineData("the workers' rights", "the workers ' rights")]
    public void The_apostrophe_after_a_plural_stands_alone(string text, string expected) => Assert.Equal(expected, Tokens(text));

    [Theory]
    [InlineData("O’Brien at 5 o'clock", "O’Brien at 5 o'clock")]
    [InlineData("tell ’em 'til the '90s", "tell ’em 'til the '90s")]
    public void Names_and_shortened_words_stay_whole(string text, string expected) => Assert.Equal(expected, Tokens(text));

    private static string Tokens(string text)
    {
        Document document = new Analyzer().Analyze(text);
        return string.Join(' ', document.Tokens.ToArray().Select(span => span.Of(text)));
    }
}
