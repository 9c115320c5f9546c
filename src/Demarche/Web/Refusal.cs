using Microsoft.AspNetCore.Http;

namespace Demarche.Web;

/// <summary>Says why something asked for is not done, and what to do instead.</summary>
/// <param name="status">HTTP status, 400-599.</param>
/// <param name="detail">What happened and what to do.</param>
internal sealed class Refusal(int status, string detail) : IResult
{
    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext) => ErrorAnswers.WriteAsync(httpContext, status, detail);
}
