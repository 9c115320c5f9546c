using Demarche.Core.Positions;
using Demarche.Core.Positions.Stances;
using Xunit;

namespace Demarche.Tests.Core.Positions.Stances;

/// <summary>What a word that only describes a matter does beside the words that turn it.</summary>
public sealed class PolarityTests
{
    private static readonly OperatorHit Illegal = new(3, 4, new Operator(OperatorGroup.Judgement, -1, Act.Reject, 3));

    [Fact]
    public void A_describing_word_turns_a_matter_that_nothing_else_turns()
    {
        Polarity polarity = Polarity.Of([Illegal], _ => true);

        Assert.Equal(-1, polarity.Sign);
        Assert.True(polarity.IsByEpithet);
    }

    [Theory]
    [InlineData(OperatorGroup.Attitude, Act.Accuse, -1)]
    [InlineData(OperatorGroup.Change, Act.Commit, -1)]
    [InlineData(OperatorGroup.Attitude, Act.Demand, 1)]
    public void Beside_a_word_that_turns_it_the_describing_one_tells_why(object group, Act act, int sign)
    {
        var verb = new OperatorHit(0, 1, new Operator((OperatorGroup)group, sign, act, 3));

        Polarity polarity = Polarity.Of([Illegal, verb], i => i == 0);

        Assert.Equal(-1, polarity.Sign);
        Assert.Equal(sign > 0, polarity.IsByEpithet);
    }

    [Fact]
    public void What_is_denied_is_the_whole()
    {
        var denial = new OperatorHit(0, 1, new Operator(OperatorGroup.Attitude, -1, Act.Deny, 3));

        Assert.Equal(1, Polarity.Of([Illegal, denial], i => i == 0).Sign);
    }

    [Theory]
    [InlineData(-1, -1)]
    [InlineData(1, -1)]
    public void A_cue_before_the_described_matter_turns_it_once(int cue, int expected) =>
        Assert.Equal(expected, Polarity.Of([Illegal], _ => true).Under(cue));

    [Fact]
    public void A_cue_turns_what_a_verb_did()
    {
        var stop = new OperatorHit(0, 1, new Operator(OperatorGroup.Change, -1, Act.Commit, 3));

        Assert.Equal(1, Polarity.Of([stop], _ => false).Under(-1));
    }
}
