namespace Demarche.Core.Reading.Outlets;

/// <summary>The names the user wants outlets to go by: told by the domain of an article's address first, then by the name the article gives. Safe to share between threads.</summary>
public sealed class OutletRegistry
{
    private readonly Dictionary<string, KnownOutlet> _byDomain = new(StringComparer.Ordinal);
    private readonly Dictionary<string, KnownOutlet> _byName = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A registry that knows no outlet.</summary>
    public static OutletRegistry Empty { get; } = new();

    /// <summary>The outlet an article belongs to, or null when it is not known.</summary>
    /// <param name="address">The article's address, or null. A domain stands for its sub-domains too; the nearest one counts.</param>
    /// <param name="name">What the article or its site calls the outlet, or null.</param>
    public KnownOutlet? Find(string? address, string? name) =>
        OfAddress(address) ?? (name is null ? null : _byName.GetValueOrDefault(NameKey(name)));

    /// <summary>Enters <paramref name="domain"/>; another outlet that has it already is given back and keeps it.</summary>
    internal KnownOutlet? AddDomain(string domain, KnownOutlet outlet) => Add(_byDomain, domain, outlet);

    /// <summary>Enters <paramref name="name"/>; another outlet that has it already is given back and keeps it.</summary>
    internal KnownOutlet? AddName(string name, KnownOutlet outlet) => Add(_byName, NameKey(name), outlet);

    /// <summary>The domain in the form domains are compared in (lower case, punycode, without "www."); null when it is none.</summary>
    internal static string? DomainKey(string domain) =>
        domain.AsSpan().IndexOfAny("/:@?#") < 0 && domain.Contains('.', StringComparison.Ordinal)
            && Uri.TryCreate("https://" + domain, UriKind.Absolute, out Uri? address) && address.HostNameType == UriHostNameType.Dns
            ? HostKey(address)
            : null;

    private KnownOutlet? OfAddress(string? address)
    {
        if (_byDomain.Count == 0 || address is null || !WebAddress.IsOne(address) || !Uri.TryCreate(address, UriKind.Absolute, out Uri? parsed))
        {
            return null;
        }

        for (string host = HostKey(parsed); host.Length > 0;)
        {
            if (_byDomain.TryGetValue(host, out KnownOutlet? outlet))
            {
                return outlet;
            }

            int dot = host.IndexOf('.', StringComparison.Ordinal);
            host = dot < 0 ? "" : host[(dot + 1)..];
        }

        return null;
    }

    private static KnownOutlet? Add(Dictionary<string, KnownOutlet> names, string key, KnownOutlet outlet) =>
        names.TryAdd(key, outlet) || names[key] == outlet ? null : names[key];

    private static string HostKey(Uri address)
    {
        string host = address.IdnHost.ToLowerInvariant().TrimEnd('.');
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private static string NameKey(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}

/// <summary>An outlet of the registry.</summary>
/// <param name="Name">What it is called in the ledger and in records.</param>
/// <param name="Language">ISO 639-1 code of what it publishes in, for texts too short to tell; null when not said.</param>
public sealed record KnownOutlet(string Name, string? Language);
