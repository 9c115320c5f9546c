using Demarche.Nlp.Learning;

namespace Demarche.Core.Evaluation;

/// <summary>
/// Confidence intervals by drawing articles with replacement: the percentile interval of B. Efron and R. Tibshirani, "An
/// Introduction to the Bootstrap", 1993, chapter 13. The same articles and seed give the same interval.
/// </summary>
public sealed class Bootstrap
{
    /// <summary>Draws a figure is made from; a thousand fix the bounds to about a fifth of a point (Efron and Tibshirani, section 14.3).</summary>
    public const int Replicates = 1000;

    // The middle 95 of 100.
    private const double Tail = 0.025;

    private readonly Tally[] _draws;

    /// <summary>Draws from <paramref name="articles"/>.</summary>
    /// <param name="articles">The counts of every article; with fewer than two there is no interval.</param>
    /// <param name="seed">Fixes the draws.</param>
    public Bootstrap(IReadOnlyList<Tally> articles, ulong seed)
    {
        ArgumentNullException.ThrowIfNull(articles);
        string[] names = [.. articles.SelectMany(tally => tally.Names).Distinct(StringComparer.Ordinal)];
        long[][] counts = [.. articles.Select(tally => names.Select(name => tally[name]).ToArray())];
        var random = new SplitMix64(seed);
        _draws = new Tally[articles.Count < 2 ? 0 : Replicates];
        for (int draw = 0; draw < _draws.Length; draw++)
        {
            _draws[draw] = Draw(names, counts, random);
        }
    }

    /// <summary>The interval that holds the figure in 95 of 100 draws, or null with fewer than two articles.</summary>
    public (double Low, double High)? IntervalOf(Figure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        if (_draws.Length == 0)
        {
            return null;
        }

        double[] values = [.. _draws.Select(figure.ValueIn).Order()];
        int tail = (int)(Tail * values.Length);
        return (values[tail], values[values.Length - 1 - tail]);
    }

    private static Tally Draw(string[] names, long[][] counts, SplitMix64 random)
    {
        long[] sum = new long[names.Length];
        for (int i = 0; i < counts.Length; i++)
        {
            long[] article = counts[random.Next(counts.Length)];
            for (int name = 0; name < sum.Length; name++)
            {
                sum[name] += article[name];
            }
        }

        var tally = new Tally();
        for (int name = 0; name < sum.Length; name++)
        {
            tally.Add(names[name], sum[name]);
        }

        return tally;
    }
}
