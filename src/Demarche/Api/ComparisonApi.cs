using System.ComponentModel.DataAnnotations;
using Demarche.Api.Schemas;
using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Sheets;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Demarche.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Api;

/// <summary>Who wants what, what moved, and what stands between the parties.</summary>
internal static class ComparisonApi
{
    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/matrix", Matrix).Produces<MatrixShape>();
        api.MapGet("/changes", Changes).Produces<Paged<ChangeShape>>();
        api.MapGet("/gaps", Gaps).Produces<GapsShape>();
    }

    /// <summary>Issues by parties at a day, every cell with its leading line.</summary>
    /// <param name="source">The ledger.</param>
    /// <param name="at">The day as of which things are shown; now when absent.</param>
    /// <param name="since">Cells that changed on this day or later say how.</param>
    /// <param name="outlet">Only what this outlet carries.</param>
    /// <param name="speaker">Only what this person or body holds.</param>
    /// <param name="confidence">Least confidence; lines a person accepted, edited or added pass always.</param>
    internal static IResult Matrix(
        LedgerSource source,
        [FromQuery] DateOnly? at,
        [FromQuery] DateOnly? since,
        [FromQuery] string? outlet,
        [FromQuery] string? speaker,
        [FromQuery, Range(0d, 1d)] double? confidence)
    {
        var request = new SheetRequest { At = at, Since = since, Outlet = outlet, Speaker = speaker, MinConfidence = confidence ?? 0 };
        return ApiAnswer.Of(source.Sheet(request), MatrixWriter.Write);
    }

    /// <summary>What moved, oldest first.</summary>
    /// <param name="context">The request.</param>
    /// <param name="source">The ledger.</param>
    /// <param name="since">Only changes on this day or later.</param>
    /// <param name="party">Codebook id of the party.</param>
    /// <param name="issue">Codebook id of the issue.</param>
    /// <param name="all">First mentions and repetitions too.</param>
    /// <param name="page">Which part of the list.</param>
    internal static IResult Changes(
        HttpContext context,
        LedgerSource source,
        [FromQuery] DateOnly? since,
        [FromQuery] string? party,
        [FromQuery] string? issue,
        [FromQuery] bool? all,
        [AsParameters] ApiPage page)
    {
        var query = new LedgerQuery { Party = party, Issue = issue };
        LedgerNames.Check(source.Ledger, query);
        IReadOnlyList<PositionChange> changes = source.Cached(
            $"changes {since} {party} {issue}", () => DisputeOverview.Of(source.Ledger, source.Codebook, query).ChangesSince(since));
        return ApiAnswer.Page(changes.Where(change => all is true || change.IsMove), page, context, ChangeWriter.Write);
    }

    /// <summary>What stands between the parties: gaps, unanswered demands, linkages, rings of them, priorities.</summary>
    /// <param name="source">The ledger.</param>
    /// <param name="at">The day as of which things are shown; now when absent.</param>
    /// <param name="party">Codebook id of a party: only what concerns it.</param>
    /// <param name="issue">Codebook id of an issue: only what concerns it.</param>
    internal static IResult Gaps(LedgerSource source, [FromQuery] DateOnly? at, [FromQuery] string? party, [FromQuery] string? issue)
    {
        LedgerNames.Check(source.Ledger, new LedgerQuery { Party = party, Issue = issue });
        DisputeGaps gaps = source.Cached(
            $"gaps {at}", () => DisputeGaps.Of(source.Ledger, at, IssueRelations.Of(source.Codebook)));
        return ApiAnswer.Of(gaps.Only(party, issue), GapWriter.Write);
    }
}
