using System.Numerics;
using System.Runtime.InteropServices;

namespace Demarche.Nlp.Parsing;

/// <summary>Trained weights of the three moves: feature key to three 8-bit weights, together in one word of memory. Immutable and safe to share.</summary>
internal sealed class MoveWeights
{
    // No English model needs more; a count beyond it is a damaged file.
    private const int LargestCount = 1 << 23;

    private readonly uint[] _keys;
    private readonly sbyte[] _weights;

    // Open addressing: high half the key, then shift, left, right in a byte each, and 1 in the lowest to tell a used slot from a free one.
    private readonly ulong[] _table;

    internal MoveWeights(uint[] keys, sbyte[] weights)
    {
        _keys = keys;
        _weights = weights;
        _table = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(keys.Length + (keys.Length / 2), 4))];
        uint mask = (uint)_table.Length - 1;
        for (int i = 0; i < keys.Length; i++)
        {
            uint slot = keys[i] & mask;
            while (_table[slot] != 0)
            {
                slot = (slot + 1) & mask;
            }

            _table[slot] = ((ulong)keys[i] << 32)
                | ((ulong)(byte)weights[3 * i] << 24) | ((ulong)(byte)weights[(3 * i) + 1] << 16) | ((ulong)(byte)weights[(3 * i) + 2] << 8) | 1;
        }
    }

    /// <summary>Number of features that have weights.</summary>
    public int FeatureCount => _keys.Length;

    /// <summary>Writes the sum of the weights of all <paramref name="features"/> for each move to <paramref name="scores"/>.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        ulong[] table = _table;
        uint mask = (uint)table.Length - 1;
        (int shift, int left, int right) = (0, 0, 0);
        foreach (uint feature in features)
        {
            uint slot = feature & mask;
            ulong found = table[slot];
            while (found != 0 && (uint)(found >> 32) != feature)
            {
                slot = (slot + 1) & mask;
                found = table[slot];
            }

            // A free slot adds nothing.
            shift += (sbyte)(found >> 24);
            left += (sbyte)(found >> 16);
            right += (sbyte)(found >> 8);
        }

        scores[0] = shift;
        scores[1] = left;
        scores[2] = right;
    }

    /// <summary>Writes keys as differences, then all weights, three a feature.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write7BitEncodedInt(_keys.Length);
        uint last = 0;
        foreach (uint key in _keys)
        {
            writer.Write7BitEncodedInt((int)(key - last));
            last = key;
        }

        writer.Write(MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The count is out of range.</exception>
    public static MoveWeights Read(BinaryReader reader)
    {
        int count = reader.Read7BitEncodedInt();
        if (count is < 0 or > LargestCount)
        {
            throw new FormatException($"{count} features are out of range.");
        }

        var keys = new uint[count];
        uint last = 0;
        for (int i = 0; i < count; i++)
        {
            keys[i] = last += (uint)reader.Read7BitEncodedInt();
        }

        var weights = new sbyte[3 * count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new MoveWeights(keys, weights);
    }
}
