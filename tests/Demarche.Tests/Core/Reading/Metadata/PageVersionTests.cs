using System.Text;
using Demarche.Core.Ledger;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Core.Reading.Metadata;

/// <summary>Pages with several articles, versions of one article, and pages that say things twice.</summary>
public sealed class PageVersionTests
{
    private const string Quay =
        """
        <p>The harbour council of Skarrow met on Tuesday and agreed to open the northern quay to the fishing fleet again.</p>
        <p>“We want an agreement that lasts,” the mayor told reporters after the meeting, which took most of the night.</p>
        <p>Negotiators of both towns will meet again next week, officials said, and the mayor called the talks useful so far.</p>
        <p>The fishing fleet has lain outside of the harbour since the old agreement ended, and two of its ships were sold.</p>
        """;

    private const string Crane =
        """
        <p>A crane that has stood on the southern pier of Ilvane for eighty years will be taken down before the winter comes.</p>
        <p>The port company said that repairs would cost more than a new one, and that nobody else had wanted to have it.</p>
        <p>Neighbours have asked the town to keep it as a monument, and a petition has been signed by nine hundred of them.</p>
        <p>The council of Ilvane will talk about the petition on Friday, a spokesman said, but it does not own the crane.</p>
        """;

    [Theory]
    [InlineData("Crane to be taken down - Skarrow Post", "Crane to be taken down", "A crane that has", "the page holds 2 articles; read is the one of its title, not “The quay opens again”")]
    [InlineData("Skarrow Post", "The quay opens again", "The harbour council", "the page holds 2 articles; read is the first, not “Crane to be taken down”")]
    public void Of_several_articles_the_one_of_the_title_is_read_else_the_first_and_the_others_are_named(string title, string heading, string begins, string remark)
    {
        Article article = Read(
            $"<head><title>{title}</title></head><body><main><article><h2><a href='/quay'>The quay opens again</a></h2>{Quay}</article>"
            + $"<article><h2><a href='/crane'>Crane to be taken down</a></h2>{Crane}</article></main></body>",
            "https://skarrow.example/");

        Assert.Equal((heading, 4), (article.Title, article.Text.Split('\n').Length));
        Assert.StartsWith(begins, article.Text, StringComparison.Ordinal);
        Assert.Equal([remark], article.Remarks);
        Assert.Contains(article.Cut, cut => cut.Reason == "another article");
    }

    [Fact]
    public void An_article_of_a_list_goes_by_its_own_address() =>
        Assert.Equal(
            "https://skarrow.example/quay",
            Read(
                $"<title>Skarrow Post</title><article><h2><a href='/quay'>The quay opens again</a></h2>{Quay}</article><article><h2>Crane to be taken down</h2>{Crane}</article>",
                "https://skarrow.example/").Url);

    [Fact]
    public void Sections_below_a_headline_of_the_page_are_one_article()
    {
        Article article = Read($"<title>Two harbours</title><h1>What two harbours want</h1><article><h2>Skarrow: the quay</h2>{Quay}</article><article><h2>Ilvane: the crane</h2>{Crane}</article>");

        Assert.Contains("northern quay", article.Text, StringComparison.Ordinal);
        Assert.Contains("eighty years", article.Text, StringComparison.Ordinal);
        Assert.Empty(article.Remarks);
    }

    [Theory]
    [InlineData("<link rel='canonical' href='https://skarrow.example/news/quay'>", "https://skarrow.example/amp/quay")]
    [InlineData("<link rel='canonical' href='/news/quay'>", "https://skarrow.example/print/quay?id=7")]
    [InlineData("", "https://skarrow.example/news/quay?amp=1")]
    [InlineData("", "https://skarrow.example/news/quay/amp/")]
    [InlineData("", "https://skarrow.example/news/quay?outputType=amp&utm_source=letter#top")]
    [InlineData("", "https://skarrow.example/news/quay/print")]
    [InlineData("<link rel='canonical' href='https://skarrow.example/'>", "https://skarrow.example/news/quay")]
    public void A_version_for_telephones_or_printers_is_the_same_article(string head, string place)
    {
        Article version = Read($"<head><title>The quay opens again</title>{head}</head><body><h1>The quay opens again</h1>{Quay}</body>", place);

        Assert.Equal("https://skarrow.example/news/quay", version.Url);
        Assert.Equal(ContentId.OfArticle(new Article { Id = "x", Text = "", Url = "https://skarrow.example/news/quay" }), ContentId.OfArticle(version));
    }

    [Theory]
    [InlineData("https://skarrow.example/story.php?id=7&page=2")]
    [InlineData("https://skarrow.example/champ")]
    public void Other_addresses_stay_as_they_are(string place) =>
        Assert.Equal(place, Read($"<h1>The quay opens again</h1>{Quay}", place).Url);

    [Fact]
    public void Teasers_and_drawn_quotations_are_read_once_and_a_question_put_twice_is_kept()
    {
        Article article = Read(
            "<title>The quay opens again</title><article><h1>The quay opens again</h1>"
            + "<p>The harbour council of Skarrow met on Tuesday and agreed to open the northern quay…</p>"
            + $"{Quay}<blockquote class='pull'>We want an agreement that lasts,</blockquote><div class='pull'>“Negotiators of both towns will meet again next week”</div>"
            + "<p>What do you want from the other town, in a word?</p><p>A quay that is open to all ships, said the fishermen of the town.</p>"
            + "<p>What do you want from the other town, in a word?</p><p>A rest from all of this, said the keeper of the lighthouse.</p></article>");

        Assert.Equal(2, article.Cut.Count(cut => cut.Reason == "repeated"));
        Assert.Equal(2, article.Text.Split("in a word?").Length - 1);
        Assert.StartsWith("The harbour council of Skarrow met on Tuesday and agreed to open the northern quay to the fishing fleet again.", article.Text, StringComparison.Ordinal);
    }

    private static Article Read(string html, string? address = null) =>
        new ArticleReader().Read(
            new RawArticle { Origin = "page.html", Id = "page", Kind = RawKind.Page, Address = address, Bytes = Encoding.UTF8.GetBytes(html) }).Article;
}
