using Microsoft.Playwright;

namespace Demarche.Web.Tests;

/// <summary>The browser of the system: none is ever downloaded.</summary>
internal static class Chromium
{
    /// <summary>How long a step may take on a busy machine, in milliseconds.</summary>
    public const float PatienceMs = 120_000;

    /// <summary>Where it is, or null where there is none.</summary>
    public static string? Path { get; } = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    /// <summary>How it is started: without a screen, and without talking to anybody.</summary>
    public static BrowserTypeLaunchOptions Options(string path) => new()
    {
        ExecutablePath = path,
        Headless = true,
        Args =
        [
            "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync",
        ],
    };
}
