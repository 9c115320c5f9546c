using System.ComponentModel.DataAnnotations;
using Demarche.Api.Schemas;
using Demarche.Core.Comparisons;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Demarche.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Api;

/// <summary>Positions, line by line.</summary>
internal static class PositionApi
{
    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder api) => api.MapGet("/positions", Positions).Produces<Paged<PositionShape>>();

    /// <summary>Positions with corrections applied, by day, undated last.</summary>
    /// <remarks>With `at`, of every party and issue the one line that shows what it held on that day; without, all lines.</remarks>
    /// <param name="context">The request.</param>
    /// <param name="source">The ledger.</param>
    /// <param name="party">Codebook id of the party.</param>
    /// <param name="issue">Codebook id of the issue.</param>
    /// <param name="holder">Name of the holder; case is ignored.</param>
    /// <param name="outlet">Name of the outlet; case is ignored.</param>
    /// <param name="article">Key of the article.</param>
    /// <param name="since">First day; undated positions then fall out.</param>
    /// <param name="until">Last day; undated positions then fall out.</param>
    /// <param name="at">The day as of which things are shown.</param>
    /// <param name="confidence">Least confidence; lines a person accepted, edited or added pass always.</param>
    /// <param name="rejected">Whether lines a person rejected are given too.</param>
    /// <param name="page">Which part of the list.</param>
    internal static IResult Positions(
        HttpContext context,
        LedgerSource source,
        [FromQuery] string? party,
        [FromQuery] string? issue,
        [FromQuery] string? holder,
        [FromQuery] string? outlet,
        [FromQuery] string? article,
        [FromQuery] DateOnly? since,
        [FromQuery] DateOnly? until,
        [FromQuery] DateOnly? at,
        [FromQuery, Range(0d, 1d)] double? confidence,
        [FromQuery] bool? rejected,
        [AsParameters] ApiPage page)
    {
        var query = new LedgerQuery
        {
            Party = party,
            Issue = issue,
            Holder = holder,
            Outlet = outlet,
            ArticleKey = article,
            Since = since,
            Until = at ?? until,
            MinConfidence = confidence ?? 0,
            IncludeRejected = rejected ?? false,
        };
        LedgerNames.Check(source.Ledger, query);
        if (at is not null && (since is not null || until is not null || rejected is true))
        {
            throw new UserException("'at' asks for what held on a day; 'since', 'until' and 'rejected' have no meaning beside it.");
        }

        return ApiAnswer.Page(at is null ? source.Ledger.Positions(query) : HeldAt(source, query), page, context, EntryWriter.Write);
    }

    private static IEnumerable<LedgerEntry> HeldAt(LedgerSource source, LedgerQuery query) =>
        PositionMatrix.AtDay(
                query == new LedgerQuery { Until = query.Until } ? source.Ledger.LatestPositions(query.Until) : source.Ledger.Positions(query),
                query.Until,
                source.Copies)
            .Cells.Select(cell => (cell.Latest ?? cell.LatestTold)!.Lead);
}
