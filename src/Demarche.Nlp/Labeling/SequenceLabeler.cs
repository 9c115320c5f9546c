namespace Demarche.Nlp.Labeling;

/// <summary>A linear-chain conditional random field over hashed features. Immutable; safe to share between threads.</summary>
public sealed class SequenceLabeler
{
    private readonly FeatureWeights _weights;
    private readonly float[] _transitions;
    private readonly float[] _start;

    /// <summary>A labeler of the given weights.</summary>
    /// <param name="scheme">The labels; transitions it forbids never happen.</param>
    /// <param name="weights">Rows of <see cref="LabelScheme.Count"/> weights.</param>
    /// <param name="transitions">Labels × labels, previous label in rows.</param>
    public SequenceLabeler(LabelScheme scheme, FeatureWeights weights, float[] transitions)
    {
        ArgumentNullException.ThrowIfNull(scheme);
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(transitions);
        Scheme = scheme;
        _weights = weights;
        LearnedTransitions = [.. transitions];
        _transitions = Allowed(scheme, transitions);
        _start = new float[scheme.Count];
        for (int label = 0; label < scheme.Count; label++)
        {
            _start[label] = scheme.MayStart(label) ? 0 : Chain.Forbidden;
        }
    }

    /// <summary>The labels.</summary>
    public LabelScheme Scheme { get; }

    /// <summary>The transition weights as learned, labels × labels, without the ban on what the scheme forbids.</summary>
    public IReadOnlyList<float> LearnedTransitions { get; }

    /// <summary>The feature weights.</summary>
    public FeatureWeights Weights => _weights;

    /// <summary>Probability of each label at each token: length × labels, rows sum to 1.</summary>
    public float[] Marginals(FeatureSequence features)
    {
        float[] marginals = new float[features.Length * Scheme.Count];
        Chain.Marginals(Emissions(features), _transitions, _start, marginals, []);
        return marginals;
    }

    /// <summary>The most probable label sequence, one label a token.</summary>
    public int[] Label(FeatureSequence features)
    {
        int[] best = new int[features.Length];
        Chain.Viterbi(Emissions(features), _transitions, _start, best);
        return best;
    }

    /// <summary>The most probable label sequence under given emission scores (logarithms), so that several models can vote.</summary>
    public int[] Decode(ReadOnlySpan<float> emissions)
    {
        int[] best = new int[emissions.Length / Scheme.Count];
        Chain.Viterbi(emissions, _transitions, _start, best);
        return best;
    }

    /// <summary>Sum of the features' weights: length × labels.</summary>
    public float[] Emissions(FeatureSequence features)
    {
        ArgumentNullException.ThrowIfNull(features);
        int labels = Scheme.Count;
        float[] emissions = new float[features.Length * labels];
        for (int t = 0; t < features.Length; t++)
        {
            Span<float> row = emissions.AsSpan(t * labels, labels);
            foreach (uint feature in features[t])
            {
                _weights.AddTo(feature, row);
            }
        }

        return emissions;
    }

    internal static float[] Allowed(LabelScheme scheme, ReadOnlySpan<float> transitions)
    {
        float[] allowed = transitions.ToArray();
        for (int previous = 0; previous < scheme.Count; previous++)
        {
            for (int next = 0; next < scheme.Count; next++)
            {
                if (!LabelScheme.MayFollow(previous, next))
                {
                    allowed[(previous * scheme.Count) + next] = Chain.Forbidden;
                }
            }
        }

        return allowed;
    }
}
