using Demarche.Core.Parties;
using Demarche.Core.Positions.Stances;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;

namespace Demarche.Core.Positions.Issues;

/// <summary>Takes the phrases of an issue apart into the matter and what is to be done with it.</summary>
internal sealed class IssueTermReader
{
    private readonly Vocabulary _vocabulary;
    private readonly MentionScanner _scanner;

    public IssueTermReader(Vocabulary vocabulary, MentionScanner scanner)
    {
        _vocabulary = vocabulary;
        _scanner = scanner;
    }

    /// <summary>The words of the phrases read so far as they are written, with their concepts; names are left out.</summary>
    public List<(string Concept, string Form)> Forms { get; } = [];

    /// <summary>Adds the phrases of <paramref name="issue"/> to <paramref name="drafts"/>.</summary>
    public void Read(Issue issue, int index, List<IssueTermDraft> drafts)
    {
        CodedText? definition = issue.Definition is null ? null : new CodedText(issue.Definition, _vocabulary, _scanner, null);
        WordText outcome = WordsOf(issue.Label + ". " + issue.Definition);
        int first = drafts.Count;
        List<string> label = ConceptsOf(WordsOf(issue.Label), []);
        foreach (string phrase in issue.Terms)
        {
            // "smaller classes" under the label "Smaller classes": the phrase is the outcome, whatever the definition denies ("no class has more than 22 pupils").
            bool isLabel = label.Count > 1 && label.TrueForAll(ConceptsOf(WordsOf(phrase), []).Contains);
            AddPhrase(phrase, index, 1, isLabel ? null : definition, outcome, drafts);
        }

        foreach (string phrase in issue.Inverse)
        {
            AddPhrase(phrase, index, -1, null, outcome, drafts);
        }

        AddPhrase(issue.Label, index, 1, null, outcome, drafts);
        NameOutcome(issue, first, drafts);
        drafts.Add(new IssueTermDraft(index, 1, ConceptsOf(outcome, []), 0, issue.Label, true));
    }

    /// <summary>Gives the phrases that only name the matter the words of barring and opposing with which other phrases, label and definition name the outcome.</summary>
    private void NameOutcome(Issue issue, int first, List<IssueTermDraft> drafts)
    {
        var naming = new HashSet<string>(StringComparer.Ordinal);
        foreach ((string phrase, bool isTerm) in issue.Terms.Select(t => (t, true)).Append((issue.Label, false)).Append((issue.Definition ?? "", false)))
        {
            var words = new WordText(phrase, _vocabulary.Keys);
            List<OperatorHit> hits = _vocabulary.Operators.Find(words);

            // "end the blockade": the blockade is not the outcome.
            if (!hits.Exists(hit => hit.Operator is { Group: OperatorGroup.Change, Sign: < 0 } or { Group: OperatorGroup.Negator }))
            {
                naming.UnionWith(hits.Where(hit => (hit.End == hit.Start + 1 || (hit.End == hit.Start + 2 && words.Key(hit.Start + 1) == "against")) && IsNaming(hit.Operator, isTerm) && words.Key(hit.Start) != "against").Select(hit => words.Key(hit.Start)));
            }
        }

        for (int i = first; i < drafts.Count && naming.Count > 0; i++)
        {
            bool named = drafts[i] is { Sign: > 0, Verb: 0, Barriers.Length: 0 } && drafts[i].Others.All(naming.Contains);
            drafts[i] = named ? drafts[i] with { Naming = naming } : drafts[i];
        }
    }

    private static bool IsNaming(Operator op, bool isTerm) => op is { Group: OperatorGroup.Deed, Act: null } || (!isTerm && op is { Group: OperatorGroup.Attitude, Sign: < 0, Act: Act.Reject });

