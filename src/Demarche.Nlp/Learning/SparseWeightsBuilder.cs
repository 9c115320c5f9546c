namespace Demarche.Nlp.Learning;

/// <summary>Collects rows in ascending order of key and rounds their weights to 8 bits.</summary>
/// <param name="labelCount">Number of labels.</param>
/// <param name="scale">The weight that becomes 127; larger ones are clipped.</param>
/// <param name="smallest">Weights below this share of <paramref name="scale"/> are dropped.</param>
internal sealed class SparseWeightsBuilder(int labelCount, double scale, double smallest)
{
    private readonly List<uint> _keys = [];
    private readonly List<int> _starts = [];
    private readonly List<ushort> _cells = [];
    private int _open;

    /// <summary>Adds a weight to the open row; what rounds to zero is left out.</summary>
    public void Add(byte label, double weight)
    {
        double share = weight / scale;
        int rounded = (int)Math.Round(Math.Clamp(share, -1, 1) * sbyte.MaxValue);
        if (rounded != 0 && Math.Abs(share) >= smallest)
        {
            _cells.Add(SparseWeights.Cell(label, (sbyte)rounded));
        }
    }

    /// <summary>Ends the open row under <paramref name="key"/>; an empty one is forgotten.</summary>
    public void Close(uint key)
    {
        if (_cells.Count > _open)
        {
            _cells.Sort(_open, _cells.Count - _open, Comparer<ushort>.Default);
            _keys.Add(key);
            _starts.Add(_open);
            _open = _cells.Count;
        }
    }

    /// <summary>The finished weights.</summary>
    public SparseWeights Build() => new(labelCount, [.. _keys], [.. _starts, _cells.Count], [.. _cells]);
}
