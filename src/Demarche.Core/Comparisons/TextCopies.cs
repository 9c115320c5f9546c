using Demarche.Core.Ledger;

namespace Demarche.Core.Comparisons;

/// <summary>Which articles are copies of one text: a wire report printed by many outlets, whole or cut.</summary>
public sealed class TextCopies
{
    private readonly Dictionary<string, string> _groups = new(StringComparer.Ordinal);

    private TextCopies()
    {
    }

    /// <summary>Joins copies to groups: what is a copy of the same text as another is a copy of that other too.</summary>
    /// <param name="pairs">Articles whose texts are copies, two and two, as the ledger keeps them.</param>
    public static TextCopies Of(IEnumerable<CopyPair> pairs)
    {
        ArgumentNullException.ThrowIfNull(pairs);
        var copies = new TextCopies();
        foreach (CopyPair pair in pairs)
        {
            string left = copies.GroupOf(pair.ArticleKey);
            string right = copies.GroupOf(pair.OtherKey);
            (string first, string second) = string.CompareOrdinal(left, right) <= 0 ? (left, right) : (right, left);
            copies._groups[second] = first;
            copies._groups[first] = first;
        }

        // Straight to the first of the group, so that looking up is one step however long the chain of copies.
        foreach (string key in copies._groups.Keys.Order(StringComparer.Ordinal).ToArray())
        {
            copies._groups[key] = copies.GroupOf(key);
        }

        return copies;
    }

    /// <summary>The copies a ledger knows among the articles that carry some lines.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="lines">The lines.</param>
    public static TextCopies Among(SqliteLedger ledger, IEnumerable<LedgerEntry> lines)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(lines);
        return OfGroups(ledger.CopiesAmong(lines.Select(line => line.Article.Key)));
    }

    /// <summary>The copies in groups that share no article.</summary>
    internal static TextCopies OfGroups(IEnumerable<IReadOnlyList<string>> groups)
    {
        var copies = new TextCopies();
        foreach (IReadOnlyList<string> group in groups)
        {
            string first = group.Min(StringComparer.Ordinal)!;
            foreach (string key in group)
            {
                copies._groups[key] = first;
            }
        }

        return copies;
    }

    /// <summary>Finds the copies among texts that no ledger holds, the way a ledger finds them.</summary>
    /// <param name="texts">Article keys, each once, and their texts.</param>
    public static TextCopies Among(IEnumerable<(string ArticleKey, string Text)> texts)
    {
        ArgumentNullException.ThrowIfNull(texts);
        var finder = new CopyFinder();
        return Of(texts.SelectMany(text => finder.Add(text.ArticleKey, text.Text)));
    }

    /// <summary>The groups of two articles and more, each in ordinal order of its keys, by their first key.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Groups() =>
    [
        .. _groups.Keys.GroupBy(GroupOf, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => (IReadOnlyList<string>)[.. group.Order(StringComparer.Ordinal)]),
    ];

    /// <summary>Whether two articles are copies of one text.</summary>
    public bool AreCopies(string articleKey, string otherKey) => GroupOf(articleKey) == GroupOf(otherKey);

    /// <summary>Number of texts behind <paramref name="articleKeys"/>, copies counted once.</summary>
    public int CountIndependent(IEnumerable<string> articleKeys)
    {
        ArgumentNullException.ThrowIfNull(articleKeys);
        return articleKeys.Select(GroupOf).Distinct(StringComparer.Ordinal).Count();
    }

    /// <summary>Key of the first article of the group an article is in; its own when it has no copies.</summary>
    public string GroupOf(string articleKey)
    {
        string at = articleKey;
        while (_groups.TryGetValue(at, out string? next) && next != at)
        {
            at = next;
        }

        return at;
    }
}
