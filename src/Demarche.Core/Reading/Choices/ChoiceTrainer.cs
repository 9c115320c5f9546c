namespace Demarche.Core.Reading.Choices;

/// <summary>
/// Fits a <see cref="ChoiceModel"/>: maximum likelihood of the right candidates with a Gaussian prior, by steps along the
/// gradient of all choices with a step length of its own for every weight (AdaGrad, Duchi et al. 2011). The same choices in
/// the same order give the same weights.
/// </summary>
internal static class ChoiceTrainer
{
    // Set by cross-validation over hosts on the development pages of htmldate; more steps or a wider prior change nothing.
    private const int Steps = 200;
    private const double StepLength = 0.3;

    // A feature of fewer hosts than this says something about these hosts, not about pages.
    private const int FewestGroups = 3;

    /// <summary>The weights.</summary>
    /// <param name="choices">What to learn from.</param>
    /// <param name="prior">Inverse variance of the prior, in choices: larger holds weights nearer to zero.</param>
    public static ChoiceModel Train(IReadOnlyList<Choice> choices, double prior)
    {
        Choice[] useful = [.. choices.Where(choice => choice.Right.Contains(true) && choice.Right.Contains(false))];
        Dictionary<string, int> columns = Columns(useful);
        int[][][] rows = [.. useful.Select(choice => choice.Candidates.Select(features => Row(features, columns)).ToArray())];
        var weights = new double[columns.Count];
        var squares = new double[columns.Count];
        for (int step = 0; step < Steps; step++)
        {
            double[] gradient = Gradient(useful, rows, weights, prior);
            for (int i = 0; i < weights.Length; i++)
            {
                squares[i] += gradient[i] * gradient[i];
                weights[i] += squares[i] == 0 ? 0 : StepLength * gradient[i] / Math.Sqrt(squares[i]);
            }
        }

        return ChoiceModel.Of(columns.ToDictionary(pair => pair.Key, pair => weights[pair.Value], StringComparer.Ordinal));
    }

    private static double[] Gradient(Choice[] choices, int[][][] rows, double[] weights, double prior)
    {
        var gradient = new double[weights.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            gradient[i] = -prior * weights[i];
        }

        for (int c = 0; c < rows.Length; c++)
        {
            double[] scores = [.. rows[c].Select(row => row.Sum(column => weights[column]))];
            double all = LogSum(scores, null);
            double right = LogSum(scores, choices[c].Right);
            for (int k = 0; k < scores.Length; k++)
            {
                double pull = (choices[c].Right[k] ? Math.Exp(scores[k] - right) : 0) - Math.Exp(scores[k] - all);
                foreach (int column in rows[c][k])
                {
                    gradient[column] += choices[c].Weight * pull;
                }
            }
        }

        return gradient;
    }

    private static double LogSum(double[] scores, IReadOnlyList<bool>? only)
    {
        double highest = double.NegativeInfinity;
        for (int k = 0; k < scores.Length; k++)
        {
            highest = only is null || only[k] ? Math.Max(highest, scores[k]) : highest;
        }

        double sum = 0;
        for (int k = 0; k < scores.Length; k++)
        {
            sum += only is null || only[k] ? Math.Exp(scores[k] - highest) : 0;
        }

        return highest + Math.Log(sum);
    }

    private static Dictionary<string, int> Columns(Choice[] choices)
    {
        var groups = new SortedDictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (Choice choice in choices)
        {
            foreach (string feature in choice.Candidates.SelectMany(features => features))
            {
                if (!groups.TryGetValue(feature, out HashSet<string>? met))
                {
                    groups[feature] = met = [];
                }

                met.Add(choice.Group);
            }
        }

        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string feature, HashSet<string> met) in groups)
        {
            if (met.Count >= FewestGroups)
            {
                columns[feature] = columns.Count;
            }
        }

        return columns;
    }

    private static int[] Row(IReadOnlyCollection<string> features, Dictionary<string, int> columns) =>
        [.. features.Where(columns.ContainsKey).Select(feature => columns[feature])];
}
