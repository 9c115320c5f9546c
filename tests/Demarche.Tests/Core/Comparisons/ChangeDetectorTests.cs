using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Core.Comparisons;

public sealed class ChangeDetectorTests
{
    private const string IfPilots = "if pilots come";

    [Theory]
    [InlineData(3, 2, ChangeRelation.Reiterated)]
    [InlineData(1, 3, ChangeRelation.Hardened)]
    [InlineData(-4, -2, ChangeRelation.Softened)]
    [InlineData(3, -3, ChangeRelation.Reversed)]
    [InlineData(-2, 3, ChangeRelation.Reversed)]
    [InlineData(-3, 1, ChangeRelation.Softened)]
    [InlineData(1, -3, ChangeRelation.Hardened)]
    public void Strength_and_side_tell_the_change(int from, int to, ChangeRelation expected) =>
        Assert.Equal(expected, ChangeDetector.Compare(Line.Of(1, from), Line.Of(2, to)).Relation);

    [Theory]
    [InlineData(2, null, 2, IfPilots, ChangeRelation.ConditionAdded)]
    [InlineData(2, IfPilots, 3, null, ChangeRelation.ConditionDropped)]
    [InlineData(-3, null, 2, IfPilots, ChangeRelation.Softened)]
    [InlineData(2, IfPilots, -3, null, ChangeRelation.Hardened)]
    [InlineData(2, IfPilots, 2, "once pilots come", ChangeRelation.Reiterated)]
    public void Conditions_tell_the_change(int from, string? before, int to, string? after, ChangeRelation expected) =>
        Assert.Equal(expected, ChangeDetector.Compare(Line.Of(1, from, before), Line.Of(2, to, after)).Relation);

    [Theory]
    [InlineData("pilots", "pilots crews", ChangeRelation.Hardened)]
    [InlineData("pilots crews", "crews", ChangeRelation.Softened)]
    [InlineData("pilots", "crews", ChangeRelation.Reiterated)]
    public void One_more_condition_is_firmer_and_one_less_is_softer(string before, string after, ChangeRelation expected)
    {
        LedgerEntry from = Line.Of(1, 2, IfPilots).But(p => p with { ConditionIssues = before.Split(' ') });
        LedgerEntry to = Line.Of(2, 2, IfPilots).But(p => p with { ConditionIssues = after.Split(' ') });
        Assert.Equal(expected, ChangeDetector.Compare(from, to).Relation);
    }

    [Fact]
    public void One_event_dated_a_day_apart_by_two_outlets_of_one_day_is_one_change()
    {
        // Published on one day: the one calls it Monday, the other, farther east, Tuesday.
        LedgerEntry west = Line.Of(12, 3).But(p => p with { Date = new DateOnly(2031, 5, 11) });
        LedgerEntry east = Line.Of(12, 3, article: "east");
        PositionChange first = Assert.Single(ChangeDetector.Detect([west, east]));
        Assert.Equal((ChangeRelation.New, new DateOnly(2031, 5, 11)), (first.Relation, first.Date));
        Assert.Equal(["post-12", "east"], first.To.Lines.Select(line => line.Article.Id));
        Assert.Equal(0.96, first.To.Likelihood, 9);
    }

    [Theory]
    [InlineData(13, 3, "Ada Brunn")]
    [InlineData(12, -3, "Ada Brunn")]
    [InlineData(12, 3, "Norland")]
    public void What_is_said_the_day_after_is_said_again(int published, int strength, string holder)
    {
        LedgerEntry first = Line.Of(12, 3).But(p => p with { Date = new DateOnly(2031, 5, 11) });
        LedgerEntry then = Line.Of(published, strength, article: "east").But(p => p with { Date = new DateOnly(2031, 5, 12), Holder = holder });
        Assert.Equal(2, ChangeDetector.Detect([first, then]).Count);
    }

    [Fact]
    public void Another_number_with_the_same_stance_is_a_change_of_its_own()
    {
        LedgerEntry Crowns(int day, double value) =>
            Line.Of(day, 3).But(p => p with { Quantities = [new Quantity(new TextSpan(0, 1), value, "crowns")] });

        Assert.Equal((ChangeRelation.AmountChanged, "40 crowns, then 60"), ChangeDetector.Compare(Crowns(1, 40), Crowns(2, 60)));
        Assert.Equal(ChangeRelation.Reiterated, ChangeDetector.Compare(Crowns(1, 40), Crowns(2, 40)).Relation);
    }

