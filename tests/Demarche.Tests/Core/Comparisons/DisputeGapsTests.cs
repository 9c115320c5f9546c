using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;
using Xunit;

namespace Demarche.Tests.Core.Comparisons;

public sealed class DisputeGapsTests
{
    [Fact]
    public void Parties_on_two_sides_are_contested_and_a_nearer_step_converges()
    {
        PartyGap gap = Assert.Single(Gaps(Line.Of(1, 4), Line.Of(1, -4).Of("sund"), Line.Of(9, -1).Of("sund")).Gaps);
        Assert.True(gap.IsContested);
        Assert.Equal((5, 8, GapTrend.Converging), (gap.Distance, gap.Before, gap.Trend));
    }

    [Fact]
    public void A_gap_that_never_was_another_stands()
    {
        PartyGap gap = Assert.Single(Gaps(Line.Of(1, 3), Line.Of(2, 3), Line.Of(1, -3).Of("sund")).Gaps);
        Assert.Equal((6, null, GapTrend.Standing), (gap.Distance, gap.Before, gap.Trend));
    }

    [Fact]
    public void A_demand_is_unanswered_until_whom_it_is_put_to_speaks_to_it()
    {
        LedgerEntry demand = Line.Of(1, 3).But(p => p with { Act = Act.Demand, Addressee = "sund" });
        LedgerEntry elsewhere = Line.Of(2, 3).Of("sund", "ferries");
        UnansweredDemand open = Assert.Single(Gaps(demand, elsewhere).Unanswered);
        Assert.Equal(["sund"], open.Silent);
        Assert.Empty(Gaps(demand, elsewhere, Line.Of(3, -1).Of("sund")).Unanswered);
    }

    [Fact]
    public void A_view_is_no_demand() => Assert.Empty(Gaps(Line.Of(1, 3), Line.Of(2, 3).Of("sund", "ferries")).Unanswered);

    [Fact]
    public void Conditions_that_wait_for_each_other_are_a_ring()
    {
        DisputeGaps gaps = Gaps(
            Line.Of(1, 3, "if the ferries sail").But(p => p with { ConditionIssues = ["ferries"] }),
            Line.Of(1, 3, "once pilots are hired").Of("sund", "ferries").But(p => p with { ConditionIssues = ["pilots"] }),
            Line.Of(1, 3, "after the toll ends").Of("sund", "pilots").But(p => p with { ConditionIssues = ["toll"] }));
        Assert.Equal(3, gaps.Linkages.Count);
        IReadOnlyList<Linkage> ring = Assert.Single(gaps.Circles);
        Assert.Equal(3, ring.Count);
        Assert.All(ring, linkage => Assert.Contains(ring, next => next.Condition == linkage.Issue));
    }

    [Fact]
    public void A_condition_that_was_dropped_is_shown_with_its_end_and_makes_no_ring_with_later_ones()
    {
        DisputeGaps gaps = Gaps(
            Line.Of(1, 3, "if the ferries sail").But(p => p with { ConditionIssues = ["ferries"] }),
            Line.Of(4, 3, article: "plain"),
            Line.Of(9, 3, "after the toll ends").Of("sund", "ferries").But(p => p with { ConditionIssues = ["toll"] }));
        Assert.Equal([(true, null), (false, new DateOnly(2031, 5, 4))], gaps.Linkages.Select(linkage => (linkage.IsStanding, linkage.Until)));
        Assert.Empty(gaps.Circles);
    }

    [Fact]
    public void Conditions_in_a_row_are_none()
    {
        DisputeGaps gaps = Gaps(
            Line.Of(1, 3, "if the ferries sail").But(p => p with { ConditionIssues = ["ferries"] }),
            Line.Of(1, 3, "once pilots are hired").Of("sund", "ferries").But(p => p with { ConditionIssues = ["pilots"] }));
        Assert.Empty(gaps.Circles);
    }

    [Fact]
    public void What_is_said_often_and_firmly_weighs_most()
    {
        DisputeGaps gaps = Gaps(Line.Of(1, 2), Line.Of(2, 3), Line.Of(1, 4).Of("norland", "ferries"));
        Assert.Equal([("toll", 5, 2), ("ferries", 4, 1)], gaps.Priorities.Select(p => (p.Issue, p.Weight, p.Days)));
    }

    private static DisputeGaps Gaps(params LedgerEntry[] lines) => DisputeGaps.Of(PositionMatrix.AtDay(lines));
}
