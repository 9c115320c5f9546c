using Demarche.Core.Comparisons.Utterances;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Stemming;

namespace Demarche.Core.Comparisons.Stories;

/// <summary>Reads off the texts of a story what ties each of its articles. Keeps what it read: one reader for one story, on one thread.</summary>
/// <remarks>
/// Words are weighed by English at large, so that the reason is the same whatever else the ledger holds. The probability weighs them by
/// the articles around as well, and weighs days: the words shown are its grounds, not its arithmetic.
/// </remarks>
public sealed class TieReader
{
    // As many as fit on a line beside the outlet.
    private const int MostNames = 4;
    private const int MostWords = 4;
    private const int MostNumbers = 2;

    // More common words (about "because") are in any two articles.
    private const int MostCommonRank = 300;

    // What both tell stands in the first pages.
    private const int MostCharacters = 40_000;

    private readonly Dictionary<string, ComparedArticle> _articles;
    private readonly ILookup<string, string> _utterancesOf;
    private readonly ProfileReader _reader = new();
    private readonly Dictionary<string, ArticleProfile> _profiles = new(StringComparer.Ordinal);

    /// <summary>For the articles of <paramref name="story"/>.</summary>
    /// <param name="story">The story.</param>
    /// <param name="utterancesOf">Ids of the utterances that each article renders, <see cref="ByArticle"/>.</param>
    public TieReader(Story story, ILookup<string, string> utterancesOf)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(utterancesOf);
        _articles = story.Articles.ToDictionary(article => article.Key, StringComparer.Ordinal);
        _utterancesOf = utterancesOf;
    }

    /// <summary>Ids of <paramref name="utterances"/> by the key of each article that renders them.</summary>
    public static ILookup<string, string> ByArticle(IEnumerable<Utterance> utterances)
    {
        ArgumentNullException.ThrowIfNull(utterances);
        return utterances.SelectMany(utterance => utterance.Renderings.Select(rendering => (rendering.Article.Key, utterance.Id)).Distinct())
            .ToLookup(pair => pair.Key, pair => pair.Id, StringComparer.Ordinal);
    }

    /// <summary>What the two articles of a tie have in common.</summary>
    /// <exception cref="KeyNotFoundException">The tie is of another story.</exception>
    public TieReason ReasonOf(StoryTie tie)
    {
        ArgumentNullException.ThrowIfNull(tie);
        ComparedArticle article = _articles[tie.ArticleKey];
        ComparedArticle nearest = _articles[tie.NearestKey];
        ArticleProfile left = ProfileOf(article);
        ArticleProfile right = ProfileOf(nearest);
        (uint Term, TermKind Kind)[] shared =
        [
            .. left.Terms.Index().Select(term => (term.Item, Left: term.Index, Right: Array.BinarySearch(right.Terms, term.Item)))
                .Where(pair => pair.Right >= 0 && left.Ranks[pair.Left] > MostCommonRank)
                .OrderByDescending(pair => ArticleVector.PlainWeight(left, pair.Left) * ArticleVector.PlainWeight(right, pair.Right))
                .Select(pair => (pair.Item, left.Kinds[pair.Left] > right.Kinds[pair.Right] ? left.Kinds[pair.Left] : right.Kinds[pair.Right])),
        ];
        Dictionary<uint, string> spelled = Spell(article, [.. shared.Select(pair => pair.Term)]);
        return new TieReason(
            Take(TermKind.Name, MostNames),
            Take(TermKind.Word, MostWords),
            Take(TermKind.Number, MostNumbers),
            _utterancesOf[article.Key].Intersect(_utterancesOf[nearest.Key], StringComparer.Ordinal).Count(),
            article.Published is { } day && nearest.Published is { } other ? Math.Abs(day.DayNumber - other.DayNumber) : null);

        string[] Take(TermKind kind, int most) =>

        [
            .. shared.Where(pair => pair.Kind == kind).Select(pair => spelled.GetValueOrDefault(pair.Term)).OfType<string>().Where(word => word.Length > 1)
                .Select(word => kind == TermKind.Word ? word.ToLowerInvariant() : word).Take(most),
        ];
    }

    private ArticleProfile ProfileOf(ComparedArticle article)
    {
        if (!_profiles.TryGetValue(article.Key, out ArticleProfile? known))
        {
            _profiles[article.Key] = known = _reader.Read(article.Title, article.Text);
        }

        return known;
    }

    // As the article writes them first; capitals throughout are a place line's or a headline's.
    private static Dictionary<uint, string> Spell(ComparedArticle article, HashSet<uint> terms)
    {
        var spelled = new Dictionary<uint, string>();
        string text = article.Text.Length <= MostCharacters ? article.Text : article.Text[..MostCharacters];
        foreach (string word in WordsOf(text).Concat(WordsOf(article.Title ?? "")))
        {
            uint term = FeatureHash.Of(EnglishStemmer.Stem(word));
            if (terms.Contains(term) && (!spelled.TryGetValue(term, out string? before) || (before.All(char.IsUpper) && !word.All(char.IsUpper))))
            {
                spelled[term] = word;
            }
        }

        return spelled;
    }

    private static IEnumerable<string> WordsOf(string text)
    {
        for (int i = 0; i < text.Length;)
        {
            int start = i;
            while (i < text.Length && char.IsLetterOrDigit(text[i]))
            {
                i++;
            }

            if (i > start)
            {
                yield return text[start..i];
            }

            i++;
        }
    }
}
