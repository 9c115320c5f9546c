using System.Globalization;
using Demarche.Core.Positions.Candidates;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Confidence;

/// <summary>How likely a position that was read is right: a logistic curve over its signals. Immutable; safe to share between threads.</summary>
/// <remarks>Weights were fitted on three development disputes; docs/decisions/0006-position-confidence.md tells how and what they keep.</remarks>
internal sealed class ConfidenceModel
{
    /// <summary>Above this the development disputes have too few readings to vouch for the curve.</summary>
    private const double MostConfidence = 0.9;

    private readonly double[] _weights = new double[SignalReader.Count];

    /// <summary>Reads the weights built into the program.</summary>
    /// <exception cref="InvalidOperationException">A line of the list names no signal.</exception>
    public ConfidenceModel()
    {
        foreach (string line in ListResource.Lines("Confidence.weights.txt"))
        {
            string[] parts = line.Split(':', StringSplitOptions.TrimEntries);
            if (parts.Length != 2 || !Enum.TryParse(parts[0], out Signal signal))
            {
                throw new InvalidOperationException($"weights.txt: '{line}' needs SIGNAL : WEIGHT.");
            }

            _weights[(int)signal] = double.Parse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture);
        }
    }

    /// <summary>The positions of one article with their confidence, in the order given.</summary>
    public List<Candidate> Weigh(CodedText text, IssueLexicon lexicon, List<Candidate> candidates) =>
        [.. candidates.Zip(Signals(text, lexicon, candidates), (candidate, values) => candidate with { Confidence = Of(values) })];

    /// <summary>The values of the signals for each position of one article, indexed by <see cref="Signal"/>.</summary>
    public static List<double[]> Signals(CodedText text, IssueLexicon lexicon, List<Candidate> candidates)
    {
        var article = new ArticleSignals(text, lexicon, candidates);
        var signals = new List<double[]>(candidates.Count);
        foreach (Candidate candidate in candidates)
        {
            double[] values = SignalReader.Read(text, candidate, lexicon.AgentOf(candidate.Match.Issue));
            article.Read(candidate, values);
            signals.Add(values);
        }

        return signals;
    }

    /// <summary>Probability for the values of the signals, at most 0.9.</summary>
    public double Of(double[] values)
    {
        double sum = 0;
        for (int i = 0; i < values.Length; i++)
        {
            sum += _weights[i] * values[i];
        }

        return Math.Min(MostConfidence, 1 / (1 + Math.Exp(-sum)));
    }
}
