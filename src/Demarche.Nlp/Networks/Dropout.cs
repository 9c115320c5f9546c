using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Networks;

/// <summary>Makes masks that set a share of numbers to zero and enlarge the others, so that the sum stays the same on average. One worker at a time.</summary>
/// <param name="rate">Share of zeros, from 0 to less than 1.</param>
/// <param name="random">Where chance comes from.</param>
public sealed class Dropout(float rate, SplitMix64 random)
{
    /// <summary>Fills <paramref name="mask"/> with zeros and 1 / (1 - rate).</summary>
    public void Fill(Span<float> mask)
    {
        ulong least = (ulong)(rate * (1 << 16));
        float kept = 1 / (1 - rate);
        ulong bits = 0;
        for (int i = 0; i < mask.Length; i++)
        {
            bits = i % 4 == 0 ? random.Next() : bits >> 16;
            mask[i] = (bits & 0xFFFF) >= least ? kept : 0;
        }
    }
}
