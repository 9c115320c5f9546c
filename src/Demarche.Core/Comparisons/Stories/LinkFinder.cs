namespace Demarche.Core.Comparisons.Stories;

/// <summary>Finds the pairs of articles that may tell of one event, without looking at every pair.</summary>
/// <remarks>
/// Blocking: a pair is looked at when the articles lie within <see cref="WindowDays"/> of each other and share at least
/// <see cref="LeastShared"/> of the <see cref="KeyTerms"/> terms that tell most of each. Which terms these are depends on the article alone, so a
/// pair is looked at or not whatever else is in the ledger, and the work for one article grows with the news of its weeks, not with the ledger.
/// </remarks>
internal sealed class LinkFinder
{
    /// <summary>Articles further apart than this tell of two events.</summary>
    public const int WindowDays = 30;

    /// <summary>Links less probable than this are as good as none: twenty of them do not make one event.</summary>
    public const double LeastProbability = 0.02;

    private const int KeyTerms = 24;
    private const int LeastShared = 2;

    // A headline has a handful of words; one in common may be the name that decides.
    private const int LeastSharedOfHeadlines = 1;

    private readonly PairModel _model;
    private readonly List<ArticleVector> _vectors = [];
    private readonly List<int?> _days = [];
    private readonly Dictionary<uint, List<int>> _postings = [];
    private readonly Dictionary<int, int> _shared = [];

    public LinkFinder(PairModel model) => _model = model;

    /// <summary>Links an article to those added before it, by index; the order of adding changes no link.</summary>
    /// <param name="vector">The article.</param>
    /// <param name="published">Its day, or null.</param>
    public IReadOnlyList<Link> Add(ArticleVector vector, DateOnly? published)
    {
        int index = _vectors.Count;
        int? day = published?.DayNumber;
        _shared.Clear();
        foreach (uint term in KeysOf(vector))
        {
            if (!_postings.TryGetValue(term, out List<int>? articles))
            {
                _postings[term] = articles = [];
            }

            foreach (int other in articles)
            {
                if (IsNear(day, _days[other]))
                {
                    _shared[other] = _shared.GetValueOrDefault(other) + 1;
                }
            }

            articles.Add(index);
        }

        _vectors.Add(vector);
        _days.Add(day);
        return [.. _shared.OrderBy(pair => pair.Key).Where(pair => pair.Value >= Least(vector, _vectors[pair.Key]))
            .Select(pair => new Link(pair.Key, index, _model.ProbabilityOf(_vectors[pair.Key], vector, Apart(day, _days[pair.Key]))))
            .Where(link => link.Probability >= LeastProbability)];
    }

    private static int Least(ArticleVector left, ArticleVector right) =>
        left.IsHeadline || right.IsHeadline ? LeastSharedOfHeadlines : LeastShared;

    private static bool IsNear(int? left, int? right) => Apart(left, right) is not > WindowDays;

    private static int? Apart(int? left, int? right) => left is null || right is null ? null : Math.Abs(left.Value - right.Value);

    // By weight in English at large: the ledger's own weights would let every article choose anew with each that comes.
    private static IEnumerable<uint> KeysOf(ArticleVector vector) =>
        Enumerable.Range(0, vector.Terms.Length)
            .OrderByDescending(vector.PlainWeightAt)
            .ThenBy(i => vector.Terms[i])
            .Take(KeyTerms)
            .Select(i => vector.Terms[i]);
}
