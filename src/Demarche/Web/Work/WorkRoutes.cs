using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Work;

/// <summary>How far something is that takes long, and stopping it.</summary>
internal static class WorkRoutes
{
    /// <summary>Maps them; the pages change without the ledger and are never kept.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/progress/{number:int}", Work);
        routes.MapPost("/progress/{number:int}/cancel", Cancel);
    }

    /// <summary>Page of an item.</summary>
    public static string AddressOf(WorkItem item) => string.Create(CultureInfo.InvariantCulture, $"/progress/{item.Number}");

    /// <summary>Starts an item and leads to its page, or says that too much waits.</summary>
    public static IResult Start(WorkDesk desk, WorkItem item) => desk.TryStart(item)
        ? Results.LocalRedirect(AddressOf(item))
        : new Refusal(StatusCodes.Status503ServiceUnavailable, "Too much waits to be done already. Stop something or wait, then send it again.");

    private static IResult Work(HttpContext context, WorkDesk desk, int number)
    {
        if (desk.Find(number) is not { } item)
        {
            return Results.NotFound();
        }

        context.Response.Headers.CacheControl = "no-store";
        return Page.WantsFragment(context.Request) ? Page.Of<WorkView>(new { Item = item }) : Page.Of<WorkPage>(new { Item = item });
    }

    // The form has nothing to say but that it is ours: the field makes the framework check the token.
    private static IResult Cancel(WorkDesk desk, int number, [FromForm] string? sure)
    {
        if (desk.Find(number) is not { } item || sure is null)
        {
            return Results.NotFound();
        }

        item.Cancel();
        return Results.LocalRedirect(AddressOf(item));
    }
}
