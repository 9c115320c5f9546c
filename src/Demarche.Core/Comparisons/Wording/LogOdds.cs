namespace Demarche.Core.Comparisons.Wording;

/// <summary>How much more often one side uses a word than the rest.</summary>
/// <remarks>
/// Log-odds ratio with an informative Dirichlet prior, over its standard deviation: Monroe, Colaresi, Quinn, "Fightin' Words", 2008, equations
/// 15 to 22. The prior is the word's share in all sides together, as strong as <see cref="PriorStrength"/> uses, so that a word used once tells little.
/// It describes wording; it is no score of anybody's fairness.
/// </remarks>
public static class LogOdds
{
    // As many imagined uses as a side must bring of its own before its habit outweighs the common one.
    private const double PriorStrength = 10;

    /// <summary>Standard deviations by which the side is above (or, negative, below) the rest in its use of the word; 0 when it is all alone.</summary>
    /// <param name="uses">Uses of the word by the side; 0 or more.</param>
    /// <param name="all">Uses of all words by the side; at least <paramref name="uses"/>.</param>
    /// <param name="otherUses">Uses of the word by the rest.</param>
    /// <param name="otherAll">Uses of all words by the rest.</param>
    public static double Of(int uses, int all, int otherUses, int otherAll)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(uses, all);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(otherUses, otherAll);
        int total = all + otherAll;
        if (all == 0 || otherAll == 0 || uses + otherUses == 0 || uses + otherUses == total)
        {
            return 0;
        }

        double prior = PriorStrength * (uses + otherUses) / total;
        double side = Math.Log((uses + prior) / (all + PriorStrength - uses - prior));
        double rest = Math.Log((otherUses + prior) / (otherAll + PriorStrength - otherUses - prior));
        return (side - rest) / Math.Sqrt((1 / (uses + prior)) + (1 / (otherUses + prior)));
    }
}
