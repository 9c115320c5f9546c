using Demarche.Nlp.Learning;
using Demarche.Nlp.Networks;
using Xunit;

namespace Demarche.Tests.Nlp.Networks;

/// <summary>Each layer's gradient against what the loss does when a number is moved a little.</summary>
public class GradientTests
{
    private static readonly int[] Lengths = [3, 1, 5, 3];

    [Fact]
    public void Of_a_linear_layer()
    {
        var parameters = new ParameterSet(new WeightStore(1), learns: true);
        var layer = new Linear(parameters, "layer", 6, 5);
        float[] inputs = Numbers.Random(7 * 6, 4);

        Check(parameters, inputs, x => layer.Forward(x, 7).ToArray(), (x, g, d) => layer.Backward(x, 7, g, d));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Of_a_layer_that_reads_from_both_ends(bool hasDropout)
    {
        var parameters = new ParameterSet(new WeightStore(2), learns: true);
        var layer = new BiLstm(parameters, "layer", 6, 8);
        var batch = new SequenceBatch();
        batch.Reset(Lengths);
        float[] inputs = Numbers.Random(batch.Rows * 6, 4);

        Check(
            parameters,
            inputs,
            x => layer.Forward(batch, x, hasDropout ? new Dropout(0.3f, new SplitMix64(3)) : null).ToArray(),
            (x, g, d) => layer.Backward(batch, x, g, d, hasDropout));
    }

    [Fact]
    public void Of_a_biaffine_scorer()
    {
        var parameters = new ParameterSet(new WeightStore(3), learns: true);
        var layer = new BiaffineScorer(parameters, "layer", 4);
        int words = Lengths.Sum();
        float[] inputs = Numbers.Random(words * 8, 4);

        Check(
            parameters,
            inputs,
            x => layer.Forward(x.AsSpan(0, words * 4), x.AsSpan(words * 4), Lengths).ToArray(),
            (x, g, d) => layer.Backward(x.AsSpan(0, words * 4), Lengths, g, d.AsSpan(0, words * 4), d.AsSpan(words * 4)));
    }

    [Fact]
    public void Of_the_loss_of_a_choice()
    {
        float[] scores = Numbers.Random(9, 5);
        float[] gradient = [.. scores];
        CrossEntropy.Backward(gradient, 4, 0.5f);
        for (int i = 0; i < scores.Length; i++)
        {
            float[] up = [.. scores];
            float[] down = [.. scores];
            up[i] += 0.01f;
            down[i] -= 0.01f;
            double slope = (CrossEntropy.Backward(up, 4, 0.5f) - CrossEntropy.Backward(down, 4, 0.5f)) / 0.02;

            Assert.Equal(slope, gradient[i], 0.0005);
        }
    }

    // The loss is the sum of outputs times fixed factors, so its gradient with respect to the outputs is the factors.
    private static void Check(ParameterSet parameters, float[] inputs, Func<float[], float[]> forward, Action<float[], float[], float[]> backward)
    {
        parameters.Repack();
        float[] factors = Numbers.Random(forward(inputs).Length, 6);
        var inputGradients = new float[inputs.Length];
        backward(inputs, [.. factors], inputGradients);
        for (int i = 0; i < inputs.Length; i += 3)
        {
            Assert.Equal(Slope(inputs, i, Loss), inputGradients[i], 0.003);
        }

        foreach (Parameter parameter in parameters.Items)
        {
            for (int i = 0; i < parameter.Gradient.Length; i += 5)
            {
                Assert.Equal(Slope(parameter.Weights.Values, i, Loss), parameter.Gradient[i], 0.003);
            }
        }

        double Loss()
        {
            parameters.Repack();
            return forward(inputs).Zip(factors, (o, f) => (double)o * f).Sum();
        }
    }

    private static double Slope(float[] values, int index, Func<double> loss)
    {
        const float Step = 0.005f;
        float value = values[index];
        values[index] = value + Step;
        double up = loss();
        values[index] = value - Step;
        double down = loss();
        values[index] = value;
        return (up - down) / (2 * Step);
    }
}
