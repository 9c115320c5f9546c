namespace Demarche.Nlp.Labeling;

/// <summary>Training sequences in compact columns: features as hashes first, as row numbers once rare ones are dropped.</summary>
internal sealed class TrainingSequences
{
    private readonly List<uint[]> _features = [];
    private readonly List<int[]> _ends = [];
    private readonly List<byte[]> _labels = [];

    public int Count => _labels.Count;

    public void Add(FeatureSequence features, ReadOnlySpan<int> labels)
    {
        uint[] flat = new uint[features.FeatureCount];
        int[] ends = new int[features.Length];
        byte[] gold = new byte[features.Length];
        int at = 0;
        for (int t = 0; t < features.Length; t++)
        {
            features[t].CopyTo(flat.AsSpan(at));
            at += features[t].Length;
            ends[t] = at;
            gold[t] = (byte)labels[t];
        }

        _features.Add(flat);
        _ends.Add(ends);
        _labels.Add(gold);
    }

    public ReadOnlySpan<byte> Labels(int sequence) => _labels[sequence];

    /// <summary>Rows of the token's features after <see cref="KeepFrequent"/>.</summary>
    public ReadOnlySpan<uint> Rows(int sequence, int token)
    {
        int[] ends = _ends[sequence];
        int start = token == 0 ? 0 : ends[token - 1];
        return _features[sequence].AsSpan(start, ends[token] - start);
    }

    /// <summary>Drops features seen fewer than <paramref name="cut"/> times, replaces the rest by row numbers, and returns the hash of each row.</summary>
    public uint[] KeepFrequent(int cut)
    {
        var counts = new Dictionary<uint, int>();
        foreach (uint[] features in _features)
        {
            foreach (uint feature in features)
            {
                System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault(counts, feature, out _)++;
            }
        }

        // 0 marks an empty slot in the table, so the one feature that hashes to it is dropped.
        uint[] kept = [.. counts.Where(entry => entry.Value >= cut && entry.Key != 0).Select(entry => entry.Key).Order()];
        var rows = new Dictionary<uint, uint>(kept.Length);
        for (int row = 0; row < kept.Length; row++)
        {
            rows.Add(kept[row], (uint)row);
        }

        for (int sequence = 0; sequence < Count; sequence++)
        {
            Compact(sequence, rows);
        }

        return kept;
    }

    private void Compact(int sequence, Dictionary<uint, uint> rows)
    {
        uint[] old = _features[sequence];
        int[] ends = _ends[sequence];
        var compact = new List<uint>(old.Length);
        int at = 0;
        for (int t = 0; t < ends.Length; t++)
        {
            for (; at < ends[t]; at++)
            {
                if (rows.TryGetValue(old[at], out uint row))
                {
                    compact.Add(row);
                }
            }

            ends[t] = compact.Count;
        }

        _features[sequence] = [.. compact];
    }
}
