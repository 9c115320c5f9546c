using Demarche.Core.Positions;
using Xunit;

namespace Demarche.Tests.Core.Positions.Acts;

/// <summary>What is done with words: who is to do the thing, what turns the telling word, what hangs on it.</summary>
public sealed class ActReadingTests
{
    [Theory]
    [InlineData("Holm {said} [joint patrols would go to parliament in any case].", Act.Commit)]
    [InlineData("Holm {said} [the association will seek joint patrols].", Act.Commit)]
    [InlineData("Holm {said} [the association would keep campaigning for joint patrols].", Act.Commit)]
    [InlineData("Holm {said} [Norland would ask the league for a higher quota].", Act.Commit)]
    [InlineData("Holm {said} [the association would sign up to joint patrols if they were paid for].", Act.Offer)]
    [InlineData("Holm {said} [joint patrols are not up for negotiation].", Act.Refuse)]
    [InlineData("Holm {gave an assurance} [that there would be no joint patrols].", Act.Commit)]
    [InlineData("Holm {said} [no joint patrols had taken place].", Act.Deny)]
    [InlineData("Holm {warned against} [joint patrols].", Act.Warn)]
    [InlineData("Holm {said} [Norland withdrew its demand for joint patrols].", Act.Commit)]
    public void What_one_says_of_ones_own_course_is_told_from_a_view(string text, Act act) => Assert.Equal(act, Assert.Single(FisheryDispute.Told(text), p => p.Issue is "patrol-zone" or "quota").Act);

    [Theory]
    [InlineData("Holm {told} Suderia [to raise the cod quota].")]
    [InlineData("Holm {said} [Suderia had until Friday to raise the cod quota].")]
    [InlineData("Holm {said} [Norland had given Suderia two weeks to raise the cod quota].")]
    public void What_is_told_or_given_another_to_do_is_demanded(string text) => Assert.Equal(Act.Demand, Assert.Single(FisheryDispute.Told(text), p => p.Party == "norland").Act);

    // Who promises not to strike is no threat to anybody, whatever it depends on.
    [Theory]
    [InlineData("Holm {said} [Norland will not impose the harbour toll as long as talks go on].")]
    [InlineData("Holm {pledged} [that there would be no harbour toll while talks go on].")]
    public void A_blow_that_is_not_dealt_threatens_nobody(string text) => Assert.NotEqual(Act.Threaten, Assert.Single(FisheryDispute.Told(text), p => p.Issue == "harbour-toll").Act);

    [Theory]
    [InlineData("Holm {said} [Norland agreed on Thursday to raise the cod quota].", Act.Commit)]
    [InlineData("Holm {said} [Norland agreed not to raise the cod quota].", Act.Commit)]
    [InlineData("Holm {said} [Norland agreed to joint patrols].", Act.Accept)]
    [InlineData("Holm {said} [Norland agreed to let Suderia start joint patrols].", Act.Accept)]
    [InlineData("Holm {said} [Norland could agree to raise the cod quota].", Act.Offer)]
    public void Who_agrees_to_do_a_thing_commits_himself(string text, Act act) => Assert.Equal(act, Assert.Single(FisheryDispute.Told(text), p => p.Party == "norland").Act);

    [Theory]
    [InlineData("Holm {pledged} [that there would be no joint patrols].", Act.Commit)]
    [InlineData("Holm {said} [Norland has no intention to start joint patrols].", Act.Refuse)]
    [InlineData("Holm {said} [Norland will no longer oppose joint patrols].", Act.Accept)]
    [InlineData("Holm {said} [Norland did not rule out joint patrols].", Act.Offer)]
    [InlineData("Holm {said} [Norland cannot keep the joint patrols].", Act.Refuse)]
    [InlineData("Holm {said} [Norland does not want joint patrols].", Act.Assert)]
    public void A_negation_turns_the_telling_word_only_from_outside(string text, Act act) => Assert.Equal(act, Assert.Single(FisheryDispute.Told(text)).Act);

    [Theory]
    [InlineData("Holm {said} [Norland did not rule out lifting the herring embargo].", Act.Offer)]
    [InlineData("Holm {said} [Norland would lift the herring embargo if Suderia opened its ports].", Act.Offer)]
    [InlineData("Holm {said} [Norland would extend the herring embargo if Suderia closed its ports].", Act.Threaten)]
    public void To_end_a_blow_is_an_opening_and_to_deal_it_a_threat(string text, Act act) => Assert.Equal(act, Assert.Single(FisheryDispute.Told(text), p => p.Party == "norland").Act);

    [Theory]
    [InlineData("Holm {said} [Norland wants to raise the cod quota].", Act.Propose)]
    [InlineData("Holm {said} [Norland wants a higher quota].", Act.Demand)]
    [InlineData("Holm {said} [I want to appeal for joint patrols].", Act.Call)]
    public void A_wish_to_do_it_oneself_is_a_plan_and_a_wish_to_say_it_says_it(string text, Act act) => Assert.Equal(act, Assert.Single(FisheryDispute.Told(text)).Act);

