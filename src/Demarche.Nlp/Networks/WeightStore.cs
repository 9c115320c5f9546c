using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Networks;

/// <summary>The weights of a network by name: begun at random from a seed, or read from a file.</summary>
public sealed class WeightStore
{
    private const int MostWeights = 1 << 26;

    private readonly SortedDictionary<string, Weights> _weights = new(StringComparer.Ordinal);
    private readonly ulong _seed;
    private readonly bool _isComplete;

    /// <summary>An empty store; each matrix is made when a layer first asks for it.</summary>
    /// <param name="seed">Of the numbers the weights begin with; they depend on it and on their name alone.</param>
    public WeightStore(ulong seed)
    {
        _seed = seed;
    }

    private WeightStore(IEnumerable<Weights> weights)
    {
        _isComplete = true;
        foreach (Weights item in weights)
        {
            _weights.Add(item.Name, item);
        }
    }

    /// <summary>The matrices, by name in ordinal order.</summary>
    public IReadOnlyCollection<Weights> All => _weights.Values;

    /// <summary>Writes all weights.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="isExact">Whether all 32 bits are kept, to learn on from; else half precision, and 8 bits with a scale a row for tables (names that begin with "table").</param>
    public void Write(BinaryWriter writer, bool isExact)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write7BitEncodedInt(_weights.Count);
        foreach (Weights weights in _weights.Values)
        {
            WeightPrecision precision = isExact ? WeightPrecision.Single
                : weights.Name.StartsWith("table", StringComparison.Ordinal) ? WeightPrecision.Byte : WeightPrecision.Half;
            writer.Write(weights.Name);
            writer.Write7BitEncodedInt(weights.Rows);
            writer.Write7BitEncodedInt(weights.Columns);
            writer.Write((byte)precision);
            precision.Write(writer, weights);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="FormatException">The numbers do not fit each other.</exception>
    public static WeightStore Read(BinaryReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var all = new List<Weights>();
        for (int left = reader.Read7BitEncodedInt(); left > 0; left--)
        {
            string name = reader.ReadString();
            int rows = reader.Read7BitEncodedInt();
            int columns = reader.Read7BitEncodedInt();
            if (rows < 1 || columns < 1 || (long)rows * columns > MostWeights)
            {
                throw new FormatException($"'{name}' has {rows} rows of {columns} weights.");
            }

            var precision = (WeightPrecision)reader.ReadByte();
            all.Add(new Weights(name, rows, columns, precision.Read(reader, rows, columns)));
        }

        return new WeightStore(all);
    }

    /// <summary>Takes over the numbers of a store with the same weights.</summary>
    /// <exception cref="FormatException">The other lacks some.</exception>
    public void CopyFrom(WeightStore other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach (Weights weights in _weights.Values)
        {
            other.Get(weights.Name, weights.Rows, weights.Columns, 0, default).Values.CopyTo(weights.Values, 0);
        }
    }

    /// <summary>The weights of a name.</summary>
    /// <exception cref="FormatException">The file they were read from has none of this name and size.</exception>
    internal Weights Get(string name, int rows, int columns, float spread, Range ones)
    {
        if (!_weights.TryGetValue(name, out Weights? weights))
        {
            if (_isComplete)
            {
                throw new FormatException($"There are no weights '{name}'.");
            }

            weights = new Weights(name, rows, columns, Begin(name, rows * columns, spread));
            weights.Values.AsSpan(ones.Start.Value..ones.End.Value).Fill(1);
            _weights.Add(name, weights);
        }

        return weights.Rows == rows && weights.Columns == columns
            ? weights
            : throw new FormatException($"'{name}' is {weights.Rows} by {weights.Columns} instead of {rows} by {columns}.");
    }

    private float[] Begin(string name, int count, float spread)
    {
        var random = new SplitMix64(_seed ^ FeatureHash.Of(name));
        var values = new float[count];
        for (int i = 0; i < count && spread > 0; i++)
        {
            values[i] = (((random.Next() >> 40) * (2f / (1 << 24))) - 1) * spread;
        }

        return values;
    }
}
