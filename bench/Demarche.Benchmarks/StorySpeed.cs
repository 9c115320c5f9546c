using System.Diagnostics;
using System.Globalization;
using Demarche.Core;
using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Coverage;
using Demarche.Core.Comparisons.Kept;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Ledger;
using Demarche.Core.Reading;
using Demarche.Nlp.Words;

namespace Demarche.Benchmarks;

/// <summary>Fills a ledger with generated news and measures stories: all at once, one article more, and what a page asks for.</summary>
internal static class StorySpeed
{
    private const int Threads = 2;
    private const int Repeats = 40;
    private const int Additions = 300;

    // Of so many articles to come those that are sampled first: each makes words weigh otherwise.
    private const int Candidates = 4000;
    private const int Sampled = 40;

    /// <summary>Measures and prints; returns the exit code.</summary>
    /// <param name="folder">The ledger's folder; made and filled when it holds none.</param>
    /// <param name="count">How many articles it gets.</param>
    /// <param name="paths">Files with the articles the news is made from.</param>
    public static int Measure(string folder, int count, string[] paths)
    {
        GeneratedNews news = Read(paths);
        bool isNew = !SqliteLedger.Exists(folder);
        using SqliteLedger ledger = isNew ? SqliteLedger.Create(folder) : SqliteLedger.Open(folder);
        if (isNew)
        {
            Measure($"{count} articles added", count, () =>
            {
                foreach (CodedArticle article in news.Take(count))
                {
                    ledger.Add(article, "bench@1");
                }
            });
        }

        using FileStream words = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "models", "en", ReadingModels.WordsFile));
        var vectors = WordVectors.Read(words, words.Name);
        var book = new StoryBook(ledger, () => vectors);
        Measure("grouped and aligned", count, () => book.Update(Threads));
        Console.WriteLine($"{book.Count()} stories, {book.Count(2)} of several articles; peak memory {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"B-cubed F1 against the events generated: {100 * Agreement(book):0.0}"));
        int held = (int)ledger.Count().Articles;
        CodedArticle[] more = [.. news.Take(held + Additions + Candidates).Skip(held)];
        CodedArticle[] sampled = [.. more.Skip(Additions).OrderBy(article => TermSample.DrawOf(ContentId.OfArticle(article.Article)), StringComparer.Ordinal).Take(Sampled)];
        Report("one article more", Additions, i => Add(more[i]));
        Report("one article more that is sampled", Sampled, i => Add(sampled[i]));
        int several = book.Count(2);
        Report("list of 50 stories", Repeats, i => book.Page(several * i / Repeats, 50, least: 2, isNewestFirst: true));
        string[] names = [.. Enumerable.Range(0, Repeats).Select(i => book.Page(several * i / Repeats, 1, least: 2)[0].Id)];
        Report("one story with coverage and renderings", Repeats, i =>
        {
            OutletComparison story = book.Find(names[i]);
            _ = StoryCoverage.Of(story.Stories[0], story.Utterances);
        });
        return 0;

        void Add(CodedArticle article)
        {
            ledger.Add(article, "bench@1");
            book.Update(Threads);
        }
    }

    private static GeneratedNews Read(string[] paths)
    {
        var reader = new ArticleReader();
        Article[] articles = [.. ArticleFiles.Read(paths, () => Stream.Null).Select(raw => reader.Read(raw).Article).Where(article => article.Text.Length > 0)];
        var pipeline = new ArticlePipeline(null, ReadingModels.Read(Path.Combine(AppContext.BaseDirectory, "models", "en"), isFast: true));
        CodedArticle[] coded = [.. articles.AsParallel().AsOrdered().WithDegreeOfParallelism(Threads).Select(pipeline.Code)];
        return new GeneratedNews(coded, [.. articles.Select(article => article.Extra.GetValueOrDefault("story") ?? article.Extra.GetValueOrDefault("event"))]);
    }

    // Ids begin with the event: "e12-0". Every article counts for its own story and event (Bagga and Baldwin 1998).
    private static double Agreement(StoryBook book)
    {
        string[][] stories = [.. book.ArticleIds().Select(ids => ids.Select(id => id[..id.IndexOf('-', StringComparison.Ordinal)]).ToArray())];
        Dictionary<string, int> events = stories.SelectMany(story => story).CountBy(id => id).ToDictionary();
        double precision = 0, recall = 0;
        foreach (string[] story in stories)
        {
            foreach ((string id, int together) in story.CountBy(id => id))
            {
                precision += (double)together * together / story.Length;
                recall += (double)together * together / events[id];
            }
        }

        double all = stories.Sum(story => story.Length);
        return 2 * (precision / all) * (recall / all) / ((precision + recall) / all);
    }

    // CPU time beside the clock's: it holds on a busy machine too.
    private static void Report(string what, int count, Action<int> ask)
    {
        double[] times = new double[count];
        double[] work = new double[count];
        for (int i = 0; i < count; i++)
        {
            (times[i], work[i]) = Time(() => ask(i));
        }

        Array.Sort(times);
        Array.Sort(work);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what,-40} {times[count / 2],8:F1} ms median, {times[^1],8:F1} most of {count}; CPU {work[count / 2],8:F1} ms median, {work[^1],8:F1} most"));
    }

    private static void Measure(string what, int count, Action task)
    {
        (double time, double work) = Time(task);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what}: {time / 1000:0.0} s, CPU {work / 1000:0.0} s, {work / count:0.00} ms of CPU an article"));
    }

    private static (double Clock, double Work) Time(Action task)
    {
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        long start = Stopwatch.GetTimestamp();
        task();
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, (Process.GetCurrentProcess().TotalProcessorTime - before).TotalMilliseconds);
    }
}
