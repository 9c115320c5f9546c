using System.Numerics;

namespace Demarche.Nlp.Learning;

/// <summary>Trained weights: feature key to a few (label, weight) pairs, 8 bits each. Immutable and safe to share.</summary>
public sealed class SparseWeights
{
    private const int CountBits = 8;

    private readonly uint[] _keys;
    private readonly int[] _starts;
    private readonly ushort[] _cells;

    // Open addressing: high half the key, low half where the row starts and its length less one; 0 is free.
    private readonly ulong[] _table;
    private readonly int _mask;

    internal SparseWeights(int labelCount, uint[] keys, int[] starts, ushort[] cells)
    {
        LabelCount = labelCount;
        _keys = keys;
        _starts = starts;
        // Cell 0 is never used, so that no slot of a row is zero.
        _cells = [0, .. cells];
        _table = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(keys.Length * 2, 4))];
        _mask = _table.Length - 1;
        for (int i = 0; i < keys.Length; i++)
        {
            int slot = (int)(keys[i] & (uint)_mask);
            while (_table[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            uint row = ((uint)(starts[i] + 1) << CountBits) | (uint)(starts[i + 1] - starts[i] - 1);
            _table[slot] = ((ulong)keys[i] << 32) | row;
        }
    }

    /// <summary>Number of labels.</summary>
    public int LabelCount { get; }

    /// <summary>Number of features that have a weight.</summary>
    public int FeatureCount => _keys.Length;

    /// <summary>Number of weights.</summary>
    public int WeightCount => _cells.Length - 1;

    /// <summary>Adds the weights of all <paramref name="features"/> to <paramref name="scores"/>, one place per label.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<int> scores)
    {
        ulong[] table = _table;
        ushort[] cells = _cells;
        foreach (uint feature in features)
        {
            int slot = (int)(feature & (uint)_mask);
            ulong found = table[slot];
            while (found != 0 && (uint)(found >> 32) != feature)
            {
                slot = (slot + 1) & _mask;
                found = table[slot];
            }

            if (found == 0)
            {
                continue;
            }

            int start = (int)((uint)found >> CountBits);
            int end = start + (int)(found & ((1 << CountBits) - 1));
            for (int i = start; i <= end; i++)
            {
                scores[cells[i] >> 8] += (sbyte)cells[i];
            }
        }
    }

    /// <summary>Writes keys as differences, then row lengths, then all cells.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(LabelCount);
        writer.Write7BitEncodedInt(_keys.Length);
        uint last = 0;
        foreach (uint key in _keys)
        {
            writer.Write7BitEncodedInt((int)(key - last));
            last = key;
        }

        for (int i = 0; i < _keys.Length; i++)
        {
            writer.Write((byte)(_starts[i + 1] - _starts[i] - 1));
        }

        for (int i = 1; i < _cells.Length; i++)
        {
            writer.Write(_cells[i]);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The numbers do not fit each other.</exception>
    public static SparseWeights Read(BinaryReader reader)
    {
        int labelCount = reader.Read7BitEncodedInt();
        int count = reader.Read7BitEncodedInt();
        if (labelCount is < 1 or > 256 || count is < 0 or > 1 << 24)
        {
            throw new FormatException($"{count} rows of {labelCount} labels are out of range.");
        }

        var keys = new uint[count];
        uint last = 0;
        for (int i = 0; i < count; i++)
        {
            keys[i] = last += (uint)reader.Read7BitEncodedInt();
        }

        var starts = new int[count + 1];
        for (int i = 0; i < count; i++)
        {
            starts[i + 1] = starts[i] + reader.ReadByte() + 1;
        }

        var cells = new ushort[starts[count]];
        for (int i = 0; i < cells.Length; i++)
        {
            cells[i] = reader.ReadUInt16();
            if (cells[i] >> 8 >= labelCount)
            {
                throw new FormatException($"Weight {i} is for label {cells[i] >> 8} of {labelCount}.");
            }
        }

        return new SparseWeights(labelCount, keys, starts, cells);
    }

    /// <summary>A weight and its label in 16 bits.</summary>
    internal static ushort Cell(byte label, sbyte weight) => (ushort)((label << 8) | (byte)weight);
}
