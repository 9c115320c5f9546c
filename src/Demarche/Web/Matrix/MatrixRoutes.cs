using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Sheets;
using Demarche.Web.Packing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Matrix;

/// <summary>Who wants what at a day, and the history of a cell beside it.</summary>
internal static class MatrixRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", Matrix);
        routes.MapGet("/history", History);
    }

    private static async Task<IResult> Matrix(HttpContext context, LedgerSource source, Drawing drawing)
    {
        if (source.Counts.Articles == 0)
        {
            return Page.Of<EmptyLedgerPage>();
        }

        MatrixQuery query = MatrixQuery.Of(context.Request, source.Counts.To);
        MatrixSheet sheet = source.Sheet(query.Sheet);
        // Hundreds of cells take longer to draw and to pack than to look up: the table is drawn and packed once until the ledger changes.
        KeptPart table = await source.Cached(
            $"table {query}",
            async () => new KeptPart(await drawing.DrawAsync<MatrixTable>(new() { ["Sheet"] = sheet, ["Query"] = query })));
        return new PackedPage(Page.Of<MatrixPage>(new { Sheet = sheet, Query = query, History = HistoryOf(source, query) }), table);
    }

    private static IResult History(HttpContext context, LedgerSource source)
    {
        MatrixQuery query = MatrixQuery.Of(context.Request, source.Counts.To);
        if (HistoryOf(source, query) is not { } history)
        {
            return Results.NotFound();
        }

        return Page.WantsFragment(context.Request)
            ? Page.Of<CellHistory>(new { History = history, Query = query })
            : Results.LocalRedirect(query.AddressOf(query.Issue, query.Party));
    }

    private static PositionHistory? HistoryOf(LedgerSource source, MatrixQuery query) => query is { Issue: { } issue, Party: { } party }
        ? SheetCell.HistoryOf(source.Ledger, source.Codebook, query.Sheet, issue, party)
        : null;
}
