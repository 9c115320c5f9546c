using System.Diagnostics;
using System.Text;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Core.Reading;

public sealed class PageReaderTests
{
    private const string First = "The harbor union of Ostmark said on Monday that it would not go back to work, whatever the owners offer.";
    private const string Second = "The owners called that regrettable &mdash; and &#8220;a mistake&#8221;, in the words of their lawyer, Ms. Tal.";

    private const string Page = $$"""
        <!doctype html><html lang="en-GB"><head><title>Union stays out - Ostmark Post</title>
        <meta property="og:site_name" content="Ostmark Post"><meta property="og:title" content="Union stays out - Ostmark Post">
        <link rel="canonical" href="https://post.example/a&amp;b">
        <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","datePublished":"2031-05-06T08:00:00+02:00",
          "author":[{"name":"Ann Lee"},{"name":"Bo Ek"}]}]}</script></head>
        <body><nav><a href="/">Home</a><p>A long line of navigation that pretends to be a paragraph of the page itself.</p></nav>
        <div class="story"><h1>Union stays out</h1><p class="byline">By Ann Lee</p><p>{{First}}<p>{{Second}}
        <figure><img src="x"><figcaption>A picture of the harbor at night, taken from the pier by a photographer.</figcaption></figure>
        <blockquote>No talks were planned for the rest of the week, both of them said.</blockquote>
        <p><a href="/x">Read what the dockers say about it in our long report from the pier</a></p></div>
        <div class="comments"><p>I think that the union is right, and that the owners should have known it before.</p></div>
        <script>var p = "<p>The script is not a paragraph of the article, whatever it looks like.</p>";</script></body></html>
        """;

    [Fact]
    public void Gives_the_paragraphs_of_the_article_and_nothing_around_them()
    {
        string[] paragraphs = Read(Page).Article.Text.Split('\n');

        Assert.Equal(
            [
                First,
                "The owners called that regrettable — and “a mistake”, in the words of their lawyer, Ms. Tal.",
                "No talks were planned for the rest of the week, both of them said.",
            ],
            paragraphs);
    }

    [Fact]
    public void Gives_what_the_page_says_about_itself()
    {
        Article article = Read(Page).Article;

        Assert.Equal("Union stays out", article.Title);
        Assert.Equal("Ostmark Post", article.Outlet);
        Assert.Equal("Ann Lee, Bo Ek", article.Byline);
        Assert.Equal("https://post.example/a&b", article.Url);
        Assert.Equal("en", article.Language);
        Assert.Equal(new DateOnly(2031, 5, 6), article.Published);
        Assert.Equal(DateBasis.Meta, article.PublishedBasis);
    }

