using System.Buffers.Binary;

namespace Demarche.Nlp.Labeling;

/// <summary>Weights of hashed features, one row of label weights a feature: an immutable open-addressing table. Safe to share between threads.</summary>
public sealed class FeatureWeights
{
    private readonly uint[] _keys;
    private readonly int[] _rows;
    private readonly Half[] _weights;
    private readonly int _mask;

    /// <summary>Builds the table.</summary>
    /// <param name="labelCount">Labels a row.</param>
    /// <param name="features">Hashes, all different, none 0.</param>
    /// <param name="weights">Features × labels.</param>
    /// <exception cref="ArgumentException">The lengths do not fit each other.</exception>
    public FeatureWeights(int labelCount, uint[] features, Half[] weights)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(weights);
        if (weights.Length != features.Length * labelCount)
        {
            throw new ArgumentException(
                $"{features.Length} features of {labelCount} labels need {features.Length * labelCount} weights, not {weights.Length}.",
                nameof(weights));
        }

        LabelCount = labelCount;
        Features = features;
        _weights = weights;

        // Half full at most: a look-up of an unknown feature then ends after 1.5 probes on average.
        int capacity = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(2, features.Length * 2));
        _mask = capacity - 1;
        _keys = new uint[capacity];
        _rows = new int[capacity];
        for (int row = 0; row < features.Length; row++)
        {
            int slot = (int)(features[row] & (uint)_mask);
            while (_keys[slot] != 0)
            {
                slot = (slot + 1) & _mask;
            }

            _keys[slot] = features[row];
            _rows[slot] = row * labelCount;
        }
    }

    /// <summary>Labels a row.</summary>
    public int LabelCount { get; }

    /// <summary>The features it knows, in the order they were given.</summary>
    public IReadOnlyList<uint> Features { get; }

    /// <summary>Adds the weights of <paramref name="feature"/> to <paramref name="scores"/>; nothing for a feature it does not know.</summary>
    public void AddTo(uint feature, Span<float> scores)
    {
        int slot = (int)(feature & (uint)_mask);
        while (_keys[slot] != feature)
        {
            if (_keys[slot] == 0)
            {
                return;
            }

            slot = (slot + 1) & _mask;
        }

        ReadOnlySpan<Half> row = _weights.AsSpan(_rows[slot], scores.Length);
        for (int label = 0; label < row.Length; label++)
        {
            scores[label] += (float)row[label];
        }
    }

    /// <summary>Writes the table: feature count, hashes, weights; little endian.</summary>
    public void Write(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] bytes = new byte[8 + (Features.Count * 4) + (_weights.Length * 2)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, LabelCount);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(4), Features.Count);
        int at = 8;
        foreach (uint feature in Features)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(at), feature);
            at += 4;
        }

        foreach (Half weight in _weights)
        {
            BinaryPrimitives.WriteHalfLittleEndian(bytes.AsSpan(at), weight);
            at += 2;
        }

        stream.Write(bytes);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">The bytes are too few for the counts they name.</exception>
    public static FeatureWeights Read(ReadOnlySpan<byte> bytes, out int length)
    {
        if (bytes.Length < 8)
        {
            throw new InvalidDataException("The feature table ends before its counts.");
        }

        int labelCount = BinaryPrimitives.ReadInt32LittleEndian(bytes);
        int count = BinaryPrimitives.ReadInt32LittleEndian(bytes[4..]);
        long need = 8 + ((long)count * 4) + ((long)count * labelCount * 2);
        if (labelCount is < 1 or > 1024 || count < 0 || need > bytes.Length)
        {
            throw new InvalidDataException($"The feature table names {count} features of {labelCount} labels but ends too early.");
        }

        uint[] features = new uint[count];
        Half[] weights = new Half[count * labelCount];
        for (int i = 0; i < count; i++)
        {
            features[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[(8 + (i * 4))..]);
        }

        int at = 8 + (count * 4);
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = BinaryPrimitives.ReadHalfLittleEndian(bytes[(at + (i * 2))..]);
        }

        length = (int)need;
        return new FeatureWeights(labelCount, features, weights);
    }
}
