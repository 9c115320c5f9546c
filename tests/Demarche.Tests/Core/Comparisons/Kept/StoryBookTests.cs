using System.Globalization;
using System.Text;
using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Kept;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Core.Ledger;
using Demarche.Core.Reading;
using Demarche.Nlp.Learning;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Core.Comparisons.Kept;

public sealed class StoryBookTests : IDisposable
{
    private const int Events = 9;

    // Samples so small that most articles do not enter one, and vicinities of weeks.
    private static readonly SampleRule Rule = new(3, 8);

    private static readonly string[] Towns = ["Ardmoor", "Pellworth", "Harle", "Skarrow", "Ilvane", "Brunn"];
    private static readonly string[] People = ["Wilma Tarrow", "Imre Dossal", "Ada Brunn", "Otto Klemm"];
    private static readonly string[] Things = ["sluice", "ferry", "lighthouse", "granary", "quarry", "tramway", "chapel", "windmill"];
    private static readonly string[] Deeds = ["jammed", "collapsed", "reopened", "flooded", "burned", "doubled"];
    private static readonly string[] Words =
    [
        "engineers", "harvest", "pilots", "toll", "winter", "barges", "council", "gear", "rust", "divers", "inspection", "budget", "anglers", "petition",
        "storm", "timber", "auction", "herring", "bridge", "parish", "lanterns", "survey", "crane", "ballot", "cheese", "orchard", "vintage", "turbine",
    ];

    private readonly TemporaryFolder _parent = new();
    private int _ledgers;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Articles_in_any_order_one_by_one_or_at_once_make_the_stories_of_the_whole_set(int seed)
    {
        CodedArticle[] articles = Articles(seed);
        var random = new SplitMix64((ulong)seed + 100);
        using SqliteLedger atOnce = Fill(articles);
        string[] expected = Describe(AllAtOnce(atOnce));

        Update(atOnce, 2);
        using SqliteLedger oneByOne = NewLedger();
        foreach (CodedArticle article in Shuffled(articles, random))
        {
            oneByOne.Add(article);
            if (random.Next(3) > 0)
            {
                Update(oneByOne, 1);
            }
        }

        Update(oneByOne, 1);
        Assert.Contains(expected, line => line.StartsWith("u-", StringComparison.Ordinal));
        Assert.Contains(expected, line => line.Contains("copy", StringComparison.Ordinal));
        Assert.Equal(expected, Describe(Book(atOnce).All()));
        Assert.Equal(expected, Describe(Book(oneByOne).All()));
    }

    [Fact]
    public void A_new_text_of_an_article_moves_it_and_what_hung_on_it()
    {
        CodedArticle[] articles = Articles(7);
        using SqliteLedger ledger = Fill(articles);
        var book = Book(ledger);
        Update(ledger, 1);
        for (int i = 0; i < articles.Length; i += 3)
        {
            CodedArticle other = articles[(i + 5) % articles.Length];
            ledger.Add(other with { Article = other.Article with { Id = articles[i].Article.Id, Outlet = articles[i].Article.Outlet } });
            Update(ledger, 1);
        }

        Assert.Equal(Describe(AllAtOnce(ledger)), Describe(book.All()));
    }

    [Fact]
    public void Keys_read_for_weeks_at_once_find_the_articles_that_each_key_finds_by_itself()
    {
        using SqliteLedger ledger = Fill(Articles(5));
        Update(ledger, 1);
        int first = new DateOnly(2031, 3, 1).DayNumber;

        ledger.AskStories((_, tables) =>
        {
            uint[] keys = [.. tables.Links.KeysOf(0, int.MaxValue).SelectMany(article => article.Terms).Distinct()];
            KeyWindow window = KeyWindow.Read(tables, first, first + 40, keys);
            Assert.All(keys, key => Assert.Equal(
                tables.Links.Having(key, first + 5, first + 30).Order(), window.Having(key, first + 5, first + 30).Order()));
            Assert.Contains(keys, key => window.Having(key, first + 5, first + 30).Skip(1).Any());
            return true;
        });
    }

    [Fact]
    public void A_rejected_line_leaves_the_utterances()
    {
        using SqliteLedger ledger = Fill(Articles(2));
        var book = Book(ledger);
        Update(ledger, 1);
        Rendering rendering = book.All().Utterances[0].Renderings[0];
        LedgerAttribution line = ledger.Attributions(rendering.Article.Key).Single(other => other.Attribution.Id == rendering.Attribution.Id);

        ledger.Correct(new Correction { Kind = CorrectionKind.Reject, Target = line.Key, Author = "ada" });
        Update(ledger, 1);

        Assert.Equal(Describe(AllAtOnce(ledger)), Describe(book.All()));
        Assert.DoesNotContain(
            book.All().Utterances.SelectMany(utterance => utterance.Renderings),
            other => other.Article.Key == rendering.Article.Key && other.Span == rendering.Span);
    }

