using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Demarche.Nlp.Networks;

/// <summary>A long short-term memory that reads sequences in one direction (Hochreiter and Schmidhuber 1997, with forget gates). One worker at a time.</summary>
/// <remarks>Gates lie input, forget, output, candidate; forget gates begin open.</remarks>
internal sealed class LstmDirection
{
    private readonly Parameter _input;
    private readonly Parameter _recurrent;
    private readonly Parameter _bias;
    private readonly bool _isReversed;
    private readonly int _size;
    private readonly PackedMatrix _packed = new();
    private float[] _gates = [];
    private float[] _cells = [];
    private float[] _cellOutputs = [];
    private float[] _previous = [];
    private float[] _gateGradients = [];
    private float[] _cellGradients = [];
    private float[] _stepGradients = [];

    /// <summary>Registers the parameters.</summary>
    /// <param name="parameters">Where to.</param>
    /// <param name="name">Name of the layer and direction.</param>
    /// <param name="inputs">Numbers that go in, per row.</param>
    /// <param name="size">Numbers that come out; a multiple of 8.</param>
    /// <param name="isReversed">Whether it reads from the end.</param>
    public LstmDirection(ParameterSet parameters, string name, int inputs, int size, bool isReversed)
    {
        Inputs = inputs;
        _size = size;
        _isReversed = isReversed;
        _input = parameters.Factor($"{name}.input", inputs, 4 * size);
        _recurrent = parameters.Factor($"{name}.recurrent", size, 4 * size);
        _bias = parameters.Bias($"{name}.bias", 4 * size, size..(2 * size));
    }

    private int Inputs { get; }

    private int Gates => 4 * _size;

    /// <summary>Reads all sequences.</summary>
    /// <param name="batch">Their rows.</param>
    /// <param name="inputs">One row of inputs each.</param>
    /// <param name="outputs">Receives the state at each row, at its columns.</param>
    /// <param name="mask">What the state before is multiplied with, per sequence by rank; empty for no dropout.</param>
    public void Forward(SequenceBatch batch, ReadOnlySpan<float> inputs, OutputColumns outputs, ReadOnlySpan<float> mask)
    {
        Span<float> gates = Rows.Of(ref _gates, batch.Rows * Gates);
        Rows.Of(ref _cells, batch.Rows * _size);
        Rows.Of(ref _cellOutputs, batch.Rows * _size);
        Span<float> previous = Rows.Of(ref _previous, batch.Rows * _size);
        previous.Clear();
        Rows.Repeat(_bias.Weights.Row(0), batch.Rows, gates);
        MatrixProduct.Multiply(new LeftMatrix(inputs, batch.Rows, Inputs), _input.Weights.Packed, gates, Gates, adds: true);
        for (int i = 0; i < batch.Steps; i++)
        {
            Step step = StepOf(batch, i);
            for (int s = 0; s < step.PreviousCount; s++)
            {
                Span<float> state = previous.Slice((step.First + s) * _size, _size);
                outputs.Row(step.PreviousFirst + s, _size).CopyTo(state);
                if (!mask.IsEmpty)
                {
                    Rows.Scale(mask.Slice(s * _size, _size), state);
                }
            }

            MatrixProduct.Multiply(
                new LeftMatrix(previous[(step.First * _size)..], step.PreviousCount, _size), _recurrent.Weights.Packed, gates[(step.First * Gates)..], Gates, adds: true);
            for (int s = 0; s < step.Count; s++)
            {
                ForwardCell(step.First + s, s < step.PreviousCount ? step.PreviousFirst + s : -1, outputs.Row(step.First + s, _size));
            }
        }
    }

