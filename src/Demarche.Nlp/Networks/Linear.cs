namespace Demarche.Nlp.Networks;

/// <summary>A layer y = x W + b. Holds the outputs of its last run; one worker at a time.</summary>
public sealed class Linear
{
    private readonly Parameter _weights;
    private readonly Parameter _bias;
    private readonly PackedMatrix _packed = new();
    private float[] _outputs = [];

    /// <summary>Registers the layer's parameters.</summary>
    public Linear(ParameterSet parameters, string name, int inputs, int outputs)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        Inputs = inputs;
        _weights = parameters.Factor($"{name}.weights", inputs, outputs);
        _bias = parameters.Bias($"{name}.bias", outputs);
    }

    /// <summary>Numbers that go in, per row.</summary>
    public int Inputs { get; }

    /// <summary>Numbers that come out, per row.</summary>
    public int Outputs => _bias.Columns;

    /// <summary>Computes the outputs of <paramref name="rows"/> rows, row by row; valid until the next call.</summary>
    public Span<float> Forward(ReadOnlySpan<float> inputs, int rows)
    {
        Span<float> outputs = Rows.Of(ref _outputs, rows * Outputs);
        Rows.Repeat(_bias.Weights.Row(0), rows, outputs);
        MatrixProduct.Multiply(new LeftMatrix(inputs, rows, Inputs), _weights.Weights.Packed, outputs, Outputs, adds: true);
        return outputs;
    }

    /// <summary>Adds to the gradients of the parameters, and to <paramref name="inputGradients"/> unless it is empty.</summary>
    /// <param name="inputs">What <see cref="Forward"/> was given.</param>
    /// <param name="rows">How many rows.</param>
    /// <param name="gradients">Gradient with respect to the outputs.</param>
    /// <param name="inputGradients">Gradient with respect to the inputs.</param>
    public void Backward(ReadOnlySpan<float> inputs, int rows, ReadOnlySpan<float> gradients, Span<float> inputGradients)
    {
        _packed.Pack(gradients, rows, Outputs, Outputs);
        MatrixProduct.Multiply(new LeftMatrix(inputs, Inputs, 1, Inputs), _packed, _weights.Gradient, Outputs, adds: true);
        Rows.AddAll(gradients, rows, Outputs, _bias.Gradient);
        if (!inputGradients.IsEmpty)
        {
            MatrixProduct.Multiply(new LeftMatrix(gradients, rows, Outputs), _weights.Weights.PackedTransposed, inputGradients, Inputs, adds: true);
        }
    }
}
