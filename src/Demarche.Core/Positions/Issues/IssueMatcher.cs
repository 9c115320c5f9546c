using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Issues;

/// <summary>Finds which issues a clause speaks of. Immutable; safe to share between threads.</summary>
internal sealed class IssueMatcher
{
    /// <summary>Share of a phrase's weight that must stand in the clause.</summary>
    private const double LeastCoverage = 0.6;

    /// <summary>Weight of the words found, below which a match says nothing: one word that few issues share.</summary>
    private const double LeastWeight = 0.5;

    /// <summary>The same for a phrase that stands there whole.</summary>
    private const double LeastWholeWeight = 0.25;

    /// <summary>What a verb of the phrase's own direction adds, and what one of the other direction takes.</summary>
    private const double VerbBonus = 0.25;

    /// <summary>Share of a match's words that a better match of another issue may have taken already.</summary>
    private const double MostShared = 0.5;

    private readonly IssueLexicon _lexicon;

    public IssueMatcher(IssueLexicon lexicon) => _lexicon = lexicon;

    /// <summary>The issues named inside <paramref name="clause"/>, best first, each at most once; words that serve one issue do not serve a weaker one.</summary>
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

            foreach ((int term, int slot) in _lexicon.PlacesOf(concept))
            {
                if (!byTerm.TryGetValue(term, out List<(int, int)>? hits))
                {
                    byTerm[term] = hits = [];
                }

                hits.Add((word, slot));
            }
        }

        return byTerm;
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

        double score = (coverage * Math.Min(bestWeight, 2) * 0.5) + (0.5 * coverage) + Context(text, clause, term.Issue);
        var range = new WordRange(best[0], best[^1] + 1);
        score += VerbBonus * VerbAgreement(text, clause, range, term.Verb);
        return new IssueMatch(term.Issue, term.Sign, range, [.. best], score, term.Phrase);
    }

    /// <summary>How much of the issue's definition stands around the match; at most a third of a phrase.</summary>
    private double Context(CodedText text, WordRange clause, int issue)
    {
        double sum = 0;
        string last = "";
        for (int word = clause.Start; word < clause.End; word++)
        {
            string concept = text.Concept(word);
            if (concept.Length > 0 && concept != last)
            {
                sum += _lexicon.ContextWeight(issue, concept);
                last = concept;
            }
        }

        return Math.Min(0.3, 0.1 * sum);
    }

    /// <summary>+1 when a verb near the match changes the matter the way the phrase does, -1 when only the other way, half of that without such verbs.</summary>
    private static double VerbAgreement(CodedText text, WordRange clause, WordRange match, int verb)
    {
        if (verb == 0)
        {
            return 0;
        }

        double found = -0.5;
        for (int word = Math.Max(clause.Start, match.Start - 5); word < Math.Min(clause.End, match.End + 5); word++)
        {
            if (text.OperatorAt(word) is { Operator.Group: OperatorGroup.Change } hit)
            {
                if (hit.Operator.Sign == verb)
                {
                    return 1;
                }

                found = -1;
            }
        }

        return found;
    }

    private static List<IssueMatch> Settle(IEnumerable<IssueMatch> matches)
    {
        var kept = new List<IssueMatch>();
        var taken = new HashSet<int>();
        foreach (IssueMatch match in matches.OrderByDescending(m => m.Score).ThenBy(m => m.Issue))
        {
            int shared = match.Hits.Count(taken.Contains);
            if (shared <= MostShared * match.Hits.Length)
            {
                kept.Add(match);
                taken.UnionWith(match.Hits);
            }
        }

        return kept;
    }
}
