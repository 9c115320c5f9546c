namespace Demarche.Core.Comparisons.Suggestions;

/// <summary>Puts matters together that share their telling words: "night levy", "levy on trawlers at night".</summary>
/// <remarks>
/// Greedy covering: the head noun or pair of words that is told most is taken, with every matter that holds it, and so on with the rest. Each
/// word weighs by how rare it is, so that two name a matter better than one. A statement
/// that only mentions a matter tells less than one that wants or refuses it.
/// </remarks>
/// <param name="rarityOf">How much a concept tells in news at large, 0-1.</param>
internal sealed class MatterGroups(Func<string, double> rarityOf)
{
    private const double Mentioned = 0.4;

    // Told in one article only it may be the matter of that one alone.
    private const int LeastArticles = 2;

    private const int MostPhrases = 4;

    private readonly List<(Matter Matter, string Article)> _matters = [];
    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);

    /// <summary>Adds a matter.</summary>
    /// <param name="matter">The matter; its statement's number is the same for all that one statement tells.</param>
    /// <param name="article">The article it stands in.</param>
    public void Add(Matter matter, string article)
    {
        foreach (string key in Keys(matter))
        {
            if (!_places.TryGetValue(key, out List<int>? places))
            {
                _places[key] = places = [];
            }

            places.Add(_matters.Count);
        }

        _matters.Add((matter, article));
    }

    /// <summary>The groups told most, best first.</summary>
    /// <param name="most">Most groups.</param>
    public IEnumerable<MatterGroup> Best(int most)
    {
        bool[] taken = new bool[_matters.Count];
        var open = new PriorityQueue<string, (double Worth, string Key)>(
            Comparer<(double Worth, string Key)>.Create((a, b) => a.Worth != b.Worth ? a.Worth.CompareTo(b.Worth) : string.CompareOrdinal(a.Key, b.Key)));
        foreach ((string key, List<int> places) in _places)
        {
            open.Enqueue(key, (-Worth(key, places, taken), key));
        }

        for (int found = 0; found < most && open.TryDequeue(out string? key, out (double Worth, string Key) before);)
        {
            // What others took since lowers its worth: it waits at its new place unless it still leads.
            double worth = Worth(key, _places[key], taken);
            if (worth <= 0)
            {
                continue;
            }

            if (-worth > before.Worth)
            {
                open.Enqueue(key, (-worth, key));
                continue;
            }

            int[] own = [.. _places[key].Where(place => !taken[place])];
            Array.ForEach(own, place => taken[place] = true);
            found++;
            yield return GroupOf(own);
        }
    }

    private double Worth(string key, List<int> places, bool[] taken)
    {
        var statements = new Dictionary<int, double>();
        var articles = new HashSet<string>(StringComparer.Ordinal);
        foreach (int place in places)
        {
            if (!taken[place])
            {
                (Matter matter, string article) = _matters[place];
                articles.Add(article);
                statements[matter.Statement] = Math.Max(statements.GetValueOrDefault(matter.Statement), matter.IsWanted ? 1 : Mentioned);
            }
        }

        return articles.Count < LeastArticles ? 0 : statements.Values.Sum() * key.Split(' ').Sum(rarityOf);
    }

    private MatterGroup GroupOf(int[] own)
    {
        // Inflections of one phrase are one phrase; it is shown as it is written most.
        string[] phrases =
        [
            .. own.Select(place => _matters[place].Matter).GroupBy(matter => string.Join(' ', matter.Concepts), StringComparer.Ordinal)
                .OrderByDescending(same => same.Count()).ThenBy(same => same.Key.Length).ThenBy(same => same.Key, StringComparer.Ordinal)
                .Select(same => same.GroupBy(matter => matter.Phrase, StringComparer.Ordinal)
                    .OrderByDescending(written => written.Count()).ThenBy(written => written.Key, StringComparer.Ordinal).First().Key)
                .Take(MostPhrases),
        ];
        return new MatterGroup(phrases[0], phrases, [.. own.Select(place => _matters[place].Matter.Statement).Distinct()]);
    }

    private static IEnumerable<string> Keys(Matter matter)
    {
        if (matter.Head is not null)
        {
            yield return matter.Head;
        }

        string[] concepts = matter.Concepts;
        for (int i = 0; i < concepts.Length; i++)
        {
            for (int j = i + 1; j < concepts.Length; j++)
            {
                yield return string.CompareOrdinal(concepts[i], concepts[j]) < 0 ? $"{concepts[i]} {concepts[j]}" : $"{concepts[j]} {concepts[i]}";
            }
        }
    }
}

/// <summary>Matters that share their telling words.</summary>
/// <param name="Label">The phrase told most.</param>
/// <param name="Phrases">The phrases, most frequent first.</param>
/// <param name="Statements">Numbers of the statements, in the order they were added.</param>
internal sealed record MatterGroup(string Label, IReadOnlyList<string> Phrases, IReadOnlyList<int> Statements);
