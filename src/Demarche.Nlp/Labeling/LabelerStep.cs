using System.Runtime.Intrinsics;
using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Labeling;

/// <summary>The weights while they are learned, and one stochastic step on one sequence.</summary>
internal sealed class LabelerStep
{
    // Keeps the first steps of AdaGrad finite.
    private const float Smoothing = 1e-6f;

    // A step too small to see in the weights; skipping such tokens halves the time.
    private const float LeastGradient = 1e-4f;

    private readonly LabelScheme _scheme;
    private readonly LabelerOptions _options;
    private readonly int _labels;
    private readonly int _stride;
    private readonly float[] _transitions;
    private readonly float[] _transitionSquares;
    private readonly float[] _start;
    private readonly double[] _pairs;
    private readonly float[] _gradient;

    // Row of a feature: its weights, then the sums of their squared gradients; one cache line for up to eight labels.
    private readonly float[] _rows;
    private readonly List<uint> _active = [];
    private readonly List<int> _ends = [];

    public LabelerStep(LabelScheme scheme, LabelerOptions options, int featureCount)
    {
        _scheme = scheme;
        _options = options;
        _labels = scheme.Count;
        _stride = FeatureWeights.PaddedTo(_labels);
        _rows = new float[featureCount * 2 * _stride];
        _gradient = new float[_stride];
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
    public double Learn(TrainingSequences sequences, int sequence, SplitMix64 random)
    {
        ReadOnlySpan<byte> gold = sequences.Labels(sequence);
        DropOut(sequences, sequence, gold.Length, random);
        float[] emissions = Emissions(gold.Length);
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
        var weights = new float[features.Length * _labels];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = _rows[(i / _labels * 2 * _stride) + (i % _labels)] * (1 - _options.Dropout);
        }

        return new SequenceLabeler(_scheme, FeatureWeights.Of(_labels, features, weights), _transitions);
    }

    private int Start(int token) => token == 0 ? 0 : _ends[token - 1];

    private void DropOut(TrainingSequences sequences, int sequence, int length, SplitMix64 random)
    {
        _active.Clear();
        _ends.Clear();
        uint least = (uint)(_options.Dropout * (1 << 16));
        ulong bits = 0;
        int left = 0;
        for (int t = 0; t < length; t++)
        {
            foreach (uint row in sequences.Rows(sequence, t))
            {
                if (left == 0)
                {
                    bits = random.Next();
                    left = 4;
                }

                if ((bits & 0xFFFF) >= least)
                {
                    _active.Add(row);
                }

                bits >>= 16;
                left--;
            }

            _ends.Add(_active.Count);
        }
    }

    private float[] Emissions(int length)
    {
        float[] emissions = new float[length * _labels];
        Span<float> sums = stackalloc float[_stride];
        for (int t = 0; t < length; t++)
        {
            sums.Clear();
            for (int i = Start(t); i < _ends[t]; i++)
            {
                Span<float> row = _rows.AsSpan((int)_active[i] * 2 * _stride, _stride);
                for (int part = 0; part < _stride; part += Vector256<float>.Count)
                {
                    (Vector256.Create<float>(sums[part..]) + Vector256.Create<float>(row[part..])).CopyTo(sums[part..]);
                }
            }

            sums[.._labels].CopyTo(emissions.AsSpan(t * _labels));
        }

        return emissions;
    }

    // Gradient of the log-likelihood: gold counts minus expected counts.
    private double Update(ReadOnlySpan<byte> gold, float[] emissions, float[] marginals)
    {
        double goldScore = 0;
        for (int t = 0; t < gold.Length; t++)
        {
            float largest = 0;
            for (int label = 0; label < _labels; label++)
            {
                _gradient[label] = (gold[t] == label ? 1 : 0) - marginals[(t * _labels) + label];
                largest = MathF.Max(largest, MathF.Abs(_gradient[label]));
            }

            goldScore += emissions[(t * _labels) + gold[t]];
            for (int i = Start(t); i < _ends[t] && largest >= LeastGradient; i++)
            {
                Move(_rows.AsSpan((int)_active[i] * 2 * _stride, 2 * _stride));
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
            float gradient = (float)-_pairs[i];
            _transitionSquares[i] += gradient * gradient;
            _transitions[i] += _options.Rate * gradient / MathF.Sqrt(_transitionSquares[i] + Smoothing);
        }

        return goldScore;
    }

    private void Move(Span<float> row)
    {
        for (int part = 0; part < _stride; part += Vector256<float>.Count)
        {
            Vector256<float> gradient = Vector256.Create<float>(_gradient.AsSpan(part));
            Vector256<float> squares = Vector256.Create<float>(row[(_stride + part)..]) + (gradient * gradient);
            squares.CopyTo(row[(_stride + part)..]);
            Vector256<float> root = Vector256.Sqrt(squares + Vector256.Create(Smoothing));
            (Vector256.Create<float>(row[part..]) + (Vector256.Create(_options.Rate) * gradient / root)).CopyTo(row[part..]);
        }
    }
}
