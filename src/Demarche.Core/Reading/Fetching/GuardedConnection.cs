using System.Net;
using System.Net.Sockets;

namespace Demarche.Core.Reading.Fetching;

/// <summary>Connects to a host after its addresses were looked at, and to the very address that was looked at: a name that changes its answer in between gains nothing.</summary>
internal static class GuardedConnection
{
    /// <summary>The handler that fetches with such connections; follows, keeps and unpacks nothing by itself.</summary>
    /// <param name="allowsPrivate">Whether addresses outside the open internet are allowed.</param>
    public static SocketsHttpHandler Handler(bool allowsPrivate) => new()
    {
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.None,
        UseCookies = false,
        // A proxy would connect in our place, unguarded.
        UseProxy = false,
        MaxResponseHeadersLength = 64,
        MaxConnectionsPerServer = 2,
        PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, allowsPrivate, cancellation),
    };

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint target, bool allowsPrivate, CancellationToken cancellation)
    {
        IPAddress[] found = await Dns.GetHostAddressesAsync(target.Host, cancellation);
        IPAddress[] allowed = [.. found.Where(address => allowsPrivate || PublicAddress.Is(address))];
        if (allowed.Length == 0)
        {
            throw new ClosedAddressException(found.Length == 0
                ? $"{target.Host} has no address"
                : $"{target.Host} is an address of this machine or its networks ({found[0]}); allow it with --allow-private");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, target.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>The address is one that may not be fetched.</summary>
/// <param name="message">Which and why, for a reader.</param>
internal sealed class ClosedAddressException(string message) : IOException(message);