    [Theory]
    [InlineData("Holm {insisted} [that joint patrols have to start].", Act.Demand)]
    [InlineData("Holm {insisted} [that joint patrols were under way].", Act.Assert)]
    [InlineData("Holm {asked a court to} [order joint patrols].", Act.Demand)]
    [InlineData("Holm {asked the islanders to} [start joint patrols].", Act.Call)]
    [InlineData("Holm {said} [the cod quota must be raised, the boats paid and the herring embargo lifted].", Act.Demand)]
    [InlineData("Holm {said} [the cod quota must be raised, the boats paid for and all ships seized in the strait returned and the embargo lifted].", Act.Demand)]
    [InlineData("Holm {put it} [that the herring embargo be lifted].", Act.Demand)]
    public void What_another_has_to_do_is_demanded(string text, Act act) => Assert.Equal(act, FisheryDispute.Told(text)[^1].Act);

    [Theory]
    [InlineData("Holm {said} [Suderia must accept joint patrols].", Act.Demand)]
    [InlineData("Holm {said} [we must have joint patrols].", Act.Call)]
    [InlineData("Holm {said} [we need joint patrols].", Act.Demand)]
    public void An_obligation_stands_above_the_verb_it_governs(string text, Act act) =>
        Assert.Equal(act, Assert.Single(FisheryDispute.Told(text), p => p.Party == "norland").Act);

    [Theory]
    [InlineData("Holm {said} [joint patrols are not the right way].", Act.Reject)]
    [InlineData("Holm {said} [joint patrols are unnecessary].", Act.Reject)]
    [InlineData("Holm {said} [joint patrols would in the end be a disaster].", Act.Warn)]
    [InlineData("Holm {said} [a higher quota was needed, not joint patrols].", Act.Reject)]
    public void A_verdict_against_it_turns_it_down(string text, Act act) =>
        Assert.Equal((Direction.Opposes, act), FisheryDispute.Told(text).Where(p => p.Issue == "patrol-zone").Select(p => (p.Direction, p.Act)).Single());

    [Theory]
    [InlineData("Holm {condemned} [the harbour toll].", Act.Reject)]
    [InlineData("Holm {blamed} [Suderia for the harbour toll].", Act.Accuse)]
    public void Blame_for_a_thing_turns_it_down_and_blame_of_somebody_accuses(string text, Act act) =>
        Assert.Equal(act, Assert.Single(FisheryDispute.Told(text), p => p.Party == "norland").Act);

    [Theory]
    [InlineData("Holm {said} [Norland could start joint patrols once prices fall].", Act.Offer)]
    [InlineData("Holm {said} [Norland will widen the herring embargo].", Act.Threaten)]
    [InlineData("Holm {said} [Norland will continue the harbour toll].", Act.Commit)]
    [InlineData("Holm {said} [Norland undertakes to widen the herring embargo].", Act.Commit)]
    public void What_may_follow_is_an_opening_and_what_is_gone_on_with_no_threat(string text, Act act) => Assert.Equal(act, FisheryDispute.Told(text)[0].Act);

    [Theory]
    [InlineData("Holm {said} [Norland had never intended to start joint patrols].", Act.Deny)]
    [InlineData("Holm {said} [there can be no talk of joint patrols].", Act.Refuse)]
    [InlineData("Holm {said} [Norland would not hesitate to start joint patrols].", Act.Commit)]
    [InlineData("Holm {repeated} [her threat of a harbour toll].", Act.Threaten)]
    [InlineData("Holm {said} [the answer should be a patrol zone].", Act.Assert)]
    [InlineData("Holm {said} [a patrol zone should be set up].", Act.Call)]
    [InlineData("Holm {underscored the importance of} [a consistent patrol zone].", Act.Call)]
    [InlineData("Holm {said} [Norland seeks to raise the cod quota].", Act.Commit)]
    [InlineData("Holm {said} [Norland may have to raise the cod quota if prices fall].", Act.Threaten)]
    [InlineData("Holm {said} [we are working on joint patrols].", Act.Commit)]
    [InlineData("Holm {suggested} [that joint patrols were under way].", Act.Assert)]
    [InlineData("Holm {suggested} [that joint patrols start].", Act.Propose)]
    [InlineData("Holm {said} [the two were close to agreeing on joint patrols].", Act.Assert)]
    [InlineData("Holm {said} [that joint patrols had been approved].", Act.Assert)]
    [InlineData("Holm {said} [Norland had approved joint patrols].", Act.Commit)]
    public void Turns_of_phrase_keep_their_act(string text, Act act) => Assert.Equal(act, FisheryDispute.Told(text)[0].Act);

    [Theory]
    [InlineData("Holm {said} [Norland did not rule out joint patrols].", 1)]
    [InlineData("Holm {said} [Norland rules out joint patrols].", 4)]
    [InlineData("Holm {said} [Norland will start joint patrols].", 3)]
    public void Strength_is_that_of_the_act(string text, int strength) => Assert.Equal(strength, Assert.Single(FisheryDispute.Told(text)).Strength);

