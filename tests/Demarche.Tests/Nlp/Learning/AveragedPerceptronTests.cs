using Demarche.Nlp.Learning;
using Xunit;

namespace Demarche.Tests.Nlp.Learning;

public class AveragedPerceptronTests
{
    // Feature n belongs to label n % 3; feature 1000 to all of them.
    private static readonly uint[][] Features = [.. Enumerable.Range(1, 300).Select(n => new[] { (uint)n * 7919, 1000u })];

    [Fact]
    public void Learns_what_can_be_told_apart()
    {
        SparseWeights weights = Train().Average(minimumUpdates: 1);

        Assert.All(Features.Index(), f => Assert.Equal(f.Index % 3, Best(weights, f.Item)));
    }

    [Fact]
    public void Weights_survive_writing_and_reading()
    {
        SparseWeights weights = Train().Average(minimumUpdates: 1);
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream);
        weights.Write(writer);
        stream.Position = 0;

        SparseWeights read = SparseWeights.Read(new BinaryReader(stream));

        Assert.Equal(weights.WeightCount, read.WeightCount);
        Assert.All(Features.Index(), f => Assert.Equal(f.Index % 3, Best(read, f.Item)));
    }

    [Fact]
    public void Unknown_features_weigh_nothing()
    {
        var scores = new int[3];
        Train().Average(minimumUpdates: 1).Score([1u, 2u, uint.MaxValue], scores);

        Assert.Equal([0, 0, 0], scores);
    }

    private static AveragedPerceptron Train()
    {
        var perceptron = new AveragedPerceptron(3);
        for (int pass = 0; pass < 5; pass++)
        {
            foreach ((int i, uint[] features) in Features.Index())
            {
                var scores = new float[3];
                perceptron.Score(features, scores);
                perceptron.Learn(features, i % 3, Array.IndexOf(scores, scores.Max()));
            }
        }

        return perceptron;
    }

    private static int Best(SparseWeights weights, uint[] features)
    {
        var scores = new int[3];
        weights.Score(features, scores);
        return Array.IndexOf(scores, scores.Max());
    }
}
