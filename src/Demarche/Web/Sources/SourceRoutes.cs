using Demarche.Core.Ledger;
using Demarche.Web.Parts;
using Demarche.Web.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Sources;

/// <summary>What was read, and adding more: files, pasted texts, addresses.</summary>
internal static class SourceRoutes
{
    /// <summary>Bytes of one sending: 64 MiB. What is larger goes in by the command line, which reads from the disk.</summary>
    public const int MostBytes = 64 << 20;

    private const int ArticlesOnPage = 50;

    /// <summary>Maps the page.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet("/sources", Sources);

    /// <summary>Maps what adds articles.</summary>
    public static void MapForms(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sources/files", FilesAsync).WithMetadata(new SizeLimit()).WithFormOptions(multipartBodyLengthLimit: MostBytes, valueCountLimit: Uploads.MostFiles + 10);
        routes.MapPost("/sources/addresses", Addresses);
        routes.MapPost("/sources/sample", Sample);
        routes.MapPost("/sources/failures/forget", ForgetFailures);
        routes.MapPost("/sources/text", Text).WithMetadata(new SizeLimit()).WithFormOptions(valueLengthLimit: MostBytes);
    }

    private static RazorComponentResult<SourcesPage> Sources(HttpContext context, LedgerSource source, WorkDesk desk)
    {
        string? words = context.Request.Query["q"].ToString() is { Length: > 0 } typed ? typed.Trim() : null;
        string? outlet = context.Request.Query["outlet"].ToString() is { Length: > 0 } named ? named : null;
        var portion = Portion.Of(context.Request, ArticlesOnPage);
        IReadOnlyList<LedgerArticle> all = source.Cached("articles", () => source.Ledger.Articles().OrderByDescending(article => article.Published).ToArray());
        IEnumerable<LedgerArticle> wanted = words is null ? all : source.Ledger.Found(words);
        (IReadOnlyList<LedgerArticle> shown, bool isMore) = portion.Cut(wanted.Where(article => outlet is null || article.Outlet == outlet));
        // What is under way changes without the ledger.
        context.Response.Headers.CacheControl = "no-store";
        return Page.Of<SourcesPage>(new { Model = new SourcesModel(words, outlet, SourcesModel.OutletsOf(all), shown, portion, isMore, [.. desk.Items.OfType<IntakeWork>()]) });
    }

    private static async Task<IResult> FilesAsync(IFormFileCollection files, [FromForm] string? outlet, Intake intake, WorkDesk desk, CancellationToken cancellation) =>
        files.Count is 0 or > Uploads.MostFiles
            ? new Refusal(StatusCodes.Status400BadRequest, $"Choose from one to {Uploads.MostFiles} files. More go in together as a .zip, or by the command line: demarche add FOLDER")
            : WorkRoutes.Start(desk, intake.Of(files.Count == 1 ? "Adding a file" : $"Adding {files.Count} files", await Uploads.ReadAsync(files, outlet, cancellation)));

    private static IResult Addresses([FromForm] string? addresses, Intake intake, WorkDesk desk) =>
        Uploads.Links(addresses) is { Count: > 0 } links ? WorkRoutes.Start(desk, intake.OfLinks(links)) : new Refusal(StatusCodes.Status400BadRequest, "Give at least one address, one a line.");

    private static IResult Text([FromForm] string? text, [FromForm] string? title, [FromForm] string? outlet, [FromForm] string? published, [FromForm] string? url, Intake intake, WorkDesk desk) =>
        string.IsNullOrWhiteSpace(text)
            ? new Refusal(StatusCodes.Status400BadRequest, "There is no text to add.")
            : WorkRoutes.Start(desk, intake.Of("Adding a text", [Uploads.Pasted(text, title, outlet, published, url)]));

    // The form has nothing to say but that it is ours: the field makes the framework check the token.
    private static IResult Sample(LedgerSource source, Intake intake, WorkDesk desk, [FromForm] string? sure)
    {
        if (sure is null || !intake.TakesSample)
        {
            return new Refusal(StatusCodes.Status409Conflict, "The sample goes only into a ledger without articles and without another codebook. For a ledger of its own: demarche demo");
        }

        source.Ledger.SetCodebook(SampleDispute.CodebookText);
        return WorkRoutes.Start(desk, intake.Of("Reading the sample", SampleDispute.Articles()));
    }

    private static IResult ForgetFailures(LedgerSource source, [FromForm] string? all)
    {
        if (all is null)
        {
            return new Refusal(StatusCodes.Status400BadRequest, "Nothing was named.");
        }

        source.Ledger.Failures.Forget(null);
        source.Refresh();
        return Results.LocalRedirect("/sources");
    }

    private sealed class SizeLimit : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => MostBytes;
    }
}
