namespace Demarche.Nlp.Parsing;

/// <summary>Collects features in ascending order of key and rounds their weights to 8 bits.</summary>
/// <param name="scale">The weight that becomes 127; larger ones are clipped.</param>
internal sealed class MoveWeightsBuilder(float scale)
{
    private readonly List<uint> _keys = [];
    private readonly List<sbyte> _weights = [];

    /// <summary>Adds a feature; one whose weights all round to zero is left out.</summary>
    public void Add(uint key, float shift, float left, float right)
    {
        (sbyte a, sbyte b, sbyte c) = (Round(shift), Round(left), Round(right));
        if (a != 0 || b != 0 || c != 0)
        {
            _keys.Add(key);
            _weights.AddRange([a, b, c]);
        }
    }

    /// <summary>The finished weights.</summary>
    public MoveWeights Build() => new([.. _keys], [.. _weights]);

    private sbyte Round(float weight) => (sbyte)MathF.Round(Math.Clamp(weight / scale, -1, 1) * sbyte.MaxValue);
}
