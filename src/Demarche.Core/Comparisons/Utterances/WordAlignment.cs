namespace Demarche.Core.Comparisons.Utterances;

/// <summary>Lays two wordings side by side, word by word.</summary>
/// <remarks>Needleman and Wunsch 1970: the alignment with the greatest sum of likenesses. Time and memory: words × words of two sentences.</remarks>
/// <param name="words">Tells how alike two words are.</param>
internal sealed class WordAlignment(WordLikeness words)
{
    // Sentences longer than this are not aligned.
    private const int MostWords = 200;

    /// <summary>The words of both in order, each once, those that stand for each other in one step; null when a wording is too long.</summary>
    public IReadOnlyList<AlignedWord>? Of(Passage reference, Passage rendering)
    {
        if (reference.Words.Length > MostWords || rendering.Words.Length > MostWords)
        {
            return null;
        }

        var steps = new List<AlignedWord>();
        double[,] best = Table(reference.Words, rendering.Words);
        int i = 0, j = 0;
        while (i < reference.Words.Length || j < rendering.Words.Length)
        {
            if (i < reference.Words.Length && j < rendering.Words.Length
                && words.Of(reference.Words[i], rendering.Words[j]) is > 0 and var likeness && best[i, j] <= likeness + best[i + 1, j + 1])
            {
                steps.Add(new AlignedWord(i++, j++));
            }
            else if (j >= rendering.Words.Length || (i < reference.Words.Length && best[i + 1, j] >= best[i, j + 1]))
            {
                steps.Add(new AlignedWord(i++, -1));
            }
            else
            {
                steps.Add(new AlignedWord(-1, j++));
            }
        }

        return Settled(steps, reference.Words, rendering.Words);
    }

    // A "the" at the head of what was left out is as good as the one before the words that were kept, and says less: grammar words in front of the first
    // telling pair move as near to it as the same word allows.
    private static List<AlignedWord> Settled(List<AlignedWord> steps, UtteranceWord[] reference, UtteranceWord[] rendering)
    {
        int anchor = steps.FindIndex(step => step.IsPair && reference[step.Reference].Weight > 0);
        if (anchor <= 0)
        {
            return steps;
        }

        var partners = new Dictionary<int, int>();
        int limit = steps[anchor].Reference;
        for (int at = anchor - 1; at >= 0; at--)
        {
            if (steps[at].IsPair)
            {
                string form = rendering[steps[at].Rendering].Form;
                int nearest = steps[at].Reference;
                for (int i = limit - 1; i > nearest; i--)
                {
                    nearest = reference[i].Form == form ? i : nearest;
                }

                partners[steps[at].Rendering] = limit = nearest;
            }
        }

        var settled = new List<AlignedWord>();
        int next = 0;
        for (int j = 0; j < steps[anchor].Rendering; j++)
        {
            if (partners.TryGetValue(j, out int i))
            {
                DropUpTo(i);
                settled.Add(new AlignedWord(next++, j));
            }
            else
            {
                settled.Add(new AlignedWord(-1, j));
            }
        }

        DropUpTo(steps[anchor].Reference);
        settled.AddRange(steps.Skip(anchor));
        return settled;

        void DropUpTo(int i)
        {
            while (next < i)
            {
                settled.Add(new AlignedWord(next++, -1));
            }
        }
    }

    // best[i, j]: greatest sum of likenesses from word i of the one and word j of the other to their ends.
    private double[,] Table(UtteranceWord[] left, UtteranceWord[] right)
    {
        var best = new double[left.Length + 1, right.Length + 1];
        for (int i = left.Length - 1; i >= 0; i--)
        {
            for (int j = right.Length - 1; j >= 0; j--)
            {
                double likeness = words.Of(left[i], right[j]);
                best[i, j] = Math.Max(
                    Math.Max(best[i + 1, j], best[i, j + 1]),
                    likeness > 0 ? likeness + best[i + 1, j + 1] : 0);
            }
        }

        return best;
    }
}

/// <summary>A word of the reference, of the rendering, or of both.</summary>
/// <param name="Reference">Index of the word in the reference; -1 where the rendering has put one in.</param>
/// <param name="Rendering">Index of the word in the rendering; -1 where it has left one out.</param>
internal readonly record struct AlignedWord(int Reference, int Rendering)
{
    /// <summary>Whether the two stand for each other.</summary>
    public bool IsPair => Reference >= 0 && Rendering >= 0;
}
