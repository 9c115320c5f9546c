using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Xunit;

namespace Demarche.Tests.Core.Positions;

/// <summary>What sounds like a stance and is none, or is another's.</summary>
public sealed class NoStanceReadingTests
{
    [Theory]
    [InlineData("Holm {said} [the islands were holding no joint patrols].")]
    [InlineData("Holm {said} [no joint patrols were under way].")]
    [InlineData("Holm {said} [there are no joint patrols].")]
    [InlineData("Holm {said} [the island could have raised the cod quota].")]
    public void How_things_stand_or_might_have_gone_is_no_stance(string text) => Assert.Empty(FisheryDispute.Told(text));

    [Theory]
    [InlineData("Norland has not held joint patrols since the spring.")]
    [InlineData("Norland could have raised the cod quota.")]
    public void What_the_text_tells_as_a_fact_is_no_stance(string text) => Assert.Empty(FisheryDispute.Narrated(text));

    [Theory]
    [InlineData("Holm {said} [Norland would have joint patrols].")]
    [InlineData("Holm {said} [Norland will hold no joint patrols].")]
    public void A_will_is_a_stance(string text) => Assert.Single(FisheryDispute.Told(text), p => p.Issue == "patrol-zone");

    [Theory]
    [InlineData("If <Norland> {wants} [joint patrols], boats must be found.")]
    [InlineData("<Norland> must {accept} [joint patrols], the paper wrote.")]
    public void What_is_supposed_or_asked_of_one_is_not_what_one_says(string text) => Assert.Empty(FisheryDispute.Told(text));

    [Theory]
    [InlineData("<Norland> {wants} [joint patrols].")]
    [InlineData("<Norland> {accepts} [joint patrols].")]
    public void What_one_wants_is(string text) => Assert.Single(FisheryDispute.Told(text));

    [Fact]
    public void A_blow_that_the_other_is_said_to_deal_is_no_stance_of_the_other() =>
        Assert.DoesNotContain(FisheryDispute.Told("Holm {said} [Suderia imposed the ban on landings]."), p => p.Party == "suderia");

    [Fact]
    public void What_has_not_been_done_with_its_own_measures_is_missed_by_the_teller()
    {
        Position position = Assert.Single(FisheryDispute.Told("Holm {said} [that Suderia had not lifted its embargo on herring]."));
        Assert.Equal(("norland", Direction.Supports, Act.Accuse), (position.Party, position.Direction, position.Act));
    }

    [Theory]
    [InlineData("Holm {urged} [the high court to block joint patrols].", Direction.Opposes)]
    [InlineData("Holm {said} [the court should block joint patrols].", Direction.Opposes)]
    [InlineData("Holm {demanded} [that the fleet stop obstructing joint patrols].", Direction.Supports)]
    [InlineData("Holm {said} [that Suderia had obstructed joint patrols].", Direction.Supports)]
    public void Who_asks_for_a_blow_does_not_charge_anyone_with_it(string text, Direction direction) =>
        Assert.Equal(direction, Assert.Single(FisheryDispute.Told(text), p => p.Party == "norland").Direction);

    [Fact]
    public void It_in_a_quotation_is_not_who_speaks()
    {
        Position position = Assert.Single(FisheryDispute.Told("\u201c[It must start joint patrols],\u201d Holm {said}."));
        Assert.Equal(("norland", Act.Demand), (position.Party, position.Act));
    }

    [Fact]
    public void What_the_other_gives_in_return_for_which_is_the_other_s()
    {
        IReadOnlyList<Position> positions =
            FisheryDispute.Told("Holm {said} [Norland will start joint patrols, in return for which Suderia will raise the cod quota].");
        Assert.Equal(Stance.Supports, positions.Single(p => p.Issue == "patrol-zone").Stance);
        Assert.Equal("suderia", positions.Single(p => p.Issue == "quota").Party);
    }

    [Theory]
    [InlineData("Holm {said} [the fears over joint patrols would be resolved].", Direction.Supports)]
    [InlineData("Holm {said} [she had no choice but to start joint patrols].", Direction.Supports)]
    public void A_fear_laid_to_rest_turns_nothing_and_no_choice_is_a_will(string text, Direction direction) =>
        Assert.Equal(direction, Assert.Single(FisheryDispute.Told(text), p => p.Issue == "patrol-zone").Direction);

    [Fact]
    public void What_a_definition_does_without_is_not_wanted()
    {
        var issue = new Issue { Id = "talks-freely", Label = "Talks as equals", Definition = "The talks are held without threats.", Terms = ["threats"] };
        Position position = Assert.Single(FisheryDispute.Told("Holm {rejected} [the threats].", FisheryDispute.Codebook with { Issues = [issue] }));
        Assert.Equal(Direction.Supports, position.Direction);
    }

    [Fact]
    public void How_long_a_thing_is_put_off_is_not_put_off()
    {
        var issue = new Issue { Id = "respite", Label = "Respite", Definition = "The respite is kept.", Terms = ["60 days"] };
        Position position = Assert.Single(
            FisheryDispute.Told("Holm {said} [Norland would suspend the harbour toll for another 60 days].", FisheryDispute.Codebook with { Issues = [issue] }));
        Assert.Equal(Direction.Supports, position.Direction);
    }
}
