namespace Demarche.Nlp.Networks;

/// <summary>The parameters of one worker's copy of a network; the weights behind them are shared. Filled by the layers as they are built.</summary>
/// <param name="store">The weights.</param>
/// <param name="learns">Whether there are gradients.</param>
public sealed class ParameterSet(WeightStore store, bool learns)
{
    private readonly List<Parameter> _items = [];

    /// <summary>The parameters, in the order in which the layers asked for them.</summary>
    public IReadOnlyList<Parameter> Items => _items;

    /// <summary>Whether there are gradients.</summary>
    public bool Learns => learns;

    /// <summary>A matrix that is multiplied with.</summary>
    public Parameter Factor(string name, int rows, int columns) => Add(store.Get(name, rows, columns, MathF.Sqrt(6f / (rows + columns)), default), isFactor: true);

    /// <summary>A row of numbers that begins at zero, such as a bias; those in <paramref name="ones"/> begin at one.</summary>
    public Parameter Bias(string name, int columns, Range ones = default) => Add(store.Get(name, 1, columns, 0, ones), isFactor: false);

    /// <summary>A table of vectors, each begun at random within <paramref name="spread"/> of zero.</summary>
    public Parameter Table(string name, int rows, int columns, float spread) => Add(store.Get(name, rows, columns, spread, default), isFactor: false);

    /// <summary>Sets all gradients to zero.</summary>
    public void ClearGradients()
    {
        foreach (Parameter item in _items)
        {
            item.Gradient.AsSpan().Clear();
        }
    }

    /// <summary>Packs all factors anew, after the weights were read or changed.</summary>
    public void Repack()
    {
        foreach (Parameter item in _items)
        {
            if (item.IsFactor)
            {
                item.Weights.Repack(learns);
            }
        }
    }

    private Parameter Add(Weights weights, bool isFactor)
    {
        var parameter = new Parameter(weights, learns ? new float[weights.Values.Length] : [], isFactor);
        _items.Add(parameter);
        return parameter;
    }
}
