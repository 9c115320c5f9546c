using System.Text;
using Demarche.Core.Reading;
using Demarche.Nlp;
using Demarche.Nlp.Times;

namespace Demarche.Benchmarks;

/// <summary>Measures how fast time expressions are found, apart from all other reading and with the tokens and sentences they need.</summary>
internal static class TimeSpeed
{
    // Processor time, so that other work on the machine does not count; long enough for the compiler to be done.
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(3);

    /// <summary>Reads articles as often as it takes, and prints megabytes of UTF-8 text a second of processor time; returns the exit code.</summary>
    /// <param name="articles">Paths of articles.</param>
    public static int Measure(string[] articles)
    {
        var reader = new ArticleReader();
        var analyzer = new Analyzer();
        Document[] documents = [.. ArticleFiles.Read(articles, () => Stream.Null).Select(raw => analyzer.Analyze(reader.Read(raw).Article.Text))];
        double megabytes = documents.Sum(document => (double)Encoding.UTF8.GetByteCount(document.Text)) / 1e6;
        var recognizer = new TimeRecognizer();
        var day = new DateOnly(2031, 5, 20);
        Console.WriteLine($"{documents.Length} articles, {megabytes:F2} MB, {documents.Sum(document => document.Times.Count)} time expressions");
        Report("time expressions alone", megabytes, () => documents.Sum(document => recognizer.Find(document.Text, document.Tokens, document.Sentences, day).Count));
        Report("with tokens, sentences and quotations", megabytes, () => documents.Sum(document => analyzer.Analyze(document.Text, day).Times.Count));
        return 0;
    }

    private static void Report(string what, double megabytes, Func<int> read)
    {
        read();
        TimeSpan begun = Environment.CpuUsage.TotalTime;
        int rounds = 0;
        for (; Environment.CpuUsage.TotalTime - begun < Least; rounds++)
        {
            read();
        }

        Console.WriteLine($"{what,-38} {rounds * megabytes / (Environment.CpuUsage.TotalTime - begun).TotalSeconds,6:F1} MB/s");
    }
}
