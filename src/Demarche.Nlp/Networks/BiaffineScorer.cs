namespace Demarche.Nlp.Networks;

/// <summary>Scores each word of a sentence as head of each other: d U h + b h, and a root beside the words (Dozat and Manning 2017, formula 6). One worker at a time.</summary>
public sealed class BiaffineScorer
{
    private readonly Parameter _weights;
    private readonly Parameter _bias;
    private readonly Parameter _root;
    private readonly int _size;
    private readonly PackedMatrix _packed = new();
    private float[] _turned = [];
    private float[] _candidates = [];
    private float[] _scores = [];
    private float[] _turnedGradients = [];
    private float[] _candidateGradients = [];

    /// <summary>Registers the parameters.</summary>
    public BiaffineScorer(ParameterSet parameters, string name, int size)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        _size = size;
        _weights = parameters.Factor($"{name}.weights", size, size);
        _bias = parameters.Bias($"{name}.bias", size);
        _root = parameters.Table($"{name}.root", 1, size, 1);
    }

    /// <summary>How many scores sentences of such <paramref name="lengths"/> have.</summary>
    public static int ScoreCount(ReadOnlySpan<int> lengths)
    {
        int count = 0;
        foreach (int length in lengths)
        {
            count += length * (length + 1);
        }

        return count;
    }

    /// <summary>Scores all sentences; valid until the next call.</summary>
    /// <param name="dependents">A row a word: what it is as dependent; sentence after sentence.</param>
    /// <param name="heads">A row a word: what it is as head.</param>
    /// <param name="lengths">Words of each sentence.</param>
    /// <returns>Per sentence of n words n rows of n + 1 scores: of each head for this word, the root last.</returns>
    public Span<float> Forward(ReadOnlySpan<float> dependents, ReadOnlySpan<float> heads, ReadOnlySpan<int> lengths)
    {
        int rows = dependents.Length / _size;
        Span<float> turned = Rows.Of(ref _turned, rows * _size);
        Rows.Repeat(_bias.Weights.Row(0), rows, turned);
        MatrixProduct.Multiply(new LeftMatrix(dependents, rows, _size), _weights.Weights.Packed, turned, _size, adds: true);
        Span<float> candidates = Rows.Of(ref _candidates, (rows + lengths.Length) * _size);
        Span<float> scores = Rows.Of(ref _scores, ScoreCount(lengths));
        int first = 0;
        int done = 0;
        for (int s = 0; s < lengths.Length; s++)
        {
            int length = lengths[s];
            Span<float> mine = candidates.Slice((first + s) * _size, (length + 1) * _size);
            heads.Slice(first * _size, length * _size).CopyTo(mine);
            _root.Weights.Row(0).CopyTo(mine[(length * _size)..]);
            _packed.PackTransposed(mine, length + 1, _size, _size);
            MatrixProduct.Multiply(new LeftMatrix(turned[(first * _size)..], length, _size), _packed, scores[done..], length + 1);
            first += length;
            done += length * (length + 1);
        }

        return scores;
    }

    /// <summary>Adds to the gradients of the parameters and of the inputs of the last <see cref="Forward"/>.</summary>
    /// <param name="dependents">As in <see cref="Forward"/>.</param>
    /// <param name="lengths">As in <see cref="Forward"/>.</param>
    /// <param name="gradients">Gradient with respect to the scores.</param>
    /// <param name="dependentGradients">Gradient with respect to the dependents.</param>
    /// <param name="headGradients">Gradient with respect to the heads.</param>
    public void Backward(
        ReadOnlySpan<float> dependents, ReadOnlySpan<int> lengths, ReadOnlySpan<float> gradients, Span<float> dependentGradients, Span<float> headGradients)
    {
        int rows = dependents.Length / _size;
        Span<float> turnedGradients = Rows.Of(ref _turnedGradients, rows * _size);
        int first = 0;
        int done = 0;
        for (int s = 0; s < lengths.Length; s++)
        {
            int length = lengths[s];
            ReadOnlySpan<float> mine = gradients.Slice(done, length * (length + 1));
            _packed.Pack(_candidates.AsSpan((first + s) * _size), length + 1, _size, _size);
            MatrixProduct.Multiply(new LeftMatrix(mine, length, length + 1), _packed, turnedGradients[(first * _size)..], _size);
            _packed.Pack(_turned.AsSpan(first * _size), length, _size, _size);
            Span<float> candidates = Rows.Of(ref _candidateGradients, (length + 1) * _size);
            MatrixProduct.Multiply(new LeftMatrix(mine, length + 1, 1, length + 1), _packed, candidates, _size);
            Rows.Add(candidates[..(length * _size)], headGradients.Slice(first * _size, length * _size));
            Rows.Add(candidates[(length * _size)..], _root.Gradient);
            first += length;
            done += length * (length + 1);
        }

        _packed.Pack(turnedGradients, rows, _size, _size);
        MatrixProduct.Multiply(new LeftMatrix(dependents, _size, 1, _size), _packed, _weights.Gradient, _size, adds: true);
        Rows.AddAll(turnedGradients, rows, _size, _bias.Gradient);
        MatrixProduct.Multiply(new LeftMatrix(turnedGradients, rows, _size), _weights.Weights.PackedTransposed, dependentGradients, _size, adds: true);
    }
}
