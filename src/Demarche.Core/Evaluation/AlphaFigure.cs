using Demarche.Core.Comparisons;

namespace Demarche.Core.Evaluation;

/// <summary>
/// Krippendorff's nominal alpha of two codings of the same units, 100 for agreement, 0 for what chance gives. Counts: NAME.A.B, the
/// units that the first coding calls A and the second B.
/// </summary>
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
        var coincidences = new Coincidences();
        foreach (string name in tally.Names)
        {
            string[] parts = name.Split('.');
            if (parts.Length == 3 && parts[0] == Name && tally[name] > 0)
            {
                coincidences.Add(parts[1], parts[2], tally[name]);
            }
        }

        double alpha = coincidences.NominalAlpha();
        return double.IsNaN(alpha) ? 0 : 100 * alpha;
    }
}
