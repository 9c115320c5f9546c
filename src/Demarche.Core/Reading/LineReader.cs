using System.Buffers;

namespace Demarche.Core.Reading;

/// <summary>Cuts a stream of bytes at line feeds and holds no more than one line of it.</summary>
internal sealed class LineReader(Stream stream, int limit)
{
    private byte[] _buffer = new byte[1 << 16];
    private int _start;
    private int _end;
    private bool _ended;

    /// <summary>Reads the next line, without its line feed.</summary>
    /// <param name="line">The line's bytes; null when it is longer than the limit and was passed over.</param>
    /// <returns>False at the end of the stream.</returns>
    public bool TryNext(out byte[]? line)
    {
        int scanned = _start;
        bool tooLong = false;
        while (true)
        {
            int feed = _buffer.AsSpan(scanned, _end - scanned).IndexOf((byte)'\n');
            if (feed >= 0 || _ended)
            {
                int end = feed >= 0 ? scanned + feed : _end;
                bool any = feed >= 0 || end > _start || tooLong;
                line = tooLong || end - _start > limit ? null : _buffer.AsSpan(_start, end - _start).ToArray();
                _start = feed >= 0 ? end + 1 : end;
                return any;
            }

            if (_end - _start > limit)
            {
                tooLong = true;
                _start = _end;
            }

            scanned = Fill();
        }
    }

    /// <summary>Passes over lines of nothing but white space that are held, at the speed of memory: a file may have gigabytes of them.</summary>
    /// <returns>How many.</returns>
    public int PassBlankLines()
    {
        ReadOnlySpan<byte> held = _buffer.AsSpan(_start, _end - _start);
        int text = held.IndexOfAnyExcept(" \t\r\n"u8);
        int last = held[..(text < 0 ? held.Length : text)].LastIndexOf((byte)'\n');
        int passed = held[..(last + 1)].Count((byte)'\n');
        _start += last + 1;
        return passed;
    }

    /// <summary>Reads more behind what is held; gives the offset from which nothing has been searched yet.</summary>
    private int Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length * 2);
        }

        int searched = _end;
        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _ended = read == 0;
        _end += read;
        return searched;
    }

    /// <summary>All bytes of <paramref name="stream"/>, or null when they are more than <paramref name="limit"/>.</summary>
    public static byte[]? ReadAll(Stream stream, int limit)
    {
        var held = new ArrayBufferWriter<byte>();
        while (held.WrittenCount <= limit)
        {
            int read = stream.Read(held.GetSpan(1 << 16));
            if (read == 0)
            {
                return held.WrittenSpan.ToArray();
            }

            held.Advance(read);
        }

        return null;
    }
}
