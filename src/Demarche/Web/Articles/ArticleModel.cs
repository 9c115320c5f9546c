using Demarche.Core;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;

namespace Demarche.Web.Articles;

/// <summary>An article with its lines, corrections applied, and its text cut by them.</summary>
/// <param name="Article">The article.</param>
/// <param name="Coded">What was read.</param>
/// <param name="Lines">Its positions in text order; rejected ones too.</param>
/// <param name="Paragraphs">Its text.</param>
public sealed record ArticleModel(
    LedgerArticle Article, CodedArticle Coded, IReadOnlyList<LedgerEntry> Lines, IReadOnlyList<IReadOnlyList<MarkedStretch>> Paragraphs)
{
    /// <summary>The article of a ledger.</summary>
    public static ArticleModel Of(SqliteLedger ledger, LedgerArticle article, CodedArticle coded)
    {
        LedgerEntry[] lines =
        [
            .. ledger.Positions(new LedgerQuery { ArticleKey = article.Key, IncludeRejected = true }).OrderBy(line => line.Position.Evidence.Start),
        ];
        MarkedLine[] marked = [.. lines.Where(line => line.State != LineState.Rejected).Select(line => new MarkedLine(line.Key, line.Position.Evidence, line.Position.Condition))];
        return new ArticleModel(
            article,
            coded,
            lines,
            MarkedText.Paragraphs(
                coded.Article,
                ledger.Attributions(article.Key).Where(line => line.State != LineState.Rejected).Select(line => line.Attribution),
                marked));
    }

    /// <summary>The lines whose evidence begins in a paragraph.</summary>
    public IEnumerable<LedgerEntry> LinesOf(IReadOnlyList<MarkedStretch> paragraph) =>
        Lines.Where(line => line.Position.Evidence.Start >= paragraph[0].Span.Start && line.Position.Evidence.Start < paragraph[^1].Span.End);
}
