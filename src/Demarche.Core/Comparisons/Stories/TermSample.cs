using Demarche.Core.Ledger;

namespace Demarche.Core.Comparisons.Stories;

/// <summary>How many articles of a ledger have a term, judged on a sample. Immutable.</summary>
/// <remarks>
/// The sample is the articles whose keys hash lowest (bottom-k sketch: E. Cohen, H. Kaplan 2007). It depends on the set of articles alone, not on
/// the order in which they came, and one more article changes it ever more seldom: in a ledger of 100,000, once in 200 times.
/// </remarks>
internal sealed class TermSample
{
    /// <summary>Most articles in a sample: enough to know a word of every second article from one of every hundredth.</summary>
    public const int Size = 512;

    private readonly Dictionary<uint, int> _articlesWith = [];
    private readonly int _count;

    /// <summary>Counts the terms of the articles sampled.</summary>
    public TermSample(IReadOnlyCollection<ArticleProfile> sampled)
    {
        _count = sampled.Count;
        foreach (uint term in sampled.SelectMany(profile => profile.Terms))
        {
            _articlesWith[term] = _articlesWith.GetValueOrDefault(term) + 1;
        }
    }

    /// <summary>The lot an article draws by its key: those with the lowest are the sample.</summary>
    public static string DrawOf(string articleKey) => ContentId.Of("sample", articleKey);

    /// <summary>Weight of a term: geometric mean of its rarity in English and in this ledger, so that both must hold it rare.</summary>
    /// <param name="term">Hash of the stem.</param>
    /// <param name="rarity">Its rarity in English.</param>
    public double WeightOf(uint term, double rarity)
    {
        double here = Math.Log((_count + 1) / (_articlesWith.GetValueOrDefault(term) + 0.5));
        return Math.Sqrt(Math.Max(0, here) * rarity);
    }
}
