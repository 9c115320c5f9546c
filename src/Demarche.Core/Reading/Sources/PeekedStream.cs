namespace Demarche.Core.Reading.Sources;

/// <summary>A stream to read from whose first bytes can be looked at before.</summary>
internal sealed class PeekedStream : ForwardStream
{
    private readonly Stream _inner;
    private readonly byte[] _first = new byte[1 << 16];
    private readonly int _firstLength;
    private int _position;

    /// <summary>Reads once from <paramref name="inner"/>, so that a slow writer is not waited for longer than needed.</summary>
    public PeekedStream(Stream inner)
    {
        _inner = inner;
        _firstLength = inner.Read(_first, 0, _first.Length);
    }

    /// <summary>The bytes that came first: at least one unless the stream is empty.</summary>
    public ReadOnlySpan<byte> First => _first.AsSpan(0, _firstLength);

    /// <summary>The stream from its beginning, where it can be read at any place; null elsewhere. Nothing may have been read from this one.</summary>
    public Stream? Seekable
    {
        get
        {
            if (!_inner.CanSeek)
            {
                return null;
            }

            _inner.Position = 0;
            return _inner;
        }
    }

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_position == _firstLength)
        {
            return _inner.Read(buffer);
        }

        int length = Math.Min(buffer.Length, _firstLength - _position);
        _first.AsSpan(_position, length).CopyTo(buffer);
        _position += length;
        return length;
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
}
