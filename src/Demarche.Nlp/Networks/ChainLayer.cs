using Demarche.Nlp.Labeling;

namespace Demarche.Nlp.Networks;

/// <summary>The last layer of a network that labels: a linear-chain conditional random field over its scores (Lample et al. 2016).</summary>
public sealed class ChainLayer
{
    private readonly LabelScheme _scheme;
    private readonly Parameter _transitions;
    private readonly float[] _start;

    /// <summary>Registers the layer's transitions, which weigh nothing at first; those the scheme forbids never happen.</summary>
    public ChainLayer(ParameterSet parameters, string name, LabelScheme scheme)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentNullException.ThrowIfNull(scheme);
        _scheme = scheme;
        _transitions = parameters.Bias($"{name}.transitions", scheme.Count * scheme.Count);
        _start = new float[scheme.Count];
        for (int label = 0; label < scheme.Count; label++)
        {
            _start[label] = scheme.MayStart(label) ? 0 : Chain.Forbidden;
        }
    }

    /// <summary>Labels × labels, previous label in rows, without the ban on what the scheme forbids.</summary>
    public ReadOnlySpan<float> Transitions => _transitions.Weights.Row(0);

    /// <summary>Probability of each label at each element, length × labels.</summary>
    /// <param name="scores">Length × labels.</param>
    public float[] Marginals(ReadOnlySpan<float> scores)
    {
        float[] marginals = new float[scores.Length];
        Chain.Marginals(scores, SequenceLabeler.Allowed(_scheme, Transitions), _start, marginals, []);
        return marginals;
    }

    /// <summary>Adds to the gradient of the transitions, and writes that of the scores.</summary>
    /// <param name="scores">Length × labels.</param>
    /// <param name="gold">One label an element, a sequence the scheme allows.</param>
    /// <param name="weight">Weight of the sequence in the loss.</param>
    /// <param name="gradients">Receives length × labels.</param>
    /// <returns>The negative log-likelihood of the gold labels, not weighted.</returns>
    public double Backward(ReadOnlySpan<float> scores, ReadOnlySpan<int> gold, float weight, Span<float> gradients)
    {
        int labels = _scheme.Count;
        double[] pairs = new double[labels * labels];
        float[] allowed = SequenceLabeler.Allowed(_scheme, Transitions);
        double loss = Chain.Marginals(scores, allowed, _start, gradients, pairs);
        for (int t = 0; t < gold.Length; t++)
        {
            int cell = (t * labels) + gold[t];
            gradients[cell] -= 1;
            loss -= scores[cell];
            if (t > 0)
            {
                int pair = (gold[t - 1] * labels) + gold[t];
                pairs[pair] -= 1;
                loss -= allowed[pair];
            }
        }

        foreach (ref float gradient in gradients)
        {
            gradient *= weight;
        }

        for (int i = 0; i < pairs.Length; i++)
        {
            _transitions.Gradient[i] += weight * (float)pairs[i];
        }

        return loss;
    }
}
