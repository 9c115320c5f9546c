using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Xunit;

namespace Demarche.Tests.Core.Positions;

/// <summary>Ways of telling a stance beyond the plain "X said that Y must".</summary>
public sealed class StanceReadingTests
{
    [Fact]
    public void Both_sides_are_the_two_parties_the_text_speaks_of()
    {
        IReadOnlyList<Position> positions = FisheryDispute.Narrated("Norland received Suderia in Nordhaven. Both sides accepted joint patrols.");
        Assert.Equal(["norland", "suderia"], positions.Where(p => p.Issue == "patrol-zone").Select(p => p.Party).Order());
        Assert.All(positions, p => Assert.Equal(Direction.Supports, p.Direction));
    }

    [Theory]
    [InlineData("Holm {said} [there will be no pardon].", Direction.Opposes)]
    [InlineData("Holm {called for} [a pardon].", Direction.Supports)]
    public void What_those_did_who_are_meant_in_a_definition_turns_nothing(string text, Direction direction)
    {
        var pardon = new Issue { Id = "pardon", Label = "Pardon", Definition = "Those who broke the law are pardoned.", Terms = ["pardon"] };
        Assert.Equal(direction, Assert.Single(FisheryDispute.Told(text, FisheryDispute.Codebook with { Issues = [pardon] })).Direction);
    }

    [Theory]
    [InlineData("Holm {rejected} [the harbour toll as unnecessary].", Direction.Opposes)]
    [InlineData("Holm {described} [the harbour toll as unnecessary].", Direction.Opposes)]
    [InlineData("Holm {called} [the harbour toll a success].", Direction.Supports)]
    public void A_verdict_that_says_why_turns_nothing(string text, Direction direction) =>
        Assert.Equal(("harbour-toll", direction), FisheryDispute.Told(text).Select(p => (p.Issue, p.Direction)).Single());

    [Fact]
    public void What_a_matter_is_called_without_praise_or_blame_is_no_stance() => Assert.Empty(FisheryDispute.Told("Holm {called} [the harbour toll “a barn door”]."));

    [Theory]
    [InlineData("Holm {demanded} [that the harbour never be reopened].", Direction.Opposes)]
    [InlineData("Holm {said} [the harbour must be reopened].", Direction.Supports)]
    public void An_inverse_phrase_of_a_negated_verb_is_turned_once(string text, Direction direction)
    {
        var harbour = new Issue { Id = "harbour", Label = "Harbour back in use", Definition = "Ships use the harbour again.", Terms = ["reopen the harbour"], Inverse = ["never be reopened"] };
        Assert.Equal(direction, Assert.Single(FisheryDispute.Told(text, FisheryDispute.Codebook with { Issues = [harbour] })).Direction);
    }

    [Theory]
    [InlineData("Holm {said} [Norland would raise the cod quota by not less than a tenth].")]
    [InlineData("Holm {said} [not later than May the cod quota will be raised].")]
    public void A_measure_with_not_denies_nothing(string text) =>
        Assert.Equal(("quota", Direction.Supports), FisheryDispute.Told(text).Select(p => (p.Issue, p.Direction)).Single());

    [Theory]
    [InlineData("Holm {declined} [to comment on the demand to lift the herring embargo].")]
    [InlineData("Holm {said} [the end of the herring embargo had not been raised].")]
    public void Saying_nothing_of_a_matter_is_no_position(string text) => Assert.Empty(FisheryDispute.Told(text));

    [Theory]
    [InlineData("Holm {said} [that without joint patrols the herring embargo will not be lifted].")]
    [InlineData("Holm {said} [there would be no end of the herring embargo, this year or next, without joint patrols].")]
    public void Without_this_no_that_is_a_stance_under_a_condition(string text)
    {
        Position position = FisheryDispute.Told(text)
            .Single(p => p.Issue == "embargo-end");
        Assert.Equal(Stance.Conditional, position.Stance);
        Assert.Equal(["patrol-zone"], position.ConditionIssues);
    }

    [Fact]
    public void A_thing_that_has_to_come_first_is_wanted_and_the_other_waits_for_it()
    {
        IReadOnlyList<Position> positions = FisheryDispute.Told("Holm {demanded} [joint patrols before any end of the herring embargo].");
        Assert.Equal(Stance.Supports, positions.Single(p => p.Issue == "patrol-zone").Stance);
        Assert.Equal(Stance.Conditional, positions.Single(p => p.Issue == "embargo-end").Stance);
    }

