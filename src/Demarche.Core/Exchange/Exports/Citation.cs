using Demarche.Core.Ledger;

namespace Demarche.Core.Exchange.Exports;

/// <summary>How an article is cited.</summary>
internal sealed record Citation
{
    private Citation(LedgerArticle article, string key)
    {
        Article = article;
        Key = key;
        Authors = AuthorsIn(article.Byline);
    }

    /// <summary>The article.</summary>
    public LedgerArticle Article { get; }

    /// <summary>Key of the citation: outlet, day and the beginning of the article's key; ASCII letters, digits and hyphens.</summary>
    public string Key { get; }

    /// <summary>Its authors' names, in the byline's order.</summary>
    public IReadOnlyList<string> Authors { get; }

    /// <summary>Citations of the articles that <paramref name="source"/> wants cited, in the ledger's order, each with a key of its own.</summary>
    public static IEnumerable<Citation> Of(ExportSource source)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (LedgerArticle article in source.Ledger.Articles().Where(article => source.Cited?.Contains(article.Key) != false))
        {
            const int ShownDigits = 6;
            string outlet = string.Concat((article.Outlet ?? "article").Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
            string start = $"{(outlet.Length == 0 ? "article" : outlet)}-{EntryWriter.DayText(article.Published) ?? "undated"}-";
            string key = start + article.Key[..ShownDigits];
            yield return new Citation(article, taken.Add(key) ? key : start + article.Key);
        }
    }

    // "By Anna Berg, Carl Dahl and Eva Falk": names are parted by commas and "and"; what stands for a whole desk is a name too.
    private static string[] AuthorsIn(string? byline)
    {
        string names = byline?.Trim() ?? "";
        names = names.StartsWith("By ", StringComparison.OrdinalIgnoreCase) ? names[3..] : names;
        return names.Split([",", ";", " and ", " & ", "\n"], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
