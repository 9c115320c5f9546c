using Demarche.Core.Parties;
using Demarche.Tests.Laws;
using FsCheck.Fluent;
using Xunit;

namespace Demarche.Tests.Core.Parties;

public sealed class SpellingTests
{
    [Theory]
    [InlineData("Sergey", "Sergei")]
    [InlineData("Yury", "Yuri")]
    [InlineData("Aleksandr", "Alexander")]
    [InlineData("Vitaliy", "Vitaly")]
    [InlineData("Łukasz", "Lukasz")]
    [InlineData("José", "jose")]
    [InlineData("U.S.", "US")]
    public void Spellings_of_one_name_have_one_key(string left, string right) =>
        Assert.Equal(Spelling.Key(left), Spelling.Key(right));

    [Theory]
    [InlineData("Berg", "Borg")]
    [InlineData("Li", "Ly")]
    [InlineData("Ivan", "Ivana")]
    public void Different_names_keep_different_keys(string left, string right) =>
        Assert.NotEqual(Spelling.Key(left), Spelling.Key(right));

    [Fact]
    public void Any_word_has_a_key() =>
        Law.Holds(Prop.ForAll<string>(word => word is null || Spelling.Key(word).Length <= 2 * Spelling.LongestWord));
}
