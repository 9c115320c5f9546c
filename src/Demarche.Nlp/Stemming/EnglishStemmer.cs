namespace Demarche.Nlp.Stemming;

/// <summary>Brings the inflected and many derived forms of an English word to one stem: negotiate, negotiated, negotiations → negoti.</summary>
/// <remarks>
/// The "English (Porter2)" algorithm of M. F. Porter, as the Snowball project documents it. Stems are keys for comparing words, not words
/// to show. Linear in the length of the word; safe to share between threads.
/// </remarks>
public static class EnglishStemmer
{
    /// <summary>Words are looked at up to this length, in UTF-16 code units; longer ones (addresses, noise) are their own stem.</summary>
    private const int LongestWord = 64;

    /// <summary>The stem of <paramref name="word"/>, lower case.</summary>
    /// <param name="word">One word, any case; typographic apostrophes count as straight ones.</param>
    public static string Stem(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord)
        {
            return word.ToString().ToLowerInvariant();
        }

        Span<char> letters = stackalloc char[LongestWord + 1];
        int length = 0;
        foreach (char c in word)
        {
            letters[length++] = c is '\u2019' or '\u2018' or '\u201B' ? '\'' : char.ToLowerInvariant(c);
        }

        if (length <= 2)
        {
            return letters[..length].ToString();
        }

        if (StemExceptions.Find(letters[..length]) is { } known)
        {
            return known;
        }

        var stem = new StemBuffer(letters, length);
        InflectionSteps.Apply(ref stem);
        if (!StemExceptions.IsFinished(stem.Letters))
        {
            DerivationSteps.Apply(ref stem);
        }

        return stem.Finish();
    }
}
