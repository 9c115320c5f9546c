using Demarche.Core.Comparisons.Sheets;
using Demarche.Core.Parties;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Issues;

/// <summary>One issue through time.</summary>
internal static class IssueRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/issues/{id}", Issue);

    private static IResult Issue(string id, string? first, string? second, LedgerSource source)
    {
        IssueTimeline timeline = source.Cached($"timeline {id}", () => IssueTimeline.Of(source.Ledger, source.Codebook, id));
        Issue? issue = source.Codebook?.Issues.FirstOrDefault(issue => issue.Id == id);
        if (timeline.Lanes.Count == 0 && issue is null)
        {
            return Results.NotFound();
        }

        (first, second) = PairOf(timeline, first, second);
        return Page.Of<IssuePage>(new { Timeline = timeline, Issue = issue, First = first, Second = second });
    }

    // Without a choice, the two that stand farthest apart now.
    private static (string? First, string? Second) PairOf(IssueTimeline timeline, string? first, string? second)
    {
        TimelineLane[] lanes = [.. timeline.Lanes.Where(lane => lane.Days.Count > 0)];
        if (lanes.Any(lane => lane.Party == first) && lanes.Any(lane => lane.Party == second))
        {
            return (first, second);
        }

        return lanes.Length < 2
            ? (null, null)
            : (lanes.MaxBy(lane => lane.Days[^1].Position.SignedStrength)!.Party, lanes.MinBy(lane => lane.Days[^1].Position.SignedStrength)!.Party) is var (high, low) && high != low
                ? (high, low)
                : (lanes[0].Party, lanes[1].Party);
    }
}