    [Fact]
    public void What_another_is_said_not_to_have_done_is_wanted_by_the_teller()
    {
        Position position = Assert.Single(FisheryDispute.Told("Holm {said} [that Suderia had not started the joint patrols]."));
        Assert.Equal((Direction.Supports, Act.Accuse), (position.Direction, position.Act));
    }

    [Fact]
    public void Who_is_named_behind_by_holds_the_stance_of_a_passive()
    {
        Position position = Assert.Single(FisheryDispute.Narrated("The end of the herring embargo was rejected by Norland."));
        Assert.Equal(("norland", Direction.Opposes), (position.Party, position.Direction));
    }

    [Fact]
    public void What_a_speaker_asks_of_another_is_the_speaker_s_own()
    {
        Position position = Assert.Single(FisheryDispute.Told("Holm {demanded} [that Suderia accept joint patrols]."));
        Assert.Equal(("norland", "patrol-zone"), (position.Party, position.Issue));
    }

    [Theory]
    [InlineData("Holm {said} [Norland will start joint patrols].", Act.Commit)]
    [InlineData("Holm {said} [joint patrols would strengthen trust].", Act.Assert)]
    public void A_deed_is_a_promise_only_of_who_does_it(string text, Act act) => Assert.Equal(act, Assert.Single(FisheryDispute.Told(text)).Act);

    [Fact]
    public void A_condition_binds_the_part_of_the_sentence_beside_it()
    {
        IReadOnlyList<Position> positions = FisheryDispute.Told("Holm {said} [joint patrols must start, but the herring embargo could be lifted if prices fall].");
        Assert.Null(positions.Single(p => p.Issue == "patrol-zone").Condition);
        Assert.NotNull(positions.Single(p => p.Issue == "embargo-end").Condition);
    }

    [Theory]
    [InlineData("Holm {said} [the herring embargo must be lifted].", AttributionKind.Indirect)]
    [InlineData("Holm {has repeatedly demanded} [that the herring embargo be lifted].", null)]
    [InlineData("Holm {imposed} [a new herring embargo].", null)]
    public void A_deed_or_a_standing_stance_is_told_in_the_narrator_s_voice(string text, AttributionKind? kind) =>
        Assert.Equal(kind, Assert.Single(FisheryDispute.Told(text)).Kind);

