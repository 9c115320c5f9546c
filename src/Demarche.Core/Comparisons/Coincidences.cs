namespace Demarche.Core.Comparisons;

/// <summary>
/// The coincidence matrix of codings and Krippendorff's alpha of it: 1 for agreement, 0 for what chance gives. Any number of coders, values
/// may be missing.
/// </summary>
/// <remarks>Source: K. Krippendorff, "Computing Krippendorff's alpha-reliability", University of Pennsylvania, 2011.</remarks>
public sealed class Coincidences
{
    private readonly SortedDictionary<string, double> _margins = new(StringComparer.Ordinal);
    private readonly Dictionary<(string First, string Second), double> _pairs = [];

    /// <summary>Adds a unit.</summary>
    /// <param name="values">What each coder called it; those who did not code it are left out. One value alone pairs with none.</param>
    public void Add(IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        for (int i = 0; i < values.Count; i++)
        {
            for (int j = 0; j < values.Count; j++)
            {
                if (i != j)
                {
                    AddPair(values[i], values[j], 1.0 / (values.Count - 1));
                }
            }
        }
    }

    /// <summary>Adds <paramref name="units"/> that one of two coders called <paramref name="first"/> and the other <paramref name="second"/>.</summary>
    public void Add(string first, string second, long units)
    {
        AddPair(first, second, units);
        AddPair(second, first, units);
    }

    /// <summary>Alpha of values that are the same or not; NaN without two paired values that differ anywhere.</summary>
    public double NominalAlpha() => Alpha((_, _) => 1);

    /// <summary>Alpha of ranks: values are compared in the ordinal order of their text.</summary>
    public double OrdinalAlpha()
    {
        string[] ranks = [.. _margins.Keys];
        return Alpha((first, second) =>
        {
            int low = Array.IndexOf(ranks, first);
            int high = Array.IndexOf(ranks, second);
            (low, high) = low < high ? (low, high) : (high, low);
            double between = ranks[low..(high + 1)].Sum(rank => _margins[rank]) - ((_margins[ranks[low]] + _margins[ranks[high]]) / 2);
            return between * between;
        });
    }

    private double Alpha(Func<string, string, double> difference)
    {
        double sum = _margins.Values.Sum();
        double observed = 0;
        double expected = 0;
        foreach ((string first, double firstCount) in _margins)
        {
            foreach ((string second, double secondCount) in _margins)
            {
                if (first != second)
                {
                    double weight = difference(first, second);
                    observed += weight * _pairs.GetValueOrDefault((first, second));
                    expected += weight * firstCount * secondCount / (sum - 1);
                }
            }
        }

        return expected == 0 ? double.NaN : 1 - (observed / expected);
    }

    private void AddPair(string first, string second, double count)
    {
        _pairs[(first, second)] = _pairs.GetValueOrDefault((first, second)) + count;
        _margins[first] = _margins.GetValueOrDefault(first) + count;
    }
}