    [Fact]
    public void What_the_record_gives_stays()
    {
        string record = System.Text.Json.JsonSerializer.Serialize(new { id = "x", title = "Given", published = "2031-01-02", html = Page });

        Article article = new ArticleReader().Read(
            new RawArticle { Origin = "o", Id = "o:1", Bytes = Encoding.UTF8.GetBytes(record) }).Article;

        Assert.Equal("Given", article.Title);
        Assert.Equal(new DateOnly(2031, 1, 2), article.Published);
        Assert.StartsWith(First, article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Declared_encoding_is_used()
    {
        const string head = "<meta charset=\"windows-1251\"><p>";
        byte[] bytes = [.. Encoding.ASCII.GetBytes(head), .. TextDecoder.Named("windows-1251")!.GetBytes("Докеры сказали, что не вернутся к работе.")];

        Assert.Equal("Докеры сказали, что не вернутся к работе.", Read(bytes).Article.Text);
    }

    [Theory]
    [InlineData(RawKind.Page, "windows-1251", "")]
    [InlineData(RawKind.Page, "KOI8-R", "")]
    [InlineData(RawKind.Page, "windows-1251", "<meta charset='iso-8859-5'>")]
    [InlineData(RawKind.Text, "windows-1251", "")]
    [InlineData(RawKind.Text, "KOI8-R", "")]
    public void The_encoding_that_came_with_the_bytes_goes_before_their_own_declaration(RawKind kind, string charset, string declaration)
    {
        const string words = "Докеры сказали, что не вернутся к работе.";
        string text = kind == RawKind.Page ? $"{declaration}<p>{words}" : words;
        byte[] bytes = TextDecoder.Named(charset)!.GetBytes(text);
        Assert.Equal(words, TextOf(bytes, kind, charset));

        // A name nobody knows is no reason to read the bytes otherwise than without one.
        Assert.Equal(TextOf(bytes, kind, null), TextOf(bytes, kind, "x-nobody"));
        Assert.Equal(words, TextOf(Encoding.UTF8.GetBytes(text), kind, charset));

        static string TextOf(byte[] bytes, RawKind kind, string? charset) =>
            new ArticleReader().Read(new RawArticle { Origin = "o", Id = "o", Kind = kind, Bytes = bytes, Charset = charset }).Article.Text;
    }

    [Theory]
    [InlineData("windows-1251", "<meta charset='windows-1251'>", "Докеры сказали, что не вернутся к работе.")]
    [InlineData("windows-1251", "", "Докеры порта сказали в понедельник, что они не вернутся к работе, пока не будет решён вопрос о плате.")]
    [InlineData("windows-1250", "<meta charset='windows-1250'>", "Přístav zůstane zavřený, řekl starosta.")]
    [InlineData("windows-1252", "", "Der Hafen bleibt geschlossen, sagte der Bürgermeister: „Für heute.“")]
    [InlineData("windows-1252", "<meta charset='iso-8859-1'>", "“The harbor stays shut,” the mayor said.")]
    public void A_server_that_says_the_usual_of_everything_does_not_beat_what_the_bytes_are(string encoding, string declaration, string words)
    {
        byte[] bytes = TextDecoder.Named(encoding)!.GetBytes($"{declaration}<p>{words}");

        Assert.Equal(words, new ArticleReader().Read(new RawArticle { Origin = "o", Id = "o", Kind = RawKind.Page, Bytes = bytes, Charset = "ISO-8859-1" }).Article.Text);
    }

    [Theory]
    [InlineData("<html><body></body></html>")]
    [InlineData("<p><a href='/'>Only a link to somewhere else on this page</a></p>")]
    public void A_page_without_an_article_is_named(string html) =>
        Assert.Equal("no article text found on the page", Read(html).Problem);

    public static TheoryData<string, string> Hostile => new()
    {
        { "open elements", string.Concat(Enumerable.Repeat("<div>", 100_000)) + $"<p>{First}</p>" },
        { "attributes", "<div " + string.Concat(Enumerable.Range(0, 100_000).Select(i => $"a{i}=\"{i}\" ")) + $"><p>{First}</p></div>" },
        { "brackets", new string('<', 1_000_000) + $"<p>{First}</p>" },
        { "crossed tags", string.Concat(Enumerable.Repeat("<b><i><p></b></i>", 20_000)) + $"<p>{First}</p>" },
        { "nested tables", string.Concat(Enumerable.Repeat("<table><tr><td>", 5_000)) + $"<p>{First}</p>" },
        { "open quotation marks", string.Concat(Enumerable.Repeat("<i title=\"x>", 50_000)) + $"<i \"><p>{First}</p>" },
        { "hidden in hidden", string.Concat(Enumerable.Repeat("<div hidden>", 100_000)) + string.Concat(Enumerable.Repeat("</div>", 100_000)) + $"<p>{First}</p>" },
        { "comments", string.Concat(Enumerable.Repeat("<!--", 100_000)) + $"--><p>{First}</p>" },
    };

    [Theory]
    [InlineData("<div hidden>")]
    [InlineData("<div style='display: none'>")]
    [InlineData("<main aria-hidden='true'>")]
    public void An_article_that_a_script_is_to_show_is_read_and_a_hidden_part_of_it_is_not(string hidden)
    {
        string text = Read($"<body>{hidden}<h1>Union stays out</h1><p>{First}</p><p>{Second}</p><p hidden>{Second} Not to be seen.</p></body>").Article.Text;
        Assert.StartsWith(First, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Not to be seen", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Second[..10], Read($"<body><p>{First}</p><p>{First}</p>{hidden}<p>{Second}</p></body>").Article.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_markup_takes_linear_time_and_bounded_depth(string name, string html)
    {
        var watch = Stopwatch.StartNew();

        ReadResult read = Read(html);

        Assert.True(read.Article.Text.Contains(First, StringComparison.Ordinal), name);
        // A second on an idle machine; what is not linear takes minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{name}: {watch.Elapsed}");
    }

    private static ReadResult Read(string html) => Read(Encoding.UTF8.GetBytes(html));

    private static ReadResult Read(byte[] html) => new ArticleReader().Read(
        new RawArticle { Origin = "x.html", Id = "x", Kind = RawKind.Page, Bytes = html });
}
