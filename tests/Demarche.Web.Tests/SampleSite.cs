using System.Text.Json;
using Demarche.Web.Tests;
using Microsoft.AspNetCore.Routing;
using Microsoft.Playwright;
using Xunit;

[assembly: AssemblyFixture(typeof(SampleSite))]

namespace Demarche.Web.Tests;

/// <summary>The sample dispute served once for all tests that only read, and a browser to read it with. Nobody may change this ledger.</summary>
public sealed class SampleSite : IAsyncLifetime
{
    private SampleLedger? _ledger;
    private Site? _site;
    private readonly SemaphoreSlim _starting = new(1);
    private IPlaywright? _playwright;
    private IBrowser? _browser;

    /// <summary>Where it is.</summary>
    public Uri Address => _site!.Address;

    /// <summary>A client for it.</summary>
    public HttpClient Client => _site!.Client;

    /// <summary>Another client, with no cookies yet.</summary>
    public HttpClient NewClient() => _site!.NewClient();

    /// <summary>Every route it answers to.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints => _site!.Endpoints;

    /// <summary>The ledger's folder.</summary>
    public string Folder => _ledger!.Folder;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _ledger = await SampleLedger.CreateAsync();
        _site = await Site.ServeAsync(_ledger.Folder);
    }

    /// <summary>Waits until the sample's articles are compared: pages show what is known so far, and a busy machine takes longer than they wait.</summary>
    public async Task CompareAsync() => await Client.GetStringAsync("/api/stories");

    /// <summary>An address with the id of an article instead of its key, which is made from its content, as the site has it.</summary>
    public async Task<string> ResolveAsync(string address)
    {
        string[] parts = address.Split('/');
        if (parts[1] == "articles")
        {
            using JsonDocument articles = JsonDocument.Parse(await Client.GetStringAsync("/api/articles"));
            parts[2] = articles.RootElement.GetProperty("items").EnumerateArray().First(article => article.GetProperty("id").GetString() == parts[2]).GetProperty("key").GetString()!;
        }

        return string.Join('/', parts);
    }

    /// <summary>A browser window of its own, closed by the caller; skips the running test where there is no Chromium.</summary>
    /// <param name="options">Size, colors, scripts; the address is filled in.</param>
    /// <param name="address">Another site; null = the sample's.</param>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null, Uri? address = null)
    {
        string? chromium = Chromium.Path;
        Assert.SkipWhen(chromium is null, "needs Chromium: apt-get install chromium");
        IBrowser browser = await BrowserAsync(chromium);
        options ??= new BrowserNewContextOptions();
        options.BaseURL = (address ?? Address).AbsoluteUri;
        IBrowserContext context = await browser.NewContextAsync(options);
        context.SetDefaultTimeout(Chromium.PatienceMs);
        return await context.NewPageAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
        _starting.Dispose();
        if (_site is not null)
        {
            await _site.DisposeAsync();
        }

        if (_ledger is not null)
        {
            await _ledger.DisposeAsync();
        }
    }

    // Started by the first test that needs it.
    private async Task<IBrowser> BrowserAsync(string chromium)
    {
        await _starting.WaitAsync();
        try
        {
            _playwright ??= await Playwright.CreateAsync();
            Assertions.SetDefaultExpectTimeout(Chromium.PatienceMs);
            return _browser ??= await _playwright.Chromium.LaunchAsync(Chromium.Options(chromium));
        }
        finally
        {
            _starting.Release();
        }
    }
}
