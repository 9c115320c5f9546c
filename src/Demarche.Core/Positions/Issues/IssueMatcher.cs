using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Issues;

/// <summary>Finds which issues a clause speaks of. Immutable; safe to share between threads.</summary>
internal sealed class IssueMatcher
{
    /// <summary>Share of a phrase's weight that must stand in the clause.</summary>
    private const double LeastCoverage = 0.5;

    /// <summary>The same for a phrase of which only the noun stands there that it is about, as of a thing already known. Set by hand: the noun of a phrase of three words.</summary>
    private const double LeastShortCoverage = 0.25;

    /// <summary>Weight of the words found, below which a match says nothing: one word that few issues share.</summary>
    private const double LeastWeight = 0.5;

    /// <summary>The same for a phrase that stands there whole.</summary>
    private const double LeastWholeWeight = 0.25;

    /// <summary>What a word between those of a phrase takes: of two phrases that fit alike the one whose words stand together is meant.</summary>
    private const double Loose = 0.001;

    private readonly IssueLexicon _lexicon;

    public IssueMatcher(IssueLexicon lexicon) => _lexicon = lexicon;

    /// <summary>The issues named inside <paramref name="clause"/>, best first, each at most once.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clause">The words that may name a matter.</param>
    /// <param name="around">Those that tell which of several phrases is meant; null for the clause.</param>
    public List<IssueMatch> Match(CodedText text, WordRange clause, WordRange? around = null)
    {
        var best = new Dictionary<int, IssueMatch>();
        using TermHits hits = HitsIn(text, clause);
        foreach (int index in hits.Terms(LeastShortCoverage))
        {
            IssueMatch? match = MatchTerm(text, around ?? clause, _lexicon.Terms[index], hits.Of(index));
            if (match is not null && (!best.TryGetValue(match.Issue, out IssueMatch? other) || match.Score > other.Score))
            {
                best[match.Issue] = match;
            }
        }

        return Settle(best.Values);
    }

    /// <summary>What the words of <paramref name="match"/> mean of another issue, where only the noun of one of its phrases stands there: "its duties" for "remove retaliatory duties".</summary>
    /// <param name="text">The text.</param>
    /// <param name="around">Words that tell which of several phrases is meant.</param>
    /// <param name="match">A match that cannot be meant.</param>
    /// <param name="issue">Index of the issue that may be.</param>
    public IssueMatch? ByNoun(CodedText text, WordRange around, IssueMatch match, int issue)
    {
        IssueMatch? best = null;
        foreach (IssueTerm term in _lexicon.Terms.Where(t => t.Issue == issue && t.Noun.Length > 0))
        {
            List<TermHit> hits = [.. match.Hits.Where(word => text.Concept(word) == term.Noun).Select(word => new TermHit(word, Array.IndexOf(term.Concepts, term.Noun), 1)).Take(1)];
            if (hits.Count > 0 && MatchTerm(text, around, term, hits, true) is { } found && found.Score > (best?.Score ?? double.MinValue))
            {
                best = found;
            }
        }

        return best;
    }

    private TermHits HitsIn(CodedText text, WordRange clause)
    {
        var hits = new TermHits(_lexicon.Terms);
        for (int word = clause.Start; word < clause.End; word++)
        {
            string concept = text.Concept(word);
            if (concept.Length == 0)
            {
                continue;
            }

            IReadOnlyList<(int Term, int Slot)> places = _lexicon.PlacesOf(concept);
            Add(places, word, 1, hits, IdiomAt(text, word));
            Add(_lexicon.PlacesOf(text.Joined(word)), word, 1, hits);
            if (places.Count == 0 && concept[0] != '@' && !text.Words.IsCapital(word) && text.OperatorAt(word) is null)
            {
                foreach ((string near, double nearness) in _lexicon.NearOf(text.Words.Span(word).SliceOf(text.Words.Text)))
                {
                    Add(_lexicon.PlacesOf(near), word, nearness, hits);
                }
            }
        }

        return hits;
    }

    /// <summary>"a great deal of work" names no deal: the words of an idiom that only looks like something else, or null.</summary>
    private static List<string>? IdiomAt(CodedText text, int word)
    {
        if (text.OperatorAt(word) is not { Operator.Group: OperatorGroup.Neutral } idiom || idiom.End == idiom.Start + 1)
        {
            return null;
        }

        var concepts = new List<string>();
        for (int i = idiom.Start; i < idiom.End; i++)
        {
            if (text.Concept(i).Length > 0)
            {
                concepts.Add(text.Concept(i));
            }
        }

        return concepts;
    }

    private void Add(IReadOnlyList<(int Term, int Slot)> places, int word, double nearness, TermHits hits, List<string>? idiom = null)
    {
        for (int i = 0; i < places.Count; i++)
        {
            (int term, int slot) = places[i];
            if (idiom is null || idiom.TrueForAll(c => Array.IndexOf(_lexicon.Terms[term].Concepts, c) >= 0))
            {
                hits.Add(term, new TermHit(word, slot, nearness));
            }
        }
    }

    /// <summary>The densest place of a phrase: hits within twice its length and six words more, each of its words once, and their weight.</summary>
    private static (double Weight, List<TermHit> Hits) Densest(IssueTerm term, List<TermHit> hits)
    {
        int window = (2 * term.Concepts.Length) + 6;
        double bestWeight = 0;
        List<TermHit> best = [];
        var found = new List<TermHit>(term.Concepts.Length);
        for (int first = 0; first < hits.Count; first++)
        {
            found.Clear();
            for (int i = first; i < hits.Count && hits[i].Word - hits[first].Word < window; i++)
            {
                TermHit hit = hits[i];
                int at = found.FindIndex(other => other.Slot == hit.Slot);
                if (at < 0)
                {
                    found.Add(hit);
                }
                else if (hit.Nearness > found[at].Nearness)
                {
                    found[at] = hit;
                }
            }

            double weight = 0;
            foreach (TermHit hit in found)
            {
                weight += term.Weights[hit.Slot] * hit.Nearness;
            }

            if (weight > bestWeight + 1e-9)
            {
                (bestWeight, best) = (weight, [.. found.OrderBy(hit => hit.Word)]);
            }
        }

        return (bestWeight, best);
    }

