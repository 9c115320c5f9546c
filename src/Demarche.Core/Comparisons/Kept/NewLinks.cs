using System.Runtime.InteropServices;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Ledger.Sqlite;

namespace Demarche.Core.Comparisons.Kept;

/// <summary>Finds the links of some articles among all of a ledger. Inside one transaction.</summary>
/// <param name="tables">The tables.</param>
/// <param name="model">Tells how probable a link is.</param>
/// <param name="threads">How many articles at once.</param>
internal sealed class NewLinks(StoryTables tables, PairModel model, int threads)
{
    // As many at a time; what they are near to is held in memory, about 8 KB an article.
    private const int Batch = 512;
    private const int MostHeld = 40_000;

    // From so many on it is cheaper to read all keys of their weeks than each article's own, word by word (100,000 articles of a year, 22 November 2026).
    private const int ManyArticles = 48;

    private readonly Dictionary<long, LinkedArticle?> _near = [];
    private readonly Dictionary<long, TermSample> _samples = [];
    private readonly ParallelOptions _options = new() { MaxDegreeOfParallelism = threads };

    /// <summary>Finds and keeps them in place of those there were; what such links connect is to be grouped anew.</summary>
    public void Find(IReadOnlyList<long> articles)
    {
        foreach (long[] batch in articles.Chunk(Batch))
        {
            foreach (long id in batch)
            {
                tables.Articles.Unpart(id);
                tables.Links.Drop(id);
                tables.Links.SetLinked(id);
            }

            Keep(Weighed(Pairs(batch)));
            if (_near.Count > MostHeld)
            {
                _near.Clear();
            }
        }
    }

    /// <summary>An article with its words weighed, its keys left out.</summary>
    public static LinkedArticle Weigh(int day, ArticleProfile profile, TermSample sample) =>
        new(new ArticleVector(profile, sample), [], day == 0 ? null : day);

    // Each pair once: an article of the batch and one near in time that shares keys enough.
    private List<(long Other, long Id, int Shared)> Pairs(long[] batch)
    {
        var pairs = new List<(long Other, long Id, int Shared)>();
        var done = new HashSet<long>();
        var shared = new Dictionary<long, int>();
        StoryArticle[] articles = [.. batch.Select(id => tables.Articles.Get(id)!).Where(article => article.OriginalId == article.Id)];
        if (articles.Length == 0)
        {
            return pairs;
        }

        uint[][] keys = [.. articles.Select(article => ProfileBytes.Read(article.Profile).Keys())];
        int first = articles.Min(article => WindowOf(article).From);
        int last = articles.Max(article => WindowOf(article).To);
        KeyWindow? window = articles.Length < ManyArticles ? null : KeyWindow.Read(tables, first, last, keys.SelectMany(terms => terms));
        HashSet<long> headlines = tables.Links.Headlines(first, last);
        for (int i = 0; i < articles.Length; i++)
        {
            StoryArticle article = articles[i];
            shared.Clear();
            (int from, int to) = WindowOf(article);
            foreach (long other in keys[i].SelectMany(key => window?.Having(key, from, to) ?? tables.Links.Having(key, from, to)))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(shared, other, out _)++;
            }

            done.Add(article.Id);
            bool isHeadline = headlines.Contains(article.Id);
            pairs.AddRange(shared.Where(pair => LinkFinder.AreLookedAt(pair.Value, isHeadline || headlines.Contains(pair.Key)) && !done.Contains(pair.Key))
                .Select(pair => (pair.Key, article.Id, pair.Value)));
        }

        Load([.. pairs.Select(pair => pair.Other).Concat(done).Distinct().Where(id => !_near.ContainsKey(id))]);
        return pairs;
    }

    // An article without a day may be of any.
    private static (int From, int To) WindowOf(StoryArticle article) => article.Day > 0
        ? (article.Day - LinkFinder.WindowDays, article.Day + LinkFinder.WindowDays)
        : (0, int.MaxValue);

    private void Load(long[] wanted)
    {
        foreach (long id in wanted)
        {
            // None for a copy: its original is linked in its stead.
            _near[id] = null;
        }

        (long Id, int Day, byte[] Profile, long Vicinity)[] articles = [.. tables.Articles.ToLink(wanted.Order())];
        foreach (long around in articles.Select(article => article.Vicinity).Distinct().Where(around => !_samples.ContainsKey(around)).ToList())
        {
            _samples[around] = new TermSample(tables.Vicinities.Get(around)!.Value.Terms);
        }

        var linked = new LinkedArticle[articles.Length];
        Parallel.For(0, articles.Length, _options, i =>
            linked[i] = Weigh(articles[i].Day, ProfileBytes.Read(articles[i].Profile), _samples[articles[i].Vicinity]));
        for (int i = 0; i < articles.Length; i++)
        {
            _near[articles[i].Id] = linked[i];
        }
    }

    private List<(long Other, long Id, double Probability)> Weighed(List<(long Other, long Id, int Shared)> pairs)
    {
        var probabilities = new double?[pairs.Count];
        Parallel.For(0, pairs.Count, _options, i => probabilities[i] = _near[pairs[i].Other] is { } other && _near[pairs[i].Id] is { } article
            ? LinkFinder.ProbabilityOf(other, article, pairs[i].Shared, model)
            : null);
        return [.. pairs.Zip(probabilities).Where(pair => pair.Second is not null).Select(pair => (pair.First.Other, pair.First.Id, pair.Second!.Value))];
    }

    private void Keep(List<(long Other, long Id, double Probability)> links)
    {
        foreach ((long other, long id, double probability) in links)
        {
            tables.Links.Add(other, id, probability);
            if (probability >= StoryShape.LeastMeanProbability)
            {
                tables.Articles.Unpart(other);
            }
        }
    }
}
