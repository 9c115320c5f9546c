namespace Demarche.Core.Positions.Wording;

/// <summary>Tells by their vectors which words speak ill of what they are said of, beyond the lists: "greed", "stunt". Immutable; safe to share between threads.</summary>
/// <remarks>
/// The direction from the mean of the listed words of blame to that of praise; 92 in 100 of those words fall on their own side (512 words, 23 November 2026).
/// </remarks>
internal sealed class BadWords
{
    /// <summary>
    /// From here downwards a word blames. Set by hand, 23 November 2026, in units in which the listed words lie about 2 apart: "misery" and "stunt" lie below,
    /// names of things and plain assessments ("fragile", "delayed", "fear") above.
    /// </summary>
    private const double Most = -0.6;

    /// <summary>Brings the direction, a difference of means of vectors of length 1, to units in which the two lists lie about 2 apart.</summary>
    private const double Unit = 10;

    private readonly MeaningVectors _words;
    private readonly double[] _direction;
    private readonly double _middle;

    /// <param name="words">The vectors.</param>
    /// <param name="listed">Words of praise (+1) and of blame (-1) to learn from.</param>
    public BadWords(MeaningVectors words, IEnumerable<(string Word, int Sign)> listed)
    {
        _words = words;
        double[] praise = new double[words.Dimensions];
        double[] blame = new double[words.Dimensions];
        int praises = 0;
        int blames = 0;
        float[] vector = new float[words.Dimensions];
        foreach ((string word, int sign) in listed)
        {
            if (words.Read(words.IndexOf(word), vector))
            {
                Add(vector, sign > 0 ? praise : blame);
                praises += sign > 0 ? 1 : 0;
                blames += sign > 0 ? 0 : 1;
            }
        }

        _direction = new double[words.Dimensions];
        for (int i = 0; i < _direction.Length && praises > 0 && blames > 0; i++)
        {
            double up = praise[i] / praises;
            double down = blame[i] / blames;
            _direction[i] = Unit * (up - down);
            _middle += _direction[i] * (up + down) / 2;
        }
    }

    /// <summary>Whether <paramref name="word"/> blames; false for a word without a vector.</summary>
    public bool Has(ReadOnlySpan<char> word)
    {
        Span<float> vector = stackalloc float[_words.Dimensions];
        if (!_words.Read(_words.IndexOf(word), vector))
        {
            return false;
        }

        double sum = -_middle;
        for (int i = 0; i < vector.Length; i++)
        {
            sum += _direction[i] * vector[i];
        }

        return sum <= Most;
    }

    private static void Add(float[] vector, double[] sum)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            sum[i] += vector[i];
        }
    }
}
