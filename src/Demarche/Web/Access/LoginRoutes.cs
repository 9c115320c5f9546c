using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web.Access;

/// <summary>Signing in and out.</summary>
internal static class LoginRoutes
{
    /// <summary>Address of the sign-in page.</summary>
    public const string Path = "/login";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, (string? to) => Page.Of<LoginPage>(new { To = LocalAddress.Of(to), IsWrong = false }));
        routes.MapPost(Path, LogInAsync).RequireRateLimiting(AccessServices.LoginPolicy);
        routes.MapPost("/logout", LogOutAsync);
    }

    /// <summary>The sign-in page that leads back to what was asked for.</summary>
    public static string AddressFor(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) ? $"{Path}?to={Uri.EscapeDataString(request.Path + request.QueryString)}" : Path;

    private static async Task<IResult> LogInAsync(
        HttpContext context, AccessGate.Door door, [FromForm] string? password, [FromForm] string? to)
    {
        if (door.File is not { } access || !access.Accepts(password ?? ""))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Page.Of<LoginPage>(new { To = LocalAddress.Of(to), IsWrong = true }, StatusCodes.Status403Forbidden);
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, "reader")], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
        return Results.LocalRedirect(LocalAddress.Of(to));
    }

    private static async Task<RedirectHttpResult> LogOutAsync(HttpContext context, [FromForm] string? to)
    {
        await context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);
        return TypedResults.LocalRedirect(AddressOf(LocalAddress.Of(to)));
    }

    private static string AddressOf(string to) => Path + QueryString.Create("to", to);
}
