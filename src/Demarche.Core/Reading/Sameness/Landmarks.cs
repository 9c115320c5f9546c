namespace Demarche.Core.Reading.Sameness;

/// <summary>
/// The few shingles of a text by which its copies are looked up: those whose number divides evenly (U. Manber, "Finding similar files in a
/// large file system", 1994), so that two texts that share a run keep the same ones of it.
/// </summary>
public static class Landmarks
{
    /// <summary>Articles that share the most landmarks are compared word for word, so many at most; a formula that many share brings no more.</summary>
    public const int MostCompared = 24;

    /// <summary>A landmark of more texts than this is a formula of its outlet and leads nowhere.</summary>
    public const int MostSharing = 200;

    // One in eight: a copy of 60 words, a third of them changed, still shares three with its source on average.
    private const ulong KeepOneIn = 8;

    // A text of 10 million characters must not fill the index; 2,000 stand for 16,000 words.
    private const int Most = 2000;

    /// <summary>The landmarks of a text, each once, in order of their number.</summary>
    public static IReadOnlyList<long> Of(TextWords text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var kept = new SortedSet<long>();
        foreach (ulong shingle in text.Shingles)
        {
            if (shingle % KeepOneIn == 0)
            {
                kept.Add(unchecked((long)shingle));
            }
        }

        return [.. kept.Take(Most)];
    }
}
