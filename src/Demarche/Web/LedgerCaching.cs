using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Demarche.Web;

/// <summary>Tells a browser that asks again whether the ledger has changed since: if not, the page it has is still right and is not drawn anew.</summary>
internal sealed class LedgerCaching : IEndpointFilter
{
    private readonly LedgerSource _source;

    /// <summary>Caching by the version of <paramref name="source"/>.</summary>
    public LedgerCaching(LedgerSource source) => _source = source;

    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpRequest request = context.HttpContext.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
        {
            return next(context);
        }

        HttpResponse response = context.HttpContext.Response;
        string tag = TagOf(request);
        if (request.Headers.IfNoneMatch.ToString() == tag)
        {
            Allow(response.Headers, tag);
            return ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status304NotModified));
        }

        // At the last moment: the form token forbids keeping a page, but a tag that covers its reader's cookies makes it safe. A page
        // that failed, or is not found, is not to be kept.
        response.OnStarting(() =>
        {
            if (response.StatusCode == StatusCodes.Status200OK)
            {
                Allow(response.Headers, tag);
            }

            return Task.CompletedTask;
        });
        return next(context);
    }

    private static void Allow(IHeaderDictionary headers, string tag)
    {
        headers.ETag = tag;
        headers.CacheControl = "private, no-cache";
        headers.Vary = "Cookie, HX-Request, Accept, Accept-Encoding";
        headers.Remove(HeaderNames.Pragma);
    }

    // A page carries its reader's form token and theme: other cookies, another page.
    private string TagOf(HttpRequest request)
    {
        string all = $"{_source.Version}\n{request.Headers.Cookie}\n{request.Headers["HX-Request"]}\n{request.Headers.Accept}\n{request.QueryString}";
        return $"W/\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..24]}\"";
    }
}
