using System.Globalization;

namespace Demarche.Core.Comparisons.Stories;

/// <summary>Probability that two articles tell of one event: a logistic curve over their likenesses. Immutable; safe to share between threads.</summary>
/// <remarks>Weights: <c>eval/stories/fit.py</c>, on four public sets and three disputes; docs/decisions/0012-stories.md.</remarks>
internal sealed class PairModel
{
    private const string Resource = "Demarche.Core.Comparisons.Stories.pair-weights.txt";

    // Fixed, not fitted: the sets have hardly two events of one day, so a fit would take the same day for proof. A week apart costs as
    // much as halving the likeness of a pair that is on the border.
    private const double DayPenalty = 1;

    // Articles without a day are taken to be so far apart: what cannot be known must not count in their favor.
    private const int UnknownDays = 4;

    private readonly double[] _weights = new double[PairSignals.Count];

    /// <summary>Reads the weights built into the program.</summary>
    /// <exception cref="InvalidOperationException">A line of the list names no signal.</exception>
    public PairModel()
    {
        using Stream stream = typeof(PairModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not built into the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            string[] parts = line.Split(':', StringSplitOptions.TrimEntries);
            int signal = Array.IndexOf(PairSignals.Names, parts[0]);
            if (parts.Length != 2 || signal < 0)
            {
                throw new InvalidOperationException($"pair-weights.txt: '{line}' needs SIGNAL : WEIGHT.");
            }

            _weights[signal] = double.Parse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>Probability for two articles.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="days">Days between them; null when one has no day.</param>
    public double ProbabilityOf(ArticleVector left, ArticleVector right, int? days)
    {
        Span<double> signals = stackalloc double[PairSignals.Count];
        PairSignals.Read(left, right, days, signals);
        double sum = -DayPenalty * Math.Log(Math.Max(1, days ?? UnknownDays));
        for (int i = 0; i < signals.Length; i++)
        {
            sum += _weights[i] * signals[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
