using System.Text;
using Demarche.Core.Reading;
using Demarche.Core.Reading.Metadata;
using Xunit;

namespace Demarche.Tests.Core.Reading.Metadata;

/// <summary>Pages that are no article, or only the beginning of one, are answered as such.</summary>
public sealed class PageKindTests
{
    private const string Paragraph = "<p>The harbour council of Skarrow met on Tuesday and agreed to open the northern quay to the fishing fleet again.</p>";

    [Theory]
    [InlineData("<title>404 - Page not found</title><h1>Page not found</h1><p>The page you were looking for is not here any more, try the search.</p>", "not an article: an error page")]
    [InlineData("<title>Just a moment...</title><p>Checking your browser before you can go on to the site, this takes a few seconds.</p>", "not an article: a page that asks for consent or a check")]
    [InlineData("<title>Skarrow Post</title><p>We and our partners use cookies; accept them or read about your privacy and consent in the settings.</p>", "not an article: a page that asks for consent or a check")]
    public void A_page_that_is_no_article_is_named_as_what_it_is(string html, string problem) =>
        Assert.Equal(problem, Read(html).Problem);

    [Fact]
    public void A_front_page_is_a_list()
    {
        string links = string.Concat(Enumerable.Range(1, 40).Select(i => $"<li><a href='/{i}'>The council of Skarrow meets for the {i}th time</a></li>"));

        Assert.StartsWith("not an article: a list", Read($"<title>Skarrow Post</title><ul>{links}</ul>").Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<div><p>Subscribe to read the full story, from two marks a month.</p></div>", "", true)]
    [InlineData("", "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"isAccessibleForFree\":\"False\"}</script>", true)]
    [InlineData("", "", false)]
    public void A_stub_behind_a_paywall_is_marked_truncated(string appeal, string head, bool isTruncated)
    {
        ReadResult read = Read($"<html><head><title>The quay</title>{head}</head><body><article><h1>The quay</h1>{Paragraph}{Paragraph}</article>{appeal}</body></html>");

        Assert.Null(read.Problem);
        Assert.Equal(isTruncated, read.Article.IsTruncated);
    }

    [Fact]
    public void What_was_cut_is_listed_with_its_reason()
    {
        ReadResult read = Read($"<nav><a href='/'>All about the harbour</a></nav><article>{Paragraph}{Paragraph}</article><footer><p>Skarrow Post, the paper of the harbour since the year it was built.</p></footer>");

        Assert.Contains(read.Article.Cut, cut => cut.Text == "All about the harbour");
        Assert.All(read.Article.Cut, cut => Assert.NotEmpty(cut.Reason));
        Assert.DoesNotContain("the paper of the harbour", read.Article.Text, StringComparison.Ordinal);
    }

    private static ReadResult Read(string html) =>
        new ArticleReader().Read(
            new RawArticle { Origin = "page.html", Id = "page", Kind = RawKind.Page, Bytes = Encoding.UTF8.GetBytes(html) });

    [Theory]
    [InlineData("404", true)]
    [InlineData("404 Not Found", true)]
    [InlineData("Error 403 - Forbidden | The Brannow Herald", true)]
    [InlineData("Oops! Page not found", true)]
    [InlineData("Sorry, this page does not exist – Brannow Herald", true)]
    [InlineData("HTTP 500: Internal Server Error", true)]
    [InlineData("Seite nicht gefunden", true)]
    [InlineData("Ferry strike strands 404 islanders in Brannow", false)]
    [InlineData("404 islanders stranded", false)]
    [InlineData("Access denied: harbor families wait a third week for their keys", false)]
    [InlineData("Missing trawler not found after second night", false)]
    [InlineData("Trial and error: how the council came to the quay plan", false)]
    [InlineData("", false)]
    public void A_notice_is_a_whole_part_of_the_title(string title, bool isNotice) => Assert.Equal(isNotice, ErrorTitles.Has(title));
}
