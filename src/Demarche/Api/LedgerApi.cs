using System.Text.Json;
using Demarche.Api.Schemas;
using Demarche.Core.Comparisons;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Demarche.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Api;

/// <summary>What the ledger holds, who acts in it, and what is in dispute.</summary>
internal static class LedgerApi
{
    /// <summary>Maps it.</summary>
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/ledger", Ledger).Produces<LedgerShape>();
        api.MapGet("/actors", Actors).Produces<Paged<ActorShape>>();
        api.MapGet("/issues", Issues).Produces<Paged<IssueShape>>();
        api.MapGet("/failures", Failures).Produces<Paged<FailureShape>>();
    }

    /// <summary>How much the ledger holds.</summary>
    internal static IResult Ledger(LedgerSource source) => ApiAnswer.Of(source, WriteLedger);

    /// <summary>Everybody who speaks for a party or is heard.</summary>
    /// <remarks>Those of the codebook come first, heard or not, in its order; then the others, most heard first.</remarks>
    /// <param name="context">The request.</param>
    /// <param name="source">The ledger.</param>
    /// <param name="party">Codebook id of a party: only those who speak for it.</param>
    /// <param name="page">Which part of the list.</param>
    internal static IResult Actors(HttpContext context, LedgerSource source, [FromQuery] string? party, [AsParameters] ApiPage page)
    {
        IReadOnlyList<ActorEntry> actors = source.Cached("actors", () => ActorEntry.Of(source.Ledger, source.Codebook));
        return ApiAnswer.Page(actors.Where(actor => party is null || actor.Party == party), page, context, ActorWriter.Write);
    }

    /// <summary>The issues of the codebook, in its order.</summary>
    /// <param name="context">The request.</param>
    /// <param name="source">The ledger.</param>
    /// <param name="page">Which part of the list.</param>
    internal static IResult Issues(HttpContext context, LedgerSource source, [AsParameters] ApiPage page) =>
        ApiAnswer.Page<Issue>(source.Codebook?.Issues ?? [], page, context, ActorWriter.Write);

    /// <summary>What could not be read into the ledger and has not been since, the latest first.</summary>
    /// <param name="context">The request.</param>
    /// <param name="source">The ledger.</param>
    /// <param name="page">Which part of the list.</param>
    internal static IResult Failures(HttpContext context, LedgerSource source, [AsParameters] ApiPage page) =>
        ApiAnswer.Page(source.Failures, page, context, FailureWriter.Write);

    private static void WriteLedger(Utf8JsonWriter json, LedgerSource source)
    {
        LedgerCounts counts = source.Counts;
        json.WriteStartObject();
        json.WriteString("title", source.Title);
        json.WriteString("dispute", source.Codebook?.Dispute);
        json.WriteNumber("articles", counts.Articles);
        json.WriteNumber("revisions", counts.Revisions);
        json.WriteNumber("attributions", counts.Attributions);
        json.WriteNumber("positions", counts.Positions);
        json.WriteNumber("corrections", counts.Corrections);
        json.WriteString("from", EntryWriter.DayText(counts.From));
        json.WriteString("to", EntryWriter.DayText(counts.To));
        json.WriteStartArray("parties");
        foreach (Party party in source.Codebook?.Parties ?? [])
        {
            json.WriteStartObject();
            json.WriteString("id", party.Id);
            json.WriteString("name", party.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
