using Demarche.Core.Attributions;
using Demarche.Core.Ledger;
using Demarche.Core.Ledger.Sqlite;
using Demarche.Core.Reading;

namespace Demarche.Core.Comparisons;

/// <summary>What the comparison of outlets needs to know of an article, from a ledger or straight from the pipeline.</summary>
public sealed record ComparedArticle
{
    /// <summary>Names it; unique among the articles compared.</summary>
    public required string Key { get; init; }

    /// <summary>The user's own id for it.</summary>
    public required string Id { get; init; }

    /// <summary>Name of the outlet, or null.</summary>
    public string? Outlet { get; init; }

    /// <summary>Headline, or null.</summary>
    public string? Title { get; init; }

    /// <summary>Day of publication, or null.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Clean text; empty when only the headline is known. Offsets refer to it.</summary>
    public required string Text { get; init; }

    /// <summary>What it is, as its record says.</summary>
    public ArticleKind Kind { get; init; }

    /// <summary>Who said what in it, in text order; rejected lines left out.</summary>
    public IReadOnlyList<Attribution> Attributions { get; init; } = [];

    /// <summary>
    /// Whether reports are held against it: a document, or a transcript - by its record, or because it consists of what people said. Three
    /// quotations that are three fifths of the text: reports quote a third of theirs.
    /// </summary>
    public bool IsReference => Kind != ArticleKind.Report
        || (Attributions.Count(line => line.Kind == AttributionKind.Direct) >= 3
            && Attributions.Where(line => line.Kind == AttributionKind.Direct).Sum(line => line.Content.Sum(span => span.Length)) >= 0.6 * Text.Length);

    /// <summary>Oldest first, undated last, then by key: an order that does not depend on how the articles came.</summary>
    public static Comparer<ComparedArticle> InOrder { get; } = Comparer<ComparedArticle>.Create(static (left, right) =>
    {
        int order = (left.Published ?? DateOnly.MaxValue).CompareTo(right.Published ?? DateOnly.MaxValue);
        return order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
    });

    /// <summary>The current revision of every article of a ledger, corrections applied, all of one moment.</summary>
    public static IEnumerable<ComparedArticle> Of(SqliteLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        return ledger.AskStories((session, _) => session.Revisions.Current().ToList()
            .ConvertAll(article => Of(session, session.Revisions.RevisionsOf(article.Key)[^1])));
    }

    /// <summary>An article as one reading of a ledger finds it, corrections applied.</summary>
    internal static ComparedArticle Of(LedgerSession session, long revision)
    {
        (LedgerArticle article, string text) = session.Revisions.Get(revision);
        return new ComparedArticle
        {
            Key = article.Key,
            Id = article.Id,
            Outlet = article.Outlet,
            Title = article.Title,
            Published = article.Published,
            Text = text,
            Kind = session.Revisions.KindOf(revision),
            Attributions =
                [.. session.Attributions(article.Key).Where(line => line.State != LineState.Rejected).Select(line => line.Attribution)],
        };
    }

    /// <summary>An article just coded.</summary>
    public static ComparedArticle Of(CodedArticle coded)
    {
        ArgumentNullException.ThrowIfNull(coded);
        Article article = coded.Article;
        return new ComparedArticle
        {
            Key = ContentId.OfArticle(article),
            Id = article.Id,
            Outlet = article.Outlet,
            Title = article.Title,
            Published = article.Published,
            Text = article.Text,
            Kind = article.Kind,
            Attributions = coded.Attributions,
        };
    }
}
