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
    public float[] Marginals(FeatureSequence features) => Marginals(Emissions(features));

    /// <summary>The same under given emission scores (logarithms), length × labels.</summary>
    public float[] Marginals(ReadOnlySpan<float> emissions)
    {
        float[] marginals = new float[emissions.Length];
        Chain.Marginals(emissions, _transitions, _start, marginals, []);
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
        float[] emissions = new float[features.Length * Scheme.Count];
        AddEmissions(features, emissions);
        return emissions;
    }

    /// <summary>Adds the features' weights to <paramref name="emissions"/>, so that what several sequences share is summed once.</summary>
    /// <param name="features">One row of features a token.</param>
    /// <param name="emissions">Length × labels.</param>
    public void AddEmissions(FeatureSequence features, Span<float> emissions)
    {
        ArgumentNullException.ThrowIfNull(features);
        int labels = Scheme.Count;
        Span<float> sums = stackalloc float[_weights.Stride];
        for (int t = 0; t < features.Length; t++)
        {
            Span<float> row = emissions.Slice(t * labels, labels);
            row.CopyTo(sums);
            _weights.AddTo(features[t], sums);
            sums[..labels].CopyTo(row);
        }
    }

    /// <summary>Writes transitions and weights; the names of the roles are the reader's to know.</summary>
    public void Write(BinaryWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(Scheme.Count);
        foreach (float transition in LearnedTransitions)
        {
            writer.Write(transition);
        }

        _weights.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote for the same scheme.</summary>
    /// <exception cref="FormatException">The weights are for another number of labels, or malformed.</exception>
    public static SequenceLabeler Read(BinaryReader reader, LabelScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(reader);
        ArgumentNullException.ThrowIfNull(scheme);
        int labels = reader.ReadInt32();
        if (labels != scheme.Count)
        {
            throw new FormatException($"The labeler is for {labels} labels; the scheme has {scheme.Count}.");
        }

        float[] transitions = new float[labels * labels];
        foreach (ref float transition in transitions.AsSpan())
        {
            transition = reader.ReadSingle();
        }

        FeatureWeights weights = FeatureWeights.Read(reader);
        return weights.LabelCount == labels
            ? new SequenceLabeler(scheme, weights, transitions)
            : throw new FormatException($"The weights are for {weights.LabelCount} labels; the scheme has {labels}.");
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
