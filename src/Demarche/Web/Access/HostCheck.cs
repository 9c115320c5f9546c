using System.Net;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web.Access;

/// <summary>
/// Answers only requests that name this machine: a page from elsewhere that points its own name at this address (DNS rebinding) is turned away.
/// </summary>
internal sealed class HostCheck
{
    private readonly RequestDelegate _next;
    private readonly bool _isLoopback;
    private readonly HashSet<string> _names;

    /// <summary>The check before <paramref name="next"/>.</summary>
    public HostCheck(RequestDelegate next, ServeSettings settings)
    {
        _next = next;
        _isLoopback = IPAddress.IsLoopback(settings.Address);
        _names = new HashSet<string>(["localhost", .. settings.HostNames], StringComparer.OrdinalIgnoreCase);
        if (!_isLoopback)
        {
            _names.Add(Dns.GetHostName());
        }
    }

    /// <summary>Answers or passes on.</summary>
    public Task InvokeAsync(HttpContext context) =>
        IsOurs(context.Request.Host.Host) && IsSameSite(context.Request)
            ? _next(context)
            : ErrorAnswers.WriteAsync(context, StatusCodes.Status421MisdirectedRequest);

    // An address cannot be rebound; a name can.
    private bool IsOurs(string host) => IPAddress.TryParse(host.Trim('[', ']'), out IPAddress? address)
        ? !_isLoopback || IPAddress.IsLoopback(address)
        : _names.Contains(host);

    // What changes something must come from our own pages (or from no page at all); the form token is the second lock.
    private static bool IsSameSite(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
        || request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none";
}
