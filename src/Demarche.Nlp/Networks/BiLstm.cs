namespace Demarche.Nlp.Networks;

/// <summary>A layer that reads sequences from both ends; each row of its output is what the two readers know there. One worker at a time.</summary>
public sealed class BiLstm
{
    private readonly LstmDirection _forward;
    private readonly LstmDirection _backward;
    private readonly int _size;
    private float[] _outputs = [];
    private float[] _forwardMask = [];
    private float[] _backwardMask = [];

    /// <summary>Registers the layer's parameters.</summary>
    /// <param name="parameters">Where to.</param>
    /// <param name="name">Its name.</param>
    /// <param name="inputs">Numbers that go in, per row.</param>
    /// <param name="size">Numbers each direction gives; a multiple of 8.</param>
    public BiLstm(ParameterSet parameters, string name, int inputs, int size)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfNotEqual(size % 8, 0);
        _size = size;
        _forward = new LstmDirection(parameters, $"{name}.forward", inputs, size, isReversed: false);
        _backward = new LstmDirection(parameters, $"{name}.backward", inputs, size, isReversed: true);
    }

    /// <summary>Numbers that come out, per row: those of both directions.</summary>
    public int Outputs => 2 * _size;

    /// <summary>Reads all sequences; the result is valid until the next call.</summary>
    /// <param name="batch">Rows of the sequences.</param>
    /// <param name="inputs">One row of inputs each.</param>
    /// <param name="dropout">Drops numbers of the state between steps, the same ones throughout a sequence; null to drop none.</param>
    public Span<float> Forward(SequenceBatch batch, ReadOnlySpan<float> inputs, Dropout? dropout = null)
    {
        ArgumentNullException.ThrowIfNull(batch);
        Span<float> outputs = Rows.Of(ref _outputs, batch.Rows * Outputs);
        int maskLength = dropout is null ? 0 : batch.Count * _size;
        dropout?.Fill(Rows.Of(ref _forwardMask, maskLength));
        dropout?.Fill(Rows.Of(ref _backwardMask, maskLength));
        _forward.Forward(batch, inputs, new LstmDirection.OutputColumns(outputs, Outputs, 0), _forwardMask.AsSpan(0, maskLength));
        _backward.Forward(batch, inputs, new LstmDirection.OutputColumns(outputs, Outputs, _size), _backwardMask.AsSpan(0, maskLength));
        return outputs;
    }

    /// <summary>Adds to the gradients of the parameters and to <paramref name="inputGradients"/>.</summary>
    /// <param name="batch">As in <see cref="Forward"/>.</param>
    /// <param name="inputs">As in <see cref="Forward"/>.</param>
    /// <param name="gradients">Gradient with respect to the outputs; used up.</param>
    /// <param name="inputGradients">Gradient with respect to the inputs.</param>
    /// <param name="hasDropout">Whether <see cref="Forward"/> was given dropout.</param>
    public void Backward(SequenceBatch batch, ReadOnlySpan<float> inputs, Span<float> gradients, Span<float> inputGradients, bool hasDropout = false)
    {
        ArgumentNullException.ThrowIfNull(batch);
        int maskLength = hasDropout ? batch.Count * _size : 0;
        _forward.Backward(batch, inputs, new LstmDirection.OutputColumns(gradients, Outputs, 0), inputGradients, _forwardMask.AsSpan(0, maskLength));
        _backward.Backward(batch, inputs, new LstmDirection.OutputColumns(gradients, Outputs, _size), inputGradients, _backwardMask.AsSpan(0, maskLength));
    }
}
