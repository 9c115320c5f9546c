namespace Demarche.Core.Reading.Sameness;

/// <summary>The words of a text as numbers, with their places: runs of letters and digits, case passed over.</summary>
public sealed class TextWords
{
    /// <summary>Words of a shingle. Five in a row seldom meet by chance, and survive where every tenth word was changed.</summary>
    public const int ShingleLength = 5;

    // FNV-1a, 64 bits (Fowler, Noll, Vo): stable over runs and machines, unlike string.GetHashCode.
    private const ulong Basis = 14695981039346656037;
    private const ulong Prime = 1099511628211;

    private TextWords(ulong[] words, int[] starts, int[] ends)
    {
        Words = words;
        Starts = starts;
        Ends = ends;
        Shingles = ShinglesOf(words);
    }

    /// <summary>A number for each word, in text order.</summary>
    public IReadOnlyList<ulong> Words { get; }

    /// <summary>Where each word starts, in UTF-16 code units of the text.</summary>
    public IReadOnlyList<int> Starts { get; }

    /// <summary>Where each word ends, exclusive.</summary>
    public IReadOnlyList<int> Ends { get; }

    /// <summary>A number for the run of <see cref="ShingleLength"/> words that starts at each word; shorter by four than <see cref="Words"/>.</summary>
    public IReadOnlyList<ulong> Shingles { get; }

    /// <summary>The words of <paramref name="text"/>.</summary>
    public static TextWords Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = new List<ulong>(text.Length / 6);
        var starts = new List<int>(words.Capacity);
        var ends = new List<int>(words.Capacity);
        for (int i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            starts.Add(i);
            ulong hash = Basis;
            for (; i < text.Length && char.IsLetterOrDigit(text[i]); i++)
            {
                hash = unchecked((hash ^ char.ToLowerInvariant(text[i])) * Prime);
            }

            words.Add(hash);
            ends.Add(i);
        }

        return new TextWords([.. words], [.. starts], [.. ends]);
    }

    private static ulong[] ShinglesOf(ulong[] words)
    {
        var shingles = new ulong[Math.Max(0, words.Length - ShingleLength + 1)];
        for (int i = 0; i < shingles.Length; i++)
        {
            ulong hash = Basis;
            for (int k = 0; k < ShingleLength; k++)
            {
                hash = unchecked((hash ^ words[i + k]) * Prime);
                hash ^= hash >> 29;
            }

            shingles[i] = hash ^ (hash >> 32);
        }

        return shingles;
    }
}
