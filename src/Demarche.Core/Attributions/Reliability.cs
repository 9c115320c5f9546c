namespace Demarche.Core.Attributions;

/// <summary>Turns the score of a cue into how often such a relation is right as a whole.</summary>
internal static class Reliability
{
    /// <summary>
    /// Score and share of outermost relations whose source, cue and content matched the annotator's, on 105 training articles of
    /// PolNeAR (2,032 relations, figures of the first version); between two points the line.
    /// </summary>
    private static readonly (double Score, double Share)[] Measured =
    [
        (0.50, 0.30), (0.65, 0.39), (0.75, 0.44), (0.85, 0.53), (0.925, 0.57), (0.965, 0.69), (0.985, 0.78), (1.00, 0.84),
    ];

    /// <summary>The confidence of a relation; 0-1, three decimals.</summary>
    /// <param name="score">Probability that its cue is one; 0-1.</param>
    public static double Of(double score)
    {
        int i = 1;
        while (i < Measured.Length - 1 && score > Measured[i].Score)
        {
            i++;
        }

        (double fromScore, double fromShare) = Measured[i - 1];
        (double toScore, double toShare) = Measured[i];
        double part = Math.Clamp((score - fromScore) / (toScore - fromScore), 0, 1);
        return Math.Round(fromShare + (part * (toShare - fromShare)), 3);
    }
}
