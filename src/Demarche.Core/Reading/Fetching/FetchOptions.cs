namespace Demarche.Core.Reading.Fetching;

/// <summary>How pages are fetched.</summary>
public sealed record FetchOptions
{
    /// <summary>Name we give ourselves in requests and heed in robots.txt.</summary>
    public const string Agent = "demarche";

    /// <summary>Whether addresses of this machine and its networks may be fetched; false unless the user says so.</summary>
    public bool AllowsPrivate { get; init; }

    /// <summary>Pause between two requests to one host. Default: 1 second, what polite crawlers keep.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Time a request may take, its redirects and body included. Default: 30 seconds.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Pages fetched for one feed, sitemap or list at most. Default: 500.</summary>
    public int MostPages { get; init; } = 500;

    /// <summary>Clock for pauses and fetch times.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
