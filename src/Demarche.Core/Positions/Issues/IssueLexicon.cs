using System.Collections.Frozen;
using Demarche.Core.Parties;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;
using Demarche.Nlp.Words;

namespace Demarche.Core.Positions.Issues;

/// <summary>The vocabulary of a codebook's issues, ready for looking up. Immutable; safe to share between threads.</summary>
internal sealed class IssueLexicon
{
    private const int Several = -1;

    private readonly Dictionary<string, List<(int Term, int Slot)>> _places = new(StringComparer.Ordinal);
    private readonly List<IssueTerm> _terms = [];
    private readonly Dictionary<string, double>[] _context;
    private readonly Dictionary<string, double> _weights;
    private readonly Dictionary<string, int> _headOwners;
    private readonly string?[] _agents;
    private readonly IReadOnlySet<string>[] _targets;
    private readonly int[] _changes;
    private readonly NearWords? _near;
    private readonly HashSet<string> _harmful;

    public IssueLexicon(Codebook codebook, Vocabulary vocabulary, MentionScanner scanner, WordVectors? words = null)
    {
        Codebook = codebook;
        var drafts = new List<IssueTermDraft>();
        var reader = new IssueTermReader(vocabulary, scanner);
        _context = new Dictionary<string, double>[codebook.Issues.Count];
        _agents = new string?[codebook.Issues.Count];
        _targets = new IReadOnlySet<string>[codebook.Issues.Count];
        for (int i = 0; i < codebook.Issues.Count; i++)
        {
            _agents[i] = reader.AgentOf(codebook.Issues[i]);
            _targets[i] = _agents[i] is null ? FrozenSet<string>.Empty : reader.OthersNamed(codebook.Issues[i]);
            reader.Read(codebook.Issues[i], i, drafts);
        }

        int[] changes = [.. codebook.Issues.Select(reader.ChangeOf)];
        _changes = [.. changes.Select((sign, i) => Enumerable.Range(0, changes.Length).Any(j => changes[j] == -sign && sign != 0 && _agents[i] is not null && _agents[j] == _agents[i] && Share(drafts, i, j)) ? sign : 0)];

        _headOwners = OwnersOf(drafts);
        Dictionary<string, double> weights = _weights = WeightsOf(drafts, codebook.Issues.Count, vocabulary);
        foreach (IssueTermDraft draft in drafts)
        {
            if (draft.IsContext)
            {
                AddContext(draft, weights);
            }
            else
            {
                AddTerm(draft, weights);
            }
        }

        _harmful = [.. drafts.Where(d => d.Concepts.Exists(vocabulary.IsHarm)).Select(d => d.Phrase)];
        MeaningVectors? meanings = words is null ? null : new MeaningVectors(words);
        Meanings = meanings is null ? null : new IssueMeanings(codebook, vocabulary, scanner, meanings);
        _near = meanings is null ? null : new NearWords(meanings, reader.Forms.Where(f => _places.ContainsKey(f.Concept)));
    }

    /// <summary>The codebook it was built from.</summary>
    public Codebook Codebook { get; }

    /// <summary>What the issues mean; null without word vectors.</summary>
    public IssueMeanings? Meanings { get; }

    /// <summary>All phrases; <see cref="PlacesOf"/> refers to them by index.</summary>
    public IReadOnlyList<IssueTerm> Terms => _terms;

    /// <summary>The phrases that hold <paramref name="concept"/>, with its place among their concepts.</summary>
    public IReadOnlyList<(int Term, int Slot)> PlacesOf(string concept) =>
        _places.TryGetValue(concept, out List<(int, int)>? places) ? places : [];

    /// <summary>The concepts of the codebook that mean nearly what <paramref name="word"/> means, the nearest first, with a nearness below 1.</summary>
    public IReadOnlyList<(string Concept, double Nearness)> NearOf(ReadOnlySpan<char> word) => _near is null ? [] : _near.Of(word);

    /// <summary>Codebook id of the party that an issue's definition opens with, the one to act ("Norland lifts ..."), or null.</summary>
    public string? AgentOf(int issue) => _agents[issue];

    /// <summary>Whether the matter is a blow to those it falls on, so that announcing it is a threat: sanctions, a ban, a lawsuit.</summary>
    public bool IsHarmful(IssueMatch match) => _harmful.Contains(match.Phrase);

