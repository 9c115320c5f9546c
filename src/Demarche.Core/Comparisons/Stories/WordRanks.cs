using Demarche.Nlp.Stemming;

namespace Demarche.Core.Comparisons.Stories;

/// <summary>How common words are in English at large, so that a ledger of three articles need not guess it. Immutable.</summary>
/// <remarks>Ranks of the 20,000 words written most, of the list GloVe's vectors are ordered by (Pennington, Socher, Manning 2014; public domain).</remarks>
internal static class WordRanks
{
    private const string Resource = "Demarche.Core.Comparisons.Stories.word-ranks.txt";

    // By Zipf's law the logarithm of the rank stands for the rarity; the first ranks, all of them grammar, are taken as one.
    private const double FirstRanks = 50;

    private static readonly Lazy<Dictionary<string, int>> Ranks = new(Read);

    private static readonly double[] Rarities = [.. Enumerable.Range(0, ushort.MaxValue + 1).Select(rank => Math.Log((rank + FirstRanks) / FirstRanks))];

    /// <summary>Rarity of the word with this stem: 0 for grammar words, 6.4 for a word outside the list.</summary>
    public static double RarityOf(string stem) => RarityOf(RankOf(stem));

    /// <summary>Rank of the word with this stem, from 1; of a word outside the list twice the list's length.</summary>
    public static ushort RankOf(string stem)
    {
        Dictionary<string, int> ranks = Ranks.Value;
        // A word outside the list stands as far behind its end as half of the list is long (30,000 for 20,000).
        return (ushort)(ranks.TryGetValue(stem, out int known) ? known : ranks.Count * 2);
    }

    /// <summary>Rarity of a word of this rank.</summary>
    public static double RarityOf(ushort rank) => Rarities[rank];

    private static Dictionary<string, int> Read()
    {
        using Stream stream = typeof(WordRanks).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not built into the program.");
        using var reader = new StreamReader(stream);
        var ranks = new Dictionary<string, int>(StringComparer.Ordinal);
        int rank = 0;
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                ranks.TryAdd(EnglishStemmer.Stem(line), ++rank);
            }
        }

        return ranks;
    }
}
