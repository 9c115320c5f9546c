using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Labeling;

/// <summary>
/// Learns a <see cref="SequenceLabeler"/>: likelihood of the gold path, one sequence a step, AdaGrad, features dropped at random.
/// One thread; the same sequences, options and seed give the same weights.
/// </summary>
public sealed class SequenceLabelerTrainer
{
    private readonly LabelScheme _scheme;
    private readonly LabelerOptions _options;
    private readonly TrainingSequences _sequences = new();

    /// <summary>A trainer without sequences.</summary>
    public SequenceLabelerTrainer(LabelScheme scheme, LabelerOptions? options = null)
    {
        _scheme = scheme;
        _options = options ?? new LabelerOptions();
    }

    /// <summary>Number of sequences added.</summary>
    public int Count => _sequences.Count;

    /// <summary>Adds a training sequence; empty ones are passed over.</summary>
    /// <param name="features">One row of features a token.</param>
    /// <param name="labels">One label a token, as the scheme numbers them.</param>
    /// <exception cref="ArgumentException">Features and labels differ in length.</exception>
    public void Add(FeatureSequence features, ReadOnlySpan<int> labels)
    {
        ArgumentNullException.ThrowIfNull(features);
        if (features.Length != labels.Length)
        {
            throw new ArgumentException($"{features.Length} tokens with {labels.Length} labels.", nameof(labels));
        }

        if (labels.Length > 0)
        {
            _sequences.Add(features, labels);
        }
    }

    /// <summary>Learns from all sequences added. Call once: rare features are dropped in place.</summary>
    /// <param name="progress">Told after each pass: its number from 1, and the mean log-likelihood a sequence.</param>
    public SequenceLabeler Train(Action<int, double>? progress = null)
    {
        uint[] features = _sequences.KeepFrequent(_options.FrequencyCut);
        var step = new LabelerStep(_scheme, _options, features.Length);
        int[] order = new int[_sequences.Count];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = i;
        }

        var random = new SplitMix64((ulong)_options.Seed);
        for (int pass = 1; pass <= _options.Passes; pass++)
        {
            random.Shuffle<int>(order);
            double sum = 0;
            foreach (int sequence in order)
            {
                sum += step.Learn(_sequences, sequence, random);
            }

            progress?.Invoke(pass, sum / Math.Max(1, order.Length));
        }

        return step.Finish(features);
    }
}
