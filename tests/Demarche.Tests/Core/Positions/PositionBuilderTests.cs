using Demarche.Core.Attributions;
using Demarche.Core.Positions;
using Xunit;

namespace Demarche.Tests.Core.Positions;

public sealed class PositionBuilderTests
{
    [Theory]
    [InlineData("Holm {said} [the embargo must be lifted].", Direction.Supports)]
    [InlineData("Holm {said} [Norland will not lift the embargo].", Direction.Opposes)]
    [InlineData("Holm {said} [the herring embargo must be kept].", Direction.Opposes)]
    [InlineData("Holm {called for} [an end of the herring embargo].", Direction.Supports)]
    [InlineData("Holm {rejected} [calls to lift the embargo].", Direction.Opposes)]
    [InlineData("Holm {denied} [that Norland refuses to lift the embargo].", Direction.Supports)]
    public void Direction_is_the_product_of_what_cue_negation_and_verb_do(string text, Direction direction)
    {
        Position position = Assert.Single(FisheryDispute.Told(text));
        Assert.Equal(("Greta Holm", "norland", "embargo-end", direction), (position.Holder, position.Party, position.Issue, position.Direction));
    }

    [Fact]
    public void A_condition_makes_the_stance_conditional_and_names_its_issue()
    {
        Position position = FisheryDispute.Told("Holm {said} [Norland will not lift the embargo unless Suderia accepts joint patrols].")
            .Single(p => p.Issue == "embargo-end");
        Assert.Equal(Stance.Conditional, position.Stance);
        Assert.Equal(Direction.Supports, position.Direction);
        Assert.Equal(["patrol-zone"], position.ConditionIssues);
    }

    [Fact]
    public void Evidence_condition_and_why_can_be_shown()
    {
        const string Text = "Holm said the embargo could be lifted if the quota is shared.";
        Position position = FisheryDispute.Told("Holm {said} [the embargo could be lifted if the quota is shared].").First(p => p.Issue == "embargo-end");
        Assert.Equal("the embargo could be lifted", position.Evidence.Of(Text));
        Assert.Equal("if the quota is shared", position.Condition!.Value.Of(Text));
        Assert.Equal("Told by the speaker with 'could' and 'lifted': wants the outcome, under a condition; the words fit the codebook's 'lift the embargo'.", position.Why);
    }

    [Fact]
    public void What_a_colleague_tells_of_somebody_by_name_is_that_person_s()
    {
        Position position = FisheryDispute.ToldByMinistry("It told us that Holm {said} [the embargo must be lifted].").Single(p => p.Issue == "embargo-end");
        Assert.Equal(("Greta Holm", "Norland ministry"), (position.Holder, position.ReportedBy));
    }

    [Fact]
    public void Another_party_s_stance_told_by_the_speaker_is_the_other_s()
    {
        Position position = Assert.Single(FisheryDispute.Told("Holm {said} [that Suderia had agreed to joint patrols]."));
        Assert.Equal(("suderia", "Greta Holm"), (position.Party, position.ReportedBy));
    }

    [Theory]
    [InlineData("We will not lift the embargo.", "embargo-end", Direction.Opposes)]
    [InlineData("There must be joint patrols.", "patrol-zone", Direction.Supports)]
    [InlineData("We reject a higher quota.", "quota", Direction.Opposes)]
    public void A_text_that_a_party_publishes_is_in_its_own_words(string text, string issue, Direction direction)
    {
        Position position = Assert.Single(FisheryDispute.Published(text));
        Assert.Equal(("Norland", "norland", issue, direction), (position.Holder, position.Party, position.Issue, position.Direction));
    }