    [Fact]
    public void A_denial_by_another_voice_is_no_reversal()
    {
        LedgerEntry denied = Line.Of(2, -2).But(p => p with { Act = Act.Deny, Holder = "Norland" });
        Assert.Equal(ChangeRelation.Denied, ChangeDetector.Compare(Line.Of(1, 3), denied).Relation);
    }

    [Fact]
    public void Changes_follow_the_days_and_the_first_is_new()
    {
        IReadOnlyList<PositionChange> changes = ChangeDetector.Detect([Line.Of(9, 3), Line.Of(1, -3), Line.Of(5, -3)]);
        Assert.Equal(
            [ChangeRelation.New, ChangeRelation.Reiterated, ChangeRelation.Reversed], changes.Select(change => change.Relation));
        Assert.Equal([false, false, true], changes.Select(change => change.IsMove));
        Assert.Equal(5, changes[2].From!.Date!.Value.Day);
    }

    [Fact]
    public void Since_looks_back_at_what_was_held_before()
    {
        PositionChange change = Assert.Single(ChangeDetector.Detect([Line.Of(1, -3), Line.Of(9, 3)], new DateOnly(2031, 5, 9)));
        Assert.Equal(ChangeRelation.Reversed, change.Relation);
    }

    [Fact]
    public void What_an_adversary_tells_is_no_change_of_the_party()
    {
        LedgerEntry told = Line.Of(5, 3).ToldBy("Olaf Sund", "sund");
        PositionChange change = Assert.Single(ChangeDetector.Detect([Line.Of(1, -3), told]));
        Assert.Equal(ChangeRelation.New, change.Relation);
    }

    [Fact]
    public void Two_voices_of_one_day_are_no_change()
    {
        LedgerEntry quoted = Line.Of(1, -3).But(p => p with { Kind = Demarche.Core.Attributions.AttributionKind.Direct });
        Assert.Single(ChangeDetector.Detect([Line.Of(1, 3, article: "herald"), quoted]));
    }

    [Fact]
    public void Background_in_an_article_with_news_comes_before_the_news()
    {
        LedgerEntry background = Line.Of(4, -3, article: "post-4").But(p => p with { Date = null });
        LedgerEntry news = Line.Of(4, 3, article: "post-4").But(p => p with { Date = new DateOnly(2031, 5, 3) });
        Assert.Equal(
            [ChangeRelation.New, ChangeRelation.Reversed],
            ChangeDetector.Detect([background, news]).Select(change => change.Relation));
    }

    [Theory]
    [InlineData("Norland dropped its demand for a toll", ChangeRelation.Withdrawn)]
    [InlineData("Norland no longer insists on a toll", ChangeRelation.Withdrawn)]
    [InlineData("Norland backed away from its long-held claim to a toll", ChangeRelation.Withdrawn)]
    [InlineData("Norland has not dropped its demand for a toll", ChangeRelation.Reversed)]
    [InlineData("Norland urged others to drop their demand for a toll", ChangeRelation.Reversed)]
    [InlineData("Prices dropped as Norland refused the toll", ChangeRelation.Reversed)]
    public void What_the_text_says_is_given_up_is_withdrawn(string evidence, ChangeRelation expected) =>
        Assert.Equal(expected, ChangeDetector.Compare(Line.Of(1, 3), Line.Of(2, -2) with { Evidence = evidence }).Relation);

    [Fact]
    public void Words_before_the_evidence_count_as_far_as_its_sentence_goes()
    {
        LedgerEntry same = Line.Of(2, -2) with { Before = "It rained. Norland gave up its demand for ", Evidence = "a toll" };
        LedgerEntry earlier = same with { Before = "Norland gave up its demand. It rained on " };
        Assert.Equal(ChangeRelation.Withdrawn, ChangeDetector.Compare(Line.Of(1, 3), same).Relation);
        Assert.Equal(ChangeRelation.Reversed, ChangeDetector.Compare(Line.Of(1, 3), earlier).Relation);
    }

    [Fact]
    public void A_long_silence_is_a_change_of_the_day_it_became_long()
    {
        IReadOnlyList<PositionChange> changes = ChangeDetector.Detect([Line.Of(1, 3)], end: new DateOnly(2031, 7, 30));
        Assert.Equal([ChangeRelation.New, ChangeRelation.Dormant], changes.Select(change => change.Relation));
        Assert.Equal(new DateOnly(2031, 7, 30), changes[1].Date);
        Assert.Single(ChangeDetector.Detect([Line.Of(1, 3)], end: new DateOnly(2031, 7, 29)));
    }

