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

    /// <summary>Who said what in it, in text order; rejected lines left out.</summary>
    public IReadOnlyList<Attribution> Attributions { get; init; } = [];

    /// <summary>Oldest first, undated last, then by key: an order that does not depend on how the articles came.</summary>
    public static Comparer<ComparedArticle> InOrder { get; } = Comparer<ComparedArticle>.Create(static (left, right) =>
    {
        int order = (left.Published ?? DateOnly.MaxValue).CompareTo(right.Published ?? DateOnly.MaxValue);
        return order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
    });

    /// <summary>The current revision of every article of a ledger, corrections applied.</summary>
    public static IEnumerable<ComparedArticle> Of(SqliteLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        Dictionary<string, LedgerArticle> articles = ledger.Articles().ToDictionary(article => article.Key, StringComparer.Ordinal);
        foreach ((string key, string text) in ledger.Texts())
        {
            // An article added in between is not in this moment's list.
            if (articles.TryGetValue(key, out LedgerArticle? article))
            {
                yield return Of(article, text, ledger.Attributions(key));
            }
        }
    }

    /// <summary>An article as one reading of a ledger finds it, corrections applied.</summary>
    internal static ComparedArticle Of(LedgerSession session, long revision)
    {
        (LedgerArticle article, string text) = session.Revisions.Get(revision);
        return Of(article, text, session.Attributions(article.Key));
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
            Attributions = coded.Attributions,
        };
    }

    private static ComparedArticle Of(LedgerArticle article, string text, IReadOnlyList<LedgerAttribution> lines) => new()
    {
        Key = article.Key,
        Id = article.Id,
        Outlet = article.Outlet,
        Title = article.Title,
        Published = article.Published,
        Text = text,
        Attributions = [.. lines.Where(line => line.State != LineState.Rejected).Select(line => line.Attribution)],
    };
}
