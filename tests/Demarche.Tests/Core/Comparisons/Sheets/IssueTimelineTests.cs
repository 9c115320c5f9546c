using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Sheets;
using Xunit;

namespace Demarche.Tests.Core.Comparisons.Sheets;

public sealed class IssueTimelineTests : IDisposable
{
    private readonly SheetLedger _dispute = new();

    public void Dispose() => _dispute.Dispose();

    [Fact]
    public void Every_party_that_speaks_has_a_lane_in_the_codebooks_order()
    {
        _dispute.Say(3, "pilots", "levy", 1);
        _dispute.Say(5, "sund", "levy", 2);
        _dispute.Say(7, "norland", "night", 2);
        IssueTimeline timeline = Timeline();
        Assert.Equal(["sund", "pilots"], timeline.Lanes.Select(lane => lane.Party));
        Assert.Equal((new DateOnly(2031, 5, 3), new DateOnly(2031, 5, 5)), (timeline.From, timeline.To));
    }

    [Fact]
    public void A_party_holds_what_it_said_until_it_says_something_else()
    {
        _dispute.Say(3, "sund", "levy", 2);
        _dispute.Say(9, "sund", "levy", -3);
        TimelineLane lane = Assert.Single(Timeline().Lanes);
        int[] days = [2, 3, 8, 9, 30];
        Assert.Equal([0, 2, 2, -3, -3], days.Select(day => lane.SignedAt(new DateOnly(2031, 5, day))));
        Assert.Null(lane.ChangeAt(lane.Days[0]));
        Assert.Equal(ChangeRelation.Reversed, lane.ChangeAt(lane.Days[1])!.Relation);
    }

    [Fact]
    public void The_gap_of_two_parties_begins_when_both_have_spoken()
    {
        _dispute.Say(3, "sund", "levy", 4);
        _dispute.Say(6, "norland", "levy", -4);
        _dispute.Say(9, "sund", "levy", 1);
        IssueTimeline timeline = Timeline();
        Assert.Equal(
            [new GapDay(new DateOnly(2031, 5, 6), 4, -4), new GapDay(new DateOnly(2031, 5, 9), 1, -4)],
            timeline.GapBetween("sund", "norland"));
        Assert.Empty(timeline.GapBetween("sund", "pilots"));
    }

    [Fact]
    public void What_the_issue_hangs_on_and_what_hangs_on_it_are_both_told()
    {
        _dispute.Say(3, "sund", "levy", 2, but: position => position with { Condition = position.Evidence, ConditionIssues = ["night"] });
        _dispute.Say(5, "norland", "winter", 2, but: position => position with { Condition = position.Evidence, ConditionIssues = ["levy"] });
        Assert.Equal([("sund", "levy", "night"), ("norland", "winter", "levy")], Timeline().Linkages.Select(tie => (tie.Party, tie.Issue, tie.Condition)));
    }

    [Fact]
    public void Nobody_speaks_to_an_unknown_issue()
    {
        IssueTimeline timeline = IssueTimeline.Of(_dispute.Ledger, SheetLedger.Codebook, "unheard");
        Assert.Empty(timeline.Lanes);
        Assert.Null(timeline.From);
    }

    private IssueTimeline Timeline() => IssueTimeline.Of(_dispute.Ledger, SheetLedger.Codebook, "levy");
}
