using System.Text;
using Demarche.Core.Reading;
using Demarche.Core.Reading.Metadata;
using Demarche.Core.Reading.Pages;
using Xunit;

namespace Demarche.Tests.Core.Reading.Metadata;

/// <summary>Title, authors and body of pages about invented towns.</summary>
public sealed class PageFactsTests
{
    private const string Paragraphs =
        """
        <p>The harbour council of Skarrow met on Tuesday and agreed to open the northern quay to the fishing fleet again.</p>
        <p>“We want an agreement that lasts,” the mayor told reporters after the meeting, which took most of the night.</p>
        <p>Negotiators of both towns will meet again next week, officials said, and the mayor called the talks useful.</p>
        """;

    [Theory]
    [InlineData("The quay opens again - Skarrow Post", "<h1>The quay opens again</h1>")]
    [InlineData("Skarrow Post | The quay opens again", "<h1>The quay opens again</h1>")]
    [InlineData("The quay opens again | Harbour | Skarrow Post", "<h1><a href='/'>Skarrow Post</a></h1><h2 class='entry-title'>The quay opens again</h2>")]
    public void The_title_stands_without_the_name_of_the_site(string title, string headings)
    {
        Article article = Read(
            $"<html><head><title>{title}</title><meta property='og:site_name' content='Skarrow Post'></head><body>{headings}{Paragraphs}</body></html>",
            "https://skarrow-post.example/2031/03/the-quay-opens-again");

        Assert.Equal("The quay opens again", article.Title);
        Assert.Equal("Skarrow Post", article.Outlet);
    }

