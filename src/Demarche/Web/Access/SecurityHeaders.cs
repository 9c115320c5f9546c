using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Access;

/// <summary>Puts on every answer what tells a browser to run nothing but our own files and to tell nobody where a reader came from.</summary>
internal sealed class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
        + "base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'";

    private readonly RequestDelegate _next;

    /// <summary>The headers on the answers of <paramref name="next"/>.</summary>
    public SecurityHeaders(RequestDelegate next) => _next = next;

    /// <summary>Passes on.</summary>
    public Task InvokeAsync(HttpContext context)
    {
        IHeaderDictionary headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), interest-cohort=()";
        return _next(context);
    }
}
