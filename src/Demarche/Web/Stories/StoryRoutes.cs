using Demarche.Core.Comparisons;
using Demarche.Web.Parts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Stories;

/// <summary>Stories, and what their outlets made of the same words.</summary>
internal static class StoryRoutes
{
    /// <summary>How long a reader waits for articles that were just added to be compared; what is known is shown after that.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int StoriesOnPage = 50;

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/stories", StoriesAsync);
        routes.MapGet("/stories/{id}", StoryAsync);
    }

    private static async Task<IResult> StoriesAsync(HttpContext context, StoryDesk desk)
    {
        bool isCurrent = await desk.IsCurrentAsync(Patience, context.RequestAborted);
        var portion = Portion.Of(context.Request, StoriesOnPage);
        int least = context.Request.Query["articles"] == "1" ? 1 : 2;
        var model = new StoriesModel(desk.Book.Page(portion.Skip, portion.Size + 1, least, isNewestFirst: true), desk.Book.Count(least), least, portion, isCurrent);
        return Page.Of<StoriesPage>(new { Model = model });
    }

    private static async Task<IResult> StoryAsync(HttpContext context, StoryDesk desk, LedgerSource source, string id)
    {
        bool isCurrent = await desk.IsCurrentAsync(Patience, context.RequestAborted);
        OutletComparison found = source.Cached($"story {id}", () => desk.Book.Find(id));
        return found.Stories.Count == 0 ? Results.NotFound() : Page.Of<StoryPage>(new { Model = StoryModel.Of(found, isCurrent) });
    }
}
