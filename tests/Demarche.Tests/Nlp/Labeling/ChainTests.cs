using Demarche.Nlp.Labeling;
using Xunit;

namespace Demarche.Tests.Nlp.Labeling;

/// <summary>The chain against the plain way: every path written out and summed.</summary>
public sealed class ChainTests
{
    private const int Labels = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public void Marginals_and_partition_sum_are_those_of_all_paths(int length)
    {
        (float[] emissions, float[] transitions, float[] start) = RandomChain(length);
        float[] marginals = new float[length * Labels];
        double[] pairs = new double[Labels * Labels];
        double logSum = Chain.Marginals(emissions, transitions, start, marginals, pairs);

        double[] expected = new double[length * Labels];
        double[] expectedPairs = new double[Labels * Labels];
        double total = 0;
        foreach (int[] path in Paths(length))
        {
            double weight = Math.Exp(Score(path, emissions, transitions, start));
            total += weight;
            for (int t = 0; t < length; t++)
            {
                expected[(t * Labels) + path[t]] += weight;
                if (t > 0)
                {
                    expectedPairs[(path[t - 1] * Labels) + path[t]] += weight;
                }
            }
        }

        Assert.Equal(Math.Log(total), logSum, 4);
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.Equal(expected[i] / total, marginals[i], 4);
        }

        for (int i = 0; i < expectedPairs.Length; i++)
        {
            Assert.Equal(expectedPairs[i] / total, pairs[i], 4);
        }
    }

    [Fact]
    public void Best_path_is_the_best_of_all_paths()
    {
        (float[] emissions, float[] transitions, float[] start) = RandomChain(5);
        int[] best = new int[5];
        Chain.Viterbi(emissions, transitions, start, best);
        Assert.Equal(Paths(5).MaxBy(path => Score(path, emissions, transitions, start)), best);
    }

    [Fact]
    public void Forbidden_start_and_transition_never_happen()
    {
        (float[] emissions, float[] transitions, float[] start) = RandomChain(4);
        start[2] = Chain.Forbidden;
        transitions[(0 * Labels) + 2] = Chain.Forbidden;
        float[] marginals = new float[4 * Labels];
        double[] pairs = new double[Labels * Labels];
        Chain.Marginals(emissions, transitions, start, marginals, pairs);
        Assert.Equal(0, marginals[2]);
        Assert.Equal(0, pairs[2]);
    }

    private static (float[] Emissions, float[] Transitions, float[] Start) RandomChain(int length)
    {
        var random = new Random(7);
        return (Fill(random, length * Labels), Fill(random, Labels * Labels), Fill(random, Labels));
    }

    private static float[] Fill(Random random, int count)
    {
        float[] values = new float[count];
        for (int i = 0; i < count; i++)
        {
            values[i] = (random.NextSingle() * 4) - 2;
        }

        return values;
    }

    private static IEnumerable<int[]> Paths(int length)
    {
        int count = (int)Math.Pow(Labels, length);
        for (int number = 0; number < count; number++)
        {
            int[] path = new int[length];
            for (int t = 0, rest = number; t < length; t++, rest /= Labels)
            {
                path[t] = rest % Labels;
            }

            yield return path;
        }
    }

    private static double Score(int[] path, float[] emissions, float[] transitions, float[] start)
    {
        double score = start[path[0]];
        for (int t = 0; t < path.Length; t++)
        {
            score += emissions[(t * Labels) + path[t]] + (t > 0 ? transitions[(path[t - 1] * Labels) + path[t]] : 0);
        }

        return score;
    }
}
