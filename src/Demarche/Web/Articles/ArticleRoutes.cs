using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Articles;

/// <summary>An article: its text with what was read from it, the bytes it was read from, and how it was changed since.</summary>
internal static class ArticleRoutes
{
    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/articles/{key}", (string key, LedgerSource source) =>
            ArticleModel.Read(source.Ledger, key) is { } model ? Page.Of<ArticlePage>(new { Model = model }) : Results.NotFound());
        routes.MapGet("/articles/{key}/revisions", (string key, LedgerSource source) =>
            source.Ledger.FindArticles(key).FirstOrDefault(found => found.Key == key) is { } article
                ? Page.Of<RevisionsPage>(new { Article = article, Differences = RevisionDifference.Of(source.Ledger, article).ToArray() })
                : Results.NotFound());
        routes.MapGet("/articles/{key}/bytes", Bytes);
    }

    // As a file to keep, never as a page of ours: the bytes are a stranger's.
    private static IResult Bytes(string key, HttpContext context, LedgerSource source)
    {
        RawCopy? copy = source.Ledger.RawCopies(key).LastOrDefault();
        if (copy is null)
        {
            return Results.NotFound();
        }

        byte[] bytes = new RawStore(source.Ledger.Folder).Read(copy.Digest, out string? problem);
        if (problem is not null)
        {
            return Results.Problem(problem, statusCode: StatusCodes.Status500InternalServerError);
        }

        context.Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        return Results.Bytes(bytes, "application/octet-stream", copy.Digest + ".bin");
    }
}
