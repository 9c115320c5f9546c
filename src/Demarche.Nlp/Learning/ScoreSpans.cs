namespace Demarche.Nlp.Learning;

/// <summary>Choosing among scores.</summary>
internal static class ScoreSpans
{
    /// <summary>Index of the highest score; the first of equals, so that a tie is settled the same way everywhere.</summary>
    public static int IndexOfMax<T>(this Span<T> scores)
        where T : struct, IComparable<T>
    {
        int best = 0;
        for (int i = 1; i < scores.Length; i++)
        {
            if (scores[i].CompareTo(scores[best]) > 0)
            {
                best = i;
            }
        }

        return best;
    }
}
