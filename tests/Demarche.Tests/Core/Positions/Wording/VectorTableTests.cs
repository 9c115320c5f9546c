using Demarche.Core.Positions.Wording;
using Xunit;

namespace Demarche.Tests.Core.Positions.Wording;

public sealed class VectorTableTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(32)]
    [InlineData(71)]
    public void Each_cosine_is_to_the_last_bit_what_comparing_the_two_alone_gives(int count)
    {
        const int Dimensions = 37;
        float[][] vectors = [.. Enumerable.Range(0, count + 1).Select(v => Vector(v, Dimensions))];
        var table = new VectorTable(vectors[1..], Dimensions);
        float[] cosines = new float[table.PaddedCount];
        table.Cosines(vectors[0], cosines);
        Assert.Equal(vectors[1..].Select(v => MeaningVectors.Cosine(vectors[0], v)), cosines[..count]);
        Assert.All(cosines[count..], cosine => Assert.Equal(0, cosine));
    }

    private static float[] Vector(int seed, int dimensions)
    {
        float[] vector = [.. Enumerable.Range(0, dimensions).Select(d => (float)Math.Sin((seed * 97) + (d * d) + 1))];
        MeaningVectors.Scale(vector);
        return vector;
    }
}
