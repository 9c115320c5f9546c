namespace Demarche.Core.Evaluation;

/// <summary>
/// Krippendorff's nominal alpha of two codings of the same units, 100 for agreement, 0 for what chance gives. Counts: NAME.A.B, the
/// units that the first coding calls A and the second B.
/// </summary>
/// <remarks>Source: K. Krippendorff, "Computing Krippendorff's alpha-reliability", 2011, section B (nominal data, two observers, no missing data).</remarks>
/// <param name="Name">Its name for programs.</param>
/// <param name="Label">Its name for people.</param>
public sealed record AlphaFigure(string Name, string Label) : Figure(Name, Label)
{
    /// <summary>Adds <paramref name="units"/> that one coding calls <paramref name="first"/> and the other <paramref name="second"/>.</summary>
    public void Add(Tally tally, string first, string second, long units = 1)
    {
        ArgumentNullException.ThrowIfNull(tally);
        tally.Add($"{Name}.{first}.{second}", units);
    }

    /// <inheritdoc/>
    public override double ValueIn(Tally tally)
    {
        ArgumentNullException.ThrowIfNull(tally);
        var values = new SortedDictionary<string, double>(StringComparer.Ordinal);
        double units = 0;
        double differing = 0;
        foreach (string name in tally.Names)
        {
            string[] parts = name.Split('.');
            if (parts.Length == 3 && parts[0] == Name && tally[name] is > 0 and var count)
            {
                units += count;
                differing += parts[1] == parts[2] ? 0 : 2 * count;
                values[parts[1]] = values.GetValueOrDefault(parts[1]) + count;
                values[parts[2]] = values.GetValueOrDefault(parts[2]) + count;
            }
        }

        double sum = values.Values.Sum();
        double expected = units == 0 ? 0 : values.Values.Sum(n => n * (sum - n)) / ((2 * units) - 1);
        return expected == 0 ? 0 : 100 * (1 - (differing / expected));
    }
}
