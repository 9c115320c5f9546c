using System.Text;
using Demarche.Core;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Core.Reading;

/// <summary>Headline and authors at the beginning of a plain text.</summary>
public sealed class TextHeadTests
{
    private const string Body = "\n\nThe harbor minister said on Monday that the ferry toll stays, whatever the pilots and their union want.\nThe council put off its vote.";

    [Theory]
    [InlineData("Ferries stay in port as toll talks stall\nBy Ada Lund and Bo Ek in Port Town", "Ferries stay in port as toll talks stall", "Ada Lund, Bo Ek")]
    [InlineData("Minister: ‘No toll, no ferries’\nCouncil puts off its vote on the bill\n\nBY ADA LUND", "Minister: ‘No toll, no ferries’", "ADA LUND")]
    [InlineData("By Ada Lund, 5 May 2031", null, "Ada Lund")]
    [InlineData("Trade Talks\nBy Ada Lund", null, "Ada Lund")]
    [InlineData("The minister said that the toll stays.\nBy Ada Lund", null, "Ada Lund")]
    [InlineData("5 May 2031, 14:30 local time\nBy Ada Lund", null, "Ada Lund")]
    [InlineData("Ferries stay in port as toll talks stall", null, null)]
    [InlineData("Ferries stay in port as toll talks stall\nAda Lund", "Ferries stay in port as toll talks stall", "Ada Lund")]
    [InlineData("Ferries stay in port as toll talks stall\nCouncil puts off its vote on the bill\n\nAda Lund, Ilvane Courier\n5 May 2031", "Ferries stay in port as toll talks stall", "Ada Lund, Ilvane Courier")]
    [InlineData("Ferries stay in port as toll talks stall\n5 May 2031", "Ferries stay in port as toll talks stall", null)]
    [InlineData("Ferries stay in port as toll talks stall\nThe Ferry", null, null)]
    [InlineData("Ferries stay in port as toll talks stall\nOn Monday", null, null)]
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

    [Theory]
    [InlineData("PORT ILVANE, May 6 (Coast Wire) - ", "Coast Wire")]
    [InlineData("PORT ILVANE, Norland (CW) — ", "CW")]
    [InlineData("Ilvane (cw/no) – ", "cw/no")]
    [InlineData("ILVANE, May 6. /CW/. ", "CW")]
    [InlineData("ILVANE/SKARROW, 6 May 2031 - ", null)]
    [InlineData("ILVANE — ", null)]
    public void A_dateline_is_marked_the_sentence_behind_it_is_read_and_the_agency_signs(string dateline, string? agency)
    {
        string text = $"Ferries stay in port as toll talks stall\n{dateline}The harbor minister, Ada Lund, said on Monday that the toll stays.\nThe council put off its vote.";
        CodedInput coded = new InputCoder(new ArticlePipeline()).Code(new RawArticle { Origin = "a", Id = "a", Kind = RawKind.Text, Bytes = Encoding.UTF8.GetBytes(text) });
        Article article = coded.Coded.Article;

        Assert.Equal((text, "Ferries stay in port as toll talks stall", agency), (article.Text, article.Title, article.Byline));
        Furniture marked = Assert.Single(article.Furniture);
        Assert.Equal((dateline.TrimEnd(), "dateline"), (marked.Span.Of(text), marked.Reason));
        Assert.Contains(coded.Coded.Attributions, each => each.Cue.Any(cue => cue.Of(text) == "said"));
    }

    [Theory]
    [InlineData("The toll - a mark a head - stays, the minister said on Monday.")]
    [InlineData("NATO - the alliance of the north - said on Monday that the toll stays.")]
    [InlineData("Ada Lund (Coast Party) - who has been minister for a year - said that the toll stays.")]
    [InlineData("Skarrow – Officials said on Monday that the toll stays.")]
    public void A_dash_alone_makes_no_dateline(string sentence) =>
        Assert.Empty(Read(new RawArticle { Origin = "a", Id = "a", Kind = RawKind.Text, Bytes = Encoding.UTF8.GetBytes(sentence + "\nThe council put off its vote.") }).Furniture);

    [Fact]
    public void What_a_record_gives_stays()
    {
        const string record = """{"title": "Toll stays", "byline": "C. Oz", "text": "Ferries stay in port as toll talks stall\nBy Ada Lund\nThe toll stays, the minister said."}""";
        Article article = Read(new RawArticle { Origin = "line 1", Id = "a", Kind = RawKind.Record, Bytes = Encoding.UTF8.GetBytes(record) });

        Assert.Equal(("Toll stays", "C. Oz"), (article.Title, article.Byline));
    }

    private static Article Read(RawArticle raw) => new ArticleReader().Read(raw).Article;
}
