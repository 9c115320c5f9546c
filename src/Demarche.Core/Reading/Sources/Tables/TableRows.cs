using System.Text;

namespace Demarche.Core.Reading.Sources.Tables;

/// <summary>Rows of a table in text (RFC 4180, any one separator): cells may be quoted and then hold separators, line feeds and doubled quotes.</summary>
/// <remarks>A quotation mark that is never closed would swallow all rows behind it: such a row ends with its line.</remarks>
internal sealed class TableRows
{
    private readonly ByteWindow _window;
    private readonly byte _separator;

    /// <param name="stream">The table, in an encoding that agrees with ASCII.</param>
    /// <param name="separator">What parts cells.</param>
    public TableRows(Stream stream, byte separator)
    {
        _window = new ByteWindow(stream);
        _separator = separator;
    }

    /// <summary>The cells of the next row; null at the end. A row of nothing has one empty cell.</summary>
    /// <param name="problem">Why the row could not be read; null when it could.</param>
    public List<string>? Next(out string? problem)
    {
        problem = null;
        _window.Need(1);
        if (_window.Held.IsEmpty)
        {
            return null;
        }

        while (true)
        {
            int length = LengthOfRow(_window.Held, _window.IsEnded, heedsQuotes: true);
            bool isTooLong = _window.Held.Length > ReadingLimits.EntryBytes;
            if (length < 0 && (isTooLong || _window.IsEnded))
            {
                problem = "a quotation mark in it is never closed";
                length = LengthOfRow(_window.Held, isEnded: true, heedsQuotes: false);
            }

            if (length >= 0)
            {
                List<string> cells = problem is null ? Cells(_window.Held[..length]) : [];
                _window.Pass(Math.Min(length + 1, _window.Held.Length));
                return cells;
            }

            _window.Grow();
        }
    }

    /// <summary>Bytes before the row's line feed; -1 when it is not held.</summary>
    private int LengthOfRow(ReadOnlySpan<byte> held, bool isEnded, bool heedsQuotes)
    {
        int at = 0;
        bool isQuoted = false;
        while (at < held.Length)
        {
            int next = isQuoted ? held[at..].IndexOf((byte)'"') : held[at..].IndexOfAny((byte)'\n', heedsQuotes ? (byte)'"' : (byte)'\n');
            if (next < 0)
            {
                break;
            }

            at += next;
            if (held[at] == '\n')
            {
                return at;
            }

            // Inside a bare cell a quotation mark is a character like any other.
            bool opens = !isQuoted && (at == 0 || held[at - 1] == _separator || held[at - 1] == '\n');
            isQuoted = isQuoted ? held[(at + 1)..] is [(byte)'"', ..] && ++at > 0 : opens;
            at++;
        }

        return isEnded && !isQuoted ? held.Length : -1;
    }

    private List<string> Cells(ReadOnlySpan<byte> row)
    {
        row = row.TrimEnd((byte)'\r');
        var cells = new List<string>();
        while (true)
        {
            if (row is [(byte)'"', ..])
            {
                var cell = new StringBuilder();
                row = row[1..];
                while (true)
                {
                    int quote = row.IndexOf((byte)'"');
                    cell.Append(TextDecoder.Decode(row[..(quote < 0 ? row.Length : quote)]));
                    row = row[(quote < 0 ? row.Length : quote + 1)..];
                    if (row is not [(byte)'"', ..])
                    {
                        break;
                    }

                    cell.Append('"');
                    row = row[1..];
                }

                int rest = row.IndexOf(_separator);
                cells.Add(cell.Append(TextDecoder.Decode(row[..(rest < 0 ? row.Length : rest)])).ToString());
                row = rest < 0 ? default : row[rest..];
            }
            else
            {
                int end = row.IndexOf(_separator);
                cells.Add(TextDecoder.Decode(row[..(end < 0 ? row.Length : end)]));
                row = end < 0 ? default : row[end..];
            }

            if (row.IsEmpty)
            {
                return cells;
            }

            row = row[1..];
        }
    }
}
