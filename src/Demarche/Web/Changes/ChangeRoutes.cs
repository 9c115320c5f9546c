using Demarche.Core.Comparisons;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Changes;

/// <summary>What moved: a page, and the same as feeds.</summary>
internal static class ChangeRoutes
{
    // What a feed reader shows of a feed; older ones are on the page.
    private const int MostInFeed = 100;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/changes", (HttpContext context, LedgerSource source) =>
        {
            ChangesQuery query = ChangesQuery.Of(context.Request, source.Counts.To);
            return Page.Of<ChangesPage>(new { Query = query, Changes = ChangesOf(source, query) });
        });
        routes.MapGet("/changes.atom", (HttpContext context, LedgerSource source) =>
            Feed(context, source, "application/atom+xml; charset=utf-8", (feed, changes, output) => feed.WriteAtom(changes, output)));
        routes.MapGet("/changes.json", (HttpContext context, LedgerSource source) =>
            Feed(context, source, "application/feed+json; charset=utf-8", (feed, changes, output) => feed.WriteJson(changes, output)));
    }

    // Newest first.
    private static IReadOnlyList<PositionChange> ChangesOf(LedgerSource source, ChangesQuery query) => source.Cached<IReadOnlyList<PositionChange>>(
        $"changes {query with { Page = 1 }}",
        () =>
        [
            .. DisputeOverview.Of(source.Ledger, source.Codebook, new LedgerQuery { Party = query.Party, Issue = query.Issue }).ChangesSince(query.Since)
                .Where(change => query.Wants(change))
                .Reverse(),
        ]);

    private static IResult Feed(
        HttpContext context, LedgerSource source, string contentType, Action<ChangeFeed, IReadOnlyList<PositionChange>, Stream> write)
    {
        var site = new Uri($"{context.Request.Scheme}://{context.Request.Host}/");
        var feed = new ChangeFeed(DisputeOverview.Of(source.Ledger, source.Codebook, new LedgerQuery()), $"{source.Title}: what changed", site);
        using var output = new MemoryStream();
        write(feed, [.. ChangesOf(source, ChangesQuery.Of(context.Request, source.Counts.To)).Take(MostInFeed)], output);
        return Results.Bytes(output.ToArray(), contentType);
    }
}
