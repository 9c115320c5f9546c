using Demarche.Core.Attributions;
using Demarche.Core.Ledger;

namespace Demarche.Core.Comparisons;

/// <summary>What an outlet changed in an article it had published: the words, and which of them are words it puts in somebody's mouth.</summary>
public sealed record RevisionDifference
{
    /// <summary>The article, in the newer of both revisions.</summary>
    public required LedgerArticle Article { get; init; }

    /// <summary>Number of the older revision.</summary>
    public required int From { get; init; }

    /// <summary>Number of the newer revision.</summary>
    public required int To { get; init; }

    /// <summary>Headline before and after, where it changed; else null.</summary>
    public (string? Before, string? After)? Title { get; init; }

    /// <summary>Changed words of the text.</summary>
    public IReadOnlyList<TextChange> Changes { get; init; } = [];

    /// <summary>Statements that read otherwise now, or came or went.</summary>
    public IReadOnlyList<StatementChange> Statements { get; init; } = [];

    /// <summary>Whether words inside quotation marks changed that the same speaker still says.</summary>
    public bool HasChangedQuote => Statements.Any(change => change.IsQuote && change.Before is not null && change.After is not null);

    /// <summary>The differences between each revision of the article and the next.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="article">The article, in its current revision.</param>
    public static IEnumerable<RevisionDifference> Of(SqliteLedger ledger, LedgerArticle article)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        ArgumentNullException.ThrowIfNull(article);
        CodedArticle? before = ledger.ReadArticle(article.Key, 1);
        for (int number = 2; number <= article.Revision && before is not null; number++)
        {
            CodedArticle after = ledger.ReadArticle(article.Key, number)!;
            yield return Between(before, after, article, number);
            before = after;
        }
    }

    private static RevisionDifference Between(CodedArticle before, CodedArticle after, LedgerArticle article, int number)
    {
        string old = before.Article.Text;
        string now = after.Article.Text;
        return new RevisionDifference
        {
            Article = article,
            From = number - 1,
            To = number,
            Title = before.Article.Title == after.Article.Title ? null : (before.Article.Title, after.Article.Title),
            Changes = [.. TextDifference.Between(old, now).Select(change => new TextChange(change.Before.Of(old), change.After.Of(now), change, Excerpt.Around(now, change.After)))],
            Statements = StatementsOf(before, after),
        };
    }

    private static List<StatementChange> StatementsOf(CodedArticle before, CodedArticle after)
    {
        var gone = Spelled(before);
        var come = Spelled(after);
        var same = gone.Select(each => each.Key).Intersect(come.Select(each => each.Key), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        gone.RemoveAll(each => same.Contains(each.Key));
        come.RemoveAll(each => same.Contains(each.Key));
        var changes = new List<StatementChange>();
        foreach (Spelling old in gone)
        {
            // The rewording of a statement shares most of its words with it; the likest counts, the first of equals.
            Spelling? now = come.Where(each => each.Speaker == old.Speaker || each.Speaker is null || old.Speaker is null)
                .Select(each => (Spelling: each, Likeness: Likeness(old.Content, each.Content)))
                .Where(pair => pair.Likeness >= LeastLikeness)
                .OrderByDescending(pair => pair.Likeness)
                .FirstOrDefault().Spelling;
            changes.Add(new StatementChange(old.Speaker ?? now?.Speaker, old.Content, now?.Content, old.IsQuote || (now?.IsQuote ?? false)));
            _ = now is not null && come.Remove(now);
        }

        changes.AddRange(come.Select(each => new StatementChange(each.Speaker, null, each.Content, each.IsQuote)));
        return changes;
    }

    // Every statement that went is held against every one that came; a page of more than these is no report.
    private const int MostStatements = 400;

    // Half of the words: below that it is another statement.
    private const double LeastLikeness = 0.5;

    private static List<Spelling> Spelled(CodedArticle coded) =>
    [
        .. coded.Attributions.Select(attribution => new Spelling(
            attribution.Speaker,
            string.Join(" … ", attribution.Content.Select(span => span.Of(coded.Article.Text))),
            attribution.Kind != AttributionKind.Indirect)).Where(each => each.Content.Length > 0).DistinctBy(each => each.Key).Take(MostStatements),
    ];

    /// <summary>Words that two contents share, 0-1 of the longer one.</summary>
    private static double Likeness(string left, string right)
    {
        string[] ours = Words(left);
        string[] theirs = Words(right);
        var rest = theirs.CountBy(word => word, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        int shared = 0;
        foreach (string word in ours)
        {
            if (rest.TryGetValue(word, out int left2) && left2 > 0)
            {
                rest[word] = left2 - 1;
                shared++;
            }
        }

        return (double)shared / Math.Max(1, Math.Max(ours.Length, theirs.Length));
    }

    private static string[] Words(string text) => text.ToLowerInvariant().Split([' ', '\n', ',', '.', '“', '”', '"', '’', '\''], StringSplitOptions.RemoveEmptyEntries);

    private sealed record Spelling(string? Speaker, string Content, bool IsQuote)
    {
        public string Key => $"{Speaker}\n{Content}";
    }
}

/// <summary>Words of a text that changed.</summary>
/// <param name="Before">The words that stood there.</param>
/// <param name="After">The words that stand there now.</param>
/// <param name="Place">Where.</param>
/// <param name="Around">The words around it in the newer text.</param>
public sealed record TextChange(string Before, string After, RevisedWords Place, Excerpt Around);

/// <summary>A statement that a newer revision reports otherwise.</summary>
/// <param name="Speaker">Who says it, or null when nobody is named.</param>
/// <param name="Before">Its words in the older revision; null when it is new.</param>
/// <param name="After">Its words in the newer revision; null when it is gone.</param>
/// <param name="IsQuote">Whether words of it stand in quotation marks.</param>
public sealed record StatementChange(string? Speaker, string? Before, string? After, bool IsQuote);