    // "the challenge in court", "protests against the law": where label or definition have the word too, turning down is the outcome, and the phrase turns nothing.
    private static bool IsRefusalNamed(WordText words, OperatorHit hit, int sign, WordText outcome) =>
        sign > 0 && hit.Operator is { Group: OperatorGroup.Attitude, Sign: < 0, Act: Act.Reject }
        && Enumerable.Range(0, outcome.Count).Any(i => outcome.Key(i) == words.Key(hit.Start));

    /// <summary>"block the road" where label and definition have somebody block it and nobody end that: the deed is the outcome, and a word of the matter.</summary>
    private bool IsDeedNamed(WordText words, OperatorHit hit, int sign, WordText outcome)
    {
        List<OperatorHit> told = sign > 0 && hit.Operator.Group == OperatorGroup.Deed ? _vocabulary.Operators.Find(outcome) : [];
        return told.Exists(other => other.Operator.Group == OperatorGroup.Deed && outcome.Key(other.Start) == words.Key(hit.Start))
            && !told.Exists(other => other.Operator is { Group: OperatorGroup.Negator } or { Group: OperatorGroup.Change, Sign: < 0 });
    }

    /// <summary>The party named by the first words of the definition, or null.</summary>
    public string? AgentOf(Issue issue)
    {
        var words = new WordText(issue.Definition ?? "", _vocabulary.Keys);
        PartyMention? first = _scanner.Scan(words, null).FirstOrDefault();
        return first is not null && first.Words.Start <= 1 && !words.IsPossessive(first.Words.End - 1) ? first.Actor.PartyId : null;
    }

    /// <summary>Sign of the change that label and definition name, "raises" +1, "lowers" -1; 0 where they name none or both.</summary>
    public int ChangeOf(Issue issue)
    {
        int[] signs =
        [
            .. _vocabulary.Operators.Find(new WordText(issue.Label + ". " + issue.Definition, _vocabulary.Keys))
                .Where(hit => hit.Operator.Group == OperatorGroup.Change && hit.Operator.Act != Act.Reaffirm).Select(hit => hit.Operator.Sign).Distinct(),
        ];
        return signs.Length == 1 ? signs[0] : 0;
    }

    /// <summary>The parties that label and definition name besides the one to act.</summary>
    public IReadOnlySet<string> OthersNamed(Issue issue)
    {
        var words = new WordText(issue.Label + ". " + issue.Definition, _vocabulary.Keys);
        string? agent = AgentOf(issue);
        _scanner.Scan(words, null);
        var named = new HashSet<string>(StringComparer.Ordinal);
        for (int i = 0; i < words.Count; i++)
        {
            string key = words.Key(i);
            if (key.Length > 1 && key[0] == '@' && !key.Contains('/', StringComparison.Ordinal) && key[1..] != agent)
            {
                named.Add(key[1..]);
            }
        }

        return named;
    }

    private void AddPhrase(string phrase, int issue, int sign, CodedText? definition, WordText outcome, List<IssueTermDraft> drafts)
    {
        WordText words = WordsOf(phrase);
        (HashSet<int> verbs, int verb, int refusals, int turned) = VerbsOf(words, sign, outcome);
        List<string> concepts = ConceptsOf(words, verbs);
        string[] barriers = BarriersOf(words, verbs);
        bool isTransfer = _vocabulary.Operators.Find(words).Exists(hit => hit.Operator.IsTransfer);
        if (verbs.Count == refusals && definition is not null)
        {
            int wanted = IssueDefinition.SignIn(definition, concepts, HeadOf(words, concepts), barriers.Length > 0);
            isTransfer |= wanted < 0 && definition.Operators.Any(hit => hit.Operator.IsTransfer);
            turned *= wanted;
        }

        if (concepts.Count == 0 || (verbs.Count > 0 && IsNamesOrShells(words, verbs)))
        {
            // Nothing but verbs, names and nouns that say nothing: "retaliate", "Norland joins the Union", "protective measures". Then they are the matter themselves; of "cut the levy" the levy is.
            HashSet<int> negators = NegatorsOf(words);
            concepts = ConceptsOf(words, negators);
            turned = negators.Count % 2 == 0 ? sign : -sign;
            verb = 0;
        }

        bool isCut = sign < 0 && verbs.Count == 0 && words.Count > concepts.Count;
        if (concepts.Count > 0 && !(isCut && IsOutcome(concepts, issue, drafts)) && !IsEmpty(words, concepts))
        {
            drafts.Add(new IssueTermDraft(issue, turned, concepts, verb, phrase, false)
            {
                Barriers = barriers,
                IsTransfer = isTransfer,
                IsFought = verbs.Count == 0 && sign > 0 && definition is not null && IssueDefinition.IsFought(definition, concepts),
                Others = OthersOf(words, verbs, concepts),
                Head = HeadOf(words, concepts),
                Contraries = ContrariesOf(words, sign > 0 && words.Count == concepts.Count ? outcome : null),
                Keys = Enumerable.Range(0, words.Count).Select(words.Key).ToHashSet(StringComparer.Ordinal),
            });
        }
    }

