using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Demarche.Web.Tests;

/// <summary>The page of a ledger on a port of this machine, in this process.</summary>
internal sealed class Site : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Site(WebApplication app, Uri address)
    {
        _app = app;
        Address = address;
        Client = NewClient();
    }

    /// <summary>Where it is.</summary>
    public Uri Address { get; }

    /// <summary>A client that keeps cookies and does not follow redirections.</summary>
    public HttpClient Client { get; }

    /// <summary>Every route it answers to.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => [.. _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()];

    /// <summary>Serves the ledger in <paramref name="folder"/>.</summary>
    public static async Task<Site> ServeAsync(string folder)
    {
        WebApplication app = WebServer.Build(new ServeSettings { Folder = folder, Port = 0, Models = () => null });
        await app.StartAsync();
        return new Site(app, WebServer.AddressOf(app));
    }

    /// <summary>Another such client, with no cookies yet; it asks for pages as a browser does.</summary>
    public HttpClient NewClient()
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
