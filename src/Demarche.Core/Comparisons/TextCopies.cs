namespace Demarche.Core.Comparisons;

/// <summary>Which articles are copies of one text: a wire report printed by many outlets, whole or cut.</summary>
/// <remarks>
/// A text's fingerprints are hashes of its runs of <see cref="ShingleLength"/> words, one in four kept by its value so that two texts
/// keep the same ones. The shorter text is a copy when most of its fingerprints are in the longer one (containment: A. Broder, "On the
/// resemblance and containment of documents", 1997). Linear in the length of the texts.
/// </remarks>
public sealed class TextCopies
{
    private const int ShingleLength = 8;
    private const ulong KeepOneIn = 4;

    // Two articles on one event share quotations, seldom half of their words; a wire report cut and retitled keeps more than that.
    private const double LeastContainment = 0.6;

    // Under some 40 words a text is a headline or a caption: too little to call it a copy.
    private const int LeastFingerprints = 8;

    // A run of words that many texts share is a formula; the first articles stand for the rest.
    private const int MostPostings = 64;

    private readonly Dictionary<string, int> _groups;

    private TextCopies(Dictionary<string, int> groups) => _groups = groups;

    /// <summary>Finds the copies among <paramref name="texts"/>.</summary>
    /// <param name="texts">Article keys, each once, and their texts; read once, not kept.</param>
    public static TextCopies Among(IEnumerable<(string ArticleKey, string Text)> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var postings = new Dictionary<ulong, List<int>>();
        var sizes = new List<int>();
        var groups = new List<int>();
        var byKey = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((string key, string text) in texts)
        {
            int article = sizes.Count;
            HashSet<ulong> fingerprints = Fingerprints(text);
            sizes.Add(fingerprints.Count);
            groups.Add(article);
            byKey[key] = article;
            if (fingerprints.Count >= LeastFingerprints)
            {
                Join(article, Shared(fingerprints, postings, article), sizes, groups);
            }
        }

        return new TextCopies(byKey.ToDictionary(pair => pair.Key, pair => Root(groups, pair.Value), StringComparer.Ordinal));
    }

    /// <summary>Whether two articles are copies of one text.</summary>
    public bool AreCopies(string articleKey, string otherKey) =>
        _groups.TryGetValue(articleKey, out int group) && _groups.TryGetValue(otherKey, out int other) && group == other;

    /// <summary>Number of the group of copies an article is in; null when it was not looked at.</summary>
    public int? GroupOf(string articleKey) => _groups.TryGetValue(articleKey, out int group) ? group : null;

    /// <summary>Number of texts behind <paramref name="articleKeys"/>, copies counted once; articles not looked at count each.</summary>
    public int CountIndependent(IEnumerable<string> articleKeys)
    {
        ArgumentNullException.ThrowIfNull(articleKeys);
        var seen = new HashSet<int>();
        int unknown = 0;
        foreach (string key in articleKeys)
        {
            if (_groups.TryGetValue(key, out int group))
            {
                seen.Add(group);
            }
            else
            {
                unknown++;
            }
        }

        return seen.Count + unknown;
    }

    private static Dictionary<int, int> Shared(HashSet<ulong> fingerprints, Dictionary<ulong, List<int>> postings, int article)
    {
        var shared = new Dictionary<int, int>();
        foreach (ulong fingerprint in fingerprints)
        {
            if (!postings.TryGetValue(fingerprint, out List<int>? articles))
            {
                postings[fingerprint] = [article];
                continue;
            }

            foreach (int other in articles)
            {
                shared[other] = shared.GetValueOrDefault(other) + 1;
            }

            if (articles.Count < MostPostings)
            {
                articles.Add(article);
            }
        }

        return shared;
    }

    private static void Join(int article, Dictionary<int, int> shared, List<int> sizes, List<int> groups)
    {
        foreach ((int other, int count) in shared)
        {
            if (count >= LeastContainment * Math.Min(sizes[article], sizes[other]))
            {
                int left = Root(groups, article);
                int right = Root(groups, other);
                groups[Math.Max(left, right)] = Math.Min(left, right);
            }
        }
    }

    private static int Root(List<int> groups, int article)
    {
        while (groups[article] != article)
        {
            groups[article] = groups[groups[article]];
            article = groups[article];
        }

        return article;
    }

    private static HashSet<ulong> Fingerprints(string text)
    {
        var kept = new HashSet<ulong>();
        Span<ulong> words = stackalloc ulong[ShingleLength];
        int count = 0;
        for (int i = 0; i < text.Length;)
        {
            if (!char.IsLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            words[count++ % ShingleLength] = HashWord(text, ref i);
            if (count >= ShingleLength && HashShingle(words, count) is var hash && hash % KeepOneIn == 0)
            {
                kept.Add(hash);
            }
        }

        return kept;
    }

    // FNV-1a, 64 bits (Fowler, Noll, Vo): stable over runs and machines, unlike string.GetHashCode.
    private static ulong HashWord(string text, ref int i)
    {
        ulong hash = 14695981039346656037;
        for (; i < text.Length && char.IsLetterOrDigit(text[i]); i++)
        {
            hash = unchecked((hash ^ char.ToLowerInvariant(text[i])) * 1099511628211);
        }

        return hash;
    }

    private static ulong HashShingle(ReadOnlySpan<ulong> words, int count)
    {
        ulong hash = 14695981039346656037;
        for (int k = 0; k < ShingleLength; k++)
        {
            hash = unchecked((hash ^ words[(count + k) % ShingleLength]) * 1099511628211);
            hash ^= hash >> 29;
        }

        return hash ^ (hash >> 32);
    }
}
