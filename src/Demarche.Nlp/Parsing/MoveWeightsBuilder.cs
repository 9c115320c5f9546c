namespace Demarche.Nlp.Parsing;

/// <summary>Collects features in ascending order of key and rounds their weights to 8 bits.</summary>
/// <param name="scale">The weight that becomes 127; larger ones are clipped.</param>
/// <param name="smallest">A feature none of whose rounded weights is larger is left out, 0 to 127.</param>
internal sealed class MoveWeightsBuilder(float scale, int smallest)
{
    private readonly List<uint> _keys = [];
    private readonly List<sbyte> _weights = [];

    /// <summary>Adds a feature unless it is too weak.</summary>
    public void Add(uint key, float shift, float left, float right)
    {
        (sbyte a, sbyte b, sbyte c) = (Round(shift), Round(left), Round(right));
        if (Math.Max(Math.Abs((int)a), Math.Max(Math.Abs((int)b), Math.Abs((int)c))) > smallest)
        {
            _keys.Add(key);
            _weights.AddRange([a, b, c]);
        }
    }

    /// <summary>The finished weights.</summary>
    public MoveWeights Build() => new([.. _keys], [.. _weights]);

    private sbyte Round(float weight) => (sbyte)MathF.Round(Math.Clamp(weight / scale, -1, 1) * sbyte.MaxValue);
}
