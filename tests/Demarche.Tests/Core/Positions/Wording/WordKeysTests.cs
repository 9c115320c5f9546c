using Demarche.Core.Positions.Wording;
using Xunit;

namespace Demarche.Tests.Core.Positions.Wording;

public sealed class WordKeysTests
{
    private readonly WordKeys _keys = new();

    [Theory]
    [InlineData("withdrawal", "withdrew")]
    [InlineData("Extension", "extended")]
    [InlineData("neighbouring", "neighboring")]
    [InlineData("defence", "Defense")]
    [InlineData("authorities", "authority")]
    [InlineData("importantly", "importance")]
    public void Words_of_a_family_have_one_key(string one, string other) => Assert.Equal(_keys.KeyOf(one), _keys.KeyOf(other));

    [Theory]
    [InlineData("quite", "quit")]
    [InlineData("imports", "important")]
    [InlineData("positions", "positive")]
    [InlineData("Party", "part")]
    [InlineData("police", "policy")]
    [InlineData("ready", "read")]
    [InlineData("treaty", "treat")]
    [InlineData("Organisation", "organise")]
    public void Words_that_only_look_alike_do_not(string one, string other) => Assert.NotEqual(_keys.KeyOf(one), _keys.KeyOf(other));
}
