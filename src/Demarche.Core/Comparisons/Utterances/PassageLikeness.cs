namespace Demarche.Core.Comparisons.Utterances;

/// <summary>How alike two passages are, by the words they share in form or meaning.</summary>
/// <param name="words">Tells how alike two words are.</param>
internal sealed class PassageLikeness(WordLikeness words)
{
    // A fragment is part of a longer quotation when it tells at least this much - one word of some rarity, or two commoner ones - ...
    private const double LeastWeightOfPart = 3;

    // ... and as much of it is found there; a part is never as sure as the whole.
    private const double PartDiscount = 0.9;

    // A single telling word between quotation marks may have been said in any sentence, and is quoted in the form in which it was said.
    private const double WordDiscount = 0.5;

    // Less of it there is a chance meeting of words.
    private const double LeastPart = 0.75;

    // Words past this many are not aligned: a passage is a sentence, and a longer "sentence" is broken text.
    private const int MostWords = 120;

    /// <summary>Likeness of two passages, 0-1.</summary>
    public double Of(Passage left, Passage right)
    {
        double leftWeight = left.Weight;
        double rightWeight = right.Weight;
        if (leftWeight + rightWeight == 0)
        {
            return SameForms(left, right) ? 1 : 0;
        }

        double dice = FoundInBoth(left, right) / (leftWeight + rightWeight);
        (Passage shorter, Passage longer, double weight) = leftWeight <= rightWeight ? (left, right, leftWeight) : (right, left, rightWeight);
        if (!shorter.IsQuoted || weight < LeastWeightOfPart)
        {
            return dice;
        }

        bool isWord = shorter.Words.Count(word => word.Weight > 0) == 1;
        double found = FoundInOrder(shorter, longer, isWord) / weight;
        return Math.Max(dice, found >= LeastPart ? (isWord ? WordDiscount : PartDiscount) * found : 0);
    }

    private static bool SameForms(Passage left, Passage right) =>
        left.Words.Select(word => word.Form).SequenceEqual(right.Words.Select(word => word.Form), StringComparer.Ordinal);

    // What of the passage's weight stands in the other in the same order: the longest common run of stems, or of forms, gaps allowed.
    private static double FoundInOrder(Passage passage, Passage other, bool isByForm)
    {
        UtteranceWord[] left = [.. passage.Words.Take(MostWords)];
        UtteranceWord[] right = [.. other.Words.Take(MostWords)];
        var best = new double[right.Length + 1];
        for (int i = left.Length - 1; i >= 0; i--)
        {
            double diagonal = 0;
            for (int j = right.Length - 1; j >= 0; j--)
            {
                double above = best[j];
                bool isSame = isByForm ? left[i].Form == right[j].Form : left[i].Stem == right[j].Stem;
                best[j] = isSame ? left[i].Weight + diagonal : Math.Max(above, best[j + 1]);
                diagonal = above;
            }
        }

        return best[0];
    }

    // What of the weights of both is found in the other, each word by its nearest.
    private double FoundInBoth(Passage left, Passage right)
    {
        ReadOnlySpan<UtteranceWord> rows = left.Words.AsSpan(0, Math.Min(left.Words.Length, MostWords));
        ReadOnlySpan<UtteranceWord> columns = right.Words.AsSpan(0, Math.Min(right.Words.Length, MostWords));
        Span<double> nearest = stackalloc double[MostWords];
        nearest.Clear();
        double sum = 0;
        foreach (ref readonly UtteranceWord row in rows)
        {
            double best = 0;
            for (int i = 0; i < columns.Length; i++)
            {
                double found = words.Of(row, columns[i]);
                best = Math.Max(best, found);
                nearest[i] = Math.Max(nearest[i], found);
            }

            sum += best * row.Weight;
        }

        for (int i = 0; i < columns.Length; i++)
        {
            sum += nearest[i] * columns[i].Weight;
        }

        return sum;
    }
}
