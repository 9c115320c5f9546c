namespace Demarche.Core.Reading.Sources;

/// <summary>The bytes of a stream that are being looked at: grows as far as a reader needs, is cut as it moves on.</summary>
internal sealed class ByteWindow
{
    private const int FirstLength = 1 << 16;

    private readonly Stream _stream;
    private byte[] _buffer = new byte[FirstLength];
    private int _start;
    private int _end;

    public ByteWindow(Stream stream) => _stream = stream;

    /// <summary>What is held and not yet passed.</summary>
    public ReadOnlySpan<byte> Held => _buffer.AsSpan(_start, _end - _start);

    /// <summary>The same, to be kept while the window stays where it is.</summary>
    public ReadOnlyMemory<byte> Memory => _buffer.AsMemory(_start, _end - _start);

    /// <summary>Whether the stream has no more than what is held.</summary>
    public bool IsEnded { get; private set; }

    /// <summary>Bytes passed so far.</summary>
    public long Position { get; private set; }

    /// <summary>Passes over <paramref name="count"/> held bytes.</summary>
    public void Pass(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _end - _start);
        _start += count;
        Position += count;
    }

    /// <summary>
    /// Holds at least twice as much as before, or all there is: whoever searches from the start again after each call still takes
    /// time in proportion to the length.
    /// </summary>
    public void Grow()
    {
        int wanted = Math.Max(FirstLength, 2 * (_end - _start));
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_buffer.Length < wanted)
        {
            Array.Resize(ref _buffer, wanted);
        }

        while (_end < wanted && !IsEnded)
        {
            int read = _stream.Read(_buffer, _end, wanted - _end);
            IsEnded = read == 0;
            _end += read;
        }
    }

    /// <summary>Holds at least <paramref name="count"/> bytes, or all there are.</summary>
    /// <returns>Whether there are that many.</returns>
    public bool Need(int count)
    {
        while (_end - _start < count && !IsEnded)
        {
            Grow();
        }

        return _end - _start >= count;
    }
}
