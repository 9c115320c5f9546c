using System.IO.Compression;
using System.Text;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Core.Reading.Sources;

public sealed class WarcTests
{
    private static readonly string Paragraph = string.Concat(Enumerable.Repeat("<p>The harbor council met on the ferry toll and put off the vote once more, members said.</p>", 4));

    [Fact]
    public void Pages_are_read_with_address_and_time_and_everything_else_is_passed_over()
    {
        byte[] archive =
        [
            .. Record("warcinfo", "urn:1", "software: x\r\n"u8.ToArray()), .. Response("a", Page("Toll")),
            .. Response("picture", [1, 2, 3], "Content-Type: image/png"), .. Response("gone", Page("Gone"), status: "404 Not Found"),
            .. Record("request", "urn:2", "GET / HTTP/1.1\r\n\r\n"u8.ToArray()), .. Record("conversion", "https://n.example/wet", "Plain words of a page."u8.ToArray(), "Content-Type: text/plain"),
        ];
        RawArticle[] raw = Inputs.Raw("crawl.warc", archive);

        Assert.Equal(["https://n.example/a", "https://n.example/wet"], raw.Select(each => each.Address));
        Assert.Equal(new DateTimeOffset(2031, 5, 6, 8, 0, 0, TimeSpan.Zero), raw[0].FetchedAt);
        Article article = new ArticleReader().Read(raw[0]).Article;
        Assert.StartsWith("The harbor council met", article.Text, StringComparison.Ordinal);
        Assert.Equal(("https://n.example/a", "Toll"), (article.Url, article.Title));
    }

