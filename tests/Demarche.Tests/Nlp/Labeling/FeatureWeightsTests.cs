using Demarche.Nlp.Labeling;
using Xunit;

namespace Demarche.Tests.Nlp.Labeling;

public sealed class FeatureWeightsTests
{
    private const int Labels = 9;

    // Small hashes all fall into the first bucket and overflow into those behind it, the greatest from the last one on to the first; the others are spread.
    private static readonly uint[] Known = [.. Enumerable.Range(1, 400).Select(i => i % 4 == 0 ? (uint)i : i % 4 == 1 ? uint.MaxValue - (uint)i : unchecked((uint)i * 2654435761)).Distinct().Order()];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(127)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(1000)]
    public void However_many_features_a_token_has_the_rows_of_the_known_ones_are_added_in_their_order(int count)
    {
        float[] cells = [.. Enumerable.Range(0, Known.Length * Labels).Select(i => (float)Math.Sin(i))];
        FeatureWeights weights = FeatureWeights.Of(Labels, Known, cells);
        uint[] features = [.. Enumerable.Range(0, count).Select(i => i % 3 == 2 ? (uint)(i * 7919) + 100_000 : Known[i * 31 % Known.Length])];
        float[] sums = new float[weights.Stride];
        weights.AddTo(features, sums);

        float[] expected = new float[weights.Stride];
        foreach (uint feature in features.Where(f => Known.Contains(f)))
        {
            float[] one = new float[weights.Stride];
            weights.AddTo([feature], one);
            for (int label = 0; label < Labels; label++)
            {
                Assert.Equal(cells[(Array.IndexOf(Known, feature) * Labels) + label], one[label], 0.01f);
                expected[label] += one[label];
            }
        }

        Assert.Equal(expected, sums);
    }
}
