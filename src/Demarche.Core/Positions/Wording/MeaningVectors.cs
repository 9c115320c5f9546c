using Demarche.Nlp.Words;

namespace Demarche.Core.Positions.Wording;

/// <summary>What words mean, as vectors of length 1. Immutable; safe to share between threads.</summary>
internal sealed class MeaningVectors
{
    private readonly WordVectors _words;

    public MeaningVectors(WordVectors words) => _words = words;

    /// <summary>Numbers in a vector.</summary>
    public int Dimensions => _words.Dimensions;

    /// <summary>Index of <paramref name="word"/>; -1 when nothing is known of it.</summary>
    public int IndexOf(ReadOnlySpan<char> word) => _words.IndexOf(word);

    /// <summary>Writes the vector of the word at <paramref name="index"/>; false, and zeros, when it has none.</summary>
    /// <param name="index">From <see cref="IndexOf"/>; -1 has none.</param>
    /// <param name="vector">Receives <see cref="Dimensions"/> numbers.</param>
    public bool Read(int index, Span<float> vector)
    {
        vector.Clear();
        if (index < 0)
        {
            return false;
        }

        _words.CopyTo(index, vector);
        return Scale(vector);
    }

    /// <summary>Brings <paramref name="vector"/> to length 1; false when it has none.</summary>
    public static bool Scale(Span<float> vector)
    {
        double length = 0;
        foreach (float x in vector)
        {
            length += x * x;
        }

        float root = (float)Math.Sqrt(length);
        for (int i = 0; i < vector.Length && length > 0; i++)
        {
            vector[i] /= root;
        }

        return length > 0;
    }

    /// <summary>Cosine of two vectors of length 1; summed one after the other, so that every machine sums in the same order.</summary>
    public static float Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        float sum = 0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }
}
