using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Demarche.Web;

/// <summary>Style sheet, scripts and icon.</summary>
internal static class AssetRoutes
{
    /// <summary>Where they lie.</summary>
    public const string Path = "/assets";

    /// <summary>Maps them.</summary>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapGet(Path + "/{name}", (string name, string? v, StaticAssets assets, HttpContext context) =>
    {
        if (assets.Find(name) is not { } asset)
        {
            return Results.NotFound();
        }

        // Only the address that names this very content may be kept for ever.
        context.Response.Headers.CacheControl = v == asset.Digest ? "public, max-age=31536000, immutable" : "no-cache";
        context.Response.Headers.Vary = "Accept-Encoding";
        bool isPacked = context.Request.Headers.AcceptEncoding.ToString().Contains("br", StringComparison.Ordinal);
        if (isPacked)
        {
            context.Response.Headers.ContentEncoding = "br";
        }

        return Results.Bytes(isPacked ? asset.Packed : asset.Bytes, asset.ContentType);
    });
}
