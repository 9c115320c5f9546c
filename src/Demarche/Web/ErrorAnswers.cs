using Demarche.Core.Ledger;
using Demarche.Web.Layout;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Demarche.Web;

/// <summary>Says what went wrong: a page to people, problem details (RFC 9457) to programs. Never says more of the inside than its user may see.</summary>
internal static class ErrorAnswers
{
    /// <summary>Whether the asker reads pages: a browser that asks for HTML outside the API.</summary>
    public static bool WantsPage(HttpContext context) =>
        !context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && context.Request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);

    /// <summary>Answers with <paramref name="status"/>.</summary>
    /// <param name="context">The request.</param>
    /// <param name="status">HTTP status, 400-599.</param>
    /// <param name="detail">What happened and what to do, for the asker; null = what the status usually means here.</param>
    public static Task WriteAsync(HttpContext context, int status, string? detail = null)
    {
        context.Response.StatusCode = status;
        string text = detail ?? DamageOf(context) ?? Meaning(status);
        return WantsPage(context)
            ? Page.Of<ErrorPage>(new { Status = status, Detail = text }, status).ExecuteAsync(context)
            : Results.Problem(text, statusCode: status).ExecuteAsync(context);
    }

    // A damaged ledger is its owner's to mend, and the message says how.
    private static string? DamageOf(HttpContext context) =>
        context.Features.Get<IExceptionHandlerFeature>()?.Error is LedgerFormatException damage ? damage.Message : null;

    private static string Meaning(int status) => status switch
    {
        400 => "The form or address could not be read, or the form was made before the program was started anew. Load the page again.",
        401 => "This ledger's page asks for a key: send it as 'Authorization: Bearer KEY'. Who runs the program makes one: demarche serve --new-key NAME",
        404 => "There is nothing at this address. The ledger may have changed since the link was made.",
        405 => "This address does not take requests of that kind.",
        413 => "What was sent is larger than the program takes.",
        421 => "The program does not answer to the name it was asked by. Who runs it can allow a name: demarche serve --host-name NAME",
        429 => "Too many attempts. Wait a minute.",
        _ => "Something went wrong inside the program; its terminal says what.",
    };
}