    /// <summary>Adds to the gradients of the parameters and to <paramref name="inputGradients"/>.</summary>
    /// <param name="batch">As in <see cref="Forward"/>.</param>
    /// <param name="inputs">As in <see cref="Forward"/>.</param>
    /// <param name="outputGradients">Gradient with respect to the outputs; used up.</param>
    /// <param name="inputGradients">Gradient with respect to the inputs.</param>
    /// <param name="mask">As in <see cref="Forward"/>.</param>
    public void Backward(
        SequenceBatch batch, ReadOnlySpan<float> inputs, OutputColumns outputGradients, Span<float> inputGradients, ReadOnlySpan<float> mask)
    {
        Span<float> gradients = Rows.Of(ref _gateGradients, batch.Rows * Gates);
        Rows.Of(ref _cellGradients, batch.Rows * _size).Clear();
        Span<float> before = Rows.Of(ref _stepGradients, batch.Count * _size);
        for (int i = batch.Steps - 1; i >= 0; i--)
        {
            Step step = StepOf(batch, i);
            for (int s = 0; s < step.Count; s++)
            {
                BackwardCell(step.First + s, s < step.PreviousCount ? step.PreviousFirst + s : -1, outputGradients.Row(step.First + s, _size));
            }

            MatrixProduct.Multiply(
                new LeftMatrix(gradients[(step.First * Gates)..], step.PreviousCount, Gates), _recurrent.Weights.PackedTransposed, before, _size);
            for (int s = 0; s < step.PreviousCount; s++)
            {
                Span<float> state = before.Slice(s * _size, _size);
                if (!mask.IsEmpty)
                {
                    Rows.Scale(mask.Slice(s * _size, _size), state);
                }

                Rows.Add(state, outputGradients.Row(step.PreviousFirst + s, _size));
            }
        }

        _packed.Pack(gradients, batch.Rows, Gates, Gates);
        MatrixProduct.Multiply(new LeftMatrix(_previous.AsSpan(0, batch.Rows * _size), _size, 1, _size), _packed, _recurrent.Gradient, Gates, adds: true);
        MatrixProduct.Multiply(new LeftMatrix(inputs, Inputs, 1, Inputs), _packed, _input.Gradient, Gates, adds: true);
        Rows.AddAll(gradients, batch.Rows, Gates, _bias.Gradient);
        MatrixProduct.Multiply(new LeftMatrix(gradients, batch.Rows, Gates), _input.Weights.PackedTransposed, inputGradients, Inputs, adds: true);
    }

    /// <summary>Columns of a matrix that belong to one direction.</summary>
    internal readonly ref struct OutputColumns(Span<float> values, int stride, int first)
    {
        private readonly Span<float> _values = values;

        public Span<float> Row(int row, int size) => _values.Slice((row * stride) + first, size);
    }

    private readonly record struct Step(int First, int Count, int PreviousFirst, int PreviousCount);

    private Step StepOf(SequenceBatch batch, int number)
    {
        int here = _isReversed ? batch.Steps - 1 - number : number;
        int before = _isReversed ? here + 1 : here - 1;
        bool hasBefore = before >= 0 && before < batch.Steps;
        return new Step(
            batch.Offset(here), batch.Active(here), hasBefore ? batch.Offset(before) : 0, hasBefore ? Math.Min(batch.Active(here), batch.Active(before)) : 0);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void ForwardCell(int row, int previousRow, Span<float> output)
    {
        Span<float> gates = _gates.AsSpan(row * Gates, Gates);
        Activations.Sigmoid(gates[..(3 * _size)]);
        Activations.Tanh(gates[(3 * _size)..]);
        Span<float> cells = _cells.AsSpan(row * _size, _size);
        for (int i = 0; i < _size; i += 8)
        {
            Vector256<float> cell = At(gates, i) * At(gates, (3 * _size) + i);
            if (previousRow >= 0)
            {
                cell += At(gates, _size + i) * At(_cells, (previousRow * _size) + i);
            }

            cell.CopyTo(cells[i..]);
        }

        Span<float> cellOutputs = _cellOutputs.AsSpan(row * _size, _size);
        cells.CopyTo(cellOutputs);
        Activations.Tanh(cellOutputs);
        for (int i = 0; i < _size; i += 8)
        {
            (At(gates, (2 * _size) + i) * At(cellOutputs, i)).CopyTo(output[i..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void BackwardCell(int row, int previousRow, ReadOnlySpan<float> outputGradient)
    {
        ReadOnlySpan<float> gates = _gates.AsSpan(row * Gates, Gates);
        ReadOnlySpan<float> cellOutputs = _cellOutputs.AsSpan(row * _size, _size);
        Span<float> gradients = _gateGradients.AsSpan(row * Gates, Gates);
        Vector256<float> one = Vector256<float>.One;
        for (int i = 0; i < _size; i += 8)
        {
            Vector256<float> input = At(gates, i), forget = At(gates, _size + i), output = At(gates, (2 * _size) + i), candidate = At(gates, (3 * _size) + i);
            Vector256<float> squashed = At(cellOutputs, i);
            Vector256<float> state = At(outputGradient, i);
            Vector256<float> cell = At(_cellGradients, (row * _size) + i) + (state * output * (one - (squashed * squashed)));
            Vector256<float> before = previousRow < 0 ? default : At(_cells, (previousRow * _size) + i);
            (cell * candidate * input * (one - input)).CopyTo(gradients[i..]);
            (cell * before * forget * (one - forget)).CopyTo(gradients[(_size + i)..]);
            (state * squashed * output * (one - output)).CopyTo(gradients[((2 * _size) + i)..]);
            (cell * input * (one - (candidate * candidate))).CopyTo(gradients[((3 * _size) + i)..]);
            if (previousRow >= 0)
            {
                (cell * forget).CopyTo(_cellGradients.AsSpan((previousRow * _size) + i));
            }
        }
    }

    private static Vector256<float> At(ReadOnlySpan<float> values, int index) => Vector256.Create(values.Slice(index, 8));
}
