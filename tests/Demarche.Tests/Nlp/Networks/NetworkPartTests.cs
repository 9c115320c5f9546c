using Demarche.Nlp.Learning;
using Demarche.Nlp.Networks;
using Xunit;

namespace Demarche.Tests.Nlp.Networks;

public class NetworkPartTests
{
    [Fact]
    public void Exponentials_are_right_to_six_digits()
    {
        float[] values = Numbers.Random(1003, 1);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] *= 30;
        }

        float[] exponentials = [.. values];
        Activations.Exp(exponentials);
        float[] sigmoids = [.. values];
        Activations.Sigmoid(sigmoids);
        float[] tangents = [.. values];
        Activations.Tanh(tangents);
        for (int i = 0; i < values.Length; i++)
        {
            Assert.Equal(1, exponentials[i] / Math.Exp(values[i]), 2e-6);
            Assert.Equal(1 / (1 + Math.Exp(-values[i])), sigmoids[i], 2e-6);
            Assert.Equal(Math.Tanh(values[i]), tangents[i], 2e-6);
        }
    }

    [Fact]
    public void Extreme_numbers_stay_finite()
    {
        float[] values = [1e30f, -1e30f, 200, -200];
        Activations.Exp(values);
        Assert.All(values, v => Assert.True(float.IsFinite(v)));
        float[] squashed = [1e30f, -1e30f];
        Activations.Tanh(squashed);
        Assert.Equal([1, -1], squashed);
    }

    [Fact]
    public void Sequences_stand_side_by_side_the_longest_first()
    {
        var batch = new SequenceBatch();
        batch.Reset([2, 4, 1]);

        Assert.Equal((7, 4), (batch.Rows, batch.Steps));
        Assert.Equal([0, 3, 5, 6], Enumerable.Range(0, 4).Select(batch.Offset));
        Assert.Equal([1, 4], Enumerable.Range(0, 2).Select(i => batch.Row(0, i)));
        Assert.Equal([0, 3, 5, 6], Enumerable.Range(0, 4).Select(i => batch.Row(1, i)));
        Assert.Equal(2, batch.Row(2, 0));
    }

    [Fact]
    public void Dropout_keeps_the_sum_on_average()
    {
        var mask = new float[10_000];
        new Dropout(0.25f, new SplitMix64(1)).Fill(mask);

        Assert.Equal(1, mask.Average(), 0.02);
        Assert.Equal(2500, mask.Count(m => m == 0), 120.0);
    }

    [Fact]
    public void Weights_read_back_as_exactly_as_they_were_written()
    {
        var store = new WeightStore(1);
        var parameters = new ParameterSet(store, learns: false);
        parameters.Table("table.words", 3, 10, 1);
        parameters.Factor("layer", 4, 6);

        WeightStore exact = Again(store, isExact: true);
        WeightStore rounded = Again(store, isExact: false);
        foreach ((Weights first, Weights second, Weights third) in store.All.Zip(exact.All, rounded.All))
        {
            Assert.Equal(first.Values, second.Values);
            Assert.All(first.Values.Zip(third.Values), pair => Assert.Equal(pair.First, pair.Second, 0.005f));
        }

        Assert.Throws<FormatException>(() => new ParameterSet(rounded, learns: false).Factor("other", 4, 6));
        Assert.Throws<FormatException>(() => new ParameterSet(rounded, learns: false).Factor("layer", 4, 7));
    }

    [Fact]
    public void Two_workers_learn_what_one_learns_from_both_halves()
    {
        static float[] Learn(int workers)
        {
            var store = new WeightStore(4);
            ParameterSet[] sets = [.. Enumerable.Range(0, workers).Select(_ => new ParameterSet(store, learns: true))];
            Linear[] layers = [.. sets.Select(s => new Linear(s, "layer", 4, 2))];
            sets[0].Repack();
            var adam = new Adam(sets);
            float[][] inputs = [Numbers.Random(4, 1), Numbers.Random(4, 2)];
            for (int step = 0; step < 60; step++)
            {
                for (int i = 0; i < inputs.Length; i++)
                {
                    Linear layer = layers[i % workers];
                    Span<float> scores = layer.Forward(inputs[i], 1);
                    CrossEntropy.Backward(scores, i, 0.5f);
                    layer.Backward(inputs[i], 1, scores, []);
                }

                adam.Move(0.05f);
            }

            Span<float> last = layers[0].Forward(inputs[0], 1);
            Assert.True(last[0] > last[1] + 1);
            return [.. store.All.SelectMany(w => w.Values)];
        }

        // One sums product by product, two sum halves: the last bits may differ.
        Assert.All(Learn(1).Zip(Learn(2)), pair => Assert.Equal(pair.First, pair.Second, 0.0001f));
        Assert.Equal(Learn(2), Learn(2));
    }

    private static WeightStore Again(WeightStore store, bool isExact)
    {
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        store.Write(writer, isExact);
        writer.Flush();
        stream.Position = 0;
        return WeightStore.Read(new BinaryReader(stream));
    }
}
