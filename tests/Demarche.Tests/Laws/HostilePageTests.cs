using System.Diagnostics;
using System.Text;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Laws;

/// <summary>Pages made to hang a reader are read in bounded time, their text found where there is text, nothing executed.</summary>
public sealed class HostilePageTests
{
    private const string Sentence = "The harbour council of Skarrow met on Tuesday and agreed to open the northern quay again.";

    // Each takes 0.01-0.7 s of one core; quadratic work would take minutes. A busy machine is given time.
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    private const int MutationSeconds = 15;

    private static readonly (string Name, Func<string> Make, bool HasText)[] Pages =
    [
        ("a hundred thousand open elements", () => Repeat("<div>", 100_000) + $"<p>{Sentence}</p>", true),
        ("a hundred thousand attributes", () => "<p " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=b ")) + $">{Sentence}</p>", true),
        ("a million angle brackets", () => $"<p>{Sentence}</p>" + Repeat("<", 1_000_000), true),
        ("crossed tags", () => Repeat("<b><i><p>", 20_000) + $"{Sentence}" + Repeat("</b></i></p>", 20_000), true),
        ("eighty thousand paragraphs of ten megabytes", () => Repeat($"<p>{Sentence} The talks go on tomorrow.</p>", 84_000), true),
        ("nested tables", () => Repeat("<table><tr><td>", 5000) + $"<p>{Sentence}</p>", true),
        ("an endless class", () => $"<div class='{Repeat("author ", 200_000)}'>" + Repeat($"<p>{Sentence}</p>", 5000) + "</div>", true),
        ("endless attributes around many runs", () => $"<div {Repeat("a=b ", 200_000)}>" + Repeat($"<span>{Sentence}</span> ", 5000) + "</div>", true),
        ("entities", () => $"<p>{Sentence} " + Repeat("&amp;&lol9;&#x41;", 200_000) + "</p>", true),
        ("zero bytes", () => $"<p>{Sentence}</p>" + Repeat("\0", 10_000), false),
        ("scripts everywhere", () => Repeat("<script>document.write('datePublished: author: \"')</script>", 20_000) + $"<p>{Sentence}</p>", true),
        ("an endless script", () => "<p>" + Sentence + "</p><script>" + Repeat("\"author\":\"x\",\"datePublished\":\"2031-03-05\",", 50_000), true),
        ("deep data", () => $"<script type='application/ld+json'>{Repeat("[", 100_000)}</script><p>{Sentence}</p>", true),
        ("wide data", () => "<script type='application/ld+json'>{\"@type\":\"Article\",\"author\":[" + Repeat("{\"name\":\"A B\"},", 50_000) + $"{{}}]}}</script><p>{Sentence}</p>", true),
        ("a long title", () => $"<title>{Repeat("quay | ", 200_000)}</title><meta property='og:title' content='{Repeat("quay - ", 200_000)}'><p>{Sentence}</p>", true),
        ("days", () => $"<p>{Sentence}</p>" + Repeat("<p class='date author'>By Ann Lee, 5 March 2031</p>", 20_000), true),
        ("headings", () => Repeat("<h1>The quay <span>opens</span></h1>", 20_000) + $"<p>{Sentence}</p>", true),
        ("an unclosed comment", () => $"<p>{Sentence}</p><!--" + Repeat("<!-- ", 200_000), true),
        ("quotation marks in tags", () => $"<p>{Sentence}</p>" + Repeat("<a href=\"'", 100_000), true),
    ];

    /// <summary>Names of the pages.</summary>
    public static TheoryData<string> Names => [.. Pages.Select(page => page.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_page_made_to_hang_is_read_in_bounded_time(string name)
    {
        (_, Func<string> make, bool hasText) = Array.Find(Pages, page => page.Name == name);
        byte[] bytes = Encoding.UTF8.GetBytes(make());
        var clock = Stopwatch.StartNew();

        ReadResult read = Read(bytes);

        Assert.True(clock.Elapsed < Limit, $"{name}: {bytes.Length} bytes took {clock.Elapsed}");
        Assert.True(!hasText || read.Article.Text.Contains(Sentence, StringComparison.Ordinal), $"{name}: {read.Problem}");
    }

    [Fact]
    public void A_page_larger_than_the_limit_is_named()
    {
        using var folder = new TemporaryFolder();
        string path = folder["large.html"];
        using (FileStream file = File.Create(path))
        {
            file.Write("<p>"u8);
            file.SetLength(100L << 20);
        }

        ReadResult read = new ArticleReader().Read(Assert.Single(ArticleFiles.Read([path], () => Stream.Null)));

        Assert.Contains("larger than", read.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Mutated_pages_never_break_the_reader()
    {
        int seed = int.TryParse(Environment.GetEnvironmentVariable("DEMARCHE_SEED"), out int wanted) ? wanted : 20310305;
        var random = new Random(seed);
        byte[][] seeds = [.. Templates().Select(Encoding.UTF8.GetBytes)];
        var clock = Stopwatch.StartNew();
        int count = 0;
        while (clock.Elapsed < TimeSpan.FromSeconds(MutationSeconds) && count < 20_000)
        {
            byte[] page = Mutated(seeds[random.Next(seeds.Length)], seeds[random.Next(seeds.Length)], random);
            try
            {
                ReadResult read = Read(page);
                Assert.All(read.Article.Furniture, furniture => Assert.InRange(furniture.Span.End, furniture.Span.Start, read.Article.Text.Length));
                Assert.True(read.Problem is not null || read.Article.Text.Length > 0);
            }
            catch (Exception e) when (e is not Xunit.Sdk.XunitException)
            {
                Assert.Fail($"seed {seed}, page {count}: {e.GetType().Name}: {e.Message}\n{Convert.ToBase64String(page)}");
            }

            count++;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} mutated pages, seed {seed}");
        Assert.True(count > 0);
    }

    private static IEnumerable<string> Templates() =>
    [
        $"<html lang='en'><head><title>The quay | Skarrow Post</title><meta property='article:published_time' content='2031-03-05T09:00:00Z'>"
            + "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"The quay\",\"author\":[{\"name\":\"Ann Lee\"}],\"datePublished\":\"2031-03-05\"}</script>"
            + $"</head><body><h1>The quay</h1><p class='byline'>By Ann Lee, 5 March 2031</p><article><p>{Sentence}</p><ul><li>{Sentence}</li></ul></article></body></html>",
        $"<table><tr><td><font size=2><b>05.03.2031</b><br><br>{Sentence}<br>{Sentence}</td></tr></table><!-- x --><a href='/author/x'>Ann</a>",
        $"<div class=date><span>Mar</span><span>5</span><span>2031</span></div><p>{Sentence} &amp; &#8220;x&#8221;</p><time datetime='2031-03-05T10:00+0100'>x</time>",
    ];

    private static byte[] Mutated(byte[] page, byte[] other, Random random)
    {
        var bytes = new List<byte>(page);
        for (int n = random.Next(1, 12); n > 0; n--)
        {
            int at = random.Next(bytes.Count);
            int length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1 when bytes.Count > length + 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 3:
                    int from = random.Next(other.Length);
                    bytes.InsertRange(at, other[from..Math.Min(other.Length, from + length)]);
                    break;
                default:
                    bytes.InsertRange(at, "<>\"'&;\0\u00ff-!/="u8.Slice(random.Next(10), 2));
                    break;
            }
        }

        return [.. bytes];
    }

    private static ReadResult Read(byte[] bytes) =>
        new ArticleReader().Read(new RawArticle { Origin = "page.html", Id = "page", Kind = RawKind.Page, Bytes = bytes });

    private static string Repeat(string unit, int times) => new StringBuilder(unit.Length * times).Insert(0, unit, times).ToString();
}
