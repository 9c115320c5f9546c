using System.Numerics;
using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Tagging;

/// <summary>What is known of a word before its sentence is read: its one or two usual tags, and whether it ever has another. Immutable and safe to share.</summary>
public sealed class TagLexicon
{
    private const byte NoTag = byte.MaxValue;

    private readonly uint[] _keys;
    private readonly Entry[] _entries;
    private readonly int[] _table;
    private readonly int _mask;

    /// <summary>A word's usual tags.</summary>
    /// <param name="First">Label of the commonest tag; 255 when the word is unknown.</param>
    /// <param name="Second">Label of the next, when it has at least a tenth of the occurrences; else 255.</param>
    /// <param name="IsCertain">Whether the word practically never has another tag than the first.</param>
    public readonly record struct Entry(byte First, byte Second, bool IsCertain)
    {
        /// <summary>The entry of a word not in the lexicon.</summary>
        public static readonly Entry Unknown = new(NoTag, NoTag, false);

        /// <summary>The two labels as one feature value.</summary>
        internal uint Class => (uint)(First << 8 | Second);
    }

    /// <summary>Files <paramref name="entries"/> under the <see cref="WordHashes.Form"/> of their word.</summary>
    public TagLexicon(IEnumerable<KeyValuePair<uint, Entry>> entries)
    {
        KeyValuePair<uint, Entry>[] sorted = [.. entries.OrderBy(e => e.Key)];
        _keys = [.. sorted.Select(e => e.Key)];
        _entries = [.. sorted.Select(e => e.Value)];
        _table = new int[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(_keys.Length * 2, 4))];
        _mask = _table.Length - 1;
        for (int i = 0; i < _keys.Length; i++)
        {
            int slot = (int)(_keys[i] & (uint)_mask);
            while (_table[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _table[slot] = i + 1;
        }
    }

    /// <summary>Number of words.</summary>
    public int Count => _keys.Length;

    /// <summary>The entry of the word with the form key <paramref name="form"/>, or <see cref="Entry.Unknown"/>.</summary>
    public Entry Find(uint form)
    {
        int slot = (int)(form & (uint)_mask);
        while (_table[slot] != 0)
        {
            int i = _table[slot] - 1;
            if (_keys[i] == form)
            {
                return _entries[i];
            }

            slot = (slot + 1) & _mask;
        }

        return Entry.Unknown;
    }

    /// <summary>Writes count, keys as differences, and entries.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_keys.Length);
        uint last = 0;
        for (int i = 0; i < _keys.Length; i++)
        {
            writer.Write7BitEncodedInt((int)(_keys[i] - last));
            writer.Write(_entries[i].First);
            writer.Write(_entries[i].Second);
            writer.Write(_entries[i].IsCertain);
            last = _keys[i];
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static TagLexicon Read(BinaryReader reader)
    {
        int count = reader.Read7BitEncodedInt();
        var entries = new List<KeyValuePair<uint, Entry>>();
        uint last = 0;
        for (int i = 0; i < count; i++)
        {
            last += (uint)reader.Read7BitEncodedInt();
            entries.Add(new(last, new Entry(reader.ReadByte(), reader.ReadByte(), reader.ReadBoolean())));
        }

        return new TagLexicon(entries);
    }
}