    [Fact]
    public void The_encoding_the_server_named_is_heeded()
    {
        byte[] page = [.. "<article><p>"u8, 0xCF, 0xEE, 0xF0, 0xF2, .. " stays closed, the council of the harbor said on Monday after its meeting.</p></article>"u8];
        ReadResult read = Assert.Single(Inputs.Read("crawl.warc", Response("a", page, "Content-Type: text/html; charset=windows-1251")));
        Assert.StartsWith("Порт stays closed", read.Article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip", true)]
    [InlineData("br", true)]
    [InlineData("deflate", true)]
    [InlineData("gzip", false)]
    [InlineData("br", false)]
    [InlineData("deflate", false)]
    [InlineData("identity", true)]
    public void Payloads_are_unpacked_and_those_that_lie_are_taken_as_they_are(string encoding, bool isTrue)
    {
        byte[] body = isTrue ? Pack(Page("Toll"), encoding) : Page("Toll");
        byte[] chunked = [.. Encoding.ASCII.GetBytes($"{body.Length - 5:x}\r\n"), .. body[..^5], .. "\r\n5;x=y\r\n"u8, .. body[^5..], .. "\r\n0\r\n\r\n"u8];
        byte[] archive =
        [
            .. Response("plain", body, $"Content-Encoding: {encoding}"),
            .. Response("chunked", chunked, $"Content-Encoding: {encoding}\r\nTransfer-Encoding: chunked"),
            .. Response("lies", body, $"Content-Encoding: {encoding}\r\nTransfer-Encoding: chunked"),
        ];
        ReadResult[] read = Inputs.Read("crawl.warc", archive);
        Assert.Equal(["Toll", "Toll", "Toll"], read.Select(each => each.Article.Title));
    }

    [Theory]
    [InlineData(-30)]
    [InlineData(7)]
    [InlineData(600)]
    [InlineData(1_000_000_000)]
    public void Wrong_lengths_cost_no_other_record(int error)
    {
        byte[] archive = [.. Response("a", Page("First")), .. Response("b", Page("Second"), error: error), .. Response("c", Page("Third")), .. Response("d", Page("Fourth"))];
        string[] titles = [.. Inputs.Read("crawl.warc", archive).Where(each => each.Problem is null).Select(each => each.Article.Title!)];
        Assert.Superset(new HashSet<string> { "First", "Third", "Fourth" }, titles.ToHashSet());
        Assert.Equal(titles.Distinct(), titles);
    }

    [Fact]
    public void Members_whole_files_and_damage_of_gzip_are_read_through()
    {
        byte[][] records = [.. Enumerable.Range(0, 40).Select(i => Response($"p{i}", Page($"Report {i}"), salt: i))];
        byte[] members = [.. records.SelectMany(Inputs.Gzip)];
        byte[] whole = Inputs.Gzip([.. records.SelectMany(record => record)]);
        Assert.Equal(40, Inputs.Read("crawl.warc.gz", members).Count(each => each.Problem is null));
        Assert.Equal(40, Inputs.Read("crawl.warc.gz", whole).Count(each => each.Problem is null));

        int spoiled = records.Take(20).Sum(record => Inputs.Gzip(record).Length) + 100;
        members.AsSpan(spoiled, 60).Fill(0xAA);
        ReadResult[] read = Inputs.Read("crawl.warc.gz", members);
        string[] titles = [.. read.Where(each => each.Problem is null).Select(each => each.Article.Title!)];
        Assert.Equal(titles.Distinct(), titles);
        Assert.InRange(titles.Length, 38, 39);
        Assert.Contains("damaged in", read[^1].Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_of_no_record_and_a_torn_end_are_named()
    {
        byte[] archive = [.. "garbage garbage\r\n\r\n"u8, .. Response("a", Page("First")), .. "noise\r\n"u8, .. Response("b", Page("Second"))];
        ReadResult[] read = Inputs.Read("crawl.warc", archive[..^40]);
        Assert.Equal(["First"], read.Where(each => each.Problem is null).Select(each => each.Article.Title));
        Assert.Contains(read, each => each.Problem == "the archive ends inside this record");
    }

    [Fact]
    public void Bombs_inside_a_payload_are_bounded()
    {
        byte[] bomb = Pack(new byte[200 << 20], "br");
        ReadResult read = Assert.Single(Inputs.Read("crawl.warc", Response("bomb", bomb, "Content-Encoding: br")));
        Assert.Contains("unpacks to more than", read.Problem, StringComparison.Ordinal);
    }

    private static byte[] Page(string title) => Encoding.UTF8.GetBytes(
        $"<html><head><title>{title}</title><meta property=\"og:title\" content=\"{title}\"></head><body><article>{Paragraph}</article></body></html>");

    private static byte[] Response(string path, byte[] body, string headers = "", string status = "200 OK", int error = 0, int salt = 0)
    {
        // Words that do not repeat: records as small as others would pack into one piece.
        string noise = new([.. Enumerable.Range(0, salt == 0 ? 0 : 4000).Select(i => (char)('a' + (((i * 7919) + (salt * 104729) + (i * i % 263)) % 26)))]);
        string type = headers.Contains("Content-Type", StringComparison.Ordinal) ? "" : "Content-Type: text/html; charset=utf-8\r\n";
        string more = headers.Length == 0 ? "" : headers + "\r\n";
        byte[] block = [.. Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{type}{more}X-Noise: {noise}\r\n\r\n"), .. body];
        return Record("response", $"https://n.example/{path}", block, "Content-Type: application/http; msgtype=response", error);
    }

    private static byte[] Record(string type, string address, byte[] block, string headers = "X: y", int error = 0) =>
    [
        .. Encoding.ASCII.GetBytes(
            $"WARC/1.1\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:{type}:{address}>\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2031-05-06T08:00:00Z\r\n"
            + $"{headers}\r\nContent-Length: {block.Length + error}\r\n\r\n"),
        .. block,
        .. "\r\n\r\n"u8,
    ];

    private static byte[] Pack(byte[] bytes, string encoding)
    {
        var packed = new MemoryStream();
        using (Stream stream = encoding switch
        {
            "br" => new BrotliStream(packed, CompressionLevel.Fastest),
            "deflate" => new ZLibStream(packed, CompressionLevel.Fastest),
            "gzip" => new GZipStream(packed, CompressionLevel.Fastest),
            _ => packed,
        })
        {
            stream.Write(bytes);
        }

        return packed.ToArray();
    }
}
