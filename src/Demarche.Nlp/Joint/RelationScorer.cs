using Demarche.Nlp.Networks;

namespace Demarche.Nlp.Joint;

/// <summary>Scores the relations of words to their heads, by a hidden layer over both. One worker at a time.</summary>
internal sealed class RelationScorer
{
    private readonly Linear _dependents;
    private readonly Linear _heads;
    private readonly Linear _names;
    private readonly Parameter _root;
    private float[] _hidden = [];
    private float[] _mask = [];
    private float[] _hiddenGradients = [];
    private float[] _headGradients = [];

    public RelationScorer(ParameterSet parameters, int inputs, int size, int relations)
    {
        _dependents = new Linear(parameters, "relation.dependents", inputs, size);
        _heads = new Linear(parameters, "relation.heads", inputs, size);
        _names = new Linear(parameters, "relation.names", size, relations);
        _root = parameters.Table("relation.root", 1, size, 0.15f);
    }

    /// <summary>Number of relations.</summary>
    public int Outputs => _names.Outputs;

    /// <summary>A row of scores a word; valid until the next call.</summary>
    /// <param name="rows">What is known of each word.</param>
    /// <param name="chosen">Row of each word's head; -1 for the root.</param>
    /// <param name="dropout">Drops numbers while learning; null drops none.</param>
    public Span<float> Forward(ReadOnlySpan<float> rows, ReadOnlySpan<int> chosen, Dropout? dropout)
    {
        int size = _names.Inputs;
        Span<float> dependents = _dependents.Forward(rows, chosen.Length);
        Span<float> heads = _heads.Forward(rows, chosen.Length);
        Span<float> hidden = Rows.Of(ref _hidden, dependents.Length);
        dependents.CopyTo(hidden);
        for (int i = 0; i < chosen.Length; i++)
        {
            Rows.Add(chosen[i] < 0 ? _root.Weights.Row(0) : heads.Slice(chosen[i] * size, size), hidden.Slice(i * size, size));
        }

        Activations.LeakyRectify(hidden);
        if (dropout is not null)
        {
            Span<float> mask = Rows.Of(ref _mask, hidden.Length);
            dropout.Fill(mask);
            Rows.Scale(mask, hidden);
        }

        return _names.Forward(hidden, chosen.Length);
    }

    /// <summary>Adds to the gradients of the parameters and to <paramref name="rowGradients"/>.</summary>
    public void Backward(ReadOnlySpan<float> rows, ReadOnlySpan<int> chosen, ReadOnlySpan<float> gradients, bool hasDropout, Span<float> rowGradients)
    {
        int size = _names.Inputs;
        ReadOnlySpan<float> hidden = _hidden.AsSpan(0, chosen.Length * size);
        Span<float> hiddenGradients = Rows.Of(ref _hiddenGradients, hidden.Length);
        hiddenGradients.Clear();
        _names.Backward(hidden, chosen.Length, gradients, hiddenGradients);
        if (hasDropout)
        {
            Rows.Scale(_mask.AsSpan(0, hidden.Length), hiddenGradients);
        }

        Activations.LeakyRectifyBackward(hidden, hiddenGradients);
        Span<float> headGradients = Rows.Of(ref _headGradients, hidden.Length);
        headGradients.Clear();
        for (int i = 0; i < chosen.Length; i++)
        {
            Rows.Add(hiddenGradients.Slice(i * size, size), chosen[i] < 0 ? _root.Gradient : headGradients.Slice(chosen[i] * size, size));
        }

        _dependents.Backward(rows, chosen.Length, hiddenGradients, rowGradients);
        _heads.Backward(rows, chosen.Length, headGradients, rowGradients);
    }
}
