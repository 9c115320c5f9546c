using System.IO.Compression;

namespace Demarche.Core.Reading.Sources.Archives;

/// <summary>
/// A gzip file, of one member or many one behind the other, as one stream of bytes. Where a member is damaged, reading can go on at
/// the next one that is found; the bytes in between are lost.
/// </summary>
internal sealed class GzipMembers : ForwardStream
{
    // News text packs to a fifth, the same line over and over to a thousandth. Judged once there is as much as a large input.
    private const long FreeBytes = 2L * ReadingLimits.InputBytes;
    private const long MostRatio = 200;

    private readonly Stream _inner;
    private readonly ByteWindow _packed;
    private GZipStream? _member;
    private long _unpacked;

    public GzipMembers(Stream packed)
    {
        _inner = packed;
        _packed = new ByteWindow(packed);
    }

    /// <summary>Whether to go on behind damage instead of throwing.</summary>
    public bool GoesOn { get; set; }

    /// <summary>How many times reading went on behind damage.</summary>
    public int Gaps { get; private set; }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        while (true)
        {
            try
            {
                _member ??= new GZipStream(new Feed(_packed), CompressionMode.Decompress);
                int read = _member.Read(buffer);
                _unpacked += read;
                return _unpacked <= FreeBytes || _unpacked <= MostRatio * (_packed.Position + _packed.Held.Length)
                    ? read
                    : throw new IOException($"it unpacks to more than {MostRatio} times its size");
            }
            catch (InvalidDataException) when (GoesOn)
            {
                _member = null;
                Gaps++;
                if (!SeekMember())
                {
                    return 0;
                }
            }
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _inner.Dispose();
        }

        base.Dispose(disposing);
    }

    /// <summary>Moves to the next thing that looks like the head of a member, at least one byte on.</summary>
    private bool SeekMember()
    {
        // What was fed last is still held: the damage lies in it, and the next member may.
        int from = 1;
        while (true)
        {
            ReadOnlySpan<byte> held = _packed.Held;
            int at = from >= held.Length ? -1 : held[from..].IndexOf<byte>([0x1F, 0x8B, 0x08]);
            bool isHeld = at >= 0 && held.Length > from + at + 3;
            if (isHeld && held[from + at + 3] < 0x20)
            {
                _packed.Pass(from + at);
                return true;
            }

            if (isHeld)
            {
                from += at + 1;
                continue;
            }

            if (_packed.IsEnded)
            {
                return false;
            }

            // The last three bytes may be the beginning of a head.
            _packed.Pass(Math.Max(0, held.Length - 3));
            from = 0;
            _packed.Grow();
        }
    }

    /// <summary>Gives the window's bytes in small pieces and passes a piece only when the next one is asked for.</summary>
    private sealed class Feed(ByteWindow packed) : ForwardStream
    {
        // Small, so that little is read again after damage; the unpacker itself asks for 8 KB.
        private const int Piece = 8192;

        private int _fed;

        public override int Read(Span<byte> buffer)
        {
            packed.Pass(_fed);
            packed.Need(1);
            _fed = Math.Min(Math.Min(Piece, buffer.Length), packed.Held.Length);
            packed.Held[.._fed].CopyTo(buffer);
            return _fed;
        }
    }
}
