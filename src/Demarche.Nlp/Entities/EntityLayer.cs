using Demarche.Nlp.Networks;

namespace Demarche.Nlp.Entities;

/// <summary>Scores the entity labels of words, from what the network knows of them and from what went in. One worker at a time.</summary>
internal sealed class EntityLayer
{
    // Enough for five kinds; twice as many gave nothing more.
    private const int Size = 96;

    private readonly Linear _hidden;
    private readonly Linear _labels;
    private float[] _mask = [];
    private float[] _gradients = [];

    public EntityLayer(ParameterSet parameters, int inputs)
    {
        _hidden = new Linear(parameters, "entities.hidden", inputs, Size);
        _labels = new Linear(parameters, "entities.labels", Size, EntityGold.Scheme.Count);
    }

    /// <summary>A row of scores a word; valid until the next call.</summary>
    public Span<float> Forward(ReadOnlySpan<float> rows, int words)
    {
        Span<float> hidden = _hidden.Forward(rows, words);
        Activations.LeakyRectify(hidden);
        return _labels.Forward(hidden, words);
    }

    /// <summary>Adds to the gradients what the labels of words ask for, -1 left out; gives the loss.</summary>
    public double Learn(ReadOnlySpan<float> rows, ReadOnlySpan<int> gold, float weight, Dropout dropout)
    {
        Span<float> hidden = _hidden.Forward(rows, gold.Length);
        Activations.LeakyRectify(hidden);
        Span<float> mask = Rows.Of(ref _mask, hidden.Length);
        dropout.Fill(mask);
        Rows.Scale(mask, hidden);
        Span<float> scores = _labels.Forward(hidden, gold.Length);
        double loss = 0;
        for (int i = 0; i < gold.Length; i++)
        {
            Span<float> row = scores.Slice(i * _labels.Outputs, _labels.Outputs);
            if (gold[i] == EntityGold.Unknown)
            {
                row.Clear();
            }
            else
            {
                loss += CrossEntropy.Backward(row, gold[i], weight);
            }
        }

        Span<float> gradients = Rows.Of(ref _gradients, hidden.Length);
        gradients.Clear();
        _labels.Backward(hidden, gold.Length, scores, gradients);
        Rows.Scale(mask, gradients);
        Activations.LeakyRectifyBackward(hidden, gradients);
        _hidden.Backward(rows, gold.Length, gradients, []);
        return loss;
    }
}
