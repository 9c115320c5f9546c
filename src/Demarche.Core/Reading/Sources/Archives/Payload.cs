using System.IO.Compression;

namespace Demarche.Core.Reading.Sources.Archives;

/// <summary>Undoes what a server did to a body: chunks and compression. What only claims to be packed is taken as it is.</summary>
internal static class Payload
{
    // Pages pack to a tenth, lists of the same line to a hundredth; a thousandth is a bomb.
    private const int MostRatio = 1000;

    /// <summary>The body as it was meant.</summary>
    /// <param name="body">The bytes that were sent.</param>
    /// <param name="headers">What the server said of them.</param>
    /// <param name="problem">Why it cannot be had, for a reader; null when it can.</param>
    public static byte[] Unpack(ReadOnlyMemory<byte> body, HeaderLines headers, out string? problem)
    {
        bool isChunked = headers["Transfer-Encoding"]?.Contains("chunked", StringComparison.OrdinalIgnoreCase) ?? false;
        byte[]? joined = isChunked ? Join(body.Span) : null;
        return Decompress(joined ?? body, headers["Content-Encoding"], out problem);
    }

    /// <summary>Undoes a compression, up to the size one input may have.</summary>
    public static byte[] Decompress(ReadOnlyMemory<byte> body, string? encoding, out string? problem)
    {
        problem = null;
        string named = (encoding ?? "").Trim().ToLowerInvariant();
        ReadOnlySpan<byte> bytes = body.Span;
        // Gzip shows itself, whatever is claimed; the others are tried when they are claimed.
        Func<Stream, Stream>? open = bytes.StartsWith<byte>([0x1F, 0x8B]) ? packed => new GZipStream(packed, CompressionMode.Decompress)
            : named == "br" ? packed => new BrotliStream(packed, CompressionMode.Decompress)
            : named != "deflate" ? null
            : bytes is [0x78, ..] ? packed => new ZLibStream(packed, CompressionMode.Decompress)
            : packed => new DeflateStream(packed, CompressionMode.Decompress);
        if (open is null || body.IsEmpty)
        {
            return body.ToArray();
        }

        int limit = (int)Math.Min(ReadingLimits.InputBytes, Math.Max(1 << 20, (long)body.Length * MostRatio));
        using Stream unpacked = open(new MemoryStream(body.ToArray()));
        byte[] whole = ReadSome(unpacked, limit, out bool isBroken);
        if (whole.Length > limit)
        {
            problem = $"unpacks to more than {limit >> 20} MiB";
            return [];
        }

        // A body that lies about its packing is what it looks like; one that breaks off gives what came before.
        return isBroken && whole.Length == 0 ? body.ToArray() : whole;
    }

    private static byte[] ReadSome(Stream stream, int limit, out bool isBroken)
    {
        isBroken = false;
        var held = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        try
        {
            for (int read; held.Length <= limit && (read = stream.Read(buffer)) > 0;)
            {
                held.Write(buffer, 0, read);
            }
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            isBroken = true;
        }

        return held.ToArray();
    }

    /// <summary>The chunks' contents; null when the body is not chunked.</summary>
    private static byte[]? Join(ReadOnlySpan<byte> body)
    {
        var joined = new MemoryStream(body.Length);
        while (true)
        {
            int line = body.IndexOf((byte)'\n');
            ReadOnlySpan<byte> digits = line < 0 ? default : body[..line].TrimEnd((byte)'\r');
            int end = digits.IndexOfAny((byte)';', (byte)' ');
            if (!TryHex(end < 0 ? digits : digits[..end], out int length))
            {
                return joined.Length == 0 ? null : joined.ToArray();
            }

            body = body[(line + 1)..];
            joined.Write(body[..Math.Min(length, body.Length)]);
            if (length == 0 || length >= body.Length)
            {
                return joined.ToArray();
            }

            body = body[length..];
            body = body.StartsWith("\r\n"u8) ? body[2..] : body.StartsWith("\n"u8) ? body[1..] : body;
        }
    }

    private static bool TryHex(ReadOnlySpan<byte> digits, out int value)
    {
        bool isNumber = System.Buffers.Text.Utf8Parser.TryParse(digits, out value, out int used, 'x');
        return isNumber && used == digits.Length && value >= 0;
    }
}
