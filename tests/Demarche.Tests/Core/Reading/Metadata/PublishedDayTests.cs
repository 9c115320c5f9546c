using System.Text;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Core.Reading.Metadata;

/// <summary>Which of the days of a page is that of publication.</summary>
public sealed class PublishedDayTests
{
    private const string Paragraphs =
        """
        <p>The harbour council of Skarrow met on Tuesday and agreed to open the northern quay to the fishing fleet again.</p>
        <p>The last agreement of this kind was signed on 12 May 2019, and the council said that it wanted a longer one now.</p>
        <p>Negotiators of both towns will meet again next week, officials said, and the mayor called the talks useful.</p>
        """;

    [Theory]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2031-03-05T09:00:00+01:00","dateModified":"2031-03-09"}</script>""", "")]
    [InlineData("""<meta property="article:modified_time" content="2031-03-09T10:00:00Z"><meta property="article:published_time" content="2031-03-05T09:00:00Z">""", "")]
    [InlineData("""<script>window.data = {"headline":"Quay","publishedAt":"2031-03-05T10:00:00Z"};</script>""", "")]
    [InlineData("", """<p class="meta"><time datetime="2031-03-05">two days ago</time></p>""")]
    [InlineData("", """<div class="post-date">5. März 2031</div>""")]
    [InlineData("", """<div class="datum"><span>Mar</span><span>5</span><span>2031</span></div>""")]
    public void The_day_is_found_wherever_the_page_states_it(string head, string byline)
    {
        Article article = Read($"<html lang='de'><head><title>The quay opens</title>{head}</head><body><article><h1>The quay opens</h1>{byline}{Paragraphs}</article></body></html>");

        Assert.Equal(new DateOnly(2031, 3, 5), article.Published);
        Assert.Equal(head.Length > 0 || byline.Contains("datetime", StringComparison.Ordinal) ? DateBasis.Meta : DateBasis.Text, article.PublishedBasis);
    }

    [Fact]
    public void Broken_data_of_a_page_is_mended_where_that_is_plain()
    {
        Article article = Read(
            "<head><script type='application/ld+json'>//<![CDATA[\n{\"@type\":\"NewsArticle\",\"headline\":\"The quay\n opens\",\"datePublished\":\"2031-03-05\",}\n//]]></script></head>"
            + $"<body><h1>The quay opens</h1>{Paragraphs}</body>");

        Assert.Equal(new DateOnly(2031, 3, 5), article.Published);
    }

    [Fact]
    public void A_day_the_story_tells_of_is_not_that_of_publication() =>
        Assert.Null(Read($"<body><article><h1>The quay opens</h1>{Paragraphs}</article></body>").Published);

    [Fact]
    public void A_day_whose_verb_comes_last_is_that_of_publication() =>
        Assert.Equal(
            new DateOnly(2031, 3, 5),
            Read(
                $"<html lang='de'><body><article><h1>The quay opens</h1>{Paragraphs}</article>"
                + "<div class='foot'>Der Beitrag über den nördlichen Kai von Skarrow und seine Fischer wurde am 5. März 2031 um 9:05 von Ann Example geschrieben und steht unter Häfen.</div></body></html>").Published);

    [Theory]
    [InlineData("2031-03-05T09:00:00+01:00", "2031-03-05T17:20:00+01:00", "2031-03-05T09:00+01:00", "2031-03-05T17:20+01:00")]
    [InlineData("2031-03-05T23:30:00Z", "2031-03-05T23:30:00Z", "2031-03-05T23:30Z", null)]
    [InlineData("2031-03-05T09:00:00+01:00", "2031-03-05T08:00:00Z", "2031-03-05T09:00+01:00", null)]
    [InlineData("2031-03-05", "2031-03-07", null, "2031-03-07")]
    [InlineData("2031-03-05", "2031-03-05", null, null)]
    [InlineData("2031-03-05", "2031-03-05T12:00:00Z", null, null)]
    [InlineData("5 March 2031, 9:05 p.m. EST", "", "2031-03-05T21:05-05:00", null)]
    public void Time_of_day_zone_and_last_change_are_kept_as_stated(string published, string modified, string? at, string? updated)
    {
        Article article = Read(
            $"<head><meta property='article:published_time' content='{published}'><meta property='article:modified_time' content='{modified}'></head>"
            + $"<body><article><h1>The quay opens</h1>{Paragraphs}</article></body>");

        Assert.Equal(new DateOnly(2031, 3, 5), article.Published);
        Assert.Equal((at, updated), (article.PublishedAt?.ToString(), article.Updated?.ToString()));
    }

    private static Article Read(string html) =>
        new ArticleReader().Read(
            new RawArticle { Origin = "page.html", Id = "page", Kind = RawKind.Page, Bytes = Encoding.UTF8.GetBytes(html) }).Article;
}
