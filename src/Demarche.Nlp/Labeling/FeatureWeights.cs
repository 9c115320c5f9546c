using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Demarche.Nlp.Labeling;

/// <summary>Weights of hashed features, one row of label weights a feature: an immutable open-addressing table. Safe to share between threads.</summary>
public sealed class FeatureWeights
{
    // Rows are padded to whole vectors, so that adding one is one load and one addition.
    private static readonly int Lane = Vector256<float>.Count;

    // Features looked up at once; a token has some hundred.
    private const int Batch = 128;

    private readonly uint[] _features;
    private readonly Half[] _scales;
    private readonly sbyte[] _cells;
    private readonly ulong[] _slots;
    private readonly float[] _rows;
    private readonly int _mask;

    private FeatureWeights(int labelCount, uint[] features, Half[] scales, sbyte[] cells)
    {
        LabelCount = labelCount;
        _features = features;
        _scales = scales;
        _cells = cells;
        Stride = PaddedTo(labelCount);
        _rows = new float[features.Length * Stride];
        for (int row = 0; row < features.Length; row++)
        {
            for (int label = 0; label < labelCount; label++)
            {
                _rows[(row * Stride) + label] = (float)scales[row] * cells[(row * labelCount) + label];
            }
        }

        // Half full at most: a look-up of an unknown feature then ends after 1.5 probes on average.
        _slots = new ulong[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, features.Length * 2))];
        _mask = _slots.Length - 1;
        Fill();
    }

    /// <summary>Labels a row.</summary>
    public int LabelCount { get; }

    /// <summary>Length of a row of sums: <see cref="LabelCount"/> rounded up to whole vectors.</summary>
    public int Stride { get; }

    /// <summary>The features it knows, in the order they were given.</summary>
    public IReadOnlyList<uint> Features => _features;

    /// <summary>Adds the weights of <paramref name="features"/> to <paramref name="sums"/>; nothing for those it does not know.</summary>
    /// <param name="features">Hashes.</param>
    /// <param name="sums"><see cref="Stride"/> sums, of which the first <see cref="LabelCount"/> mean something.</param>
    public void AddTo(ReadOnlySpan<uint> features, Span<float> sums)
    {
        Span<int> rows = stackalloc int[Batch];
        for (int start = 0; start < features.Length; start += Batch)
        {
            ReadOnlySpan<uint> batch = features.Slice(start, Math.Min(Batch, features.Length - start));
            AddRows(rows[..Find(batch, rows)], sums);
        }
    }

    /// <summary>Builds the table; each row is rounded to 8 bits and a scale, which no score notices and halves the file.</summary>
    /// <param name="labelCount">Labels a row.</param>
    /// <param name="features">Hashes, ascending, none 0.</param>
    /// <param name="weights">Features × labels.</param>
    /// <exception cref="ArgumentException">The lengths do not fit each other, or the hashes do not ascend from 1.</exception>
    public static FeatureWeights Of(int labelCount, uint[] features, float[] weights)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(labelCount);
        if (weights.Length != (long)features.Length * labelCount)
        {
            throw new ArgumentException(
                $"{features.Length} features of {labelCount} labels need {(long)features.Length * labelCount} weights, not {weights.Length}.",
                nameof(weights));
        }

        var scales = new Half[features.Length];
        var cells = new sbyte[weights.Length];
        for (int row = 0; row < features.Length; row++)
        {
            ReadOnlySpan<float> values = weights.AsSpan(row * labelCount, labelCount);
            float largest = 0;
            foreach (float value in values)
            {
                largest = MathF.Max(largest, MathF.Abs(value));
            }

            scales[row] = (Half)(largest / sbyte.MaxValue);
            for (int label = 0; label < labelCount && scales[row] > Half.Zero; label++)
            {
                float cell = MathF.Round(values[label] / (float)scales[row]);
                cells[(row * labelCount) + label] = (sbyte)Math.Clamp(cell, -sbyte.MaxValue, sbyte.MaxValue);
            }
        }

        return new FeatureWeights(labelCount, features, scales, cells);
    }

    /// <summary>Writes label count, feature count, steps from hash to hash, scales of the rows, weights.</summary>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(LabelCount);
        writer.Write(_features.Length);
        uint last = 0;
        foreach (uint feature in _features)
        {
            writer.Write7BitEncodedInt((int)(feature - last));
            last = feature;
        }

        writer.Write(MemoryMarshal.AsBytes<Half>(_scales));
        writer.Write(MemoryMarshal.AsBytes<sbyte>(_cells));
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The counts make no sense, or the file ends before all is there.</exception>
    public static FeatureWeights Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        int labelCount = reader.ReadInt32();
        int count = reader.ReadInt32();
        if (labelCount is < 1 or > byte.MaxValue || count is < 0 or > 1 << 26)
        {
            throw new FormatException($"A feature table cannot have {count} features of {labelCount} labels.");
        }

        var features = new uint[count];
        uint last = 0;
        foreach (ref uint feature in features.AsSpan())
        {
            feature = last + (uint)reader.Read7BitEncodedInt();
            last = feature;
        }

        Half[] scales = ReadAll<Half>(reader, count);
        return new FeatureWeights(labelCount, features, scales, ReadAll<sbyte>(reader, count * labelCount));
    }

    /// <summary>The least multiple of the vector length that holds <paramref name="labelCount"/>.</summary>
    internal static int PaddedTo(int labelCount) => (labelCount + Lane - 1) / Lane * Lane;

    private static T[] ReadAll<T>(BinaryReader reader, int count)
        where T : unmanaged
    {
        var values = new T[count];
        try
        {
            reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        }
        catch (EndOfStreamException e)
        {
            throw new FormatException("The feature table ends before its weights.", e);
        }

        return values;
    }

    private void Fill()
    {
        for (int row = 0; row < _features.Length; row++)
        {
            uint feature = _features[row];
            if (feature <= (row == 0 ? 0 : _features[row - 1]))
            {
                throw new ArgumentException($"Feature {feature} is 0 or stands after a greater one.");
            }

            int slot = (int)(feature & (uint)_mask);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _slots[slot] = ((ulong)row << 32) | feature;
        }
    }

    /// <summary>Writes the rows of those of the features that are known to <paramref name="rows"/>, in their order, and gives their number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Find(ReadOnlySpan<uint> features, Span<int> rows)
    {
        // The table is far larger than a processor's memory: first every place is asked for, so that the answers come at once and none waits for another.
        Span<ulong> entries = stackalloc ulong[Batch];
        ulong[] slots = _slots;
        uint mask = (uint)(slots.Length - 1);
        for (int i = 0; i < features.Length; i++)
        {
            entries[i] = slots[features[i] & mask];
        }

        int count = 0;
        for (int i = 0; i < features.Length; i++)
        {
            uint feature = features[i];
            ulong entry = entries[i];
            for (uint slot = feature & mask; entry != 0 && (uint)entry != feature; entry = slots[slot])
            {
                slot = (slot + 1) & mask;
            }

            rows[count] = (int)(entry >> 32);
            count += entry != 0 ? 1 : 0;
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRows(ReadOnlySpan<int> rows, Span<float> sums)
    {
        for (int part = 0; part < Stride; part += Vector256<float>.Count)
        {
            Vector256<float> sum = Vector256.Create<float>(sums[part..]);
            foreach (int row in rows)
            {
                sum += Vector256.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_rows), (nuint)((row * Stride) + part));
            }

            sum.CopyTo(sums[part..]);
        }
    }
}
