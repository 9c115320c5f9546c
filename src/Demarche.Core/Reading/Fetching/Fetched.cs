namespace Demarche.Core.Reading.Fetching;

/// <summary>What came of fetching an address.</summary>
public sealed record Fetched
{
    /// <summary>The address whose bytes these are: the last one, after redirects.</summary>
    public required string Address { get; init; }

    /// <summary>The body, unpacked; empty after a problem.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Value of Content-Type, or null.</summary>
    public string? ContentType { get; init; }

    /// <summary>Value of ETag, or null.</summary>
    public string? EntityTag { get; init; }

    /// <summary>Value of Last-Modified, or null.</summary>
    public string? LastModified { get; init; }

    /// <summary>How long the server asks us to stay away, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the server says that nothing changed since the last time (304).</summary>
    public bool IsUnchanged { get; init; }

    /// <summary>When the answer came, in UTC.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Why there are no bytes, for a reader; null when there are or nothing changed.</summary>
    public string? Problem { get; init; }
}

/// <summary>What we know from the last time an address was fetched, so that the server need not send it again.</summary>
/// <param name="EntityTag">Its ETag, or null.</param>
/// <param name="LastModified">Its Last-Modified, or null.</param>
public sealed record KnownVersion(string? EntityTag, string? LastModified);
