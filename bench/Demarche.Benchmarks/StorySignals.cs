using System.Text.Json;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Reading;

namespace Demarche.Benchmarks;

/// <summary>Writes pairs of articles with the signals between them as JSON Lines; <c>eval/stories/fit.py</c> fits the weights on them.</summary>
internal static class StorySignals
{
    // Of a set with more articles than this only every twentieth pair is written: headlines come by the thousand.
    private const int ManyArticles = 2000;
    private const int OneIn = 20;

    /// <summary>Reads articles whose records tell their story (<c>story</c> or <c>event</c>) and writes to standard output; returns the exit code.</summary>
    public static int Write(string path)
    {
        var reader = new ArticleReader();
        Article[] articles = [.. ArticleFiles.Read([path], () => Stream.Null).Select(raw => reader.Read(raw).Article)];
        string?[] stories = [.. articles.Select(article => article.Extra.GetValueOrDefault("story") ?? article.Extra.GetValueOrDefault("event"))];
        var profiles = new ProfileReader();
        ArticleProfile[] read = [.. articles.Select(article => profiles.Read(article.Title, article.Text))];
        var sample = new TermSample([.. read.Take(SampleRule.Shipped.Size)]);
        ArticleVector[] vectors = [.. read.Select(profile => new ArticleVector(profile, sample))];
        double[] signals = new double[PairSignals.Count];
        using var output = new StreamWriter(Console.OpenStandardOutput());
        for (int i = 0; i < articles.Length; i++)
        {
            for (int j = 0; j < i; j++)
            {
                if (articles.Length > ManyArticles && ((i * 31) + j) % OneIn != 0)
                {
                    continue;
                }

                PairSignals.Read(vectors[j], vectors[i], IsDated(articles[i]) && IsDated(articles[j]) ? 0 : null, signals);
                if (signals.All(signal => signal is 0 or 1))
                {
                    continue;
                }

                output.WriteLine(JsonSerializer.Serialize(new
                {
                    left = stories[j],
                    right = stories[i],
                    signals = signals.Select(s => Math.Round(s, 4)),
                }));
            }
        }

        return 0;
    }

    // The public sets call the day "date".
    private static bool IsDated(Article article) =>
        article.Published is not null || article.Extra.GetValueOrDefault("date", "null") != "null";
}
