using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

namespace Demarche.Web;

/// <summary>Style sheet, scripts and icon: they travel inside the assembly, so that the page works from any folder. Safe to share.</summary>
internal sealed class StaticAssets
{
    private const string Prefix = "Demarche.Web.Assets.";

    // Eight hexadecimal digits of the digest: another content has another address, and browsers may keep each for ever.
    private const int DigestDigits = 8;

    private readonly FrozenDictionary<string, Asset> _byName = Assembly.GetExecutingAssembly().GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .Select(name => Read(name))
        .ToFrozenDictionary(asset => asset.Name, StringComparer.Ordinal);

    /// <summary>The file of that name, or null.</summary>
    public Asset? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The address of a file, with its digest.</summary>
    /// <exception cref="KeyNotFoundException">There is no such file.</exception>
    public string Address(string name) => $"{AssetRoutes.Path}/{name}?v={_byName[name].Digest}";

    private static Asset Read(string resource)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            brotli.Write(bytes);
        }

        string name = resource[Prefix.Length..];
        return new Asset(name, TypeOf(name), bytes, packed.ToArray(), Convert.ToHexStringLower(SHA256.HashData(bytes))[..DigestDigits]);
    }

    private static string TypeOf(string name) => Path.GetExtension(name) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    };

    /// <summary>A file.</summary>
    /// <param name="Name">Its name.</param>
    /// <param name="ContentType">Its media type.</param>
    /// <param name="Bytes">Its bytes.</param>
    /// <param name="Packed">The same, packed with Brotli.</param>
    /// <param name="Digest">What its address carries.</param>
    internal sealed record Asset(string Name, string ContentType, byte[] Bytes, byte[] Packed, string Digest);
}
