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

    /// <summary>Adds the phrases of <paramref name="issue"/> to <paramref name="drafts"/>.</summary>
    public void Read(Issue issue, int index, List<IssueTermDraft> drafts)
    {
        foreach (string phrase in issue.Terms)
        {
            AddPhrase(phrase, index, 1, drafts);
        }

        foreach (string phrase in issue.Inverse)
        {
            AddPhrase(phrase, index, -1, drafts);
        }

        AddPhrase(issue.Label, index, 1, drafts);
        drafts.Add(new IssueTermDraft(index, 1, ConceptsOf(WordsOf(issue.Label + ". " + issue.Definition), []), 0, issue.Label, true));
    }

    private void AddPhrase(string phrase, int issue, int sign, List<IssueTermDraft> drafts)
    {
        WordText words = WordsOf(phrase);
        var verbs = new HashSet<int>();
        int verb = 0;
        int turned = sign;
        foreach (OperatorHit hit in _vocabulary.Operators.Find(words))
        {
            if (!TurnsPhrase(hit.Operator, sign))
            {
                continue;
            }

            // What is broken in a phrase that names the outcome is its subject ("violated the agreement"), not its aim.
            turned *= hit.Operator.Group == OperatorGroup.Deed && sign > 0 ? 1 : hit.Operator.Sign;
            verb = hit.Operator.Group == OperatorGroup.Change ? hit.Operator.Sign : verb;
            for (int i = hit.Start; i < hit.End; i++)
            {
                verbs.Add(i);
            }
        }

        List<string> concepts = ConceptsOf(words, verbs);
        if (concepts.Count == 0)
        {
            // Nothing but verbs: "retaliate", "step down". Then they are the matter themselves.
            concepts = ConceptsOf(words, []);
            turned = sign;
            verb = 0;
        }

        if (concepts.Count > 0)
        {
            drafts.Add(new IssueTermDraft(issue, turned, concepts, verb, phrase, false));
        }
    }

    private static bool TurnsPhrase(Operator op, int sign) => op.Group switch
    {
        OperatorGroup.Neutral or OperatorGroup.Modal => false,
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
            }
        }

        return concepts;
    }
}
