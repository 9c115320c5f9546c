using Demarche.Core.Exchange;
using Demarche.Web.Stories;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Outlets;

/// <summary>Outlet against outlet: the tables of `demarche outlets`, to read and to take away.</summary>
internal static class OutletRoutes
{
    /// <summary>Articles that the page compares; texts of so many are some hundred megabytes. The command compares all.</summary>
    public const int MostArticles = 5000;

    private const string Csv = ".csv";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/outlets", async (HttpContext context, LedgerSource source, StoryDesk desk) =>
        {
            bool isCurrent = await desk.IsCurrentAsync(StoryRoutes.Patience, context.RequestAborted);
            return Page.Of<OutletsPage>(new { Model = new OutletsModel([.. ComparisonTables.ShortNames.Select(name => TableOf(source, desk, name, isCurrent))], isCurrent) });
        });
        routes.MapGet("/outlets/outlets.xlsx", async (HttpContext context, LedgerSource source, StoryDesk desk) =>
        {
            bool isCurrent = await desk.IsCurrentAsync(StoryRoutes.Patience, context.RequestAborted);
            var workbook = new MemoryStream();
            WorkbookWriter.Write([.. ComparisonTables.Names.Select(name => TableOf(source, desk, name, isCurrent))], workbook);
            return Results.File(workbook.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "outlets.xlsx");
        });
        routes.MapGet("/outlets/{file}", async (HttpContext context, LedgerSource source, StoryDesk desk, string file) =>
        {
            string name = file.EndsWith(Csv, StringComparison.Ordinal) ? file[..^Csv.Length] : "";
            if (!ComparisonTables.Names.Contains(name, StringComparer.Ordinal))
            {
                return Results.NotFound();
            }

            bool isCurrent = await desk.IsCurrentAsync(StoryRoutes.Patience, context.RequestAborted);
            using var writer = new StringWriter();
            TableOf(source, desk, name, isCurrent).WriteCsv(writer);
            return Results.File(System.Text.Encoding.UTF8.GetBytes(writer.ToString()), "text/csv; charset=utf-8", file);
        });
    }

    // The tables are kept, the texts they were made of are not.
    private static ComparisonTable TableOf(LedgerSource source, StoryDesk desk, string name, bool isCurrent) => source.Cached($"outlet tables {isCurrent}", () =>
    {
        var tables = new ComparisonTables(desk.Book.Latest(MostArticles), source.Ledger.Positions());
        return ComparisonTables.Names.ToDictionary(known => known, tables.Make, StringComparer.Ordinal);
    })[name];
}
