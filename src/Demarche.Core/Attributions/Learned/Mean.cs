namespace Demarche.Core.Attributions.Learned;

/// <summary>Averages the scores of several views.</summary>
internal static class Mean
{
    /// <summary>Adds a share of <paramref name="values"/> to <paramref name="sum"/>, which is empty at first.</summary>
    public static float[] Add(float[] sum, float[] values, int count)
    {
        if (count == 1)
        {
            return values;
        }

        float[] result = sum.Length == 0 ? new float[values.Length] : sum;
        for (int i = 0; i < values.Length; i++)
        {
            result[i] += values[i] / count;
        }

        return result;
    }

    /// <summary>Both cell by cell, the second with the weight <paramref name="share"/>.</summary>
    public static float[] Of(ReadOnlySpan<float> first, ReadOnlySpan<float> second, float share)
    {
        float[] mean = new float[first.Length];
        for (int i = 0; i < mean.Length; i++)
        {
            mean[i] = first[i] + (share * (second[i] - first[i]));
        }

        return mean;
    }
}