    [Fact]
    public void The_noun_by_which_the_stance_is_taken_tells_the_act() =>
        Assert.Equal(Act.Threaten, Assert.Single(FisheryDispute.Narrated("Norland's threat to raise the cod quota kept the boats in port.")).Act);

    [Theory]
    [InlineData("Holm {said} [Norland supports joint patrols].", Act.Assert)]
    [InlineData("Holm {said} [Norland supports the idea of joint patrols].", Act.Accept)]
    [InlineData("Holm {said} [Norland was in favor of a higher quota].", Act.Assert)]
    [InlineData("Holm {said} [Norland accepts joint patrols].", Act.Accept)]
    public void Who_is_for_a_thing_that_nobody_put_forward_states_a_view(string text, Act act) => Assert.Equal(act, Assert.Single(FisheryDispute.Told(text)).Act);

    [Theory]
    [InlineData("Holm {said} [Norland does not accept joint patrols].", Act.Reject)]
    [InlineData("Holm {said} [Norland would not accept joint patrols].", Act.Refuse)]
    [InlineData("Holm {said} [Norland could not support joint patrols].", Act.Refuse)]
    [InlineData("Holm {remained opposed to} [joint patrols].", Act.Reaffirm)]
    public void What_is_not_accepted_is_turned_down_and_what_will_not_be_is_refused(string text, Act act) => Assert.Equal(act, Assert.Single(FisheryDispute.Told(text)).Act);

    [Theory]
    [InlineData("Holm {said} [Suderia should stop the ban on landings].", Act.Demand)]
    [InlineData("Holm {said} [both sides should start joint patrols].", Act.Call)]
    [InlineData("Holm {said} [nobody should talk of a higher quota].", Act.Assert)]
    [InlineData("Holm {said} [we should think of joint patrols].", Act.Assert)]
    public void What_should_be_is_asked_only_of_a_side(string text, Act act) => Assert.Equal(act, Assert.Single(FisheryDispute.Told(text), p => p.Party == "norland").Act);

    [Theory]
    [InlineData("Holm {said} [joint patrols will soon be started].", Act.Commit)]
    [InlineData("Holm {said} [Norland could start joint patrols].", Act.Offer)]
    [InlineData("Holm {said} [I am today starting joint patrols].", Act.Commit)]
    [InlineData("Holm {said} [starting now would mean joint patrols].", Act.Assert)]
    [InlineData("Holm {said} [no harbour toll would be introduced].", Act.Commit)]
    public void What_a_side_announces_without_naming_another_it_will_do(string text, Act act) => Assert.Equal(act, FisheryDispute.Told(text)[0].Act);

    [Theory]
    [InlineData("Holm {said} [Norland has strictly applied and upheld the joint patrols].", Act.Assert)]
    [InlineData("Holm {said} [Norland will uphold the joint patrols].", Act.Commit)]
    [InlineData("Holm {said} [Norland continues the joint patrols].", Act.Reaffirm)]
    public void Who_has_kept_to_a_thing_claims_it_and_who_will_keep_to_it_promises(string text, Act act) => Assert.Equal(act, FisheryDispute.Told(text)[0].Act);

    [Theory]
    [InlineData("Norland's position has not changed: Holm {said} [we do not want joint patrols].", Act.Reaffirm, true)]
    [InlineData("Norland's stance on the matter is consistent, a note said. Holm {said} [we do not want joint patrols].", Act.Reaffirm, true)]
    [InlineData("Suderia's position has not changed. Norland waits. Holm {said} [we do not want joint patrols].", Act.Assert, false)]
    [InlineData("Holm {said} [Norland remains committed to joint patrols].", Act.Reaffirm, true)]
    [InlineData("Norland's position has changed: Holm {said} [we do not want joint patrols].", Act.Assert, false)]
    [InlineData("Holm {said} [Norland will remain committed to joint patrols].", Act.Commit, false)]
    public void A_position_announced_as_the_old_one_is_held_again(string text, Act act, bool reiterated) =>
        Assert.Equal((act, reiterated), FisheryDispute.Told(text).Where(p => p.Issue == "patrol-zone").Select(p => (p.Act, p.IsReiterated)).First());

    [Theory]
    [InlineData("Holm {published} [criticism of limits on joint patrols].", Act.Accuse)]
    [InlineData("Holm {said} [Norland would then seek to start joint patrols if prices fall].", Act.Threaten)]
    [InlineData("Holm {said} [once prices fall, Norland will seek to start joint patrols].", Act.Commit)]
    public void Criticism_of_a_blow_charges_whoever_deals_it_and_what_is_sought_is_a_plan(string text, Act act) =>
        Assert.Equal(act, Assert.Single(FisheryDispute.Told(text), p => p.Party == "norland").Act);
}