    [Theory]
    [InlineData("<meta name='author' content='Ann Lee'>", "<p class='byline'>By Ann Lee</p>", "Ann Lee")]
    [InlineData("", "<p class='byline'><span class='author'>Von <a rel='author' href='/author/ann-lee'>Ann Lee</a></span>, 5. März 2031</p>", "Ann Lee")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"The quay\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ann Lee\"},{\"@type\":\"Person\",\"name\":\"Bo Ek\"}]}</script>", "", "Ann Lee, Bo Ek")]
    [InlineData("", "", null)]
    [InlineData("", "<p class='meta'>5 March 2031, 14:05 by Ann Lee</p>", "Ann Lee")]
    [InlineData("", "<h5 class='label'>Author:</h5><p class='author-name'>Ann Lee</p>", "Ann Lee")]
    [InlineData("", "<p class='byline'>By <a rel='author' href='/people/lee'>Ann Lee</a>, Skarrow Post</p>", "Ann Lee")]
    public void The_byline_is_split_into_people(string head, string line, string? byline) =>
        Assert.Equal(byline, Read($"<html><head><title>The quay</title>{head}</head><body><h1>The quay</h1>{line}<article>{Paragraphs}</article></body></html>").Byline);

    [Theory]
    [InlineData("By Ann Lee and Bo Ek, 5 March 2031", "Ann Lee and Bo Ek")]
    [InlineData("Posted by: Ann Lee | 14:05", "Ann Lee")]
    [InlineData("VON ANN LEE", "ANN LEE")]
    [InlineData("View all posts by Ann Lee →", "Ann Lee")]
    [InlineData("https://skarrow.example/ann", null)]
    [InlineData("12 345", null)]
    [InlineData("责任编辑：李安", "李安")]
    [InlineData("Source: Skarrow Post", "Skarrow Post")]
    public void A_byline_is_cleaned_of_what_is_no_name(string line, string? names) => Assert.Equal(names, PersonLine.Clean(line));

    [Theory]
    [InlineData("<p>PORT ILVANE (Coast Wire) - The pilots want a higher toll, their union said.</p>", "", "Coast Wire", "in the dateline")]
    [InlineData("", "<p>The pilots will vote on Friday, their union said. By Ann Lee</p>", "Ann Lee", "last words by")]
    [InlineData("", "<p>The pilots will vote on Friday, their union said. (Ann Lee)</p>", "Ann Lee", "in brackets at the end")]
    [InlineData("", "<p><i>Ann Lee</i></p>", "Ann Lee", "mark signature below")]
    [InlineData("", "<p>Ann Lee, PhD</p>", "Ann Lee", "part of a longer name")]
    public void A_name_may_stand_where_nothing_marks_it(string first, string last, string name, string feature)
    {
        Page page = Page.Of($"<body><article><h1>The quay</h1>{first}{Paragraphs}{last}</article></body>");

        TextCandidates found = PageAuthors.Candidates(page, PageMarks.Of(page.Root), LinkedData.Of(page.Root), null);

        Assert.Contains(feature, Assert.Single(found.All, one => one.Name == name).Features);
    }

    [Fact]
    public void Beginnings_of_other_articles_of_the_site_are_left_out_and_sections_with_links_elsewhere_stay()
    {
        string Cards(string host) => string.Concat(Enumerable.Range(1, 4).Select(i =>
            $"<div class='box'><h4><a href='{host}/{i}'>The crane of quay number {i} is sold again</a></h4><div>The harbour company said that crane number {i} goes to a buyer in the south.</div></div>"));

        string own = Read($"<head><link rel='canonical' href='https://skarrow.example/quay'></head><body><div><h1>The quay</h1>{Paragraphs}{Cards("https://skarrow.example")}</div></body>").Text;
        string others = Read($"<head><link rel='canonical' href='https://skarrow.example/quay'></head><body><div><h1>The quay</h1>{Paragraphs}{Cards("https://crane.example")}</div></body>").Text;

        Assert.DoesNotContain("buyer in the south", own, StringComparison.Ordinal);
        Assert.Contains("buyer in the south", others, StringComparison.Ordinal);
        Assert.Contains("useful.", own, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_data_is_a_line()
    {
        string text = Read($"<body><article><h1>The quay</h1>{Paragraphs}<table><tr><th>Town</th><th>Cranes</th></tr><tr><td>Skarrow</td><td>4</td></tr></table><p>Officials said that the cranes will be counted again next year.</p></article></body>").Text;

        Assert.Contains("\nTown Cranes\nSkarrow 4\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Surroundings_of_an_article_are_left_out_and_its_order_is_kept()
    {
        string text = Read(
            $"""
            <html><body><header><a href="/">Skarrow Post</a></header><article><h1>The quay opens again</h1>
            <figure><img src="q.jpg"><figcaption>The quay in March (Photo: Ann Lee/Skarrow Post)</figcaption></figure>{Paragraphs}
            <h2>What the council wants</h2><ul><li>an agreement of ten years with the fishing fleet of the north;</li><li>a second crane for the northern quay and its road.</li></ul>
            <blockquote><p>The quay has been closed for too long, and nobody has gained by it, neither they nor we.</p></blockquote></article>
            <div class="related"><h3>Read more</h3><p><a href="/1">Fishing fleet waits outside the harbour</a></p></div>
            <div class="newsletter-signup"><p>Get the best of the Skarrow Post in your inbox every morning, sign up now.</p></div>
            <div id="comments"><p>Anonymous: I have always said that the quay should be opened, and nobody listened to me.</p></div>
            </body></html>
            """).Text;

        Assert.StartsWith("The harbour council", text, StringComparison.Ordinal);
        Assert.Contains("useful.\nWhat the council wants\nan agreement of ten years", text, StringComparison.Ordinal);
        Assert.EndsWith("neither they nor we.", text, StringComparison.Ordinal);
    }

    private static Article Read(string html, string? address = null)
    {
        string record = System.Text.Json.JsonSerializer.Serialize(new { id = "page", url = address, html });
        return new ArticleReader().Read(
            new RawArticle { Origin = "page.jsonl", Id = "page", Kind = RawKind.Record, Bytes = Encoding.UTF8.GetBytes(record) }).Article;
    }
}
