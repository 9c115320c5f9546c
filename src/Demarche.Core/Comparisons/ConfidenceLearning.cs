using Demarche.Core.Ledger;
using Demarche.Core.Positions;

namespace Demarche.Core.Comparisons;

/// <summary>Learns from people's decisions how far the machine's confidence can be believed in their ledger.</summary>
public static class ConfidenceLearning
{
    /// <summary>Fewer decisions tell nothing: with 30 the share of right lines is known to about a sixth.</summary>
    public const int LeastDecisions = 30;

    // How strongly the weights are held to those that change nothing; the same penalty as the fit of the machine's own weights.
    private const double Ridge = 4;

    private const int Folds = 5;
    private const int MostSteps = 50;

    /// <summary>
    /// What people decided about lines of a ledger, as the machine read them, in the ledger's order: a line is wrong when it was rejected at last, or when issue, party
    /// or direction had to be changed. Blind decisions and those taken back are left out.
    /// </summary>
    public static IReadOnlyList<(Position Line, bool IsRight)> DecisionsOf(SqliteLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ILookup<(string, string), Correction> decisions = CorrectionHistory.InForce(ledger.Corrections())
            .Where(correction => correction is { Target: not null, ArticleKey: not null, IsBlind: false })
            .ToLookup(correction => (correction.ArticleKey!, correction.Target!));
        return
        [
            .. ledger.MachinePositions(decisions.Select(decision => decision.Key.Item1))
                .Where(entry => decisions.Contains((entry.Article.Key, entry.Key)))
                .Select(entry => (entry.Position, IsRight(decisions[(entry.Article.Key, entry.Key)]))),
        ];
    }

    private static bool IsRight(IEnumerable<Correction> decisions) =>
        decisions.Last().Kind != CorrectionKind.Reject
        && !decisions.Any(decision => decision.Edit is { Issue: not null } or { Party: not null } or { Direction: not null });

    /// <summary>Learns from <paramref name="decisions"/>.</summary>
    /// <param name="decisions">Lines as the machine read them, in a fixed order, and whether a person found each right.</param>
    /// <returns>The curve with its figures; null with fewer than <see cref="LeastDecisions"/> or when all were decided alike.</returns>
    public static LearnedConfidence? Learn(IReadOnlyList<(Position Line, bool IsRight)> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        int right = decisions.Count(decision => decision.IsRight);
        if (decisions.Count < LeastDecisions || right == 0 || right == decisions.Count)
        {
            return null;
        }

        (double[] Traits, bool IsRight)[] rows = [.. decisions.Select(decision => (LocalConfidence.TraitsOf(decision.Line), decision.IsRight))];
        var unchanged = new LocalConfidence(LocalConfidence.Unchanged);
        var before = new List<(double, bool)>();
        var after = new List<(double, bool)>();
        for (int fold = 0; fold < Folds; fold++)
        {
            LocalConfidence learned = Fit([.. rows.Where((_, i) => i % Folds != fold)]);
            foreach ((double[] traits, bool isRight) in rows.Where((_, i) => i % Folds == fold))
            {
                before.Add((unchanged.Of(traits), isRight));
                after.Add((learned.Of(traits), isRight));
            }
        }

        return new LearnedConfidence(Fit(rows), decisions.Count, right, ConfidenceFigures.Of(before), ConfidenceFigures.Of(after));
    }

    // Newton's method on the penalized log-likelihood, which has one maximum.
    private static LocalConfidence Fit((double[] Traits, bool IsRight)[] rows)
    {
        double[] weights = [.. LocalConfidence.Unchanged];
        for (int step = 0; step < MostSteps; step++)
        {
            int size = weights.Length;
            double[] gradient = new double[size];
            double[,] curvature = new double[size, size];
            for (int i = 0; i < size; i++)
            {
                gradient[i] = -Ridge * (weights[i] - LocalConfidence.Unchanged[i]);
                curvature[i, i] = Ridge;
            }

            var curve = new LocalConfidence(weights);
            foreach ((double[] traits, bool isRight) in rows)
            {
                double p = curve.Of(traits);
                for (int i = 0; i < size; i++)
                {
                    gradient[i] += traits[i] * ((isRight ? 1 : 0) - p);
                    for (int j = 0; j < size; j++)
                    {
                        curvature[i, j] += p * (1 - p) * traits[i] * traits[j];
                    }
                }
            }

            double[] move = Solve(curvature, gradient);
            for (int i = 0; i < size; i++)
            {
                weights[i] += move[i];
            }

            if (move.Max(Math.Abs) < 1e-9)
            {
                break;
            }
        }

        return new LocalConfidence(weights);
    }

    // Gaussian elimination; the ridge keeps every pivot positive.
    private static double[] Solve(double[,] matrix, double[] right)
    {
        int size = right.Length;
        double[] x = [.. right];
        for (int pivot = 0; pivot < size; pivot++)
        {
            for (int row = pivot + 1; row < size; row++)
            {
                double factor = matrix[row, pivot] / matrix[pivot, pivot];
                for (int column = pivot; column < size; column++)
                {
                    matrix[row, column] -= factor * matrix[pivot, column];
                }

                x[row] -= factor * x[pivot];
            }
        }

        for (int row = size - 1; row >= 0; row--)
        {
            for (int column = row + 1; column < size; column++)
            {
                x[row] -= matrix[row, column] * x[column];
            }

            x[row] /= matrix[row, row];
        }

        return x;
    }
}

/// <summary>What was learned, and what it keeps on decisions it did not learn from.</summary>
/// <param name="Curve">The curve learned from all decisions.</param>
/// <param name="Decisions">How many there were.</param>
/// <param name="Right">How many found the line right.</param>
/// <param name="Before">Figures of the machine's own confidence.</param>
/// <param name="After">Figures of the learned one, each fifth of the decisions judged by a curve of the other four.</param>
public sealed record LearnedConfidence(LocalConfidence Curve, int Decisions, int Right, ConfidenceFigures Before, ConfidenceFigures After)
{
    /// <summary>Whether it foretells people's decisions better than the machine's own.</summary>
    public bool IsBetter => After.LogLoss < Before.LogLoss;
}

/// <summary>How well confidences foretell decisions; lower is better.</summary>
/// <param name="Brier">Mean squared distance of confidence and outcome (G. Brier, 1950), 0-1.</param>
/// <param name="LogLoss">Mean negative log-likelihood, in nats.</param>
public sealed record ConfidenceFigures(double Brier, double LogLoss)
{
    /// <summary>The figures of <paramref name="outcomes"/>.</summary>
    public static ConfidenceFigures Of(IReadOnlyList<(double Confidence, bool IsRight)> outcomes)
    {
        ArgumentNullException.ThrowIfNull(outcomes);
        return new ConfidenceFigures(
            outcomes.Average(outcome => Math.Pow(outcome.Confidence - (outcome.IsRight ? 1 : 0), 2)),
            outcomes.Average(outcome => -Math.Log(outcome.IsRight ? outcome.Confidence : 1 - outcome.Confidence)));
    }
}
