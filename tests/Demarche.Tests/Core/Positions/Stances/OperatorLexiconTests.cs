using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;
using Xunit;

namespace Demarche.Tests.Core.Positions.Stances;

/// <summary>Which words of a text turn or mark a stance.</summary>
public sealed class OperatorLexiconTests
{
    private static readonly WordKeys Keys = new();

    private static readonly OperatorLexicon Lexicon = new(Keys);

    [Theory]
    [InlineData("put the night ferry on hold", -1)]
    [InlineData("put the whole night ferry plan on ice", -1)]
    [InlineData("brought the night ferry to an end", -1)]
    [InlineData("boycotted the night ferry", -1)]
    [InlineData("rebuffed the night ferry", -1)]
    public void An_idiom_counts_once_around_its_object(string text, int sign) =>
        Assert.Equal([sign], Lexicon.Find(new WordText(text, Keys)).Select(hit => hit.Operator.Sign));

    [Theory]
    [InlineData("it is time to land")]
    [InlineData("it was time to land")]
    public void A_phrase_with_a_form_of_be_is_met_in_every_form(string text) =>
        Assert.Contains(Lexicon.Find(new WordText(text, Keys)), hit => hit.Operator.IsObligation);

    [Fact]
    public void Words_that_count_as_verbs_only_are_given_to_those_who_have_a_tree()
    {
        var words = new WordText("the host of the meeting", Keys);
        Assert.Empty(Lexicon.Find(words));
        Assert.True(Assert.Single(Lexicon.Find(words, withVerbs: true)).Operator.IsVerb);
    }

    [Fact]
    public void A_preposition_that_makes_no_idiom_is_left_alone() =>
        Assert.DoesNotContain(Lexicon.Find(new WordText("put the night ferry on Monday", Keys)), hit => hit.Operator.Sign < 0);
}
