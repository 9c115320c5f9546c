using Demarche.Core.Exchange.Exports;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Briefs;

/// <summary>The record on a page to print, and its articles as citations.</summary>
internal static class BriefRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/brief", (HttpContext context, LedgerSource source) => Page.Of<BriefPage>(new { Brief = Of(context, source) }));
        routes.MapGet("/brief.bib", (HttpContext context, LedgerSource source) => Citations(context, source, "bibtex"));
        routes.MapGet("/brief.csl.json", (HttpContext context, LedgerSource source) => Citations(context, source, "csl-json"));
    }

    private static IResult Citations(HttpContext context, LedgerSource source, string name)
    {
        ExportFormat format = ExportFormat.Find(name)!;
        using var output = new MemoryStream();
        format.Write(
            new ExportSource(source.Ledger, source.Codebook) { Cited = Of(context, source).Sources.Select(article => article.Key).ToHashSet(StringComparer.Ordinal) },
            output);
        return Results.Bytes(output.ToArray(), format.MediaType + "; charset=utf-8", "brief" + format.Extension);
    }

    private static BriefModel Of(HttpContext context, LedgerSource source)
    {
        BriefQuery query = BriefQuery.Of(context.Request, source.Counts.To);
        return source.Cached($"brief {query.Address("/brief")}", () => BriefModel.Of(source, query));
    }
}
