using Demarche.Core;
using Demarche.Core.Ledger;
using Demarche.Web.Sources;
using Demarche.Web.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Codebooks;

/// <summary>The codebook: editing it, seeing what its phrases match, and what a change would do before it is saved.</summary>
internal static class CodebookRoutes
{
    // As much as a request may have; the largest codebook of the development disputes has 20 kB.
    private const int LongestDraft = 1 << 20;

    /// <summary>Maps the page; drafts are shown on it, so it is never kept.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/codebook", Codebook);
        routes.MapPost("/codebook/check", Check);
        routes.MapPost("/codebook/preview", Preview);
        routes.MapPost("/codebook/save", Save);
    }

    private static RazorComponentResult<CodebookPage> Codebook(HttpContext context, LedgerSource source, WorkDesk desk, int? work)
    {
        context.Response.Headers.CacheControl = "no-store";
        string draft = work is { } number && desk.Find(number) is PreviewWork preview ? preview.Draft : source.Ledger.CodebookText ?? CodebookDraft.Template;
        return Page.Of<CodebookPage>(new { Model = CodebookDraft.Of(source, draft) });
    }

    private static IResult Check(HttpContext context, LedgerSource source, [FromForm] string? text)
    {
        if (text is null or { Length: > LongestDraft })
        {
            return new Refusal(StatusCodes.Status400BadRequest, "The codebook is empty or larger than a megabyte.");
        }

        CodebookDraft model = CodebookDraft.Of(source, WithLineFeeds(text));
        return Page.WantsFragment(context.Request) ? Page.Of<DraftView>(new { Model = model }) : Page.Of<CodebookPage>(new { Model = model });
    }

    private static IResult Preview(LedgerSource source, WorkDesk desk, ReadingDesk reading, [FromForm] string? text)
    {
        if (text is null or { Length: > LongestDraft })
        {
            return new Refusal(StatusCodes.Status400BadRequest, "The codebook is empty or larger than a megabyte.");
        }

        CodebookDraft model = CodebookDraft.Of(source, WithLineFeeds(text));
        return model.Reading.Codebook is not { } codebook
            ? Page.Of<CodebookPage>(new { Model = model })
            : WorkRoutes.Start(desk, new PreviewWork
            {
                Title = "What the changed codebook would do",
                Draft = model.Text,
                Basis = DigestOf(source.Ledger),
                Count = source.Counts.Articles,
                Differences = (steps, cancellation) => RecodingPreview.DifferencesAsync(source.Ledger, reading.Pipeline(codebook), reading.Threads, steps, cancellation),
            });
    }

    private static IResult Save(LedgerSource source, WorkDesk desk, Intake intake, [FromForm] int? work)
    {
        if (work is not { } number || desk.Find(number) is not PreviewWork { State: WorkState.Done } preview)
        {
            return new Refusal(StatusCodes.Status404NotFound, "A codebook is saved from its finished preview, and there is none of that number. Preview the change first.");
        }

        // Somebody else saved in between: their change would be lost, and what was previewed would not be what comes.
        if (preview.Basis != DigestOf(source.Ledger))
        {
            return new Refusal(StatusCodes.Status409Conflict, "The ledger's codebook was changed since this preview was made. Open the codebook page again, put your change in, and preview it anew.");
        }

        source.Ledger.SetCodebook(preview.Draft);
        source.Refresh();
        return WorkRoutes.Start(desk, intake.Anew());
    }

    private static string? DigestOf(SqliteLedger ledger) => ledger.CodebookText is { } text ? ContentId.DigestOf(text) : null;

    // Forms send CRLF; the file has what its author's editor wrote on any system.
    private static string WithLineFeeds(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);
}
