using System.IO.Compression;
using System.Text;

namespace Demarche.Web.Packing;

/// <summary>
/// The large part of a page, the same for all its readers: encoded and packed once, then put between what each reader gets of their own. Safe to share.
/// </summary>
internal sealed class KeptPart
{
    /// <summary>Keeps <paramref name="html"/>.</summary>
    public KeptPart(string html)
    {
        Bytes = Encoding.UTF8.GetBytes(html);
        Packed = Deflated(Bytes, CompressionLevel.Optimal);
        Checksum = Adler.Start.Over(Bytes);
    }

    /// <summary>The part as UTF-8.</summary>
    public byte[] Bytes { get; }

    /// <summary>The same as whole blocks of deflate that look back at nothing before them, none of them the last.</summary>
    public byte[] Packed { get; }

    /// <summary>Checksum of the bytes alone.</summary>
    public Adler Checksum { get; }

    /// <summary>Packs to whole blocks, so that others can follow.</summary>
    public static byte[] Deflated(ReadOnlySpan<byte> bytes, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using var deflate = new DeflateStream(packed, level, leaveOpen: true);
        deflate.Write(bytes);
        deflate.Flush();
        // Before the stream is closed: closing writes the last block.
        return packed.ToArray();
    }
}
