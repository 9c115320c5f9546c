using System.Net;
using System.Net.Sockets;

namespace Demarche.Core.Reading.Fetching;

/// <summary>Tells addresses of the open internet from those of this machine, its networks and its data center, which no page may lead to.</summary>
internal static class PublicAddress
{
    // The special-purpose registries of IANA (RFC 6890 and its updates), as of 2025: not globally reachable.
    private static readonly IPNetwork[] Closed =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15", "198.51.100.0/24",
            "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "3fff::/20",
        }.Select(text => IPNetwork.Parse(text)),
    ];

    // Only this part of IPv6 is given out to the open internet so far.
    private static readonly IPNetwork OpenSix = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork SixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork Translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether <paramref name="address"/> lies in the open internet, whatever form an IPv4 address takes inside an IPv6 one.</summary>
    public static bool Is(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return Is(address.MapToIPv4());
        }

        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            byte[] bytes = address.GetAddressBytes();
            if (Translated.Contains(address))
            {
                return Is(new IPAddress(bytes.AsSpan(12)));
            }

            if (SixToFour.Contains(address))
            {
                return Is(new IPAddress(bytes.AsSpan(2, 4)));
            }

            if (!OpenSix.Contains(address))
            {
                return false;
            }
        }

        return !Array.Exists(Closed, network => network.BaseAddress.AddressFamily == address.AddressFamily && network.Contains(address));
    }
}
