using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Issues;

/// <summary>Finds which issues a clause speaks of. Immutable; safe to share between threads.</summary>
internal sealed class IssueMatcher
{
    /// <summary>Share of a phrase's weight that must stand in the clause.</summary>
    private const double LeastCoverage = 0.5;

    /// <summary>Weight of the words found, below which a match says nothing: one word that few issues share.</summary>
    private const double LeastWeight = 0.5;

    /// <summary>The same for a phrase that stands there whole.</summary>
    private const double LeastWholeWeight = 0.25;

    private readonly IssueLexicon _lexicon;

    public IssueMatcher(IssueLexicon lexicon) => _lexicon = lexicon;

    /// <summary>The issues named inside <paramref name="clause"/>, best first, each at most once.</summary>
    public List<IssueMatch> Match(CodedText text, WordRange clause)
    {
        var best = new Dictionary<int, IssueMatch>();
        foreach ((int term, List<(int Word, int Slot)> hits) in HitsByTerm(text, clause))
        {
            IssueMatch? match = MatchTerm(text, clause, _lexicon.Terms[term], hits);
            if (match is not null && (!best.TryGetValue(match.Issue, out IssueMatch? other) || match.Score > other.Score))
            {
                best[match.Issue] = match;
            }
        }

        return Settle(best.Values);
    }

    private SortedDictionary<int, List<(int Word, int Slot)>> HitsByTerm(CodedText text, WordRange clause)
    {
        var byTerm = new SortedDictionary<int, List<(int, int)>>();
        for (int word = clause.Start; word < clause.End; word++)
        {
            string concept = text.Concept(word);
            if (concept.Length == 0)
            {
                continue;
            }

            string joined = text.Joined(word);
            AddPlaces(_lexicon.PlacesOf(concept), word, byTerm);
            AddPlaces(joined.Length == 0 ? [] : _lexicon.PlacesOf(joined), word, byTerm);
        }

        return byTerm;
    }

    private static void AddPlaces(IReadOnlyList<(int Term, int Slot)> places, int word, SortedDictionary<int, List<(int Word, int Slot)>> byTerm)
    {
        foreach ((int term, int slot) in places)
        {
            if (!byTerm.TryGetValue(term, out List<(int, int)>? hits))
            {
                byTerm[term] = hits = [];
            }

            hits.Add((word, slot));
        }
    }

    /// <summary>The densest place of a phrase: hits within twice its length and six words more, each of its words once.</summary>
    private IssueMatch? MatchTerm(CodedText text, WordRange clause, IssueTerm term, List<(int Word, int Slot)> hits)
    {
        int window = (2 * term.Concepts.Length) + 6;
        double bestWeight = 0;
        List<int> best = [];
        for (int first = 0; first < hits.Count; first++)
        {
            ulong seen = 0;
            double weight = 0;
            var words = new List<int>();
            for (int i = first; i < hits.Count && hits[i].Word - hits[first].Word < window; i++)
            {
                ulong bit = 1UL << (hits[i].Slot & 63);
                if ((seen & bit) == 0)
                {
                    seen |= bit;
                    weight += term.Weights[hits[i].Slot];
                    words.Add(hits[i].Word);
                }
            }

            if (weight > bestWeight + 1e-9)
            {
                (bestWeight, best) = (weight, words);
            }
        }

        double coverage = term.Total > 0 ? bestWeight / term.Total : 0;
        double named = best.Sum(word => text.Concept(word)[0] == '@' ? 0 : _lexicon.WeightOf(text.Concept(word)));
        if (coverage < LeastCoverage || (named < (coverage > 0.99 ? LeastWholeWeight : LeastWeight) && !term.IsNames))
        {
            return null;
        }

        double score = (coverage * Math.Min(bestWeight, 2) * 0.5) + (0.5 * coverage) + MatchSurroundings.Context(_lexicon, text, clause, term.Issue);
        int[] core = [.. best.Where(word => term.IsNames || text.Concept(word)[0] != '@')];
        var range = new WordRange(core[0], core[^1] + 1);
        double verb = MatchSurroundings.Verb(text, clause, range, term.Verb);
        bool barred = term.Barriers.Length == 0 || best.Exists(word => term.Barriers.Contains(text.Concept(word)));
        return new IssueMatch(term.Issue, barred ? term.Sign : -term.Sign, range, [.. best], score + verb, coverage, verb, term.Phrase);
    }

    private static List<IssueMatch> Settle(IEnumerable<IssueMatch> matches)
    {
        var kept = new List<IssueMatch>();
        var taken = new HashSet<int>();
        foreach (IssueMatch match in matches.OrderByDescending(m => m.Score).ThenBy(m => m.Issue))
        {
            int shared = match.Hits.Count(taken.Contains);
            kept.Add(match with { Shared = (double)shared / match.Hits.Length });
            taken.UnionWith(match.Hits);
        }

        return kept;
    }
}
