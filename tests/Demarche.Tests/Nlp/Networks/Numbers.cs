using Demarche.Nlp.Learning;

namespace Demarche.Tests.Nlp.Networks;

/// <summary>Numbers between -1 and 1 for tests of networks.</summary>
internal static class Numbers
{
    public static float[] Random(int count, ulong seed)
    {
        var random = new SplitMix64(seed);
        var numbers = new float[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = (random.Next(20001) - 10000) / 10000f;
        }

        return numbers;
    }
}
