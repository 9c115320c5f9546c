using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Demarche.Web;

/// <summary>Answers with a component: a whole page, or a fragment of one for a script.</summary>
internal static class Page
{
    /// <summary>The component with its parameters.</summary>
    /// <param name="parameters">An object with a property a parameter, or null.</param>
    /// <param name="status">Status of the answer.</param>
    public static RazorComponentResult<TComponent> Of<TComponent>(object? parameters = null, int status = StatusCodes.Status200OK)
        where TComponent : IComponent => new(parameters ?? new { })
        {
            StatusCode = status,
            PreventStreamingRendering = true,
        };

    /// <summary>Whether a script asks for a fragment to put into the page it stands on.</summary>
    public static bool WantsFragment(HttpRequest request) => request.Headers.ContainsKey("HX-Request") && !request.Headers.ContainsKey("HX-Boosted");
}
