using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Core.Positions.Issues;
using Xunit;

namespace Demarche.Tests.Core.Positions;

/// <summary>Stances to a matter that a clause only points back to.</summary>
public sealed class ReferenceReadingTests
{
    [Theory]
    [InlineData("Orsk put forward joint patrols. Holm {dismissed} [the whole idea].", Direction.Opposes)]
    [InlineData("Orsk put forward joint patrols. Holm {said} [Norland will support that].", Direction.Supports)]
    [InlineData("Orsk put forward joint patrols. Holm {said} [such a step was a mistake].", Direction.Opposes)]
    [InlineData("Orsk asked for joint patrols. Holm {said} [Norland would never do so].", Direction.Opposes)]
    [InlineData("Orsk called for joint patrols, but Holm {refused} [to allow them].", Direction.Opposes)]
    public void A_pointing_word_means_the_matter_named_before(string text, Direction direction) =>
        Assert.Contains(FisheryDispute.Told(text), p => p is { Party: "norland", Issue: "patrol-zone" } && p.Direction == direction);

    [Theory]
    [InlineData("Orsk proposed joint patrols. Norland accepted within hours.", Direction.Supports)]
    [InlineData("Orsk proposed joint patrols. Norland refused.", Direction.Opposes)]
    [InlineData("Orsk proposed joint patrols. Norland is willing.", Direction.Supports)]
    public void A_verb_without_its_object_takes_what_was_named(string text, Direction direction) =>
        Assert.Equal(direction, Assert.Single(FisheryDispute.Narrated(text), p => p is { Party: "norland", Issue: "patrol-zone" }).Direction);

    [Theory]
    [InlineData("Orsk proposed joint patrols. Norland refused to answer letters.")]
    [InlineData("Orsk proposed joint patrols. Norland accepted a new ambassador.")]
    [InlineData("Orsk proposed joint patrols. Norland had been told of no such acceptance.")]
    [InlineData("Orsk proposed joint patrols. Norland rejected the plan to move the capital.")]
    public void A_verb_with_an_object_of_its_own_takes_nothing_else(string text) =>
        Assert.DoesNotContain(FisheryDispute.Narrated(text), p => p is { Party: "norland", Issue: "patrol-zone" });

    // The decision is the refusal; the idea is what was refused.
    [Theory]
    [InlineData("Suderia rejected joint patrols. Holm {praised} [the decision].", Direction.Opposes)]
    [InlineData("Suderia rejected joint patrols. Holm {praised} [the idea].", Direction.Supports)]
    public void A_decision_is_what_was_decided_and_an_idea_what_it_was_about(string text, Direction direction) =>
        Assert.Contains(FisheryDispute.Told(text), p => p is { Party: "norland", Issue: "patrol-zone" } && p.Direction == direction);

    [Fact]
    public void A_matter_named_whole_is_meant_rather_than_one_of_which_a_word_stands_there()
    {
        IReadOnlyList<Position> positions = FisheryDispute.Told("Orsk proposed joint patrols at a higher price. Holm {rejected} [the proposal].");
        Assert.Contains(positions, p => p is { Party: "norland", Issue: "patrol-zone", Direction: Direction.Opposes });
        Assert.DoesNotContain(positions, p => p is { Party: "norland", Issue: "quota" });
    }

    [Fact]
    public void A_pointing_noun_that_half_fits_a_phrase_points_back_all_the_same()
    {
        var scheme = new Issue { Id = "rescue", Label = "Rescue scheme", Definition = "The shipyard is rescued.", Terms = ["rescue scheme"] };
        Codebook codebook = FisheryDispute.Codebook with { Issues = [.. FisheryDispute.Codebook.Issues, scheme] };
        Assert.Equal("rescue", new IssueFinder(new ActorDirectory(codebook)).Find("the scheme")[0].Issue);
        IReadOnlyList<Position> positions = FisheryDispute.Told("Orsk put forward joint patrols. Holm {dismissed} [the scheme].", codebook);
        Assert.Equal("patrol-zone", Assert.Single(positions, p => p.Party == "norland").Issue);
    }

    [Fact]
    public void A_long_clause_may_point_back_too() =>
        Assert.Contains(
            FisheryDispute.Narrated("Orsk proposed joint patrols. Norland rejected it on the ground that its own boats had been kept away from those waters for more years than anybody in the village could say."),
            p => p is { Party: "norland", Issue: "patrol-zone", Direction: Direction.Opposes });

    [Fact]
    public void What_was_named_long_ago_is_not_meant()
    {
        string between = string.Concat(Enumerable.Repeat("The harbour was quiet and the boats lay still. ", 8));
        Assert.DoesNotContain(FisheryDispute.Told("Orsk put forward joint patrols. " + between + "Holm {dismissed} [the idea]."), p => p.Party == "norland");
    }

    [Fact]
    public void The_which_behind_a_party_is_the_party() =>
        Assert.DoesNotContain(FisheryDispute.Narrated("After the joint patrols Suderia, which Norland condemns, withdrew."), p => p is { Party: "norland", Issue: "patrol-zone" });
}
