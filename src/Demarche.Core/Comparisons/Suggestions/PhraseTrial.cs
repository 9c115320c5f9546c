using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Demarche.Core.Positions.Issues;
using Demarche.Nlp;
using Demarche.Nlp.Text;

namespace Demarche.Core.Comparisons.Suggestions;

/// <summary>Tells which sentences of a ledger a phrase would match if it stood in the codebook.</summary>
public sealed class PhraseTrial
{
    private const string TrialIssue = "(trial)";

    private readonly IssueFinder _finder;
    private readonly Analyzer _analyzer = new();

    /// <summary>A trial of <paramref name="phrase"/> beside the issues of a codebook.</summary>
    /// <param name="codebook">The codebook.</param>
    /// <param name="phrase">Words that name an outcome.</param>
    public PhraseTrial(Codebook codebook, string phrase)
    {
        ArgumentNullException.ThrowIfNull(codebook);
        ArgumentException.ThrowIfNullOrEmpty(phrase);
        var issue = new Issue { Id = TrialIssue, Label = phrase, Terms = [phrase] };
        _finder = new IssueFinder(new ActorDirectory(codebook with { Issues = [.. codebook.Issues, issue] }));
    }

    /// <summary>The sentences it matches, oldest article first.</summary>
    public IEnumerable<PhraseMatch> In(SqliteLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return In(ledger, ledger.Articles());
    }

    /// <summary>The sentences it matches in some articles, in their order.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="articles">Articles of it.</param>
    public IEnumerable<PhraseMatch> In(SqliteLedger ledger, IEnumerable<LedgerArticle> articles)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(articles);
        foreach (LedgerArticle article in articles)
        {
            string text = ledger.ReadArticle(article.Key)!.Article.Text;
            foreach (TextSpan sentence in Sentences(text))
            {
                IReadOnlyList<(string Issue, string Phrase)> found = _finder.Find(sentence.Of(text));
                if (found.Any(match => match.Issue == TrialIssue))
                {
                    yield return new PhraseMatch(
                        article, sentence, sentence.Of(text), [.. found.Select(match => match.Issue).Where(issue => issue != TrialIssue)]);
                }
            }
        }
    }

    private List<TextSpan> Sentences(string text)
    {
        Document document = _analyzer.Analyze(text);
        var spans = new List<TextSpan>();
        foreach (TokenRange sentence in document.Sentences)
        {
            spans.Add(document.SpanOf(sentence));
        }

        return spans;
    }
}

/// <summary>A sentence that a phrase matches.</summary>
/// <param name="Article">The article.</param>
/// <param name="Span">Where the sentence stands.</param>
/// <param name="Sentence">Its characters.</param>
/// <param name="OtherIssues">Codebook ids of the issues it is matched by already.</param>
public sealed record PhraseMatch(LedgerArticle Article, TextSpan Span, string Sentence, IReadOnlyList<string> OtherIssues);
