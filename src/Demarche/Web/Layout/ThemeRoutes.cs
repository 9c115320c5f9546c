using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Layout;

/// <summary>Light, dark, or as the reader's system has it: kept in a cookie, so that it works without scripts and never flashes.</summary>
internal static class ThemeRoutes
{
    /// <summary>Name of the cookie.</summary>
    public const string Cookie = "demarche-theme";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/theme", (HttpContext context, [FromForm] string theme, [FromForm] string? to) =>
        {
            context.Response.Cookies.Append(Cookie, theme is "light" or "dark" ? theme : "system", new CookieOptions
            {
                HttpOnly = true,
                SameSite = SameSiteMode.Strict,
                MaxAge = TimeSpan.FromDays(365),
                IsEssential = true,
            });
            return Results.LocalRedirect(LocalAddress.Of(to));
        });

    /// <summary>What a request's reader chose: "light", "dark", or null for the system's.</summary>
    public static string? Of(HttpRequest request) => request.Cookies[Cookie] is "light" or "dark" ? request.Cookies[Cookie] : null;
}
