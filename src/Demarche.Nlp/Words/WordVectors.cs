using Demarche.Nlp.Learning;
using Demarche.Nlp.Models;

namespace Demarche.Nlp.Words;

/// <summary>What words mean, learned elsewhere from much text: a vector and a class of each frequent word. Immutable and safe to share.</summary>
/// <remarks>Words are found by the hash of their lower-case form, so two of them may, very rarely, be taken for one. Format: <c>docs/formats/model-file.md</c>.</remarks>
public sealed class WordVectors
{
    private const string Section = "words";

    // Most words and dimensions a file may claim; far more than are shipped.
    private const int MostWords = 1 << 20;
    private const int MostDimensions = 1024;

    // Of a longer "word" the first 64 code units count; none of the words is so long.
    private const int LongestWord = 64;

    private readonly uint[] _keys;
    private readonly int[] _slots;
    private readonly float[] _scales;
    private readonly sbyte[] _cells;
    private readonly ushort[][] _classes;

    internal WordVectors(uint[] keys, float[] scales, sbyte[] cells, int[] granularities, ushort[][] classes)
    {
        _keys = keys;
        _scales = scales;
        _cells = cells;
        _classes = classes;
        Granularities = granularities;
        Dimensions = keys.Length == 0 ? 0 : cells.Length / keys.Length;
        _slots = Slots(keys);
    }

    /// <summary>Number of words.</summary>
    public int Count => _keys.Length;

    /// <summary>Numbers in a vector.</summary>
    public int Dimensions { get; }

    /// <summary>Numbers of classes the words are sorted into, coarse to fine; each has its own classes.</summary>
    public IReadOnlyList<int> Granularities { get; }

    /// <summary>SHA-256 of the file it was read from; empty for one just made.</summary>
    public string Checksum { get; private init; } = "";

    /// <summary>Index of <paramref name="word"/>, whatever its case and its kind of quotation marks; -1 when it has no vector. Allocates nothing.</summary>
    public int IndexOf(ReadOnlySpan<char> word)
    {
        uint key = KeyOf(word);
        for (int slot = (int)(key & (uint)(_slots.Length - 1)); _slots[slot] >= 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            if (_keys[_slots[slot]] == key)
            {
                return _slots[slot];
            }
        }

        return -1;
    }

    /// <summary>Writes the vector of the word at <paramref name="index"/>.</summary>
    /// <param name="index">From <see cref="IndexOf"/>, not -1.</param>
    /// <param name="vector">Receives <see cref="Dimensions"/> numbers.</param>
    public void CopyTo(int index, Span<float> vector)
    {
        ReadOnlySpan<sbyte> cells = _cells.AsSpan(index * Dimensions, Dimensions);
        float scale = _scales[index];
        for (int i = 0; i < cells.Length; i++)
        {
            vector[i] = cells[i] * scale;
        }
    }

    /// <summary>Class of the word at <paramref name="index"/>: words of like use share one.</summary>
    /// <param name="index">From <see cref="IndexOf"/>; -1 gives -1.</param>
    /// <param name="granularity">Index in <see cref="Granularities"/>.</param>
    /// <returns>From 0 to the granularity less one, or -1.</returns>
    public int ClassOf(int index, int granularity) => index < 0 ? -1 : _classes[granularity][index];

    /// <summary>Reads a file of word vectors.</summary>
    /// <param name="stream">The file.</param>
    /// <param name="name">What to call it in messages.</param>
    /// <exception cref="ModelFormatException">It is no model file, of another version, damaged, or holds other models.</exception>
    public static WordVectors Read(Stream stream, string name)
    {
        ModelFile file = ModelFile.Read(stream, name);
        return file.Load(Section, reader => Read(reader, file.Checksum));
    }

    /// <summary>Writes a file of word vectors; the same vectors give the same bytes.</summary>
    public void Write(Stream stream)
    {
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body);
        Write(writer);
        writer.Flush();
        ModelFile.Write(stream, new Dictionary<string, byte[]> { [Section] = body.ToArray() });
    }

    /// <summary>Key of a word: the hash of its lower-case form with straight quotation marks.</summary>
    internal static uint KeyOf(ReadOnlySpan<char> word)
    {
        uint hash = 2166136261;
        foreach (char c in word[..Math.Min(word.Length, LongestWord)])
        {
            hash = FeatureHash.Append(hash, c switch
            {
                '\u2018' or '\u2019' => '\'',
                '\u201C' or '\u201D' => '"',
                _ => char.ToLowerInvariant(c),
            });
        }

        return FeatureHash.Finish(hash);
    }

    private static int[] Slots(uint[] keys)
    {
        int size = 16;
        while (size < keys.Length * 2)
        {
            size *= 2;
        }

        var slots = new int[size];
        slots.AsSpan().Fill(-1);
        for (int i = 0; i < keys.Length; i++)
        {
            int slot = (int)(keys[i] & (uint)(size - 1));
            while (slots[slot] >= 0)
            {
                slot = (slot + 1) & (size - 1);
            }

            slots[slot] = i;
        }

        return slots;
    }

    private void Write(BinaryWriter writer)
    {
        writer.Write(Count);
        writer.Write(Dimensions);
        writer.Write(Granularities.Count);
        foreach (int granularity in Granularities)
        {
            writer.Write(granularity);
        }

        foreach (uint key in _keys)
        {
            writer.Write(key);
        }

        foreach (float scale in _scales)
        {
            writer.Write((Half)scale);
        }

        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_cells.AsSpan()));
        foreach (ushort group in _classes.SelectMany(c => c))
        {
            writer.Write(group);
        }
    }

    private static WordVectors Read(BinaryReader reader, string checksum)
    {
        int count = reader.ReadInt32();
        int dimensions = reader.ReadInt32();
        int granularityCount = reader.ReadInt32();
        if (count is < 1 or > MostWords || dimensions is < 1 or > MostDimensions || granularityCount is < 0 or > 8)
        {
            throw new FormatException($"{count} words of {dimensions} dimensions in {granularityCount} ways are out of range.");
        }

        var granularities = new int[granularityCount];
        for (int i = 0; i < granularityCount; i++)
        {
            granularities[i] = reader.ReadInt32();
        }

        var keys = new uint[count];
        var scales = new float[count];
        for (int i = 0; i < count; i++)
        {
            keys[i] = reader.ReadUInt32();
        }

        for (int i = 0; i < count; i++)
        {
            scales[i] = (float)reader.ReadHalf();
        }

        var cells = new sbyte[count * dimensions];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(cells.AsSpan()));
        ushort[][] classes = Array.ConvertAll(granularities, size => ReadClasses(reader, count, size));
        return new WordVectors(keys, scales, cells, granularities, classes) { Checksum = checksum };
    }

    private static ushort[] ReadClasses(BinaryReader reader, int count, int granularity)
    {
        var classes = new ushort[count];
        for (int i = 0; i < count; i++)
        {
            classes[i] = reader.ReadUInt16();
            if (classes[i] >= granularity)
            {
                throw new FormatException($"Word {i} is in class {classes[i]} of {granularity}.");
            }
        }

        return classes;
    }
}