    [Fact]
    public void A_lesser_voice_moves_nothing_but_is_shown()
    {
        LedgerEntry lawmaker = Line.Of(5, 3).Voiced(AuthorityLevel.Lawmaker);
        IReadOnlyList<PositionChange> changes = ChangeDetector.Detect([Line.Of(1, -3), lawmaker, Line.Of(9, -3)]);
        Assert.Equal(
            [ChangeRelation.New, ChangeRelation.Reversed, ChangeRelation.Reiterated], changes.Select(change => change.Relation));
        Assert.Equal([false, true, false], changes.Select(change => change.IsLesserVoice));
        Assert.Equal(1, changes[2].From!.Date!.Value.Day);
    }

    [Theory]
    [InlineData(0.4)]
    [InlineData(0.6)]
    public void What_is_not_sure_turns_nothing_round(double confidence)
    {
        IReadOnlyList<PositionChange> changes = ChangeDetector.Detect([Line.Of(1, 3), Unsure(Line.Of(2, -3), confidence), Line.Of(3, 3)]);
        Assert.Equal([(ChangeRelation.New, 1), (ChangeRelation.Reiterated, 3)], changes.Select(change => (change.Relation, change.Date!.Value.Day)));
    }

    [Fact]
    public void Said_again_on_another_day_it_turns_round()
    {
        PositionChange change = ChangeDetector.Detect([Line.Of(1, 3), Unsure(Line.Of(2, -3), 0.5), Unsure(Line.Of(5, -2), 0.5)])[^1];
        Assert.Equal((ChangeRelation.Reversed, 1, 5), (change.Relation, change.From!.Date!.Value.Day, change.To.Date!.Value.Day));
    }

    [Fact]
    public void What_waits_is_forgotten_once_the_old_is_said_again()
    {
        IReadOnlyList<PositionChange> changes = ChangeDetector.Detect([Line.Of(1, 3), Unsure(Line.Of(2, -3), 0.5), Line.Of(3, 3), Unsure(Line.Of(4, -3), 0.5)]);
        Assert.DoesNotContain(changes, change => change.IsMove);
    }

    [Fact]
    public void A_true_turn_behind_an_unsure_line_is_held_against_what_was_sure()
    {
        LedgerEntry unsure = Unsure(Line.Of(2, -3), 0.4);
        PositionChange change = ChangeDetector.Detect([Line.Of(1, 3), unsure, Line.Of(3, 2, IfPilots)])[^1];
        Assert.Equal((ChangeRelation.ConditionAdded, 1), (change.Relation, change.From!.Date!.Value.Day));
    }

    [Theory]
    [InlineData(0.55, 1)]
    [InlineData(0.45, 0)]
    public void A_condition_is_added_by_what_is_likelier_right_than_not(double confidence, int moves) =>
        Assert.Equal(moves, ChangeDetector.Detect([Line.Of(1, 3), Unsure(Line.Of(2, 3, IfPilots), confidence)]).Count(change => change.IsMove));

    [Theory]
    [InlineData(Act.Refuse, 0)]
    [InlineData(Act.Offer, 1)]
    public void To_refuse_unless_is_still_to_refuse(Act act, int moves)
    {
        LedgerEntry unless = Line.Of(1, 3, "unless pilots come").But(position => position with { Act = act });
        Assert.Equal(moves, ChangeDetector.Detect([unless, Unsure(Line.Of(2, 3), 0.6)]).Count(change => change.IsMove));
    }

    [Fact]
    public void What_was_said_on_several_days_is_held_for_sure()
    {
        LedgerEntry[] lines = [Unsure(Line.Of(1, -3), 0.5), Unsure(Line.Of(2, -2), 0.5), Line.Of(3, 3)];
        Assert.Equal(ChangeRelation.Reversed, ChangeDetector.Detect(lines)[^1].Relation);
    }

    [Fact]
    public void Of_two_stances_of_a_day_the_sure_one_counts()
    {
        LedgerEntry quoted = Unsure(Line.Of(2, -3), 0.4).But(p => p with { Kind = Demarche.Core.Attributions.AttributionKind.Direct });
        Assert.DoesNotContain(ChangeDetector.Detect([Line.Of(1, 3), quoted, Line.Of(2, 3, article: "herald-2")]), change => change.IsMove);
    }