    /// <summary>What a phrase does with its matter: the places of the words that do it, what they change, how many of them name the outcome, and the sign.</summary>
    private (HashSet<int> Verbs, int Verb, int Refusals, int Sign) VerbsOf(WordText words, int sign, WordText outcome)
    {
        var verbs = new HashSet<int>();
        int verb = 0;
        int refusals = 0;
        int turned = sign;
        foreach (OperatorHit hit in _vocabulary.Operators.Find(words))
        {
            if (!TurnsPhrase(hit.Operator, sign) || IsPartOfName(words, hit) || IsHitting(words, hit) || IsDeedNamed(words, hit, sign, outcome))
            {
                continue;
            }

            bool isRefusal = IsRefusalNamed(words, hit, sign, outcome);
            refusals += isRefusal ? 1 : 0;

            // What is broken in a phrase that names the outcome is its subject ("violated the agreement"), not its aim.
            turned *= (hit.Operator.Group == OperatorGroup.Deed && sign > 0) || isRefusal ? 1 : hit.Operator.Sign;
            verb = hit.Operator.Group == OperatorGroup.Change ? hit.Operator.Sign : verb;
            verbs.UnionWith(Enumerable.Range(hit.Start, hit.End - hit.Start));
        }

        return (verbs, verb, refusals, turned);
    }

    /// <summary>"the old fee" against "the fee": what is left of the contrary when its common words are gone names the outcome itself.</summary>
    private static bool IsOutcome(List<string> concepts, int issue, List<IssueTermDraft> drafts) =>
        drafts.Exists(d => d.Issue == issue && d.Sign > 0 && concepts.TrueForAll(d.Concepts.Contains));

    /// <summary>The concept of the noun that the phrase is about: the one before a preposition ("annexation of the island", "levy on timber"), else the last.</summary>
    private string HeadOf(WordText words, List<string> concepts)
    {
        string head = "";
        for (int i = 0; i < words.Count; i++)
        {
            if (head.Length > 0 && words.Key(i) is "of" or "in" or "on" or "at" or "for" or "to" or "with" or "from" or "against" or "by" or "over" or "without")
            {
                return head;
            }

            string concept = _vocabulary.ConceptAt(words, i);
            head = concepts.Contains(concept) ? concept : head;
        }

        return concepts.Count == 0 ? "" : concepts[^1];
    }

    /// <summary>The words of a matter that name a barrier: "export controls", "ban on landings".</summary>
    private string[] BarriersOf(WordText words, HashSet<int> except) =>
    [
        .. _vocabulary.Operators.Find(words)
            .Where(hit => hit.Operator is { Group: OperatorGroup.Deed, Act: null } && !except.Contains(hit.Start))
            .Select(hit => _vocabulary.ConceptAt(words, hit.Start))
            .Where(concept => concept.Length > 0),
    ];

