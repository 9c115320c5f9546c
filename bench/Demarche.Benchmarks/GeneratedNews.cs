using System.Globalization;
using System.Text;
using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Reading;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Stemming;

namespace Demarche.Benchmarks;

/// <summary>
/// Any number of coded articles made from a few: each event is a story of the sources retold with other names, numbers and most other telling
/// words, word for word of the same length, so that every span still points at its words.
/// </summary>
/// <param name="sources">Coded articles.</param>
/// <param name="stories">Story of each, null for one that stands alone; aligned with <paramref name="sources"/>.</param>
internal sealed class GeneratedNews(IReadOnlyList<CodedArticle> sources, IReadOnlyList<string?> stories)
{
    // A year of news; outlets of a country.
    private const int Days = 365;
    private const int Outlets = 60;

    // Of each hundred telling words of an event so many are another event's, and of each hundred of an article so many its own.
    private const int OtherWords = 70;
    private const int OwnWords = 5;

    // One article in twelve is printed by another outlet a day later.
    private const int CopyOneIn = 12;

    // More common words than this (about "because") carry the grammar.
    private const int GrammarRank = 300;

    private static readonly DateOnly Start = new(2030, 1, 1);

    private readonly string[][] _events =
    [
        .. sources.Select((source, i) => (Source: i, Story: stories[i] ?? $"alone {i}"))
            .GroupBy(pair => pair.Story, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => group.Select(pair => pair.Source.ToString(CultureInfo.InvariantCulture)).ToArray()),
    ];

    private readonly Dictionary<int, string[]> _vocabulary = sources
        .SelectMany(source => source.Article.Text.Split([' ', '\n', '\t', '.', ',', '"', '\u201C', '\u201D', '(', ')', ':', ';', '?', '!', '\'', '\u2019', '-']))
        .Where(word => word.All(char.IsAsciiLetter) && IsTelling(word)).Select(word => word.ToLowerInvariant())
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        .GroupBy(word => word.Length).ToDictionary(group => group.Key, group => group.ToArray());

    private readonly Dictionary<string, bool> _telling = new(StringComparer.Ordinal);

    /// <summary>The first <paramref name="count"/> articles; the id begins with the number of the event.</summary>
    public IEnumerable<CodedArticle> Take(int count)
    {
        var random = new SplitMix64(20_300_101);
        int made = 0;
        for (int number = 0; made < count; number++)
        {
            string[] told = _events[random.Next(_events.Length)];
            int day = random.Next(Days);
            for (int i = 0; i < told.Length && made < count; i++)
            {
                CodedArticle article = Retell(sources[int.Parse(told[i], CultureInfo.InvariantCulture)], number, i, Start.AddDays(day + random.Next(3)), random.Next(Outlets));
                made++;
                yield return article;
                if (random.Next(CopyOneIn) == 0 && made < count)
                {
                    made++;
                    yield return article with
                    {
                        Article = article.Article with
                        {
                            Id = article.Article.Id + "-copy",
                            Outlet = $"Outlet {random.Next(Outlets)}",
                            Published = article.Article.Published?.AddDays(1),
                        },
                    };
                }
            }
        }
    }

    private CodedArticle Retell(CodedArticle source, int number, int teller, DateOnly day, int outlet)
    {
        uint own = Mixed((uint)number, (uint)teller + 1);
        return new CodedArticle
        {
            Article = new Article
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"e{number}-{teller}"),
                Outlet = string.Create(CultureInfo.InvariantCulture, $"Outlet {outlet}"),
                Title = source.Article.Title is { } title ? Retell(title, (uint)number, own) : null,
                Text = Retell(source.Article.Text, (uint)number, own),
                Published = day,
                PublishedBasis = DateBasis.Given,
            },
            Attributions = [.. source.Attributions.Select(attribution => Named(attribution, (uint)number))],
        };
    }

    private Attribution Named(Attribution attribution, uint number) =>
        attribution with { Speaker = attribution.Speaker is { } name ? Retell(name, number, own: null) : null };

    private string Retell(string text, uint number, uint? own)
    {
        var told = new StringBuilder(text);
        for (int i = 0; i < text.Length;)
        {
            if (!char.IsAsciiLetterOrDigit(text[i]))
            {
                i++;
                continue;
            }

            int start = i;
            while (i < text.Length && char.IsAsciiLetterOrDigit(text[i]))
            {
                i++;
            }

            Replace(told, text[start..i], start, number, own);
        }

        return told.ToString();
    }

    private void Replace(StringBuilder told, string word, int start, uint number, uint? own)
    {
        uint hash = Mixed(FeatureHash.Of(word.ToLowerInvariant()), number);
        if (own is { } article && Mixed(article, (uint)start) % 100 < OwnWords)
        {
            hash = Mixed(article, hash);
        }

        if (word.All(char.IsAsciiDigit))
        {
            told[start + word.Length - 1] = (char)('0' + (hash % 10));
            return;
        }

        bool isName = char.IsAsciiLetterUpper(word[0]);
        if (!Telling(word) || (!isName && hash % 100 >= OtherWords) || !_vocabulary.TryGetValue(word.Length, out string[]? words))
        {
            return;
        }

        string other = words[(hash >> 8) % (uint)words.Length];
        for (int i = 0; i < word.Length; i++)
        {
            told[start + i] = char.IsAsciiLetterUpper(word[i]) ? char.ToUpperInvariant(other[i]) : other[i];
        }
    }

    private bool Telling(string word) => _telling.TryGetValue(word, out bool known) ? known : _telling[word] = IsTelling(word);

    private static bool IsTelling(string word) => word.Length > 2 && WordRanks.RankOf(EnglishStemmer.Stem(word)) > GrammarRank;

    private static uint Mixed(uint left, uint right)
    {
        ulong mixed = unchecked((((ulong)left << 32) | right) * 0x9E3779B97F4A7C15);
        return unchecked((uint)(mixed >> 32) ^ (uint)(mixed >> 13));
    }
}
