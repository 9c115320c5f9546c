using System.Text;

namespace Demarche.Core.Reading.Sources.Feeds;

/// <summary>
/// Cuts XML at the elements that repeat in it, the entries of a feed or sitemap, without asking that the rest be well-formed: what is
/// broken in one entry stays in that entry. Nothing a document declares is looked up or expanded.
/// </summary>
internal sealed class MarkupEntries
{
    // Of a tag that is cut off by what is held, this much must be seen to know its name.
    private const int LongestName = 64;

    private readonly ByteWindow _window;
    private readonly string[] _names;
    private byte[]? _open;
    private byte[]? _close;

    /// <param name="stream">The document, in an encoding that agrees with ASCII.</param>
    /// <param name="names">Local names of the entries.</param>
    public MarkupEntries(Stream stream, params string[] names)
    {
        _window = new ByteWindow(stream);
        _names = names;
    }

    /// <summary>What stands before the first entry; to be read before the entries are.</summary>
    public byte[] Head()
    {
        int start = SeekEntry();
        byte[] head = _window.Held[..start].ToArray();
        _window.Pass(start);
        return head;
    }

    /// <summary>The next entry with its tags; null at the end.</summary>
    /// <param name="problem">Why the entry could not be had whole; null when it could.</param>
    public byte[]? Next(out string? problem)
    {
        problem = null;
        _window.Pass(SeekEntry());
        if (_window.Held.IsEmpty)
        {
            return null;
        }

        while (true)
        {
            int end = EndOfEntry(_window.Held);
            if (end > 0)
            {
                byte[] entry = _window.Held[..end].ToArray();
                _window.Pass(end);
                return entry;
            }

            bool isTooLong = _window.Held.Length > ReadingLimits.EntryBytes;
            if (isTooLong || _window.IsEnded)
            {
                problem = isTooLong
                    ? $"the entry is longer than {ReadingLimits.EntryBytes >> 20} MiB"
                    : "the input ends inside this entry";
                _window.Pass(1);
                return [];
            }

            _window.Grow();
        }
    }

    /// <summary>Length up to the next start of an entry, which is then held; all that is held at the end.</summary>
    private int SeekEntry()
    {
        int from = 0;
        while (true)
        {
            ReadOnlySpan<byte> held = _window.Held;
            int at = held[from..].IndexOf((byte)'<');
            if (at >= 0 && StartsEntry(held[(from + at)..]))
            {
                return from + at;
            }

            if (at >= 0 && (_window.IsEnded || held.Length - from - at > LongestName))
            {
                from += at + 1;
                continue;
            }

            from = at < 0 ? held.Length : from + at;
            if (_window.IsEnded)
            {
                return held.Length;
            }

            // The head is kept for the caller; a document whose entries never begin is not held whole.
            if (from > ReadingLimits.EntryBytes)
            {
                _window.Pass(from);
                from = 0;
            }

            _window.Grow();
        }
    }

    private bool StartsEntry(ReadOnlySpan<byte> tag)
    {
        if (_open is not null)
        {
            return tag.StartsWith(_open) && IsNameEnd(tag, _open.Length);
        }

        int end = 1;
        int local = 1;
        for (; end < tag.Length && end < LongestName && !IsNameEnd(tag, end); end++)
        {
            local = tag[end] == ':' ? end + 1 : local;
        }

        if (end >= tag.Length || end >= LongestName)
        {
            return false;
        }

        string name = Encoding.ASCII.GetString(tag[local..end]);
        if (!_names.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return false;
        }

        // The first entry settles prefix and case for all.
        _open = tag[..end].ToArray();
        _close = [(byte)'<', (byte)'/', .. tag[1..end]];
        return true;
    }

    private static bool IsNameEnd(ReadOnlySpan<byte> tag, int at) =>
        at < tag.Length && tag[at] is (byte)'>' or (byte)'/' or (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n';

    /// <summary>Length of the entry that <paramref name="held"/> begins with; 0 when its end is not held.</summary>
    private int EndOfEntry(ReadOnlySpan<byte> held)
    {
        int at = 1;
        while (true)
        {
            int next = held[at..].IndexOf((byte)'<');
            if (next < 0)
            {
                return 0;
            }

            at += next;
            ReadOnlySpan<byte> tag = held[at..];
            if (tag.StartsWith(_close))
            {
                int close = tag.IndexOf((byte)'>');
                return close < 0 ? 0 : at + close + 1;
            }

            // An entry inside an entry is the next one after one whose end was lost.
            if (tag.StartsWith(_open) && IsNameEnd(tag, _open!.Length))
            {
                return at;
            }

            int length = tag.StartsWith("<![CDATA["u8) ? LengthOfLiteral(tag) : 1;
            if (length == 0)
            {
                return 0;
            }

            at += length;
        }
    }

    /// <summary>
    /// Length of a CDATA section; 0 when its end is not held. One that was never closed would swallow the next entries: where an
    /// entry ends and the next begins, it ends too.
    /// </summary>
    private int LengthOfLiteral(ReadOnlySpan<byte> tag)
    {
        int end = tag.IndexOf("]]>"u8);
        int from = 0;
        while (true)
        {
            ReadOnlySpan<byte> inside = end < 0 ? tag[from..] : tag[from..end];
            int close = inside.IndexOf(_close);
            if (close < 0)
            {
                return end < 0 ? 0 : end + 3;
            }

            ReadOnlySpan<byte> behind = tag[(from + close + _close!.Length)..].TrimStart("> \t\r\n"u8);
            if (StartsEntry(behind))
            {
                return from + close;
            }

            from += close + 1;
        }
    }
}