    [Fact]
    public void Copies_of_one_text_are_misread_alike()
    {
        LedgerEntry[] lines = [Line.Of(1, 3), Unsure(Line.Of(2, -3), 0.45), Unsure(Line.Of(2, -3, article: "courier-2"), 0.45)];
        TextCopies copies = TextCopies.Of([new CopyPair(lines[1].Article.Key, lines[2].Article.Key, 1)]);
        Assert.DoesNotContain(ChangeDetector.Detect(lines, copies: copies), change => change.IsMove);
    }

    [Fact]
    public void Two_articles_that_may_each_be_misread_are_believed_together()
    {
        LedgerEntry[] lines = [Line.Of(1, 3), Unsure(Line.Of(2, -3), 0.45), Unsure(Line.Of(2, -3, article: "courier-2"), 0.45)];
        Assert.Equal(ChangeRelation.Reversed, ChangeDetector.Detect(lines)[^1].Relation);
    }

    [Fact]
    public void What_a_person_found_right_moves_however_doubtful_it_was()
    {
        LedgerEntry accepted = Line.Of(2, -3).But(Doubted) with { State = LineState.Accepted };
        Assert.Equal(ChangeRelation.Reversed, ChangeDetector.Detect([Line.Of(1, 3), accepted])[^1].Relation);
    }

    [Fact]
    public void Against_what_was_hardly_held_nothing_moves() =>
        Assert.Equal(
            [ChangeRelation.New, ChangeRelation.New],
            ChangeDetector.Detect([Line.Of(1, -3).But(Doubted), Line.Of(2, 3)]).Select(change => change.Relation));

    [Fact]
    public void A_condition_named_by_a_pronoun_is_no_condition_less()
    {
        LedgerEntry named = Line.Of(1, 2, "without pilots").But(position => position with { ConditionIssues = ["pilots"] });
        Assert.Equal(ChangeRelation.Reiterated, ChangeDetector.Compare(named, Line.Of(2, 2, "without them")).Relation);
    }

    [Theory]
    [InlineData(Act.Reaffirm)]
    [InlineData(Act.Commit)]
    public void Committed_to_it_and_ready_for_it_are_one_readiness(Act act) =>
        Assert.Equal(
            ChangeRelation.Reiterated,
            ChangeDetector.Compare(Line.Of(1, 3).But(position => position with { Act = act }), Line.Of(2, 1).But(position => position with { Act = Act.Offer })).Relation);

    [Fact]
    public void A_promise_is_more_than_an_offer() =>
        Assert.Equal(
            ChangeRelation.Hardened,
            ChangeDetector.Compare(Line.Of(1, 1).But(position => position with { Act = Act.Offer }), Line.Of(2, 3).But(position => position with { Act = Act.Commit })).Relation);

    [Fact]
    public void Only_what_was_held_is_given_up()
    {
        LedgerEntry refusal = Line.Of(2, -3) with { Evidence = "Norland gave up its rejection of the plan" };
        Assert.Equal(ChangeRelation.Reversed, ChangeDetector.Compare(Line.Of(1, 3), refusal).Relation);
    }

    [Fact]
    public void A_threat_that_is_taken_back_was_no_open_door()
    {
        LedgerEntry threat = Line.Of(1, 3, IfPilots).But(position => position with { Act = Act.Threaten });
        Assert.Equal(ChangeRelation.Reversed, ChangeDetector.Compare(threat, Line.Of(2, -3)).Relation);
    }

    [Fact]
    public void What_was_hardly_held_does_not_fall_silent() =>
        Assert.Single(ChangeDetector.Detect([Line.Of(1, 3).But(Doubted)], end: new DateOnly(2031, 9, 1)));

    [Fact]
    public void Nor_does_a_party_that_seems_to_have_said_something_else_since() =>
        Assert.Single(ChangeDetector.Detect([Line.Of(1, 3), Line.Of(2, -3).But(Doubted)], end: new DateOnly(2031, 9, 1)));

    private static LedgerEntry Unsure(LedgerEntry line, double confidence) => line.But(position => position with { Confidence = confidence });

    private static Position Doubted(Position position) => position with { Confidence = 0.4 };

    [Fact]
    public void Undated_lines_take_no_part() => Assert.Empty(ChangeDetector.Detect([Line.Of(null, 3)]));
}
