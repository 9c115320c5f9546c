using Demarche.Nlp.Learning;

namespace Demarche.Core.Comparisons.Stories;

/// <summary>The words of an article, counted: all that grouping needs of it. Immutable; the arrays are aligned, by <see cref="Terms"/>.</summary>
internal sealed record ArticleProfile
{
    /// <summary>Number of terms by which an article is looked up.</summary>
    public const int MostKeys = 24;

    // What is left of "keeper's" and "don't": no list of words has it, and nearly every article.
    private static readonly HashSet<uint> Letters = [.. Enumerable.Range('a', 26).Select(letter => FeatureHash.Of(((char)letter).ToString()))];

    /// <summary>Hashes of the stems, ascending, each once.</summary>
    public required uint[] Terms { get; init; }

    /// <summary>How often each stands in the title, at most 63.</summary>
    public required byte[] InTitle { get; init; }

    /// <summary>How often in the first words of the text, at most 255.</summary>
    public required byte[] InLead { get; init; }

    /// <summary>How often in the text, at most 255.</summary>
    public required byte[] InText { get; init; }

    /// <summary>What each is.</summary>
    public required TermKind[] Kinds { get; init; }

    /// <summary>Rank of each in English at large, <see cref="WordRanks.RankOf"/>.</summary>
    public required ushort[] Ranks { get; init; }

    /// <summary>Whether there is no text, only a title.</summary>
    public required bool IsHeadline { get; init; }

    /// <summary>
    /// The terms that tell most, by their weight in English at large, most telling first: the ledger's own weights would let every article
    /// choose anew with each that comes.
    /// </summary>
    public uint[] Keys()
    {
        int[] order = [.. Enumerable.Range(0, Terms.Length).Where(i => !Letters.Contains(Terms[i]))];
        // Terms ascend, and a stable order leaves equals as they stand.
        return [.. order.OrderByDescending(i => ArticleVector.PlainWeight(this, i)).Take(MostKeys).Select(i => Terms[i])];
    }
}

/// <summary>What a term is.</summary>
internal enum TermKind : byte
{
    /// <summary>A word.</summary>
    Word,

    /// <summary>A word written with a capital inside a sentence.</summary>
    Name,

    /// <summary>Begins with a digit.</summary>
    Number,
}
