using System.Text;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Core.Reading;

/// <summary>Headline and authors at the beginning of a plain text.</summary>
public sealed class TextHeadTests
{
    private const string Body = "\n\nThe harbor minister said on Monday that the ferry toll stays.\nThe council put off its vote.";

    [Theory]
    [InlineData("Ferries stay in port as toll talks stall\nBy Ada Lund and Bo Ek in Port Town", "Ferries stay in port as toll talks stall", "Ada Lund, Bo Ek")]
    [InlineData("Minister: ‘No toll, no ferries’\nCouncil puts off its vote on the bill\n\nBY ADA LUND", "Minister: ‘No toll, no ferries’", "ADA LUND")]
    [InlineData("By Ada Lund, 5 May 2031", null, "Ada Lund")]
    [InlineData("Trade Talks\nBy Ada Lund", null, "Ada Lund")]
    [InlineData("The minister said that the toll stays.\nBy Ada Lund", null, "Ada Lund")]
    [InlineData("5 May 2031, 14:30 local time\nBy Ada Lund", null, "Ada Lund")]
    [InlineData("Ferries stay in port as toll talks stall", null, null)]
    [InlineData("Ferries stay in port as toll talks stall\nBy Monday the ships will be gone", null, null)]
    public void Headline_and_authors_are_read_where_a_byline_stands(string head, string? title, string? byline)
    {
        string text = head + Body;
        Article article = Read(new RawArticle { Origin = "a.txt", Id = "a", Kind = RawKind.Text, Bytes = Encoding.UTF8.GetBytes(text) });

        Assert.Equal((title, byline), (article.Title, article.Byline));
        Assert.Equal(text, article.Text);
        int body = text.Length - Body.Length;
        Assert.DoesNotContain(article.Furniture, each => each.Span.End > body || each.Reason == "headline");
    }

    [Fact]
    public void What_a_record_gives_stays()
    {
        const string record = """{"title": "Toll stays", "byline": "C. Oz", "text": "Ferries stay in port as toll talks stall\nBy Ada Lund\nThe toll stays, the minister said."}""";
        Article article = Read(new RawArticle { Origin = "line 1", Id = "a", Kind = RawKind.Record, Bytes = Encoding.UTF8.GetBytes(record) });

        Assert.Equal(("Toll stays", "C. Oz"), (article.Title, article.Byline));
    }

    private static Article Read(RawArticle raw) => new ArticleReader().Read(raw).Article;
}
