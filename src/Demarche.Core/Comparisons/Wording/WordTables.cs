using Demarche.Core.Attributions;
using Demarche.Core.Comparisons.Coverage;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Nlp.Text;

namespace Demarche.Core.Comparisons.Wording;

/// <summary>How outlets name actors, by which verbs they report parties, and what they put between quotation marks that nobody is said to have said.</summary>
public static class WordTables
{
    // Longer "names" are descriptions of what somebody did.
    private const int MostNameWords = 8;

    // A quotation of this many words or fewer that is attributed to nobody holds a word at arm's length.
    private const int MostScareWords = 3;

    private static readonly HashSet<string> Pronouns = new(StringComparer.OrdinalIgnoreCase)
    {
        "he", "she", "it", "they", "we", "i", "you", "who", "which", "that", "this", "these", "those", "his", "her", "their", "him", "them", "one", "others", "some",
    };

    /// <summary>Names of speakers by outlet: of actors that are named in at least two ways. What prints another's text is left out.</summary>
    /// <param name="stories">Inside each, names of one actor are brought together, <see cref="NamingGroup.In"/>.</param>
    public static IReadOnlyList<WordUse> Names(IEnumerable<Story> stories) =>
    [
        .. Tabulate(stories.SelectMany(NamesIn))
            .GroupBy(use => use.Of, StringComparer.Ordinal)
            .Where(actor => actor.DistinctBy(use => use.Phrase, StringComparer.Ordinal).Count() > 1)
            .SelectMany(actor => actor),
    ];

    /// <summary>Reporting verbs by party and outlet; forms of one verb together, under the form that is used most.</summary>
    public static IReadOnlyList<WordUse> Verbs(IEnumerable<ComparedArticle> articles)
    {
        Use[] uses = [.. Uses(articles, (article, attribution) =>
            attribution.Type != AttributionType.Statement || attribution.SpeakerParty is null ? [] : Spans(article, attribution.SpeakerParty, attribution.Cue))];
        Dictionary<string, string> forms = uses.Select(use => ReportingVerb.Of(use.Phrase)).GroupBy(verb => verb.Key, StringComparer.Ordinal).ToDictionary(
            verb => verb.Key,
            verb => verb.CountBy(form => form.Head, StringComparer.Ordinal).OrderByDescending(form => form.Value).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key,
            StringComparer.Ordinal);
        return Tabulate(uses.Select(use => use with { Phrase = forms[ReportingVerb.Of(use.Phrase).Key] }));
    }

    /// <summary>Short quotations that are attributed to nobody, by outlet.</summary>
    public static IReadOnlyList<WordUse> ScareQuotes(IEnumerable<ComparedArticle> articles) =>
        Tabulate(articles.SelectMany(ScareQuotesIn));

    private static IEnumerable<Use> NamesIn(Story story)
    {
        HashSet<string> copies = StoryCoverage.CopiesIn(story);
        return NamingGroup.In(story).SelectMany(group => group.Uses.Where(use => !copies.Contains(use.Article.Key))
            .SelectMany(use => Spans(use.Article, group.Actor, [use.Span])));
    }

    private static IEnumerable<Use> Uses(IEnumerable<ComparedArticle> articles, Func<ComparedArticle, Attribution, IEnumerable<Use>> read) =>
        articles.SelectMany(article => article.Attributions.SelectMany(attribution => read(article, attribution)));

    private static IEnumerable<Use> Spans(ComparedArticle article, string of, IReadOnlyList<TextSpan> spans)
    {
        if (spans.Count == 1 && PhraseOf(article.Text, spans[0]) is { } phrase)
        {
            yield return new Use(of, phrase, article, spans[0]);
        }
    }

    private static IEnumerable<Use> ScareQuotesIn(ComparedArticle article)
    {
        int start = 0;
        while (start < article.Text.Length)
        {
            int end = article.Text.IndexOf('\n', start);
            end = end < 0 ? article.Text.Length : end;
            foreach (TextSpan quoted in QuotedParts.In(article.Text, new TextSpan(start, end)))
            {
                bool isSaid = article.Attributions.Any(attribution => attribution.Content.Any(content => content.Overlaps(quoted)));
                if (!isSaid && quoted.End < end && PhraseOf(article.Text, quoted) is { } phrase && phrase.Split(' ').Length <= MostScareWords && char.IsLower(phrase[0]))
                {
                    yield return new Use("", phrase, article, quoted);
                }
            }

            start = end + 1;
        }
    }

    // Without the article in front and marks around: "the foreign minister," is "foreign minister". Null for pronouns and long descriptions.
    private static string? PhraseOf(string text, TextSpan span)
    {
        string[] words = [.. span.Of(text).Split([' ', '\n', '\u00A0'], StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim(',', '.', '"', '\u201C', '\u201D', '(', ')'))
            .Where(word => word.Length > 0)];
        int first = words.Length > 1 && words[0].ToLowerInvariant() is "the" or "a" or "an" ? 1 : 0;
        int count = words.Length - first;
        return count is 0 or > MostNameWords || (count == 1 && Pronouns.Contains(words[first])) ? null : string.Join(' ', words[first..]);
    }

    private static List<WordUse> Tabulate(IEnumerable<Use> uses)
    {
        var table = new List<WordUse>();
        foreach (IGrouping<string, Use> of in uses.GroupBy(use => use.Of, StringComparer.Ordinal).OrderBy(of => of.Key, StringComparer.Ordinal))
        {
            int all = of.Count();
            Dictionary<string, int> byOutlet = of.GroupBy(use => StoryCoverage.OutletOf(use.Article), StringComparer.Ordinal)
                .ToDictionary(outlet => outlet.Key, outlet => outlet.Count(), StringComparer.Ordinal);
            foreach (IGrouping<string, Use> phrase in of.GroupBy(use => use.Phrase, StringComparer.OrdinalIgnoreCase))
            {
                int everywhere = phrase.Count();
                foreach (IGrouping<string, Use> outlet in phrase.GroupBy(use => StoryCoverage.OutletOf(use.Article), StringComparer.Ordinal))
                {
                    int count = outlet.Count();
                    Use first = outlet.OrderBy(use => use.Article, ComparedArticle.InOrder).ThenBy(use => use.Span).First();
                    table.Add(new WordUse(
                        of.Key,
                        first.Phrase,
                        outlet.Key,
                        count,
                        byOutlet[outlet.Key],
                        LogOdds.Of(count, byOutlet[outlet.Key], everywhere - count, all - byOutlet[outlet.Key]),
                        first.Article,
                        first.Span));
                }
            }
        }

        return
        [
            .. table.OrderBy(use => use.Of, StringComparer.Ordinal)
                .ThenByDescending(use => use.Count)
                .ThenBy(use => use.Phrase, StringComparer.Ordinal)
                .ThenBy(use => use.Outlet, StringComparer.Ordinal),
        ];
    }

    private readonly record struct Use(string Of, string Phrase, ComparedArticle Article, TextSpan Span);
}
