namespace Demarche.Nlp.Labeling;

/// <summary>The weights while they are learned, and one stochastic step on one sequence.</summary>
internal sealed class LabelerStep
{
    // Keeps the first steps of AdaGrad finite.
    private const float Smoothing = 1e-6f;

    private readonly LabelScheme _scheme;
    private readonly LabelerOptions _options;
    private readonly int _labels;
    private readonly float[] _weights;
    private readonly float[] _squares;
    private readonly float[] _transitions;
    private readonly float[] _transitionSquares;
    private readonly float[] _start;
    private readonly double[] _pairs;
    private readonly List<uint> _active = [];
    private readonly List<int> _ends = [];

    public LabelerStep(LabelScheme scheme, LabelerOptions options, int featureCount)
    {
        _scheme = scheme;
        _options = options;
        _labels = scheme.Count;
        _weights = new float[featureCount * _labels];
        _squares = new float[featureCount * _labels];
        _transitions = new float[_labels * _labels];
        _transitionSquares = new float[_labels * _labels];
        _pairs = new double[_labels * _labels];
        _start = new float[_labels];
        for (int label = 0; label < _labels; label++)
        {
            _start[label] = scheme.MayStart(label) ? 0 : Chain.Forbidden;
        }
    }

    /// <summary>One step; returns the log-likelihood of the gold path before it.</summary>
    public double Learn(TrainingSequences sequences, int sequence, Random random)
    {
        ReadOnlySpan<byte> gold = sequences.Labels(sequence);
        DropOut(sequences, sequence, gold.Length, random);
        float[] emissions = new float[gold.Length * _labels];
        for (int t = 0; t < gold.Length; t++)
        {
            for (int i = Start(t); i < _ends[t]; i++)
            {
                int row = (int)_active[i] * _labels;
                for (int label = 0; label < _labels; label++)
                {
                    emissions[(t * _labels) + label] += _weights[row + label];
                }
            }
        }

        Array.Clear(_pairs);
        float[] marginals = new float[emissions.Length];
        float[] transitions = SequenceLabeler.Allowed(_scheme, _transitions);
        double logSum = Chain.Marginals(emissions, transitions, _start, marginals, _pairs);
        double goldScore = Update(gold, emissions, marginals);
        return goldScore - logSum;
    }

    /// <summary>The labeler; weights are scaled to what a step saw on average.</summary>
    public SequenceLabeler Finish(uint[] features)
    {
        var weights = new Half[_weights.Length];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = (Half)(_weights[i] * (1 - _options.Dropout));
        }

        return new SequenceLabeler(_scheme, new FeatureWeights(_labels, features, weights), _transitions);
    }

    private int Start(int token) => token == 0 ? 0 : _ends[token - 1];

    private void DropOut(TrainingSequences sequences, int sequence, int length, Random random)
    {
        _active.Clear();
        _ends.Clear();
        for (int t = 0; t < length; t++)
        {
            foreach (uint row in sequences.Rows(sequence, t))
            {
                if (random.NextSingle() >= _options.Dropout)
                {
                    _active.Add(row);
                }
            }

            _ends.Add(_active.Count);
        }
    }

    // Gradient of the log-likelihood: gold counts minus expected counts.
    private double Update(ReadOnlySpan<byte> gold, float[] emissions, float[] marginals)
    {
        double goldScore = 0;
        for (int t = 0; t < gold.Length; t++)
        {
            Span<float> gradient = marginals.AsSpan(t * _labels, _labels);
            for (int label = 0; label < _labels; label++)
            {
                gradient[label] = (gold[t] == label ? 1 : 0) - gradient[label];
            }

            goldScore += emissions[(t * _labels) + gold[t]];
            for (int i = Start(t); i < _ends[t]; i++)
            {
                int row = (int)_active[i] * _labels;
                for (int label = 0; label < _labels; label++)
                {
                    Move(_weights, _squares, row + label, gradient[label]);
                }
            }

            if (t > 0)
            {
                int pair = (gold[t - 1] * _labels) + gold[t];
                goldScore += _transitions[pair];
                _pairs[pair] -= 1;
            }
        }

        for (int i = 0; i < _pairs.Length; i++)
        {
            Move(_transitions, _transitionSquares, i, (float)-_pairs[i]);
        }

        return goldScore;
    }

    private void Move(float[] weights, float[] squares, int i, float gradient)
    {
        if (MathF.Abs(gradient) < 1e-5f)
        {
            return; // a step too small to see; skipping it halves the time
        }

        squares[i] += gradient * gradient;
        weights[i] += _options.Rate * gradient / MathF.Sqrt(squares[i] + Smoothing);
    }
}
