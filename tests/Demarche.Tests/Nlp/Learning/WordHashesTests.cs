using Demarche.Nlp.Learning;
using Xunit;

namespace Demarche.Tests.Nlp.Learning;

public class WordHashesTests
{
    [Theory]
    [InlineData("1994", "2019")]
    [InlineData("n't", "n\u2019t")]
    public void One_word_in_two_dresses_has_one_form(string one, string other) =>
        Assert.Equal(new WordHashes(one), new WordHashes(other));

    [Fact]
    public void Capitals_show_in_form_and_shape_but_not_in_the_lower_form()
    {
        (WordHashes board, WordHashes capital) = (new WordHashes("board"), new WordHashes("Board"));

        Assert.Equal(board.Lower, capital.Lower);
        Assert.NotEqual(board.Form, capital.Form);
        Assert.NotEqual(board.Shape, capital.Shape);
    }

    [Fact]
    public void The_middle_of_an_endless_word_does_not_count() =>
        Assert.Equal(new WordHashes(new string('a', 5000)), new WordHashes(new string('a', 70_000)));
}
