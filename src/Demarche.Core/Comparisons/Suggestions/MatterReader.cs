using System.Collections.Frozen;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;
using Demarche.Nlp;
using Demarche.Nlp.Text;
using Demarche.Nlp.Words;

namespace Demarche.Core.Comparisons.Suggestions;

/// <summary>Reads what statements speak of that no issue of a codebook names. Safe to share between threads.</summary>
internal sealed class MatterReader
{
    // A phrase taken out of its issue came nearest to that issue, this near and by this much, in 93 % of 480 cases (874 phrases of seventeen codebooks,
    // 22 November 2026); by nearness alone, however great, in 83 %.
    private const double LeastNear = 0.6;
    private const double LeastLead = 0.1;

    // Written by us: nouns of speech, of people and of measure. They name no outcome, whoever speaks of them.
    private static readonly string[] Generic =
    [
        "position", "stance", "proposal", "idea", "demand", "condition", "statement", "remark", "comment", "word", "question", "answer", "letter", "report",
        "decision", "issue", "matter", "problem", "thing", "point", "part", "way", "fact", "reason", "side", "step", "case", "situation", "time", "moment",
        "minute", "hour", "day", "week", "month", "year", "century", "percent", "number", "amount", "level", "minister", "president", "government",
        "official", "spokesman", "spokeswoman", "leader", "chairman", "people", "man", "woman", "member", "country", "party", "world", "line", "term",
    ];

    private readonly Vocabulary _vocabulary = new();
    private readonly FrozenSet<string> _generic;
    private readonly ActorDirectory _actors;
    private readonly MentionScanner _scanner;
    private readonly IssueMatcher _matcher;
    private readonly IssueMeanings? _meanings;
    private readonly Analyzer _analyzer;

    /// <param name="codebook">What is coded already.</param>
    /// <param name="analyzer">Gives parts of speech.</param>
    /// <param name="words">What words mean; null leaves <see cref="NearestIssue"/> without an answer.</param>
    public MatterReader(Codebook codebook, Analyzer analyzer, WordVectors? words)
    {
        _analyzer = analyzer;
        _generic = Generic.Select(word => _vocabulary.ConceptAt(new WordText(word, _vocabulary.Keys), 0)).Where(concept => concept.Length > 0).ToFrozenSet(StringComparer.Ordinal);
        _actors = new ActorDirectory(codebook);
        _scanner = new MentionScanner(_actors);
        _matcher = new IssueMatcher(new IssueLexicon(codebook, _vocabulary, _scanner));
        _meanings = words is null ? null : new IssueMeanings(codebook, _vocabulary, _scanner, new MeaningVectors(words));
    }

    /// <summary>The uncoded matters of an article's statements; a matter in a statement within a statement is the inner one's.</summary>
    /// <param name="text">The article's text.</param>
    /// <param name="statements">Its attributions, by their place in the list.</param>
    public IEnumerable<Matter> Matters(string text, IReadOnlyList<IReadOnlyList<TextSpan>> statements)
    {
        Document document = _analyzer.Analyze(text);
        IReadOnlyList<ActorMention> names = _actors.Scan(text, new TextSpan(0, text.Length));
        var owners = new Dictionary<TextSpan, (int Statement, TextSpan Content, TextSpan Head)>();
        for (int i = 0; i < statements.Count; i++)
        {
            foreach (TextSpan content in statements[i])
            {
                foreach ((TextSpan phrase, TextSpan head) in MatterPhrases.In(document, document.TokensOf(content), names))
                {
                    if (!owners.TryGetValue(phrase, out (int, TextSpan Content, TextSpan) other) || content.Length < other.Content.Length)
                    {
                        owners[phrase] = (i, content, head);
                    }
                }
            }
        }

        foreach ((TextSpan phrase, (int statement, TextSpan content, TextSpan head)) in owners.OrderBy(owner => owner.Key.Start))
        {
            CodedText words = Read(phrase.Of(text));
            string[] concepts = [.. ConceptsOf(words)];
            if (concepts.Length > 0 && _matcher.Match(words, new WordRange(0, words.Words.Count)).Count == 0)
            {
                yield return new Matter(statement, phrase.Of(text).ReplaceLineEndings(" "), concepts, ConceptsOf(Read(head.Of(text))).FirstOrDefault(), Read(content.Of(text)).Operators.Count > 0);
            }
        }
    }

    /// <summary>How much a concept tells in news at large, 0-1.</summary>
    public double RarityOf(string concept) => _vocabulary.RarityOf(concept);

    /// <summary>Index of the issue whose words mean nearly what <paramref name="phrase"/> means; null when none does.</summary>
    public int? NearestIssue(string phrase)
    {
        CodedText words = Read(phrase);
        if (_meanings?.Nearness(words, new WordRange(0, words.Words.Count)) is not { Length: > 0 } nearness)
        {
            return null;
        }

        int best = Array.IndexOf(nearness, nearness.Max());
        double next = nearness.Where((_, issue) => issue != best).DefaultIfEmpty().Max();
        return nearness[best] >= LeastNear && nearness[best] - next >= LeastLead ? best : null;
    }

    private IEnumerable<string> ConceptsOf(CodedText words) =>
        Enumerable.Range(0, words.Words.Count).Select(words.Concept).Where(concept => concept.Length > 0 && !_generic.Contains(concept)).Distinct(StringComparer.Ordinal);

    private CodedText Read(string words) => new(words, _vocabulary, _scanner, null);
}

/// <summary>A matter spoken of.</summary>
/// <param name="Statement">Place of the statement in the list.</param>
/// <param name="Phrase">The words, as written.</param>
/// <param name="Concepts">Their telling words' concepts, each once.</param>
/// <param name="Head">The concept of the head noun; null where it tells nothing.</param>
/// <param name="IsWanted">Whether the statement wants, refuses, promises, allows or judges something.</param>
internal sealed record Matter(int Statement, string Phrase, string[] Concepts, string? Head, bool IsWanted);
