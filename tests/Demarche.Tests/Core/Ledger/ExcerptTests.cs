using Demarche.Core.Ledger;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Core.Ledger;

public sealed class ExcerptTests
{
    [Fact]
    public void Surroundings_end_with_the_paragraph() =>
        Assert.Equal(new Excerpt("the ", " sails"), Excerpt.Around("One.\nthe ferry sails\nTwo.", new TextSpan(9, 14)));

    [Fact]
    public void Long_surroundings_are_cut_between_words()
    {
        string side = string.Join(' ', Enumerable.Repeat("wordy", 40));
        Excerpt excerpt = Excerpt.Around($"{side} X {side}", new TextSpan(side.Length + 1, side.Length + 2));
        Assert.StartsWith("wordy wordy", excerpt.Before, StringComparison.Ordinal);
        Assert.EndsWith(" wordy wordy", excerpt.After, StringComparison.Ordinal);
        Assert.InRange(excerpt.Before.Length, Excerpt.ContextLength - 6, Excerpt.ContextLength);
        Assert.InRange(excerpt.After.Length, Excerpt.ContextLength - 6, Excerpt.ContextLength);
    }

    [Fact]
    public void A_word_without_end_gives_no_surroundings() =>
        Assert.Equal(new Excerpt("", ""), Excerpt.Around(new string('a', 999), new TextSpan(400, 500)));
}
