using System.Text;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Core.Reading.Sources;

public sealed class FeedTests
{
    private static readonly string Body = string.Concat(Enumerable.Repeat(
        "<p>The harbor council of Ilvane met again on the ferry toll and put the vote off until the pilots are heard.</p>", 9));

    [Fact]
    public void Rss_gives_content_title_author_day_and_outlet()
    {
        ReadResult read = Assert.Single(Inputs.Read("wire.rss", Rss(Item("Toll &amp;amp; trouble", $"<content:encoded><![CDATA[{Body}]]></content:encoded><dc:creator>Ann Lee</dc:creator>"))));

        Assert.Null(read.Problem);
        Article article = read.Article;
        Assert.StartsWith("The harbor council of Ilvane", article.Text, StringComparison.Ordinal);
        Assert.Equal(
            ("Toll & trouble", "Ann Lee", "Ilvane Courier", "https://courier.example/toll", "en"),
            (article.Title, article.Byline, article.Outlet, article.Url, article.Language));
        Assert.Equal((new DateOnly(2031, 5, 6), DateBasis.Feed), (article.Published!.Value, article.PublishedBasis));
    }

    [Fact]
    public void Rss_1_and_its_items_outside_of_the_channel_are_read()
    {
        string feed = $"""
            <?xml version="1.0"?><rdf:RDF xmlns:rdf="r" xmlns="http://purl.org/rss/1.0/"><channel rdf:about="x"><title>Courier</title>
            <items><rdf:Seq><rdf:li resource="https://courier.example/a"/></rdf:Seq></items></channel>
            <item rdf:about="https://courier.example/a"><title>Toll</title><link>https://courier.example/a</link>
            <description>{Body.Replace("<", "&lt;", StringComparison.Ordinal)}</description><dc:date>2031-05-06T23:30:00-05:00</dc:date></item></rdf:RDF>
            """;
        Article article = Assert.Single(Inputs.Read("a.rdf", feed)).Article;
        Assert.Equal(("Toll", "Courier", new DateOnly(2031, 5, 6)), (article.Title, article.Outlet, article.Published));
        Assert.StartsWith("The harbor council", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Atom_gives_the_alternate_link_and_markup_of_its_own()
    {
        string feed = $"""
            <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><title>Courier</title><link rel="self" href="https://courier.example/feed"/>
            <entry><title type="html">A &lt;b&gt;toll&lt;/b&gt; is raised</title><link rel="edit" href="https://courier.example/edit"/>
            <link href="/toll?a=1&amp;b=2"/><id>tag:courier.example,2031:1</id><author><name>Ann Lee</name></author><author><name>Bo Ek</name></author>
            <published>2031-05-06T08:00:00Z</published><updated>2031-05-07T09:15:00+02:00</updated><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{Body}</div></content></entry></feed>
            """;
        RawArticle raw = Assert.Single(Inputs.Raw("https://courier.example/feed", Encoding.UTF8.GetBytes(feed)));
        Assert.False(raw.IsTeaser);
        Article article = new ArticleReader().Read(raw).Article;
        Assert.Equal(("A toll is raised", "Ann Lee, Bo Ek", "tag:courier.example,2031:1", "en"), (article.Title, article.Byline, article.Id, article.Language));
        Assert.Equal(9, article.Text.Split('\n').Length);
        Assert.Equal(("2031-05-06T08:00Z", "2031-05-07T09:15+02:00"), (article.PublishedAt.ToString(), article.Updated.ToString()));
    }

    [Fact]
    public void Json_feed_is_read()
    {
        string feed = "{\"version\":\"https://jsonfeed.org/version/1.1\",\"title\":\"Courier\",\"items\":[{\"id\":1,\"url\":\"https://courier.example/1\","
            + $"\"title\":\"Toll\",\"content_html\":\"{Body}\",\"date_published\":\"2031-05-06T08:00:00Z\",\"authors\":[{{\"name\":\"Ann Lee\"}}]}},"
            + "{\"id\":2,\"content_text\":\"Plain words.\"}]}";
        ReadResult[] read = Inputs.Read("feed.json", feed);
        Assert.Equal(["1", "2"], read.Select(each => each.Article.Id));
        Assert.Equal(("Toll", "Ann Lee", "Courier", DateBasis.Feed), (read[0].Article.Title, read[0].Article.Byline, read[0].Article.Outlet, read[0].Article.PublishedBasis));
        Assert.Equal("Plain words.", read[1].Article.Text);
    }

    [Fact]
    public void An_entry_with_a_teaser_says_so_and_one_with_a_link_alone_is_a_link()
    {
        RawArticle[] raw = Inputs.Raw("wire.rss", Encoding.UTF8.GetBytes(Rss(
            Item("Teaser", "<description>The council met. Read more</description>") + Item("Link", "") + "<item><title>Nothing</title></item>")));
        Assert.True(raw[0].IsTeaser);
        Assert.Equal((RawKind.Link, "https://courier.example/toll"), (raw[1].Kind, raw[1].Address));
        Assert.Contains("neither content nor a link", raw[2].Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<item><title>Bro\u0000ken & <b><link>https://courier.example/x</link><description><![CDATA[never closed</description></item>")]
    [InlineData("<item><title>no end</title><link>https://courier.example/x</link>")]
    [InlineData("<item><description>&lol;&#xFFFFFFFF;<!-- never closed</description></item>")]
    [InlineData("<item <<<>>></item>")]
    public void A_broken_entry_never_costs_the_others(string broken)
    {
        string full = $"<content:encoded><![CDATA[{Body}]]></content:encoded>";
        ReadResult[] read = Inputs.Read("wire.rss", Rss(Item("First", full) + broken + Item("Second", full) + Item("Third", full)));
        string[] titles = [.. read.Where(each => each.Problem is null && each.Article.Text.StartsWith("The harbor", StringComparison.Ordinal)).Select(each => each.Article.Title!)];
        Assert.Equal(["First", "Second", "Third"], titles.Where(title => title is "First" or "Second" or "Third"));
    }

    [Fact]
    public void One_bad_byte_anywhere_costs_one_entry_at_most()
    {
        string full = $"<content:encoded><![CDATA[{Body}]]></content:encoded>";
        byte[] feed = Encoding.UTF8.GetBytes(Rss(string.Concat(Enumerable.Range(0, 6).Select(i => Item($"Report {i}", full)))));
        int first = Encoding.UTF8.GetString(feed).IndexOf("<item>", StringComparison.Ordinal);
        var random = new Random(31);
        for (int round = 0; round < 300; round++)
        {
            byte[] damaged = [.. feed];
            damaged[random.Next(first, feed.Length)] = (byte)random.Next(256);
            int whole = Inputs.Read("wire.rss", damaged).Count(each => each.Problem is null && each.Article.Text.Length > 800 && each.Article.Title is { Length: 8 });
            Assert.True(whole >= 5, $"round {round}: {whole} of 6 entries");
        }
    }

    [Fact]
    public void Entries_of_an_older_encoding_are_read_one_by_one()
    {
        byte[] latin = Encoding.Latin1.GetBytes(Item("Café", "<description>déjà vu</description>"));
        byte[] utf8 = Encoding.UTF8.GetBytes(Item("Straße", "<description>größer</description>"));
        byte[] feed = [.. Encoding.ASCII.GetBytes("<rss><channel><title>c</title>"), .. latin, .. utf8, .. Encoding.ASCII.GetBytes("</channel></rss>")];
        Assert.Equal(["Café", "Straße"], Inputs.Read("wire.rss", feed).Select(each => each.Article.Title));
    }

    [Fact]
    public void Entity_bombs_are_never_expanded()
    {
        string bomb = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;&a;&a;\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
            + Rss(Item("&b;&x;", "<description>&b; words &x;</description>"));
        Article article = Assert.Single(Inputs.Read("bomb.xml", bomb)).Article;
        Assert.Equal("&b;&x;", article.Title);
        Assert.DoesNotContain("lol", article.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_in_place_of_a_feed_is_named()
    {
        Assert.Contains("neither a feed nor a sitemap", Assert.Single(Inputs.Read("wire.rss", "<html><body>Not found</body></html>")).Problem, StringComparison.Ordinal);
        Assert.Empty(Inputs.Read("wire.rss", Rss("")));
    }

    [Fact]
    public void Endless_entries_are_bounded()
    {
        byte[] feed = Encoding.UTF8.GetBytes(Rss($"<item><title>{new string('a', 20 << 20)}</title></item>" + Item("After", "<description>Words.</description>")));
        ReadResult[] read = Inputs.Read("wire.rss", feed);
        Assert.Contains("longer than", read[0].Problem, StringComparison.Ordinal);
        Assert.Equal("After", read[^1].Article.Title);
    }

    [Fact]
    public void Sitemaps_give_links_with_what_they_say_of_the_news()
    {
        string map = """
            <?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="n">
            <url><loc>https://courier.example/a?x=1&amp;y=2</loc><news:news><news:publication><news:name>Courier</news:name>
            <news:language>en</news:language></news:publication><news:publication_date>2031-05-06T08:00:00+02:00</news:publication_date>
            <news:title>Toll is raised</news:title></news:news></url><url><loc>javascript:alert(1)</loc></url></urlset>
            """;
        RawArticle[] raw = Inputs.Raw("sitemap.xml", Encoding.UTF8.GetBytes(map));
        Assert.Equal(
            (RawKind.Link, "https://courier.example/a?x=1&y=2", "Courier", "Toll is raised", new DateOnly(2031, 5, 6)),
            (raw[0].Kind, raw[0].Address, raw[0].Outlet, raw[0].Given!.Title, raw[0].Given!.Published!.Value));
        Assert.Contains("no address", raw[1].Problem, StringComparison.Ordinal);
        Assert.True(Inputs.Raw("index.xml", "<sitemapindex><sitemap><loc>https://courier.example/1.xml</loc></sitemap></sitemapindex>"u8.ToArray())[0].IsIndex);
    }

    private static string Rss(string items) =>
        "<rss version=\"2.0\" xmlns:content=\"c\" xmlns:dc=\"d\"><channel><title>Ilvane Courier</title><link>https://courier.example/</link>"
        + $"<language>en-us</language>{items}</channel></rss>";

    private static string Item(string title, string inner) =>
        $"<item><title>{title}</title><link>https://courier.example/toll</link><guid isPermaLink=\"false\">{title}</guid>"
        + $"<pubDate>Tue, 06 May 2031 23:05:00 -0700</pubDate>{inner}</item>\n";
}
