using Demarche.Nlp.Networks;

namespace Demarche.Nlp.Joint;

/// <summary>The layers that turn words into rows that know their sentence: vectors and spellings, then two reading layers. One worker at a time.</summary>
internal sealed class JointLayers
{
    private readonly JointWords _words;
    private readonly Parameter _spellings;
    private readonly BiLstm _first;
    private readonly BiLstm _second;
    private readonly SequenceBatch _batch = new();
    private readonly int _inputs;
    private float[] _input = [];
    private float[] _output = [];
    private float[] _inputMask = [];
    private float[] _middleMask = [];
    private float[] _outputMask = [];
    private float[] _middle = [];
    private float[] _gradients = [];
    private float[] _middleGradients = [];
    private float[] _inputGradients = [];

    public JointLayers(ParameterSet parameters, JointWords words, JointSizes sizes)
    {
        _words = words;
        _inputs = words.Vectors.Dimensions + sizes.Spelling;
        _spellings = parameters.Table("table.spellings", words.SpellingCount, sizes.Spelling, 0.15f);
        _first = new BiLstm(parameters, "first", _inputs, sizes.State);
        _second = new BiLstm(parameters, "second", _first.Outputs, sizes.State);
    }

    /// <summary>Numbers of a row.</summary>
    public int Outputs => _second.Outputs;

    /// <summary>A row a word, sentence after sentence; valid until the next call.</summary>
    /// <param name="sentences">The sentences.</param>
    /// <param name="lengths">Words of each.</param>
    /// <param name="dropout">Drops numbers while learning; null drops none.</param>
    public Span<float> Forward(ReadOnlySpan<JointSentence> sentences, ReadOnlySpan<int> lengths, Dropout? dropout)
    {
        _batch.Reset(lengths);
        Span<float> input = Rows.Of(ref _input, _batch.Rows * _inputs);
        for (int s = 0; s < sentences.Length; s++)
        {
            for (int i = 0; i < lengths[s]; i++)
            {
                FillInput(sentences[s].Ids.AsSpan(i * JointWords.Count, JointWords.Count), input.Slice(_batch.Row(s, i) * _inputs, _inputs));
            }
        }

        Mask(dropout, input, _inputs, ref _inputMask);
        Span<float> middle = _first.Forward(_batch, input, dropout);
        Mask(dropout, middle, _first.Outputs, ref _middleMask);
        middle.CopyTo(Rows.Of(ref _middle, middle.Length));
        Span<float> last = _second.Forward(_batch, middle, dropout);
        Mask(dropout, last, Outputs, ref _outputMask);
        Span<float> output = Rows.Of(ref _output, last.Length);
        Gather(lengths, last, output);
        return output;
    }

    /// <summary>Adds to the gradients of the parameters.</summary>
    /// <param name="sentences">As in <see cref="Forward"/>.</param>
    /// <param name="lengths">As in <see cref="Forward"/>.</param>
    /// <param name="gradients">Gradient with respect to the rows.</param>
    /// <param name="hasDropout">Whether <see cref="Forward"/> was given dropout.</param>
    public void Backward(ReadOnlySpan<JointSentence> sentences, ReadOnlySpan<int> lengths, ReadOnlySpan<float> gradients, bool hasDropout)
    {
        Span<float> last = Rows.Of(ref _gradients, _batch.Rows * Outputs);
        int word = 0;
        for (int s = 0; s < lengths.Length; s++)
        {
            for (int i = 0; i < lengths[s]; i++)
            {
                gradients.Slice(word++ * Outputs, Outputs).CopyTo(last[(_batch.Row(s, i) * Outputs)..]);
            }
        }

        Unmask(hasDropout, last, Outputs, _outputMask);
        Span<float> middle = Rows.Of(ref _middleGradients, _batch.Rows * _first.Outputs);
        middle.Clear();
        _second.Backward(_batch, _middle.AsSpan(0, middle.Length), last, middle, hasDropout);
        Unmask(hasDropout, middle, _first.Outputs, _middleMask);
        Span<float> input = Rows.Of(ref _inputGradients, _batch.Rows * _inputs);
        input.Clear();
        _first.Backward(_batch, _input.AsSpan(0, input.Length), middle, input, hasDropout);
        Unmask(hasDropout, input, _inputs, _inputMask);
        for (int s = 0; s < sentences.Length; s++)
        {
            for (int i = 0; i < lengths[s]; i++)
            {
                ReadOnlySpan<float> row = input.Slice(_batch.Row(s, i) * _inputs, _inputs)[_words.Vectors.Dimensions..];
                foreach (int id in sentences[s].Ids.AsSpan((i * JointWords.Count) + 1, JointWords.Count - 1))
                {
                    if (id >= 0)
                    {
                        Rows.Add(row, _spellings.GradientRow(id));
                    }
                }
            }
        }
    }

    private void FillInput(ReadOnlySpan<int> ids, Span<float> row)
    {
        row.Clear();
        if (ids[0] >= 0)
        {
            _words.Vectors.CopyTo(ids[0], row);
        }

        Span<float> spelling = row[_words.Vectors.Dimensions..];
        foreach (int id in ids[1..])
        {
            if (id >= 0)
            {
                Rows.Add(_spellings.Weights.Row(id), spelling);
            }
        }
    }

    private void Gather(ReadOnlySpan<int> lengths, ReadOnlySpan<float> rows, Span<float> output)
    {
        int word = 0;
        for (int s = 0; s < lengths.Length; s++)
        {
            for (int i = 0; i < lengths[s]; i++)
            {
                rows.Slice(_batch.Row(s, i) * Outputs, Outputs).CopyTo(output[(word++ * Outputs)..]);
            }
        }
    }

    // One mask a sentence: what is dropped is dropped throughout it (Gal and Ghahramani 2016).
    private void Mask(Dropout? dropout, Span<float> rows, int width, ref float[] mask)
    {
        if (dropout is not null)
        {
            dropout.Fill(Rows.Of(ref mask, _batch.Count * width));
            Unmask(true, rows, width, mask);
        }
    }

    private void Unmask(bool hasDropout, Span<float> rows, int width, float[] mask)
    {
        for (int step = 0; step < _batch.Steps && hasDropout; step++)
        {
            int length = _batch.Active(step) * width;
            Rows.Scale(mask.AsSpan(0, length), rows.Slice(_batch.Offset(step) * width, length));
        }
    }
}
