using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace Demarche.Web;

/// <summary>Draws a component that depends on its parameters alone, to be kept and put into many pages. Safe to share.</summary>
internal sealed class Drawing
{
    private readonly IServiceProvider _services;
    private readonly ILoggerFactory _logging;

    /// <summary>Drawing with what components ask for.</summary>
    public Drawing(IServiceProvider services, ILoggerFactory logging)
    {
        _services = services;
        _logging = logging;
    }

    /// <summary>The component as HTML; every text in it is encoded as in a page.</summary>
    public async Task<string> DrawAsync<TComponent>(Dictionary<string, object?> parameters)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(_services, _logging);
        return await renderer.Dispatcher.InvokeAsync(
            async () => (await renderer.RenderComponentAsync<TComponent>(ParameterView.FromDictionary(parameters))).ToHtmlString());
    }
}