    /// <summary>The phrase at its densest place, or null when too little of it stands there.</summary>
    private IssueMatch? MatchTerm(CodedText text, WordRange clause, IssueTerm term, List<TermHit> hits, bool byNoun = false)
    {
        (double bestWeight, List<TermHit> best) = Densest(term, hits);
        double coverage = term.Total > 0 ? bestWeight / term.Total : 0;
        if (!byNoun && coverage < LeastCoverage && !best.Exists(hit => IsShortForm(text, term, hit)))
        {
            return null;
        }

        int[] core = [.. best.Where(hit => term.IsNames || term.Concepts[hit.Slot][0] != '@').Select(hit => hit.Word)];
        var range = core.Length == 0 ? default : new WordRange(core[0], core[^1] + 1);
        double others = MatchSurroundings.Others(text, clause, range, term.Others);
        if (core.Length == 0 || (!byNoun && SaysTooLittle(text.Words, term, best, coverage, others)))
        {
            return null;
        }

        double context = MatchSurroundings.Context(_lexicon, text, clause, term.Issue);
        double score = (coverage * Math.Min(bestWeight, 2) * 0.5) + (0.5 * coverage) + context;
        double verb = MatchSurroundings.Verb(text, clause, range, term.Verb);
        score += MatchSurroundings.Change(text, clause, range, _lexicon.ChangeOf(term.Issue)) - (Loose * (range.Length - core.Length));
        score += verb + (term.Others.Length > 0 && term.Verb == 0 && others == 0 ? MatchSurroundings.NoOtherWords : others * MatchSurroundings.OtherWords);
        List<int> naming = MatchSurroundings.Naming(text, clause, range, term);
        int contrary = MatchSurroundings.Contrary(text, clause, range, term.Contraries);
        int[] all = [.. core.Concat(naming).Concat(contrary < 0 ? [] : [contrary]).Distinct().Order()];
        WordRange words = naming.Count == 0 ? range : new WordRange(Math.Min(range.Start, naming[0]), Math.Max(range.End, naming[^1] + 1));
        return new IssueMatch(term.Issue, SignOf(text, range, term, best, contrary >= 0), words, all, score, coverage, verb, term.Phrase)
        {
            IsTransfer = term.IsTransfer && contrary < 0,
            Context = context,
            Others = term.Others.Length == 0 ? 0 : others > 0.99 ? 1 : -1,
            Synonyms = best.Count(hit => !term.Keys.Contains(text.Words.Key(hit.Word))) / (double)best.Count,
            Near = best.Sum(hit => term.Weights[hit.Slot] * (hit.Nearness < 1 ? 1 : 0)) / Math.Max(term.Total, 1e-9),
        };
    }

    private static bool SaysTooLittle(WordText words, IssueTerm term, List<TermHit> hits, double coverage, double others)
    {
        double named = hits.Sum(hit => term.Concepts[hit.Slot][0] == '@' ? 0 : term.Weights[hit.Slot] * hit.Nearness);
        double least = coverage < 0.99 ? LeastWeight : others > 0.99 ? 0 : LeastWholeWeight;

        // Of names alone all must stand there: one of them is in every other sentence.
        return term.IsNames ? coverage < 0.99 : named < least || (coverage < 0.99 && hits.TrueForAll(hit => ShellNouns.Is(words.Key(hit.Word))));
    }

    /// <summary>The sign of the matter: turned where none of the phrase's words of barring stands there, and where a contrary does; to discuss what is to go is to discuss that it goes.</summary>
    private static int SignOf(CodedText text, WordRange match, IssueTerm term, List<TermHit> hits, bool isContrary)
    {
        bool isToGo = term is { Sign: < 0, Verb: < 0 } or { Sign: < 0, Verb: 0, Others.Length: 0 };
        if (isToGo && MatchSurroundings.IsDiscussed(text, match))
        {
            return 1;
        }

        bool barred = term.Barriers.Length == 0 || hits.Exists(hit => term.Barriers.Contains(term.Concepts[hit.Slot]));
        return barred == isContrary ? -term.Sign : term.Sign;
    }

    /// <summary>"the closure" for "closure of the night clinic": the noun that the phrase is about, in the codebook's own word, which no other issue has.</summary>
    private static bool IsShortForm(CodedText text, IssueTerm term, TermHit hit) =>
        term.Concepts[hit.Slot] == term.Head && term.Weights[hit.Slot] >= LeastWeight && term.Keys.Contains(text.Words.Key(hit.Word)) && ShortForm.IsKnown(text, hit.Word);

    /// <summary>The matches, best first, each with the share of its words that a better one has.</summary>
    public static List<IssueMatch> Settle(IEnumerable<IssueMatch> matches)
    {
        var kept = new List<IssueMatch>();
        var taken = new HashSet<int>();
        foreach (IssueMatch match in matches.OrderByDescending(m => m.Score).ThenBy(m => m.Issue))
        {
            int shared = match.Hits.Count(taken.Contains);
            kept.Add(match with { Shared = (double)shared / Math.Max(1, match.Hits.Length) });
            taken.UnionWith(match.Hits);
        }

        return kept;
    }
}
