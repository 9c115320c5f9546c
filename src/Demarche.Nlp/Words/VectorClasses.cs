using System.Numerics;
using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Words;

/// <summary>Sorts words into classes by the directions of their vectors.</summary>
/// <remarks>Spherical k-means (Dhillon and Modha, Machine Learning 42, 2001): nearest means of largest cosine; the first means are words drawn at random.</remarks>
internal static class VectorClasses
{
    /// <summary>Class of each vector, from 0 to <paramref name="count"/> - 1; a class may end empty.</summary>
    public static ushort[] Of(float[][] vectors, int count, WordVectorsOptions options, Action<int> passed)
    {
        int dimensions = vectors[0].Length;
        float[][] directions = [.. vectors.Select(v => Direction(v))];
        int[] order = [.. Enumerable.Range(0, vectors.Length)];
        new SplitMix64(options.Seed).Shuffle<int>(order);
        float[][] means = [.. order.Take(count).Select(i => directions[i])];
        var classes = new ushort[vectors.Length];
        for (int pass = 1; pass <= options.Passes; pass++)
        {
            float[] columns = Columns(means, dimensions);
            Parallel.For(0, directions.Length, i => classes[i] = Nearest(directions[i], columns, count));
            means = Means(directions, classes, means);
            passed(pass);
        }

        return classes;
    }

    private static float[] Direction(float[] vector)
    {
        double length = Math.Sqrt(vector.Sum(x => (double)x * x));
        return Array.ConvertAll(vector, x => length > 0 ? (float)(x / length) : 0);
    }

    // Dimension by dimension, so that one vector is held against all means at once.
    private static float[] Columns(float[][] means, int dimensions)
    {
        var columns = new float[dimensions * means.Length];
        for (int d = 0; d < dimensions; d++)
        {
            for (int c = 0; c < means.Length; c++)
            {
                columns[(d * means.Length) + c] = means[c][d];
            }
        }

        return columns;
    }

    // Each cosine is summed in the order of dimensions, whatever the width of a vector register: the same bytes everywhere.
    private static ushort Nearest(float[] direction, float[] columns, int count)
    {
        Span<float> cosines = stackalloc float[count];
        cosines.Clear();
        for (int d = 0; d < direction.Length; d++)
        {
            ReadOnlySpan<float> column = columns.AsSpan(d * count, count);
            int c = 0;
            var factor = new Vector<float>(direction[d]);
            for (; c <= count - Vector<float>.Count; c += Vector<float>.Count)
            {
                (new Vector<float>(cosines[c..]) + (factor * new Vector<float>(column[c..]))).CopyTo(cosines[c..]);
            }

            for (; c < count; c++)
            {
                cosines[c] += direction[d] * column[c];
            }
        }

        return (ushort)cosines.IndexOfMax();
    }

    private static float[][] Means(float[][] directions, ushort[] classes, float[][] before)
    {
        float[][] sums = [.. before.Select(m => new float[m.Length])];
        var sizes = new int[sums.Length];
        for (int i = 0; i < directions.Length; i++)
        {
            sizes[classes[i]]++;
            float[] sum = sums[classes[i]];
            for (int d = 0; d < sum.Length; d++)
            {
                sum[d] += directions[i][d];
            }
        }

        return [.. sums.Select((sum, c) => sizes[c] == 0 ? before[c] : Direction(sum))];
    }
}