    [Fact]
    public void Pages_list_stories_and_one_is_found_by_an_article_in_it()
    {
        using SqliteLedger ledger = Fill(Articles(3));
        var book = Book(ledger);
        Update(ledger, 1);
        IReadOnlyList<Story> all = book.All().Stories;

        Assert.Equal(all.Count, book.Count());
        Assert.Equal(all.Select(story => story.Id), book.Page(0, 5).Concat(book.Page(5, 500)).Select(story => story.Id));
        Assert.Equal(all.Count(story => story.Articles.Count > 1), book.Page(0, 500, least: 2).Count);
        Story wanted = all.MaxBy(story => story.Articles.Count)!;
        OutletComparison found = book.Find(wanted.Articles[0].Key);
        Assert.Equal(wanted.Id, Assert.Single(found.Stories).Id);
        Assert.Equal(wanted.Articles.Select(article => article.Key), found.Stories[0].Articles.Select(article => article.Key));
        Assert.Empty(book.Find("s-none").Stories);
        Assert.Contains(book.Like(wanted.Id[..^1] + "x", 3), story => story.Id == wanted.Id);
        Assert.Contains(book.Like(wanted.Title.ToUpperInvariant()[..8], 500), story => story.Id == wanted.Id);
        Assert.Empty(book.Like(new string('x', 10_000), 3));
        Assert.Equal(all.Select(story => story.Id).Order(), book.Latest(10_000).Stories.Select(story => story.Id).Order());
        Assert.Single(book.Latest(1).Stories);
    }

    public void Dispose() => _parent.Dispose();

    private static StoryBook Book(SqliteLedger ledger) => new(ledger, null) { Weighing = Rule };

    private static void Update(SqliteLedger ledger, int threads) => Book(ledger).Update(threads, TestContext.Current.CancellationToken);

    private static OutletComparison AllAtOnce(SqliteLedger ledger)
    {
        IReadOnlyList<Story> stories = StoryFinder.Find(ComparedArticle.Of(ledger), 1, Rule);
        return new OutletComparison(stories, UtteranceFinder.Find(stories, null));
    }

    private static string[] Describe(OutletComparison comparison) =>
    [
        .. comparison.Stories.Select(story =>
            $"{story.Id} {story.Title} {string.Join(' ', story.Articles.Select(article => article.Id))} {string.Join(' ', story.Ties)}"),
        .. comparison.Utterances.Select(utterance =>
            $"{utterance.Id} {utterance.Speaker} {string.Join(' ', utterance.Renderings.Select(r => $"{r.Article.Id} {r.Span} {r.IsQuoted} {r.Relation}"))}"),
    ];

    private SqliteLedger NewLedger() => SqliteLedger.Create(_parent[$"ledger-{_ledgers++}"], "dispute: weir\n");

    private SqliteLedger Fill(IEnumerable<CodedArticle> articles)
    {
        SqliteLedger ledger = NewLedger();
        foreach (CodedArticle article in articles)
        {
            ledger.Add(article);
        }

        return ledger;
    }

    private static CodedArticle[] Shuffled(CodedArticle[] articles, SplitMix64 random)
    {
        CodedArticle[] shuffled = [.. articles];
        for (int i = shuffled.Length - 1; i > 0; i--)
        {
            int other = random.Next(i + 1);
            (shuffled[i], shuffled[other]) = (shuffled[other], shuffled[i]);
        }

        return shuffled;
    }

    // Events some of which look alike, told by outlets in other words, with printed copies and undated articles among them.
    private static CodedArticle[] Articles(int seed)
    {
        var random = new SplitMix64((ulong)seed);
        var articles = new List<CodedArticle>();
        for (int number = 0; number < Events; number++)
        {
            string town = Towns[random.Next(Towns.Length)];
            string person = People[random.Next(People.Length)];
            string thing = Things[random.Next(Things.Length)];
            string deed = Deeds[random.Next(Deeds.Length)];
            string[] own = [.. Enumerable.Range(0, 8).Select(_ => Words[random.Next(Words.Length)])];
            int day = random.Next(70);
            int tellers = 1 + random.Next(4);
            for (int teller = 0; teller < tellers; teller++)
            {
                string quote = $"The {own[0]} and the {own[1]} of {town} must wait for the {own[2 + random.Next(2)]} until the {thing} is paid for";
                string text = $"The {thing} of {town} {deed} while {own[random.Next(8)]} and {own[random.Next(8)]} came. Keepers saw {own[random.Next(8)]} near {town}. "
                    + $"“{quote},” {person} said. The {own[random.Next(8)]} of {town} stays shut for the {own[random.Next(8)]}, {person} added on the quay.";
                articles.Add(Coded(string.Create(CultureInfo.InvariantCulture, $"n{number}-{teller}"), $"{thing} {deed} at {town}", text, quote, person,
                    random.Next(8) == 0 ? null : day + random.Next(4)));
                if (random.Next(4) == 0 || (number == 0 && teller == 0))
                {
                    var copied = new StringBuilder(text).Append(" Printed from a wire.");
                    articles.Add(Coded(string.Create(CultureInfo.InvariantCulture, $"copy{number}-{teller}"), $"{town} news", copied.ToString(), quote, person,
                        day + random.Next(40)));
                }
            }
        }

        return [.. articles];
    }

    private static CodedArticle Coded(string id, string title, string text, string quote, string person, int? day)
    {
        int start = text.IndexOf(quote, StringComparison.Ordinal) - 1;
        return new CodedArticle
        {
            Article = new Article
            {
                Id = id,
                Outlet = "Outlet " + id,
                Title = title,
                Text = text,
                Published = day is { } known ? new DateOnly(2031, 3, 1).AddDays(known) : null,
            },
            Attributions =
            [
                new Attribution
                {
                    Id = "a1",
                    Kind = AttributionKind.Direct,
                    Speaker = person,
                    Cue = [new TextSpan(text.IndexOf("said", StringComparison.Ordinal), text.IndexOf("said", StringComparison.Ordinal) + 4)],
                    Content = [new TextSpan(start, start + quote.Length + 3)],
                },
            ],
        };
    }
}
