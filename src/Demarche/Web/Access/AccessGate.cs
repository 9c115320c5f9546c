using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Access;

/// <summary>Lets through who signed in or shows a key; everybody when the ledger has no password. Programs get 401, people the sign-in page.</summary>
internal sealed class AccessGate
{
    private readonly RequestDelegate _next;
    private readonly Door _door;

    /// <summary>The gate before <paramref name="next"/>.</summary>
    public AccessGate(RequestDelegate next, Door door)
    {
        _next = next;
        _door = door;
    }

    /// <summary>Answers or passes on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        if (_door.File is not { } access || IsOpen(context.Request.Path) || context.User.Identity is { IsAuthenticated: true } || HasKey(access, context))
        {
            return _next(context);
        }

        if (ErrorAnswers.WantsPage(context))
        {
            context.Response.Redirect(LoginRoutes.AddressFor(context.Request));
            return Task.CompletedTask;
        }

        context.Response.Headers.WWWAuthenticate = "Bearer";
        return ErrorAnswers.WriteAsync(context, StatusCodes.Status401Unauthorized);
    }

    private static bool IsOpen(PathString path) => path == LoginRoutes.Path || path.StartsWithSegments(AssetRoutes.Path, StringComparison.Ordinal);

    private static bool HasKey(AccessFile access, HttpContext context)
    {
        const string Scheme = "Bearer ";
        string header = context.Request.Headers.Authorization.ToString();
        return header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && access.NameOfKey(header[Scheme.Length..].Trim()) is not null;
    }

    /// <summary>What the gate goes by: the ledger's access file as it was at the start; null when there is none.</summary>
    /// <param name="File">The file.</param>
    internal sealed record Door(AccessFile? File);
}