    /// <summary>The words that do something with the matter and are none of it, as they count for telling phrases apart: "ready" of "ready to negotiate".</summary>
    private string[] OthersOf(WordText words, HashSet<int> verbs, List<string> concepts) =>
    [
        .. verbs.Order().Where(i => _vocabulary.ConceptAt(words, i) is { Length: > 0 } concept && !concepts.Contains(concept))
            .Select(i => words.Key(i)).Distinct(),
    ];

    /// <summary>The words that exclude one of the phrase's, or one of <paramref name="outcome"/> where the phrase only names the matter.</summary>
    private Dictionary<string, string> ContrariesOf(WordText words, WordText? outcome)
    {
        var contraries = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] keys = [.. Enumerable.Range(0, words.Count).Select(words.Key).Concat(outcome is null ? [] : Enumerable.Range(0, outcome.Count).Select(outcome.Key))];
        foreach (string key in keys)
        {
            foreach (string contrary in _vocabulary.Contraries.Of(key).Where(c => !keys.Contains(c)))
            {
                contraries.TryAdd(contrary, key);
            }
        }

        return contraries;
    }

    /// <summary>"would not sign", "never be opened": a negation turns a matter made of verbs, too, and is no word of it.</summary>
    private HashSet<int> NegatorsOf(WordText words) =>
        [.. _vocabulary.Operators.Find(words).Where(hit => hit.Operator.Group == OperatorGroup.Negator).Select(hit => hit.Start)];

    // "sanctions against Norland": a preposition behind its noun turns nothing.
    private static bool IsPartOfName(WordText words, OperatorHit hit) =>
        hit.Start > 0 && words.Key(hit.Start) == "against" && words.Key(hit.Start - 1) is not ("is" or "are" or "be");

    // "a crime against the town": the verdict with what is hit is a name for the matter, and turns nothing.
    private static bool IsHitting(WordText words, OperatorHit hit) =>
        hit.Operator is { Group: OperatorGroup.Judgement, Act: Act.Reject } && hit.End < words.Count && words.Key(hit.End) is "against" or "on" or "to" or "for";

    /// <summary>Whether nothing but names and nouns like "measure" is left of a phrase without its verbs.</summary>
    private bool IsNamesOrShells(WordText words, HashSet<int> verbs) =>
        Enumerable.Range(0, words.Count).All(i => verbs.Contains(i) || _vocabulary.ConceptAt(words, i) is not { Length: > 0 } concept || IsName(concept) || ShellNouns.Is(words.Key(i)));

    private static bool IsName(string concept) => concept[0] == '@';

    /// <summary>"stop where they are", "back with Norland": of several words one common verb or one name is left, which every text has.</summary>
    private bool IsEmpty(WordText words, List<string> concepts) =>
        concepts.Count == 1 && words.Count > 2
        && (IsName(concepts[0]) || _vocabulary.Operators.Find(words).Exists(hit => _vocabulary.ConceptAt(words, hit.Start) == concepts[0]));

    private static bool TurnsPhrase(Operator op, int sign) => op.Group switch
    {
        OperatorGroup.Neutral or OperatorGroup.Modal or OperatorGroup.Mending or OperatorGroup.Effect => false,
        // "export controls": a barrier named as the matter.
        OperatorGroup.Deed => op.Act is not null || sign < 0,
        OperatorGroup.Judgement => sign < 0 && op.Sign < 0,
        _ => true,
    };

    private WordText WordsOf(string phrase)
    {
        var words = new WordText(phrase, _vocabulary.Keys);
        _scanner.Scan(words, null);
        return words;
    }

    private List<string> ConceptsOf(WordText words, HashSet<int> except)
    {
        var concepts = new List<string>();
        for (int i = 0; i < words.Count; i++)
        {
            string concept = _vocabulary.ConceptAt(words, i);
            if (concept.Length > 0 && !except.Contains(i) && !concepts.Contains(concept))
            {
                concepts.Add(concept);
                if (!IsName(concept) && !words.IsCapital(i))
                {
                    Forms.Add((concept, words.Span(i).Of(words.Text)));
                }
            }
        }

        return concepts;
    }
}