    [Fact]
    public void Words_of_a_party_s_own_text_that_nothing_attributes_are_direct()
    {
        Position position = Assert.Single(FisheryDispute.Published("There must be joint patrols."));
        Assert.Equal((null, AttributionKind.Direct), (position.AttributionId, position.Kind));
        Assert.StartsWith("Told in a text of the holder's own", position.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The parties accept joint patrols.")]
    [InlineData("There shall be joint patrols.")]
    public void What_two_have_agreed_both_hold(string text)
    {
        IReadOnlyList<Position> positions = FisheryDispute.Published("Norland and Suderia have agreed as follows:\n" + text);
        Assert.Equal(["norland", "suderia"], positions.Where(p => p.Issue == "patrol-zone").Select(p => p.Party));
        Assert.All(positions, p => Assert.Equal(Direction.Supports, p.Direction));
    }

    [Fact]
    public void What_a_party_s_own_text_tells_of_another_stays_the_other_s()
    {
        Position position = Assert.Single(FisheryDispute.Published("Suderia has agreed to joint patrols."));
        Assert.Equal("suderia", position.Party);
    }

    [Fact]
    public void The_narrator_s_own_words_give_a_position_without_attribution()
    {
        Position position = Assert.Single(FisheryDispute.Narrated("Suderia has ruled out joint patrols."));
        Assert.Equal(("suderia", "patrol-zone", Direction.Opposes), (position.Party, position.Issue, position.Direction));
        Assert.Null(position.AttributionId);
        Assert.Null(position.Kind);
    }

    [Fact]
    public void Telling_of_the_matter_without_a_stance_is_no_position_of_the_narrator() =>
        Assert.Empty(FisheryDispute.Narrated("Fishermen waited at the quay. The embargo is three years old."));

    [Fact]
    public void A_statement_of_the_day_carries_the_day_of_publication()
    {
        var day = new DateOnly(2031, 5, 6);
        Position position = Assert.Single(FisheryDispute.Told("Holm {said} [the embargo must be lifted].", day));
        Assert.Equal((day, "published"), (position.Date!.Value, position.DateBasis));
    }

    [Fact]
    public void The_same_position_of_one_holder_is_recorded_once() =>
        Assert.Single(FisheryDispute.Told("Holm {said} [the embargo must be lifted. The herring embargo must end]."));

    [Theory]
    [InlineData("Holm {accused} [Suderia of breaking the rules of the joint patrols].", Direction.Supports)]
    [InlineData("Holm {said} [a patrol zone was unacceptable].", Direction.Opposes)]
    [InlineData("Holm {said} [the cod quota must be cut].", Direction.Opposes)]
    [InlineData("Holm {wanted} [fair rules rather than a patrol zone].", Direction.Opposes)]
    public void Blame_verdicts_opposite_verbs_and_contrasts_turn_the_stance(string text, Direction direction) =>
        Assert.Equal(direction, Assert.Single(FisheryDispute.Told(text)).Direction);

    [Theory]
    [InlineData("Holm {said} [Norland seeks fair rules rather than a patrol zone].")]
    [InlineData("Holm {said} [cameras on board are needed instead of a patrol zone].")]
    [InlineData("Holm {wanted} [fair rules rather than a patrol zone].")]
    public void What_another_thing_is_wanted_instead_of_is_turned_down(string text) =>
        Assert.Equal((Direction.Opposes, Act.Reject), Assert.Single(FisheryDispute.Told(text).Select(position => (position.Direction, position.Act))));

    [Fact]
    public void A_rhetorical_if_is_no_condition() =>
        Assert.Null(Assert.Single(FisheryDispute.Told("Holm {said} [if Suderia really wants peace, the embargo must be lifted].")).Condition);

    [Fact]
    public void Numbers_keep_what_they_count()
    {
        Position position = Assert.Single(FisheryDispute.Told("Holm {called for} [a higher quota of 12,500 tonnes]."));
        Quantity quantity = Assert.Single(position.Quantities);
        Assert.Equal((12500, "tonnes"), (quantity.Value, quantity.Unit));
    }

    [Fact]
    public void Who_is_asked_to_act_is_the_addressee() =>
        Assert.Equal("suderia", Assert.Single(FisheryDispute.Told("Holm {urged} [Suderia to lift the embargo].")).Addressee);

    [Fact]
    public void A_deed_announced_under_an_if_is_a_threat()
    {
        Position position = FisheryDispute.Told("Holm {said} [Norland would keep the embargo if Suderia sends trawlers].").Single(p => p.Issue == "embargo-end");
        Assert.Equal((Act.Threaten, Stance.Conditional), (position.Act, position.Stance));
    }

    [Fact]
    public void A_long_sentence_of_conditions_is_read_in_bounded_time()
    {
        string text = "Holm {said} [" + string.Concat(Enumerable.Repeat("if the embargo is lifted, ", 20_000)) + "].";
        Assert.NotNull(FisheryDispute.Told(text));
    }
}
