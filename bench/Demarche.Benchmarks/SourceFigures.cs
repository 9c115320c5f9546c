using System.Diagnostics;
using System.Globalization;
using System.Text;
using Demarche.Core.Reading;
using Demarche.Core.Reading.Sources;

namespace Demarche.Benchmarks;

/// <summary>What BenchmarkDotNet does not measure well: entries a second of a long feed, and memory while a large archive streams through.</summary>
internal static class SourceFigures
{
    private const int Entries = 100_000;

    /// <summary>Prints the figures.</summary>
    /// <param name="gigabytes">Size of the archive.</param>
    public static int Print(string gigabytes)
    {
        // The archive first: the highest memory of the process is then its.
        long length = (long)(double.Parse(gigabytes, CultureInfo.InvariantCulture) * (1 << 30));
        Measure("web archive, pages parted", length, () => Read("crawl.warc", new RepeatedRecords(length)).Count());
        Console.WriteLine($"peak memory: {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MiB");
        var reader = new ArticleReader();
        byte[] feed = Feed();
        Measure("feed, entries parted and their fields read", feed.Length, () => Read("feed.rss", new MemoryStream(feed)).Count());
        Measure(
            "feed, a tenth of it with its content read", feed.Length / 10,
            () => Read("feed.rss", new MemoryStream(feed)).Take(Entries / 10).Count(raw => reader.Read(raw).Problem is null));
        return 0;
    }

    private static IEnumerable<RawArticle> Read(string name, Stream stream) =>
        new ArticleStream(new SourceInput(name, "x"), name).Read(() => stream);

    private static void Measure(string what, long bytes, Func<int> work)
    {
        // CPU time: the figure holds on a busy machine too.
        TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
        int count = work();
        double seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{what}: {count} in {seconds:0.00} s of CPU, {count / seconds:0}/s, {bytes / seconds / 1e6:0} MB/s of input"));
    }

    private static byte[] Feed()
    {
        var feed = new StringBuilder("<rss><channel><title>Ilvane Courier</title><link>https://courier.example/</link>");
        string content = string.Concat(Enumerable.Repeat("<p>The harbor council met on the ferry toll and put off the vote once more.</p>", 8));
        for (int i = 0; i < Entries; i++)
        {
            feed.Append(CultureInfo.InvariantCulture, $"<item><title>Report {i} on the toll</title><link>https://courier.example/{i}</link><guid>{i}</guid>")
                .Append("<pubDate>Tue, 06 May 2031 08:00:00 GMT</pubDate><dc:creator>Ann Lee</dc:creator><description>The council met on the toll.</description>")
                .Append("<content:encoded><![CDATA[").Append(content).Append("]]></content:encoded></item>\n");
        }

        return Encoding.UTF8.GetBytes(feed.Append("</channel></rss>").ToString());
    }

    /// <summary>A web archive as long as wanted, made while it is read: pages of some 170 KB, as the extraction corpus has them, and pictures between them.</summary>
    private sealed class RepeatedRecords(long length) : ForwardStream
    {
        private static readonly byte[] Records = [.. Record("text/html", 170_000), .. Record("image/jpeg", 400_000)];

        private long _position;

        public override int Read(Span<byte> buffer)
        {
            int at = (int)(_position % Records.Length);
            int count = (int)Math.Min(Math.Min(buffer.Length, Records.Length - at), length - _position);
            Records.AsSpan(at, count).CopyTo(buffer);
            _position += count;
            return count;
        }

        private static byte[] Record(string type, int bodyLength)
        {
            byte[] body = new byte[bodyLength];
            Array.Fill(body, (byte)'a');
            byte[] head = Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\n\r\n");
            return
            [
                .. Encoding.ASCII.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://n.example/\r\nContent-Length: {head.Length + bodyLength}\r\n\r\n"),
                .. head, .. body, .. "\r\n\r\n"u8,
            ];
        }
    }
}