    /// <summary>Whether the matter is a blow that another party deals <paramref name="party"/>: "Norland restricts sales to Suderia" for Suderia.</summary>
    public bool IsSuffered(IssueMatch match, string? party) =>
        party is not null && _agents[match.Issue] != party && _targets[match.Issue].Contains(party) && IsHarmful(match);

    /// <summary>The issues that have <paramref name="doer"/> act on the party that <paramref name="issue"/> has act: "Suderia lifts its toll on Norland" beside "Norland lifts its toll on Suderia".</summary>
    public IEnumerable<int> MirrorsOf(int issue, string doer) =>
        _agents[issue] is { } agent ? Enumerable.Range(0, _agents.Length).Where(other => _agents[other] == doer && _targets[other].Contains(agent)) : [];

    /// <summary>Sign of the change that label and definition name ("raises": +1) where another issue has the same party do the contrary with the same matter ("lowers"); else 0.</summary>
    public int ChangeOf(int issue) => _changes[issue];

    private static bool Share(List<IssueTermDraft> drafts, int issue, int other)
    {
        HashSet<string> matter = [.. drafts.Where(d => d.Issue == issue && !d.IsContext).SelectMany(d => d.Concepts).Where(c => c[0] != '@')];
        return drafts.Exists(d => d.Issue == other && !d.IsContext && d.Concepts.Exists(matter.Contains));
    }

    /// <summary>How much <paramref name="concept"/> tells, 0-1.</summary>
    public double WeightOf(string concept) => _weights.GetValueOrDefault(concept);

    /// <summary>Weight of <paramref name="concept"/> in the definition and label of an issue; 0 when it is not in them.</summary>
    public double ContextWeight(int issue, string concept) =>
        _context[issue] is { } context ? context.GetValueOrDefault(concept) : 0;

    /// <summary>Of each word of a phrase, names apart, the one issue whose phrases have it, or <see cref="Several"/>.</summary>
    private static Dictionary<string, int> OwnersOf(List<IssueTermDraft> drafts)
    {
        var owners = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (IssueTermDraft draft in drafts.Where(d => !d.IsContext))
        {
            foreach (string concept in draft.Concepts.Where(c => c[0] != '@'))
            {
                owners[concept] = owners.GetValueOrDefault(concept, draft.Issue) == draft.Issue ? draft.Issue : Several;
            }
        }

        return owners;
    }

    /// <summary>A word that stands in one issue weighs 1, one that stands in all weighs next to nothing (inverse document frequency over the issues).</summary>
    private static Dictionary<string, double> WeightsOf(List<IssueTermDraft> drafts, int issues, Vocabulary vocabulary)
    {
        var holders = new Dictionary<string, HashSet<int>>(StringComparer.Ordinal);
        foreach (IssueTermDraft draft in drafts)
        {
            foreach (string concept in draft.Concepts)
            {
                if (!holders.TryGetValue(concept, out HashSet<int>? set))
                {
                    holders[concept] = set = [];
                }

                set.Add(draft.Issue);
            }
        }

        double all = Math.Log(issues + 1);
        return holders.ToDictionary(
            p => p.Key,
            p => Math.Log((issues + 1.0) / p.Value.Count) / all * vocabulary.RarityOf(p.Key),
            StringComparer.Ordinal);
    }

    private void AddContext(IssueTermDraft draft, Dictionary<string, double> weights)
    {
        Dictionary<string, double> context = _context[draft.Issue] ??= new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (string concept in draft.Concepts)
        {
            context[concept] = weights[concept];
        }
    }

    private void AddTerm(IssueTermDraft draft, Dictionary<string, double> weights)
    {
        string[] concepts = [.. draft.Concepts];
        for (int slot = 0; slot < concepts.Length; slot++)
        {
            if (!_places.TryGetValue(concepts[slot], out List<(int, int)>? places))
            {
                _places[concepts[slot]] = places = [];
            }

            places.Add((_terms.Count, slot));
        }

        double[] ofConcepts = [.. concepts.Select(c => weights[c])];
        _terms.Add(new IssueTerm(draft.Issue, draft.Sign, concepts, ofConcepts, draft.Verb, draft.Phrase)
        {
            Barriers = draft.Barriers,
            Head = _headOwners.GetValueOrDefault(draft.Head, Several) == draft.Issue ? draft.Head : "",
            Noun = draft.Head,
            Others = draft.Others,
            Naming = draft.Naming,
            Keys = draft.Keys,
            Contraries = draft.Contraries,
            IsFought = draft.IsFought,
            IsTransfer = draft.IsTransfer,
        });
    }
}
