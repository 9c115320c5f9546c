using System.IO.Compression;
using System.Text;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Core.Reading;

public sealed class ArticleFilesTests
{
    [Fact]
    public void A_folder_gives_its_articles_in_ordinal_order_and_passes_over_other_files()
    {
        using var folder = new TemporaryFolder();
        folder.Write("b.txt", "b");
        folder.Write("B.html", "<p>B</p>");
        folder.Write("a/c.txt", "c");
        folder.Write("codebook.yaml", "dispute: x");
        folder.Write(".hidden.txt", "no");
        folder.Write("d.jsonl", "{\"text\":\"1\"}\n\n{\"text\":\"3\"}\n");

        RawArticle[] found = Read(folder.Path);

        Assert.Equal(["B", "c", "b", "d:1", "d:3"], found.Select(article => article.Id));
        Assert.Equal(
            [RawKind.Page, RawKind.Text, RawKind.Text, RawKind.Record, RawKind.Record], found.Select(article => article.Kind));
    }

    [Fact]
    public void Gzip_is_opened_whatever_the_file_holds()
    {
        using var folder = new TemporaryFolder();
        string path = folder.Write("a.jsonl.gz", Gzip("{\"text\":\"1\"}\n{\"text\":\"2\"}"));

        Assert.Equal(["a:1", "a:2"], Read(path).Select(article => article.Id));
    }

    [Fact]
    public void Broken_gzip_gives_what_comes_before_and_names_the_rest()
    {
        using var folder = new TemporaryFolder();
        byte[] whole = Gzip(string.Concat(Enumerable.Range(0, 5000).Select(i => $"{{\"text\":\"{i * 7919}\"}}\n")));
        string path = folder.Write("torn.jsonl.gz", whole[..(whole.Length / 2)]);

        RawArticle[] found = Read(path);

        Assert.InRange(found.Length, 2, 4999);
        Assert.All(found.SkipLast(1), article => Assert.Null(article.Problem));
    }

    [Fact]
    public void A_line_above_the_limit_is_named_and_the_next_one_read()
    {
        using var folder = new TemporaryFolder();
        string long50 = $"{{\"text\":\"{new string('a', 50_000_000)}\"}}\n";
        string path = folder.Write("long.jsonl", "{\"text\":\"1\"}\n" + long50 + "{\"text\":\"3\"}");

        RawArticle[] found = Read(path);

        Assert.Equal([null, "line longer than 32 MiB", null], found.Select(article => article.Problem));
        Assert.Equal("long:3", found[2].Id);
    }

    [Fact]
    public void A_missing_file_is_named()
    {
        RawArticle[] found = Read(Path.Combine(Path.GetTempPath(), "there-is-no-such-file.txt"));

        Assert.Equal("no such file", Assert.Single(found).Problem);
    }

    [Fact]
    public void Links_to_folders_above_end()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links need a privilege there");
        using var folder = new TemporaryFolder();
        folder.Write("in/a.txt", "a");
        Directory.CreateSymbolicLink(folder["in/loop"], folder.Path);

        RawArticle[] found = Read(folder.Path);

        Assert.Equal(["a"], found.Where(article => article.Problem is null).Select(article => article.Id));
        Assert.Contains(found, article => article.Problem == "a link leads to a folder that was read already");
    }

    [Theory]
    [InlineData("{\"text\":\"a\"}", RawKind.Record)]
    [InlineData("broken\n{\"text\":\"a\"}", RawKind.Record)]
    [InlineData("<!doctype html><p>a", RawKind.Page)]
    [InlineData("The envoy said no.", RawKind.Text)]
    public void Standard_input_is_known_by_its_first_bytes(string content, RawKind kind)
    {
        foreach (Encoding encoding in new Encoding[] { Encoding.UTF8, Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(content)];
            Assert.Equal(kind, ArticleFiles.Read([], () => new MemoryStream(bytes)).First().Kind);
        }
    }

    [Fact]
    public void A_pattern_names_the_files_that_match_it()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a1.txt", "one");
        folder.Write("b2.txt", "two");
        folder.Write("deep/er/a3.txt", "three");

        Assert.Equal(["a1"], Read(folder["a*.txt"]).Select(article => article.Id));
        Assert.Equal(["a1", "b2", "a3"], Read(folder["**/??.txt"]).Select(article => article.Id));
        Assert.Equal("no file matches the pattern", Assert.Single(Read(folder["*.pdf"])).Problem);
    }

    [Fact]
    public void An_address_is_a_link_still_to_be_fetched()
    {
        RawArticle link = Assert.Single(Read("https://news.example/ferries"));
        Assert.Equal((RawKind.Link, "https://news.example/ferries"), (link.Kind, link.Address));
    }

    [Fact]
    public void Records_in_UTF_16_are_read()
    {
        byte[] bytes = [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("{\"text\":\"é\"}\n{\"text\":\"中\"}\n")];

        string[] texts = [.. ArticleFiles.Read([], () => new MemoryStream(bytes)).Select(raw => new ArticleReader().Read(raw).Article.Text)];

        Assert.Equal(["é", "中"], texts);
    }

    private static RawArticle[] Read(string path) => [.. ArticleFiles.Read([path], () => Stream.Null)];

    private static byte[] Gzip(string text)
    {
        var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return bytes.ToArray();
    }
}
