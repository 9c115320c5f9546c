using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Demarche.Nlp;
using Demarche.Nlp.Text;
using Demarche.Nlp.Words;

namespace Demarche.Core.Comparisons.Suggestions;

/// <summary>Finds what parties often speak of, want or refuse and no issue of the codebook names.</summary>
public static class CodebookSuggestions
{
    /// <summary>Articles that are looked at, the latest ones: some two minutes on two cores. A matter that is told often is told in them.</summary>
    public const int MostArticles = 10_000;

    private const int Batch = 256;

    /// <summary>Groups of uncoded matters, the most told first.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="analyzer">Gives parts of speech.</param>
    /// <param name="words">What words mean; null to look for no issue that is near.</param>
    /// <param name="most">Most groups.</param>
    public static IReadOnlyList<SuggestedIssue> Of(SqliteLedger ledger, Analyzer analyzer, WordVectors? words, int most)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(analyzer);
        ArgumentOutOfRangeException.ThrowIfNegative(most);
        Codebook codebook = ledger.CodebookText is { } text && CodebookReader.Read(text).Codebook is { } known
            ? known
            : new Codebook { Dispute = "none", Parties = [], Issues = [] };
        var reader = new MatterReader(codebook, analyzer, words);
        var groups = new MatterGroups(reader.RarityOf);
        var lines = new List<LedgerAttribution>();
        foreach (LedgerArticle[] batch in ledger.Articles().TakeLast(MostArticles).Chunk(Batch))
        {
            var told = batch
                .Select(article => (Lines: ledger.Attributions(article.Key).ToArray(), ledger.ReadArticle(article.Key)!.Article.Text))
                .ToArray();
            foreach ((LedgerAttribution[] own, Matter[] matters) in told.AsParallel().AsOrdered().Select(article => (article.Lines, Read(reader, article.Text, article.Lines))))
            {
                foreach (Matter matter in matters)
                {
                    groups.Add(matter with { Statement = lines.Count + matter.Statement }, own[matter.Statement].Article.Key);
                }

                lines.AddRange(own);
            }
        }

        return
        [
            .. groups.Best(most).Select(group => new SuggestedIssue(
                group.Label,
                group.Phrases,
                [.. group.Statements.Select(statement => lines[statement])],
                reader.NearestIssue(group.Label) is { } near ? codebook.Issues[near] : null)),
        ];
    }

    private static Matter[] Read(MatterReader reader, string text, LedgerAttribution[] lines) =>
        lines.Length == 0 ? [] : [.. reader.Matters(text, [.. lines.Select(line => (IReadOnlyList<TextSpan>)line.Attribution.Content)])];
}

/// <summary>What is told often and no issue names.</summary>
/// <param name="Label">The phrase used most.</param>
/// <param name="Phrases">The phrases used, most frequent first, at most four.</param>
/// <param name="Statements">The statements that hold them, oldest first.</param>
/// <param name="Near">The issue whose words mean nearly the same: the phrases may be missing there; or null.</param>
public sealed record SuggestedIssue(string Label, IReadOnlyList<string> Phrases, IReadOnlyList<LedgerAttribution> Statements, Issue? Near);
