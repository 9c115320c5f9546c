using System.Numerics;

namespace Demarche.Nlp.Learning;

/// <summary>Weights under training: one sparse row of label weights per feature key, averaged over all steps. Not thread-safe.</summary>
/// <remarks>
/// Collins, "Discriminative training methods for hidden Markov models", EMNLP 2002. The average is kept by the usual trick:
/// beside each weight the sum of its changes times the step they came at, so that a step costs only what it changes.
/// </remarks>
public sealed class AveragedPerceptron(int labelCount)
{
    private const int None = -1;

    private uint[] _keys = new uint[1 << 16];
    private int[] _rows = Filled(1 << 16);
    private Entry[] _entries = new Entry[1 << 16];
    private int _keyCount;
    private int _entryCount;
    private int _step = 1;

    private struct Entry
    {
        public int Next;
        public byte Label;
        public ushort Updates;
        public float Weight;
        public double Moment;
    }

    /// <summary>Number of labels.</summary>
    public int LabelCount { get; } = labelCount;

    /// <summary>Number of features that have a weight.</summary>
    public int FeatureCount => _keyCount;

    /// <summary>Adds the weights of all <paramref name="features"/> to <paramref name="scores"/>, one place per label.</summary>
    public void Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        foreach (uint feature in features)
        {
            for (int i = _rows[Find(feature)]; i != None; i = _entries[i].Next)
            {
                ref Entry entry = ref _entries[i];
                scores[entry.Label] += entry.Weight;
            }
        }
    }

    /// <summary>One training step: moves the weights from <paramref name="predicted"/> to <paramref name="gold"/> where they differ; a negative gold label says nothing.</summary>
    public void Learn(ReadOnlySpan<uint> features, int gold, int predicted)
    {
        Step();
        if (gold >= 0 && gold != predicted)
        {
            Update(features, gold, 1);
            Update(features, predicted, -1);
        }
    }

    /// <summary>Counts one training step: every instance seen, whether or not it changes weights.</summary>
    private void Step() => _step++;

    /// <summary>Adds <paramref name="amount"/> to the weight of <paramref name="label"/> under each of <paramref name="features"/>.</summary>
    private void Update(ReadOnlySpan<uint> features, int label, float amount)
    {
        foreach (uint feature in features)
        {
            ref Entry entry = ref EntryOf(feature, (byte)label);
            entry.Weight += amount;
            entry.Moment += (double)amount * _step;
            if (entry.Updates < ushort.MaxValue)
            {
                entry.Updates++;
            }
        }
    }

    /// <summary>The averaged weights, rounded for use; the training state is left as it was.</summary>
    /// <param name="minimumUpdates">A weight changed fewer times is dropped: it says one thing about one sentence.</param>
    /// <param name="smallest">A weight whose average is nearer to zero than this share of the largest kept one is dropped.</param>
    public SparseWeights Average(int minimumUpdates, double smallest = 1.0 / 254)
    {
        var rows = new List<(uint Key, int Row)>(_keyCount);
        for (int slot = 0; slot < _keys.Length; slot++)
        {
            if (_rows[slot] != None)
            {
                rows.Add((_keys[slot], _rows[slot]));
            }
        }

        rows.Sort((a, b) => a.Key.CompareTo(b.Key));
        var builder = new SparseWeightsBuilder(LabelCount, ScaleOf(minimumUpdates), smallest);
        foreach ((uint key, int row) in rows)
        {
            for (int i = row; i != None; i = _entries[i].Next)
            {
                if (_entries[i].Updates >= minimumUpdates)
                {
                    builder.Add(_entries[i].Label, AverageOf(_entries[i]));
                }
            }

            builder.Close(key);
        }

        return builder.Build();
    }

    private double AverageOf(in Entry entry) => entry.Weight - (entry.Moment / _step);

    // The largest weights belong to a few very frequent features; clipping one in two thousand leaves the small ones more levels.
    private double ScaleOf(int minimumUpdates)
    {
        var sizes = new List<double>();
        for (int i = 0; i < _entryCount; i++)
        {
            if (_entries[i].Updates >= minimumUpdates)
            {
                sizes.Add(Math.Abs(AverageOf(_entries[i])));
            }
        }

        sizes.Sort();
        return sizes.Count == 0 ? 1 : Math.Max(sizes[(int)((sizes.Count - 1) * 0.9995)], 1e-9);
    }

    private ref Entry EntryOf(uint feature, byte label)
    {
        int slot = Find(feature);
        for (int i = _rows[slot]; i != None; i = _entries[i].Next)
        {
            if (_entries[i].Label == label)
            {
                return ref _entries[i];
            }
        }

        bool isNew = _rows[slot] == None;
        _keys[slot] = feature;
        int added = Append(slot, label);
        if (isNew && ++_keyCount * 2 > _keys.Length)
        {
            Grow();
        }

        return ref _entries[added];
    }

    private int Append(int slot, byte label)
    {
        if (_entryCount == _entries.Length)
        {
            Array.Resize(ref _entries, _entryCount * 2);
        }

        _entries[_entryCount] = new Entry { Next = _rows[slot], Label = label };
        _rows[slot] = _entryCount;
        return _entryCount++;
    }

    private int Find(uint feature)
    {
        int mask = _keys.Length - 1;
        int slot = (int)(feature & mask);
        while (_rows[slot] != None && _keys[slot] != feature)
        {
            slot = (slot + 1) & mask;
        }

        return slot;
    }

    private void Grow()
    {
        (uint[] keys, int[] rows) = (_keys, _rows);
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)keys.Length * 2);
        _keys = new uint[size];
        _rows = Filled(size);
        for (int i = 0; i < keys.Length; i++)
        {
            if (rows[i] != None)
            {
                int slot = Find(keys[i]);
                _keys[slot] = keys[i];
                _rows[slot] = rows[i];
            }
        }
    }

    private static int[] Filled(int size)
    {
        var rows = new int[size];
        Array.Fill(rows, None);
        return rows;
    }
}
