using System.Net;
using Demarche.Core;

namespace Demarche.Web;

/// <summary>How the page is served.</summary>
internal sealed record ServeSettings
{
    /// <summary>The port it is looked for at when none is asked for; assigned to nothing else by IANA.</summary>
    public const int DefaultPort = 7431;

    /// <summary>The ledger's folder.</summary>
    public required string Folder { get; init; }

    /// <summary>The address to listen on.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>The port; 0 = any free one.</summary>
    public int Port { get; init; } = DefaultPort;

    /// <summary>Names the page may be asked for by, beside those of this machine: that of a proxy in front of it.</summary>
    public IReadOnlyList<string> HostNames { get; init; } = [];

    /// <summary>Reads the trained models, when articles are added for the first time; null from it = rules alone read.</summary>
    public Func<ReadingModels?> Models { get; init; } = () => ShippedModels.Read();

    /// <summary>Clock, for what is written into the ledger.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
