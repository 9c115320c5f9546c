using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Demarche.Nlp.Labeling;

/// <summary>Weights of hashed features, one row of label weights a feature: an immutable open-addressing table. Safe to share between threads.</summary>
public sealed class FeatureWeights
{
    // Labels added at once; rows of sums are padded to whole vectors.
    private static readonly int Lane = Vector256<float>.Count;

    // Features looked up at once; a token has some hundred.
    private const int Batch = 128;

    // The table is a row of buckets: four features (0: free), then their four entries, each a scale and the row's cells. All four features are
    // compared at once, so that the processor need not guess where a walk from slot to slot ends, and with up to eight labels all that a
    // look-up needs lies in one line of its memory.
    private const int BucketSize = 4;
    private const int EntriesAt = BucketSize * sizeof(uint);
    private const int CellsAt = sizeof(float);
    private const int CacheLine = 64;

    private readonly uint[] _features;
    private readonly Half[] _scales;
    private readonly sbyte[] _cells;
    private readonly byte[] _table;
    private readonly int _start;
    private readonly int _entryLength;
    private readonly int _bucketLength;
    private readonly uint _buckets;

    private FeatureWeights(int labelCount, uint[] features, Half[] scales, sbyte[] cells)
    {
        LabelCount = labelCount;
        _features = features;
        _scales = scales;
        _cells = cells;
        Stride = PaddedTo(labelCount);
        _entryLength = CellsAt + Stride;
        _bucketLength = EntriesAt + (BucketSize * _entryLength);

        // Three fifths full: of buckets of four, one in ten then sends a look-up on to the next.
        _buckets = (uint)(features.Length * 5L / (3 * BucketSize)) + 1;

        // The first bucket starts a line of the processor's memory, and stays where it is.
        _table = GC.AllocateArray<byte>(checked((int)((_buckets * _bucketLength) + CacheLine)), pinned: true);
        _start = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(_table, 0) & (CacheLine - 1));
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
        Span<nint> entries = stackalloc nint[Batch];
        for (int start = 0; start < features.Length; start += Batch)
        {
            ReadOnlySpan<uint> batch = features.Slice(start, Math.Min(Batch, features.Length - start));
            if (Touch(batch) != 0)
            {
                AddRows(entries[..Find(batch, entries)], sums);
            }
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

            nint entry = Take(feature);
            At<float>(entry) = (float)_scales[row];
            for (int label = 0; label < LabelCount; label++)
            {
                At<sbyte>(entry + CellsAt + label) = _cells[(row * LabelCount) + label];
            }
        }
    }

    /// <summary>Writes a feature to the first free place from its bucket on, and gives the place of its entry.</summary>
    private nint Take(uint feature)
    {
        nint bucket = BucketOf(feature);
        while (true)
        {
            for (int i = 0; i < BucketSize; i++)
            {
                ref uint place = ref At<uint>(bucket + (i * sizeof(uint)));
                if (place == 0)
                {
                    place = feature;
                    return bucket + EntriesAt + (i * _entryLength);
                }
            }

            bucket = After(bucket);
        }
    }

    // The upper bits choose the bucket: hashes are spread over all 32.
    private nint BucketOf(uint feature) => (nint)(((ulong)feature * _buckets) >> 32) * _bucketLength;

    private nint After(nint bucket) => bucket + _bucketLength == (nint)_buckets * _bucketLength ? 0 : bucket + _bucketLength;

    private ref T At<T>(nint offset)
        where T : unmanaged =>
        ref Unsafe.As<byte, T>(ref Unsafe.AddByteOffset(ref MemoryMarshal.GetArrayDataReference(_table), _start + offset));

    /// <summary>Writes the places of the entries of those features that are known to <paramref name="entries"/>, in their order, and gives their number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Find(ReadOnlySpan<uint> features, Span<nint> entries)
    {
        int count = 0;
        foreach (uint feature in features)
        {
            Vector128<uint> wanted = Vector128.Create(feature);
            for (nint bucket = BucketOf(feature); ; bucket = After(bucket))
            {
                Vector128<uint> known = Vector128.LoadUnsafe(ref At<uint>(bucket));
                uint hits = Vector128.Equals(known, wanted).ExtractMostSignificantBits();
                if (hits != 0)
                {
                    entries[count++] = bucket + EntriesAt + (BitOperations.TrailingZeroCount(hits) * _entryLength);
                    break;
                }

                // A bucket is filled from its first place: with its last place free, the feature is in none.
                if (known[BucketSize - 1] == 0)
                {
                    break;
                }
            }
        }

        return count;
    }

    /// <summary>Loads one word of each feature's bucket, so that the answers come at once and none waits for another: the table is larger than a processor's memory.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private uint Touch(ReadOnlySpan<uint> features)
    {
        uint seen = 0;
        foreach (uint feature in features)
        {
            seen |= At<uint>(BucketOf(feature));
        }

        return seen;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddRows(ReadOnlySpan<nint> entries, Span<float> sums)
    {
        for (int part = 0; part < Stride; part += Lane)
        {
            Vector256<float> sum = Vector256.Create<float>(sums[part..]);
            foreach (nint entry in entries)
            {
                Vector128<sbyte> cells = Vector128.CreateScalarUnsafe(At<long>(entry + CellsAt + part)).AsSByte();
                Vector256<int> wide = Vector256.WidenLower(Vector128.WidenLower(cells).ToVector256Unsafe());
                sum += Vector256.ConvertToSingle(wide) * At<float>(entry);
            }

            sum.CopyTo(sums[part..]);
        }
    }
}
