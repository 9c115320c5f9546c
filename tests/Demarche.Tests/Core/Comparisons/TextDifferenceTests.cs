using Demarche.Core.Comparisons;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Core.Comparisons;

public sealed class TextDifferenceTests
{
    [Theory]
    [InlineData("The toll is raised.", "The toll is raised.", "")]
    [InlineData("The toll, is RAISED", "The toll is raised!", "")]
    [InlineData("The toll is raised.", "The toll is never raised.", "|never")]
    [InlineData("The toll is never raised.", "The toll is raised.", "never|")]
    [InlineData("Forty pilots came to the harbor.", "Sixty pilots left the harbor.", "Forty|Sixty; came to|left")]
    [InlineData("", "All is new.", "|All is new")]
    [InlineData("a b c a b b a", "c b a b a c", "a b|; |b; b|; |c")]
    public void Changed_words_are_named(string before, string after, string changes) =>
        Assert.Equal(changes, string.Join("; ", TextDifference.Between(before, after).Select(change => $"{change.Before.Of(before)}|{change.After.Of(after)}")));

    [Fact]
    public void Changes_turn_one_text_into_the_other()
    {
        var random = new Random(7);
        for (int round = 0; round < 500; round++)
        {
            string before = Words(random, random.Next(40));
            string after = Words(random, random.Next(40));
            string made = "";
            int at = 0;
            foreach (RevisedWords change in TextDifference.Between(before, after))
            {
                Assert.True(change.Before.Start >= at, $"round {round}");
                made += before[at..change.Before.Start] + " " + change.After.Of(after) + " ";
                at = change.Before.End;
            }

            made += before[at..];
            Assert.Equal(after.Split(' ', StringSplitOptions.RemoveEmptyEntries), made.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        }
    }

    [Fact]
    public void A_text_written_anew_is_one_change()
    {
        string before = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"old{i}"));
        string after = string.Join(' ', Enumerable.Range(0, 20_000).Select(i => $"new{i}"));
        RevisedWords change = Assert.Single(TextDifference.Between(before, after));
        Assert.Equal((new TextSpan(0, before.Length), new TextSpan(0, after.Length)), (change.Before, change.After));
    }

    private static string Words(Random random, int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ => "abcdef"[random.Next(6)]));
}
