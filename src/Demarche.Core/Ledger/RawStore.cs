using System.IO.Compression;
using System.Security.Cryptography;
using Demarche.Core.Reading;

namespace Demarche.Core.Ledger;

/// <summary>The bytes of articles, each under its SHA-256, packed by gzip: <c>raw/ab/cdef....gz</c> beside the ledger. What is there is never written again.</summary>
public sealed class RawStore
{
    /// <summary>Name of the folder inside the ledger's folder.</summary>
    public const string Name = "raw";

    private readonly string _folder;

    /// <summary>The store of the ledger in <paramref name="ledgerFolder"/>; its folder is made when the first bytes come.</summary>
    public RawStore(string ledgerFolder) => _folder = Path.Combine(ledgerFolder, Name);

    /// <summary>Keeps the bytes of <paramref name="raw"/>. Once it returns they are on disk.</summary>
    public RawCopy Keep(RawArticle raw)
    {
        ArgumentNullException.ThrowIfNull(raw);
        string digest = Convert.ToHexStringLower(SHA256.HashData(raw.Bytes.Span));
        string path = PathOf(digest);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            Write(path, raw.Bytes.Span);
        }

        return new RawCopy { Digest = digest, Raw = raw with { Bytes = default }, Reader = RawCopy.ThisReader };
    }

    /// <summary>The bytes kept under <paramref name="digest"/>.</summary>
    /// <param name="digest">Their SHA-256.</param>
    /// <param name="problem">Why they cannot be had, for a reader; null when they can.</param>
    public byte[] Read(string digest, out string? problem)
    {
        problem = null;
        try
        {
            using var packed = new GZipStream(File.OpenRead(PathOf(digest)), CompressionMode.Decompress);
            var bytes = new MemoryStream();
            packed.CopyTo(bytes);
            bool isSame = Convert.ToHexStringLower(SHA256.HashData(bytes.ToArray())) == digest;
            problem = isSame ? null : "the kept bytes are not the ones that were added";
            return bytes.ToArray();
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            problem = "the kept bytes are gone";
        }
        catch (Exception e) when (e is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            problem = $"the kept bytes cannot be read: {e.Message}";
        }

        return [];
    }

    // 256 folders: a million articles then lie four thousand to a folder.
    private string PathOf(string digest) => Path.Combine(_folder, digest[..2], digest[2..] + ".gz");

    private static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        // Beside it first, whole and on the disk, then in one step to its name: a name that is there has all its bytes.
        string draft = string.Create(null, $"{path}.{Environment.ProcessId}.new");
        using (var file = new FileStream(draft, FileMode.Create, FileAccess.Write))
        {
            using (var packed = new GZipStream(file, CompressionLevel.Fastest, leaveOpen: true))
            {
                packed.Write(bytes);
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(draft, path, overwrite: true);
    }
}
