using Demarche.Core;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;

namespace Demarche.Web.Articles;

/// <summary>An article with its lines, corrections applied, and its text cut by them.</summary>
public sealed record ArticleModel
{
    // Signs no decision: the page shows everybody's.
    private const string Nobody = "page";

    /// <summary>The article.</summary>
    public required LedgerArticle Article { get; init; }

    /// <summary>What was read.</summary>
    public required CodedArticle Coded { get; init; }

    /// <summary>Its positions in text order; rejected ones too.</summary>
    public required IReadOnlyList<LedgerEntry> Lines { get; init; }

    /// <summary>Its text, paragraph by paragraph.</summary>
    public required IReadOnlyList<IReadOnlyList<MarkedStretch>> Paragraphs { get; init; }

    /// <summary>What people decided about its lines, newest first.</summary>
    public required IReadOnlyList<PastDecision> Past { get; init; }

    /// <summary>Whether the bytes it was read from are kept.</summary>
    public required bool HasBytes { get; init; }

    /// <summary>The article of a ledger; null when it has none of that key.</summary>
    public static ArticleModel? Read(SqliteLedger ledger, string key)
    {
        if (ledger.FindArticles(key).FirstOrDefault(found => found.Key == key) is not { } article || ledger.ReadArticle(key) is not { } coded)
        {
            return null;
        }

        LedgerEntry[] lines = [.. ledger.Positions(new LedgerQuery { ArticleKey = key, IncludeRejected = true }).OrderBy(line => line.Position.Evidence.Start)];
        return new ArticleModel
        {
            Article = article,
            Coded = coded,
            Lines = lines,
            Paragraphs = MarkedText.Paragraphs(
                coded.Article,
                ledger.Attributions(key).Where(line => line.State != LineState.Rejected).Select(line => line.Attribution),
                [.. lines.Where(line => line.State != LineState.Rejected).Select(line => new MarkedLine(line.Key, line.Position.Evidence, line.Position.Condition))]),
            Past = new ReviewDesk(ledger, Nobody, isBlind: false).History(key),
            HasBytes = ledger.RawCopies(key).Any(),
        };
    }

    /// <summary>The lines whose evidence begins in a paragraph.</summary>
    public IEnumerable<LedgerEntry> LinesOf(IReadOnlyList<MarkedStretch> paragraph)
    {
        ArgumentNullException.ThrowIfNull(paragraph);
        return Lines.Where(line => line.Position.Evidence.Start >= paragraph[0].Span.Start && line.Position.Evidence.Start < paragraph[^1].Span.End);
    }
}
