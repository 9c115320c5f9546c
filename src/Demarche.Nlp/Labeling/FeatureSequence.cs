namespace Demarche.Nlp.Labeling;

/// <summary>The hashed features of one sequence, token after token: a growing column that is rented, filled and cleared.</summary>
public sealed class FeatureSequence
{
    private uint[] _features = new uint[4096];
    private int[] _ends = new int[128];

    /// <summary>Number of finished tokens.</summary>
    public int Length { get; private set; }

    /// <summary>Number of features of all finished tokens and of the one being filled.</summary>
    public int FeatureCount { get; private set; }

    /// <summary>Features of the token at <paramref name="index"/>.</summary>
    public ReadOnlySpan<uint> this[int index]
    {
        get
        {
            int start = index == 0 ? 0 : _ends[index - 1];
            return _features.AsSpan(start, _ends[index] - start);
        }
    }

    /// <summary>Adds a feature to the token being filled.</summary>
    public void Add(uint feature)
    {
        if (FeatureCount == _features.Length)
        {
            Array.Resize(ref _features, FeatureCount * 2);
        }

        _features[FeatureCount++] = feature;
    }

    /// <summary>Finishes the token being filled; the next feature belongs to the next one.</summary>
    public void EndToken()
    {
        if (Length == _ends.Length)
        {
            Array.Resize(ref _ends, Length * 2);
        }

        _ends[Length++] = FeatureCount;
    }

    /// <summary>Forgets all tokens and keeps the memory.</summary>
    public void Clear()
    {
        Length = 0;
        FeatureCount = 0;
    }
}
