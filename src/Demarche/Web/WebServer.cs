using System.Net;
using Demarche.Api;
using Demarche.Web.Access;
using Demarche.Web.Sources;
using Demarche.Web.Stories;
using Demarche.Web.Work;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Demarche.Web;

/// <summary>Puts the server together: what it needs, what every request passes, and the routes.</summary>
internal static class WebServer
{
    // Forms are small; routes that take files raise it for themselves.
    private const long MostRequestBytes = 1 << 20;

    /// <summary>The server, not yet started. It owns the ledger it opens: dispose it.</summary>
    /// <exception cref="IOException">The ledger cannot be opened.</exception>
    public static WebApplication Build(ServeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        // Empty: nothing is taken from the environment or from settings files that happen to lie in the folder.
        WebApplicationBuilder builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(options => Configure(options, settings));
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Error);
        AddServices(builder.Services, settings);
        WebApplication app = builder.Build();
        _ = app.Services.GetRequiredService<LedgerSource>();
        UseGates(app);
        app.UseRouting();
        app.UseAuthentication();
        app.UseMiddleware<AccessGate>();
        app.UseRateLimiter();
        app.Use(RefuseLargeAsync);
        app.UseAntiforgery();
        app.Use(RefreshAsync);
        WebRoutes.Map(app);
        return app;
    }

    /// <summary>The address a started server is reached at from this machine.</summary>
    public static Uri AddressOf(WebApplication app)
    {
        var bound = new Uri(app.Urls.First());
        bool isAny = IPAddress.TryParse(bound.Host.Trim('[', ']'), out IPAddress? address)
            && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));
        return isAny ? new UriBuilder(bound) { Host = "localhost" }.Uri : bound;
    }

    // Whoever decides something sees it on the next page, however busy the ledger is.
    private static async Task RefreshAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.RequestServices.GetRequiredService<LedgerSource>().Refresh();
        }
    }

    // Before the form is read for its token: a sending that is too large is told so, not that its form is stale.
    private static Task RefuseLargeAsync(HttpContext context, RequestDelegate next)
    {
        long? most = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? MostRequestBytes;
        if (context.Request.ContentLength > most)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return Task.CompletedTask;
        }

        return next(context);
    }

    private static void Configure(KestrelServerOptions options, ServeSettings settings)
    {
        options.AddServerHeader = false;
        options.Limits.MaxRequestBodySize = MostRequestBytes;
        options.Limits.MaxConcurrentConnections = 500;
        options.Listen(settings.Address, settings.Port);
    }

    private static void AddServices(IServiceCollection services, ServeSettings settings)
    {
        services.AddSingleton(settings);
        services.AddSingleton(_ => new LedgerSource(settings));
        services.AddSingleton<StoryDesk>();
        services.AddSingleton<WorkDesk>();
        services.AddSingleton<ReadingDesk>();
        services.AddSingleton<Intake>();
        services.AddSingleton<StaticAssets>();
        services.AddSingleton<Drawing>();
        services.AddRouting();
        services.AddRazorComponents();
        services.AddProblemDetails();
        services.AddResponseCompression(options => options.MimeTypes =
            [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/atom+xml", "application/feed+json", "application/problem+json"]);
        ApiRoutes.AddServices(services);
        AccessServices.Add(services, settings);
    }

    private static void UseGates(WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<HostCheck>();
        app.UseResponseCompression();
        app.UseExceptionHandler(handler => handler.Run(context => ErrorAnswers.WriteAsync(context, StatusCodes.Status500InternalServerError)));
        app.UseStatusCodePages(pages => ErrorAnswers.WriteAsync(pages.HttpContext, pages.HttpContext.Response.StatusCode));
    }
}