    [Theory]
    [InlineData("[Norland will lift the herring embargo if prices fall], Holm {said} after a day on the quay.", "if prices fall")]
    [InlineData("Holm {said} [Norland waits in hope but if prices fall, then the herring embargo will be lifted].", "if prices fall")]
    public void A_condition_ends_where_its_consequence_or_its_speaker_begins(string text, string condition)
    {
        Position position = Assert.Single(FisheryDispute.Told(text));
        Assert.Equal((Stance.Conditional, condition), (position.Stance, position.Condition?.Of(text.Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal)
            .Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("Holm {said} [joint patrols are a non-starter].")]
    [InlineData("Holm {said} [Norland rejected joint patrols as premature].")]
    [InlineData("Holm {asked} [what is the point of joint patrols].")]
    public void Verdicts_count_once_with_or_without_a_hyphen(string text) =>
        Assert.Equal(Direction.Opposes, Assert.Single(FisheryDispute.Told(text)).Direction);

    [Fact]
    public void What_is_made_a_condition_of_something_else_is_wanted()
    {
        Position position = Assert.Single(FisheryDispute.Told("Holm {said} [the boats will not come back unless the herring embargo is lifted]."));
        Assert.Equal(("embargo-end", Direction.Supports), (position.Issue, position.Direction));
    }

    [Theory]
    [InlineData("Norland met the press on the quay. It will never agree to joint patrols.", Direction.Opposes, Act.Refuse)]
    [InlineData("Norland met the press on the quay. It has rejected joint patrols.", Direction.Opposes, Act.Reject)]
    public void A_pronoun_that_opens_a_sentence_means_the_party_named_before(string text, Direction direction, Act act)
    {
        Position position = Assert.Single(FisheryDispute.Narrated(text));
        Assert.Equal(("norland", direction, act), (position.Party, position.Direction, position.Act));
    }

    [Fact]
    public void A_relative_pronoun_means_the_party_before_it()
    {
        Position position = Assert.Single(FisheryDispute.Narrated("For Norland, which has demanded joint patrols, the winter is long."));
        Assert.Equal(("norland", Direction.Supports), (position.Party, position.Direction));
    }

    [Fact]
    public void Who_only_tells_of_a_blow_on_its_own_side_blames_the_other_for_it()
    {
        Position position = Assert.Single(FisheryDispute.Told("Holm {pointed} [to the ban on landings in Port Suder]."), p => p.Party == "norland");
        Assert.Equal((Direction.Opposes, Act.Accuse), (position.Direction, position.Act));
    }

    [Fact]
    public void The_day_of_the_event_is_the_one_the_opening_names()
    {
        var day = new DateOnly(2031, 5, 6);
        Position position = Assert.Single(FisheryDispute.Told("The ministers met on 5 May 2031. Holm {said} [the herring embargo must be lifted].", day));
        Assert.Equal(new DateOnly(2031, 5, 5), position.Date);
    }

    [Fact]
    public void A_verdict_that_points_back_is_on_what_was_spoken_of_last()
    {
        Position position = Assert.Single(
            FisheryDispute.Told("Traders met to speak of joint patrols in the strait. \u201c[This is completely unacceptable],\u201d Holm {said}."),
            p => p.Party == "norland");
        Assert.Equal(("patrol-zone", Direction.Opposes), (position.Issue, position.Direction));
    }

    [Theory]
    [InlineData("Holm {said} [Norland would call the joint patrols off].", Direction.Opposes)]
    [InlineData("Holm {said} [Norland would call off the joint patrols].", Direction.Opposes)]
    [InlineData("Holm {said} [Norland would turn the idea of joint patrols down].", Direction.Opposes)]
    [InlineData("Holm {said} [Norland would pull the plug on joint patrols].", Direction.Opposes)]
    [InlineData("Holm {said} [Norland threw its weight behind joint patrols].", Direction.Supports)]
    [InlineData("Holm {said} [Norland would leave the joint patrols as they are].", Direction.Supports)]
    [InlineData("Holm {said} [Norland would leave the joint patrols].", Direction.Opposes)]
    public void A_verb_keeps_its_particle_and_its_idiom_over_the_words_between(string text, Direction direction) =>
        Assert.Equal(direction, Assert.Single(FisheryDispute.Told(text), p => p.Issue == "patrol-zone").Direction);

    [Fact]
    public void How_others_took_a_matter_is_no_stance_of_who_welcomes_it() =>
        Assert.Equal(Direction.Supports, Assert.Single(FisheryDispute.Told("Holm {welcomed} [the contested joint patrols].")).Direction);

    [Fact]
    public void What_the_text_tells_under_a_condition_makes_the_condition_wanted()
    {
        IReadOnlyList<Position> positions = FisheryDispute.Narrated("Norland accepted joint patrols on condition that Suderia lift the embargo.");
        Assert.Equal(Stance.Conditional, positions.Single(p => p.Issue == "patrol-zone").Stance);
        Assert.Contains(positions, p => (p.Party, p.Issue, p.Direction) == ("norland", "embargo-end", Direction.Supports));
    }

    [Fact]
    public void A_definition_in_which_the_matter_itself_bars_or_controls_turns_nothing()
    {
        var issue = new Issue { Id = "warden", Label = "Warden for the lock", Definition = "An independent warden controls the lock.", Terms = ["independent warden"] };
        Codebook codebook = FisheryDispute.Codebook with { Issues = [issue] };
        Position position = Assert.Single(FisheryDispute.Told("Holm {demanded} [an independent warden].", codebook));
        Assert.Equal(Direction.Supports, position.Direction);
    }

    [Theory]
    [InlineData("Holm {said} [Norland would never countenance joint patrols].", Direction.Opposes)]
    [InlineData("Holm {said} [Norland was sick of the joint patrols].", Direction.Opposes)]
    [InlineData("Holm {said} [Norland would rather have joint patrols].", Direction.Supports)]
    [InlineData("Holm {said} [we are for joint patrols].", Direction.Supports)]
    [InlineData("Holm {said} [the joint patrols are too expensive].", Direction.Opposes)]
    public void Plain_words_for_wanting_are_read(string text, Direction direction) =>
        Assert.Equal(direction, Assert.Single(FisheryDispute.Told(text), p => p.Issue == "patrol-zone").Direction);

    [Theory]
    [InlineData("Holm {demanded} [a legal limit of 40 hours on the working week].", Direction.Supports)]
    [InlineData("Holm {rejected} [a legal limit of 40 hours on the working week].", Direction.Opposes)]
    [InlineData("Holm {demanded} [the 40-hour week].", Direction.Supports)]
    public void A_limit_that_is_the_outcome_turns_nothing_whatever_phrase_names_it(string text, Direction direction)
    {
        var issue = new Issue { Id = "hours", Label = "40-hour week", Definition = "Deckhands work 40 hours a week.", Terms = ["40-hour week", "limit on working hours"] };
        Position position = Assert.Single(FisheryDispute.Told(text, FisheryDispute.Codebook with { Issues = [issue] }));
        Assert.Equal(direction, position.Direction);
    }
}
