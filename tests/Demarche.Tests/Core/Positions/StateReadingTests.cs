using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Xunit;

namespace Demarche.Tests.Core.Positions;

/// <summary>What state a matter is in or is to stay in, and what waits for it.</summary>
public sealed class StateReadingTests
{
    private static readonly Issue Lock = new() { Id = "lock", Label = "Sea lock closed", Definition = "Norland closes the sea lock.", Terms = ["close the sea lock"] };

    private static readonly Issue Fee = new() { Id = "fee", Label = "Higher pilot fee", Definition = "Pilots are paid more.", Terms = ["higher pilot fee"] };

    private static readonly Issue Poaching = new()
    {
        Id = "poaching",
        Label = "Action on poaching",
        Definition = "Suderia acts against the poaching of herring.",
        Terms = ["poaching"],
    };

    private static readonly Codebook States = FisheryDispute.Codebook with { Issues = [Lock, Fee, Poaching] };

    [Theory]
    [InlineData("Holm {said} [the sea lock will stay open].", "lock", Direction.Opposes)]
    [InlineData("Holm {said} [the sea lock must be reopened].", "lock", Direction.Opposes)]
    [InlineData("Holm {said} [the sea lock will not stay open].", "lock", Direction.Supports)]
    [InlineData("Holm {said} [the sea lock will be closed].", "lock", Direction.Supports)]
    [InlineData("Holm {insisted} [on the present pilot fee].", "fee", Direction.Opposes)]
    [InlineData("Holm {insisted} [on the higher pilot fee].", "fee", Direction.Supports)]
    [InlineData("Holm {called for} [a higher pilot fee than the present one].", "fee", Direction.Supports)]
    public void A_state_that_excludes_that_of_the_phrase_is_its_contrary(string text, string issue, Direction direction) =>
        Assert.Equal((issue, direction), FisheryDispute.Told(text, States).Select(p => (p.Issue, p.Direction)).Single());

    [Fact]
    public void What_the_label_says_is_the_outcome_whatever_the_definition_denies()
    {
        var nets = new Issue { Id = "nets", Label = "Smaller nets", Definition = "No boat has a net of more than nine metres.", Terms = ["smaller nets"] };
        Assert.Equal(Direction.Supports, Assert.Single(FisheryDispute.Told("Holm {called for} [smaller nets].", States with { Issues = [nets] })).Direction);
    }

    [Theory]
    [InlineData("Holm {called for} [a fight against poaching].", Direction.Supports)]
    [InlineData("Holm {demanded} [that Suderia stop the poaching].", Direction.Supports)]
    [InlineData("Holm {promised} [to combat poaching].", Direction.Supports)]
    public void Fighting_what_the_outcome_acts_against_is_the_outcome(string text, Direction direction) =>
        Assert.Equal(direction, Assert.Single(FisheryDispute.Told(text, States)).Direction);

    [Theory]
    [InlineData("Holm {said} [the herring embargo will not be lifted as long as there are no joint patrols].")]
    [InlineData("Holm {said} [there was no end of the herring embargo for as long as no joint patrols were agreed].")]
    public void What_is_refused_while_something_is_missing_waits_for_it(string text)
    {
        IReadOnlyList<Position> positions = FisheryDispute.Told(text);
        Assert.Equal(Stance.Conditional, positions.Single(p => p.Issue == "embargo-end").Stance);
        Assert.Equal(Stance.Supports, positions.Single(p => p.Issue == "patrol-zone").Stance);
    }

    [Fact]
    public void How_long_a_thing_is_kept_is_no_condition() =>
        Assert.Equal(Stance.Supports, FisheryDispute.Told("Holm {said} [Norland will hold joint patrols for as long as the herring is in the strait].").Single(p => p.Issue == "patrol-zone").Stance);

    [Theory]
    [InlineData("Holm {said} [the joint patrols are not subject to a vote].")]
    [InlineData("Holm {said} [joint patrols will be held and cannot be subject to a vote].")]
    public void What_a_thing_is_not_subject_to_is_no_condition(string text) => Assert.Null(FisheryDispute.Told(text).Single(p => p.Issue == "patrol-zone").Condition);

    [Fact]
    public void What_a_thing_is_subject_to_is_a_condition() =>
        Assert.Equal(Stance.Conditional, FisheryDispute.Told("Holm {said} [Norland accepts joint patrols subject to a vote].").Single(p => p.Issue == "patrol-zone").Stance);

    [Fact]
    public void What_the_text_asks_is_no_stance()
    {
        Assert.Empty(FisheryDispute.Narrated("Will Norland accept joint patrols?"));
        Assert.NotEmpty(FisheryDispute.Narrated("Norland will accept joint patrols."));
    }

    [Theory]
    [InlineData("Holm {said} [Norland was not against joint patrols].", Direction.Supports)]
    [InlineData("Holm {said} [Norland was against joint patrols].", Direction.Opposes)]
    [InlineData("Holm {said} [joint patrols would be met with protest].", Direction.Opposes)]
    public void Being_against_and_what_a_thing_meets_with_tell_a_stance(string text, Direction direction) =>
        Assert.Equal(direction, Assert.Single(FisheryDispute.Told(text), p => p.Issue == "patrol-zone").Direction);

    [Theory]
    [InlineData("Holm {said} [Norland had no intention of letting the truce break].")]
    [InlineData("Holm {said} [Suderia had broken the truce].")]
    public void What_is_not_to_be_broken_is_no_charge(string text)
    {
        var truce = new Issue { Id = "truce", Label = "Truce holds", Definition = "The truce in the strait is kept.", Terms = ["truce"] };
        Assert.Equal(Direction.Supports, Assert.Single(FisheryDispute.Told(text, FisheryDispute.Codebook with { Issues = [truce] })).Direction);
    }

    [Fact]
    public void A_particle_of_the_definition_does_nothing_with_another_verb_s()
    {
        var issue = new Issue { Id = "board", Label = "Board replaced", Definition = "The council brings the board down.", Terms = ["step down"] };
        Assert.Equal(Direction.Supports, Assert.Single(FisheryDispute.Told("Holm {called on} [the board to step down].", FisheryDispute.Codebook with { Issues = [issue] })).Direction);
    }
}
