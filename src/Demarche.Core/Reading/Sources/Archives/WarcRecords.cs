using System.Globalization;

namespace Demarche.Core.Reading.Sources.Archives;

/// <summary>
/// The records of a web archive (ISO 28500), one at a time. A length is believed only where a record begins behind it: archives with wrong
/// ones are common (sums of unpacked sizes, cut downloads), and one of them must not cost the rest.
/// </summary>
internal sealed class WarcRecords
{
    private const int LongestHeader = 1 << 16;

    private readonly ByteWindow _window;

    public WarcRecords(Stream stream) => _window = new ByteWindow(stream);

    private static ReadOnlySpan<byte> Mark => "WARC/1."u8;

    private static ReadOnlySpan<byte> MarkBehindRecord => "\r\n\r\nWARC/1."u8;

    /// <summary>The next record; null at the end.</summary>
    public WarcRecord? Next()
    {
        if (!PassLineEnds())
        {
            return null;
        }

        if (!_window.Held.StartsWith(Mark))
        {
            PassToMark(1);
            return Broken("bytes that belong to no record were passed over");
        }

        (int length, int gap) = MeasureHeader();
        if (length < 0)
        {
            PassToMark(1);
            return Broken("a record's header never ends");
        }

        HeaderLines headers = HeaderLines.Read(_window.Held[..length], hasFirstLine: true);
        _window.Pass(length + gap);
        return long.TryParse(headers["Content-Length"], NumberStyles.None, CultureInfo.InvariantCulture, out long stated)
            ? ReadBlock(headers, stated)
            : ReadToMark(headers);
    }

    private static WarcRecord Broken(string problem) => new(HeaderLines.Read(default, hasFirstLine: false), default, problem);

    private WarcRecord ReadBlock(HeaderLines headers, long stated)
    {
        if (stated > ReadingLimits.InputBytes)
        {
            PassBlock(stated);
            return new WarcRecord(headers, default, $"the record is longer than {ReadingLimits.InputBytes >> 20} MiB");
        }

        _window.Need((int)stated + MarkBehindRecord.Length);
        ReadOnlySpan<byte> held = _window.Held;
        int available = Math.Min((int)stated, held.Length);
        // A record inside this one is the next one: the length is too large.
        int inside = held[..Math.Min(held.Length, available + Mark.Length)].IndexOf(MarkBehindRecord);
        if (inside >= 0 && inside < available)
        {
            return Take(headers, inside);
        }

        ReadOnlySpan<byte> behind = held[available..];
        bool isEnded = behind.StartsWith("\r\n\r\n"u8) || behind.TrimStart("\r\n"u8) is var next && (next.IsEmpty || next.StartsWith(Mark));
        return available < stated ? TakeCut(headers)
            : isEnded ? Take(headers, available)
            : ReadToMark(headers);
    }

    /// <summary>The block of a record without a length that can be believed: it ends where the next record begins.</summary>
    private WarcRecord ReadToMark(HeaderLines headers)
    {
        while (true)
        {
            int mark = _window.Held.IndexOf(MarkBehindRecord);
            if (mark >= 0 || _window.IsEnded)
            {
                return Take(headers, mark >= 0 ? mark : _window.Held.Length);
            }

            if (_window.Held.Length > ReadingLimits.InputBytes)
            {
                PassToMark(0);
                return new WarcRecord(headers, default, "the record's length is wrong and its end cannot be found");
            }

            _window.Grow();
        }
    }

    private WarcRecord Take(HeaderLines headers, int length)
    {
        byte[] block = _window.Held[..length].ToArray();
        _window.Pass(length);
        return new WarcRecord(headers, block, null);
    }

    private WarcRecord TakeCut(HeaderLines headers)
    {
        _window.Pass(_window.Held.Length);
        return new WarcRecord(headers, default, "the archive ends inside this record");
    }

    private bool PassLineEnds()
    {
        while (true)
        {
            _window.Need(Mark.Length);
            int other = _window.Held.IndexOfAnyExcept((byte)'\r', (byte)'\n');
            _window.Pass(other < 0 ? _window.Held.Length : other);
            if (other >= 0 && _window.Need(Mark.Length))
            {
                return true;
            }

            if (_window.IsEnded)
            {
                return !_window.Held.IsEmpty;
            }
        }
    }

    private (int Length, int Gap) MeasureHeader()
    {
        while (true)
        {
            (int length, int gap) = HeaderLines.Measure(_window.Held[..Math.Min(_window.Held.Length, LongestHeader)]);
            if (length >= 0 || _window.IsEnded || _window.Held.Length >= LongestHeader)
            {
                return (length, gap);
            }

            _window.Grow();
        }
    }

    /// <summary>Passes over a block too long to be held; ends early where a record begins inside it.</summary>
    private void PassBlock(long length)
    {
        long passed = 0;
        while (passed < length)
        {
            if (!_window.Need(MarkBehindRecord.Length))
            {
                _window.Pass(_window.Held.Length);
                return;
            }

            int mark = _window.Held.IndexOf(MarkBehindRecord);
            int step = mark >= 0 ? mark : _window.Held.Length - MarkBehindRecord.Length + 1;
            step = (int)Math.Min(step, length - passed);
            _window.Pass(step);
            passed += step;
            if (mark >= 0 && step == mark)
            {
                return;
            }
        }
    }

    /// <summary>Passes to the next record, at least <paramref name="least"/> bytes on.</summary>
    private void PassToMark(int least)
    {
        _window.Pass(Math.Min(least, _window.Held.Length));
        while (true)
        {
            int mark = _window.Held.IndexOf("\nWARC/1."u8);
            if (mark >= 0 || _window.IsEnded)
            {
                _window.Pass(mark >= 0 ? mark : _window.Held.Length);
                return;
            }

            _window.Pass(Math.Max(0, _window.Held.Length - MarkBehindRecord.Length));
            _window.Grow();
        }
    }
}
