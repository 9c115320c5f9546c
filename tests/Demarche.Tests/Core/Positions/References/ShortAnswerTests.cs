using Demarche.Core.Positions.References;
using Demarche.Core.Positions.Wording;
using Xunit;

namespace Demarche.Tests.Core.Positions.References;

/// <summary>What a few words answer.</summary>
public sealed class ShortAnswerTests
{
    [Theory]
    [InlineData("no", -1)]
    [InlineData("Never.", -1)]
    [InlineData("“Certainly,”", 1)]
    [InlineData("Of course not.", -1)]
    [InlineData("Of course", 1)]
    [InlineData("Not at all.", -1)]
    [InlineData("No, we will stay where we are.", -1)]
    [InlineData("it would not", -1)]
    [InlineData("that they won't", -1)]
    [InlineData("We always have been.", 1)]
    [InlineData("they never did", -1)]
    [InlineData("Not before winter", 0)]
    [InlineData("No ship will pay it", 0)]
    [InlineData("it would not sign", 0)]
    [InlineData("With whom?", 0)]
    [InlineData("", 0)]
    [InlineData("...", 0)]
    public void Is_a_yes_a_no_or_neither(string answer, int sign)
    {
        var words = new WordText(answer, new WordKeys());
        Assert.Equal(sign, ShortAnswer.SignOf(words, new WordRange(0, words.Count)));
    }
}
