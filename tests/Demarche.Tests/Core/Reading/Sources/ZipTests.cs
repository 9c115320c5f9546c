using System.IO.Compression;
using System.Text;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Core.Reading.Sources;

public sealed class ZipTests
{
    [Fact]
    public void Files_of_every_kind_are_read_with_the_archive_in_their_origin()
    {
        byte[] inner = Zip(("deep.txt", "Deep words."u8.ToArray()));
        ReadResult[] read = Inputs.Read("pack.zip", Zip(
            ("a.txt", "First words."u8.ToArray()), ("b/c.jsonl", "{\"text\":\"one\"}\n{\"text\":\"two\"}"u8.ToArray()), ("picture.png", [1, 2]),
            ("__MACOSX/a.txt", "shadow"u8.ToArray()), ("inner.zip", inner), ("d.csv.gz", Inputs.Gzip("title,text\nx,Cell words.\n"u8.ToArray()))));
        Assert.Equal(["First words.", "one", "two", "Deep words.", "Cell words."], read.Select(each => each.Article.Text));
        Assert.Equal("pack.zip/inner.zip/deep.txt", read[3].Origin);
    }

    [Fact]
    public void A_name_that_points_outside_is_only_a_name()
    {
        using var folder = new TemporaryFolder();
        string archive = folder.Write("in/pack.zip", Zip(("../../evil.txt", "Evil words."u8.ToArray()), ("/etc/evil.txt", "More evil."u8.ToArray())));
        RawArticle[] raw = [.. ArticleFiles.Read([archive], () => Stream.Null)];
        Assert.Equal(["evil", "evil"], raw.Select(each => each.Id));
        Assert.Equal([archive], Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        Assert.False(File.Exists("/etc/evil.txt"));
    }

    [Fact]
    public void A_bomb_is_left_unread()
    {
        byte[] zeros = new byte[100 << 20];
        Array.Fill(zeros, (byte)'\n');
        ReadResult[] read = Inputs.Read("bomb.zip", Zip(("a.jsonl", zeros), ("b.jsonl", zeros), ("c.txt", "after"u8.ToArray())));
        Assert.Contains("unpacks to more than 200 times its size", read[^1].Problem, StringComparison.Ordinal);
        Assert.InRange(read.Length, 1, 2);
    }

    [Fact]
    public void A_bomb_of_gzip_is_left_unread()
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 100; i++)
            {
                gzip.Write(zeros);
            }
        }

        Assert.Contains(Inputs.Read("bomb.jsonl.gz", packed.ToArray()), each => each.Problem!.Contains("200 times its size", StringComparison.Ordinal));
    }

    [Fact]
    public void Archives_in_archives_end_somewhere()
    {
        byte[] pack = Zip(("a.txt", "The end."u8.ToArray()));
        for (int i = 0; i < 10; i++)
        {
            pack = Zip(("again.zip", pack));
        }

        Assert.Contains("nest deeper than 3", Assert.Single(Inputs.Read("deep.zip", pack)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Damage_costs_the_file_it_is_in()
    {
        byte[] pack = Zip(("a.txt", "First words."u8.ToArray()), ("b.txt", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 3000).Select(i => $"{i * 7919} ")))), ("c.txt", "Last words."u8.ToArray()));
        pack.AsSpan(400, 2000).Fill(0x55);
        ReadResult[] read = Inputs.Read("pack.zip", pack);
        Assert.Equal(3, read.Length);
        Assert.Equal(("First words.", "Last words."), (read[0].Article.Text, read[2].Article.Text));
        Assert.NotNull(Inputs.Read("torn.zip", pack[..500]).Single().Problem);
    }

    [Fact]
    public void Word_documents_give_paragraphs_and_title()
    {
        ReadResult read = Assert.Single(Inputs.Read("note.docx", Word(
            "<w:p><w:r><w:t>First </w:t></w:r><w:r><w:t xml:space=\"preserve\">line</w:t></w:r></w:p><w:p/><w:p><w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></w:del>"
            + "<w:r><w:t>Second</w:t><w:tab/><w:t>line.</w:t></w:r></w:p>")));
        Assert.Equal(("First line\nSecond line.", "A title"), (read.Article.Text, read.Article.Title));
        Assert.Equal("note", read.Article.Id);
    }

    [Theory]
    [InlineData("<!DOCTYPE w [<!ENTITY a \"lol\">]><w:document xmlns:w=\"w\"><w:body>&a;</w:body></w:document>", "broken Word document")]
    [InlineData("<w:document", "broken Word document")]
    public void Hostile_word_documents_are_named(string xml, string problem) =>
        Assert.Contains(problem, Assert.Single(Inputs.Read("x.docx", Zip(("word/document.xml", Encoding.UTF8.GetBytes(xml))))).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_download_of_many_articles_in_a_word_document_is_parted()
    {
        string[] lines = ["Toll is raised", "Ilvane Courier", "May 6, 2031 Tuesday", "Length: 8 words", "Body", "The toll is raised.", "End of Document",
            "Ferries rest", "Ilvane Courier", "May 7, 2031 Wednesday", "Length: 8 words", "Body", "The ferries rest.", "End of Document"];
        ReadResult[] read = Inputs.Read("download.docx", Word(string.Concat(lines.Select(line => $"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>"))));
        Assert.Equal([("Toll is raised", "The toll is raised."), ("Ferries rest", "The ferries rest.")], read.Select(each => (each.Article.Title!, each.Article.Text)));
    }

    private static byte[] Word(string body) => Zip(
        ("[Content_Types].xml", "<Types/>"u8.ToArray()),
        ("word/document.xml", Encoding.UTF8.GetBytes($"<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>")),
        ("docProps/core.xml", "<c:p xmlns:c=\"c\"><t:title xmlns:t=\"http://purl.org/dc/elements/1.1/\">A title</t:title></c:p>"u8.ToArray()));

    private static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        var packed = new MemoryStream();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, byte[] bytes) in files)
            {
                using Stream entry = archive.CreateEntry(name, CompressionLevel.Optimal).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }
}
