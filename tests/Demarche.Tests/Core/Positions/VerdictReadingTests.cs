using Demarche.Core.Positions;
using Xunit;

namespace Demarche.Tests.Core.Positions;

/// <summary>Stances told by a verdict, by what a thing would bring about, or by pointing back to it.</summary>
public sealed class VerdictReadingTests
{
    private static readonly DateOnly Day = new(2031, 3, 5);

    [Theory]
    [InlineData("Holm {said} [joint patrols would cripple the coastal fleet].", Act.Warn)]
    [InlineData("Holm {said} [joint patrols were a waste of money].", Act.Reject)]
    public void What_a_thing_brings_about_or_is_called_tells_the_stance(string text, Act act)
    {
        Position position = Assert.Single(FisheryDispute.Told(text));
        Assert.Equal((Direction.Opposes, act), (position.Direction, position.Act));
    }

    [Fact]
    public void How_the_outlet_likes_the_words_turns_nothing()
    {
        Position position = Assert.Single(FisheryDispute.Told("Holm {noted cynically} [that Norland is ready for joint patrols]."));
        Assert.Equal(Direction.Supports, position.Direction);
    }

    // A blow of one's own is defended by it; anything else is ruled out.
    [Theory]
    [InlineData("Holm {said} [the harbour toll is a red line for the government].", "harbour-toll", Direction.Supports)]
    [InlineData("Holm {said} [joint patrols are a red line for the government].", "patrol-zone", Direction.Opposes)]
    public void A_red_line_guards_what_the_speaker_does(string text, string issue, Direction direction) =>
        Assert.Equal(direction, Assert.Single(FisheryDispute.Told(text), position => position.Issue == issue).Direction);

    [Theory]
    [InlineData("Orsk put forward joint patrols. Holm {dismissed} [the idea].", Direction.Opposes)]
    [InlineData("Orsk put forward joint patrols. Holm {welcomed} [the proposal].", Direction.Supports)]
    public void A_cue_judges_what_its_content_only_points_back_to(string text, Direction direction) =>
        Assert.Contains(FisheryDispute.Told(text), p => p is { Party: "norland", Issue: "patrol-zone" } && p.Direction == direction);

    [Theory]
    [InlineData("Holm {said} [Norland will widen the herring embargo].", Act.Threaten)]
    [InlineData("Holm {said} [Norland will start joint patrols].", Act.Commit)]
    [InlineData("Holm {said} [Norland will start joint patrols once the money is there].", Act.Commit)]
    [InlineData("Holm {said} [Norland will raise the cod quota unless joint patrols start].", Act.Threaten)]
    public void A_blow_announced_is_a_threat_and_a_deed_is_a_promise(string text, Act act) =>
        Assert.Equal(act, FisheryDispute.Told(text)[0].Act);

    [Theory]
    [InlineData("Holm {demanded} in the past [that joint patrols start].")]
    [InlineData("Last year Holm {demanded} [that joint patrols start].")]
    public void What_was_said_long_ago_has_no_day(string text) => Assert.Null(Assert.Single(FisheryDispute.Told(text, Day)).Date);

    [Fact]
    public void The_day_of_the_event_may_be_named_later()
    {
        string opening = string.Concat(Enumerable.Repeat("The harbour was quiet and the boats lay still. ", 12));
        Position position = Assert.Single(FisheryDispute.Told("Holm {demanded} [that joint patrols start]. " + opening + "The two met on Tuesday.", Day));
        Assert.Equal(new DateOnly(2031, 3, 4), position.Date);
    }
}
