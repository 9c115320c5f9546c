using System.Text;
using Demarche.Core.Reading;
using Demarche.Tests.Laws;
using FsCheck.Fluent;
using Xunit;

namespace Demarche.Tests.Core.Reading;

public sealed class ArticleReaderTests
{
    private static readonly ArticleReader Reader = new();

    [Theory]
    [InlineData("one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour")]
    [InlineData("\uFEFFmarked in front, \uFEFFnot inside", "marked in front, \uFEFFnot inside")]
    [InlineData("  kept \t as\u00A0it is \u2028 \u0085 \n\n", "  kept \t as\u00A0it is \u2028 \u0085 \n\n")]
    [InlineData("e\u0301 is not composed", "e\u0301 is not composed")]
    public void Text_changes_in_its_line_ends_alone(string given, string expected) =>
        Assert.Equal(expected, Text(given).Article.Text);

    [Fact]
    public void Half_of_a_surrogate_pair_in_a_record_stays_where_it_is()
    {
        ReadResult read = Record("""{"id":"x","text":"He said \ud83d and \"no\"\u000a\ud83d\ude00 \udc00."}""");

        Assert.Null(read.Problem);
        Assert.Equal("He said \ud83d and \"no\"\n\ud83d\ude00 \udc00.", read.Article.Text);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(" \n\t\u00A0 ", "only white space")]
    [InlineData("%PDF-1.7 ...", "PDF")]
    [InlineData("PK\u0003\u0004....", "ZIP")]
    [InlineData("a\u0001b\u0002c\u0003d\u0004e\u0005f", "control characters")]
    public void What_is_no_text_is_named_with_its_reason(string content, string reason) =>
        Assert.Contains(reason, Text(content).Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("{\"text\": \"torn", "broken JSON at byte ")]
    [InlineData("{\"text\": \"a\"} trailing", "broken JSON at byte ")]
    [InlineData("[1, 2]", "not a JSON object")]
    [InlineData("17", "not a JSON object")]
    [InlineData("{\"id\": \"x\"}", "neither text nor html, nor a title")]
    [InlineData("{\"text\": null}", "neither text nor html, nor a title")]
    [InlineData("{\"text\": \"a\", \"html\": \"<p>b\"}", "both text and html")]
    [InlineData("{\"text\": [\"a\"]}", "text is not a string")]
    [InlineData("{\"text\": \"\"}", "empty")]
    public void A_broken_record_is_named_with_its_reason(string line, string reason) =>
        Assert.Contains(reason, Record(line).Problem, StringComparison.Ordinal);

    [Fact]
    public void Deeply_nested_JSON_is_a_broken_record() =>
        Assert.StartsWith("broken JSON", Record("{\"extra\":" + new string('[', 100_000)).Problem, StringComparison.Ordinal);

    [Fact]
    public void A_text_above_the_limit_is_named() =>
        Assert.Contains("at most", Text(new string('a', ReadingLimits.TextLength + 1)).Problem, StringComparison.Ordinal);

    [Fact]
    public void Unknown_fields_are_kept_and_what_we_make_ourselves_is_not()
    {
        Article article = Record(
            """{"id":7,"text":"a b","lean":"left","n":{"deep":[1, 2]},"extra":{"old":true},"attributions":[{"id":"a1"}],"model":"x"}""").Article;

        Assert.Equal("7", article.Id);
        Assert.Equal(["lean", "n", "old"], article.Extra.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("""{"deep":[1, 2]}""", article.Extra["n"]);
    }

    [Theory]
    [InlineData("""{"text":"a","published":"2031-05-06"}""", "2031-05-06", DateBasis.Given)]
    [InlineData("""{"text":"a","published":"2031-05-06T23:59:00-08:00"}""", "2031-05-06", DateBasis.Given)]
    [InlineData("""{"text":"a","published":"2031-05-06","published_basis":"meta"}""", "2031-05-06", DateBasis.Meta)]
    [InlineData("""{"text":"a","published":null,"url":"https://news.example/2031/05/06/harbor"}""", "2031-05-06", DateBasis.Url)]
    [InlineData("""{"text":"a","url":"https://news.example/20310506-harbor"}""", "2031-05-06", DateBasis.Url)]
    [InlineData("""{"text":"Talks go on\nPublished: 6 May 2031 14:05 GMT\nThe envoys met."}""", "2031-05-06", DateBasis.Text)]
    [InlineData("""{"text":"Talks go on\nMay 6, 2031\nThe envoys met."}""", "2031-05-06", DateBasis.Text)]
    public void Day_of_publication_carries_its_basis(string line, string day, DateBasis basis)
    {
        Article article = Record(line).Article;

        Assert.Equal(day, article.Published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(basis, article.PublishedBasis);
    }

    [Theory]
    [InlineData("""{"text":"On May 6, 2031 the envoys met for the first time in years."}""")]
    [InlineData("""{"text":"The envoys met in May 2031."}""")]
    [InlineData("""{"text":"a","url":"https://news.example/2031/05/harbor-20311399"}""")]
    [InlineData("""{"text":"a","url":"https://news.example/2031/05/06/from/2030/01/02"}""")]
    [InlineData("""{"text":"a","published":"last week"}""")]
    public void Day_of_publication_is_never_guessed(string line)
    {
        Article article = Record(line).Article;

        Assert.Null(article.Published);
        Assert.Equal(DateBasis.Unknown, article.PublishedBasis);
    }

    [Fact]
    public void Any_text_keeps_every_character_and_its_furniture_lies_inside_in_order() =>
        Law.Holds(Prop.ForAll<string>(given =>
        {
            var raw = new RawArticle { Origin = "o", Id = "i", Kind = RawKind.Record, Bytes = RecordOf(given ?? "") };
            Article article = Reader.Read(raw).Article;
            string expected = PlainText.WithLineFeeds(given ?? "");
            int end = 0;
            foreach (Furniture furniture in article.Furniture)
            {
                Assert.True(furniture.Span.Start >= end && furniture.Span.End > furniture.Span.Start);
                end = furniture.Span.End;
            }

            return article.Text == expected && end <= article.Text.Length;
        }));

    private static byte[] RecordOf(string text)
    {
        string escaped = string.Concat(text.Select(c => $"\\u{(int)c:x4}"));
        return Encoding.UTF8.GetBytes($"{{\"text\":\"{escaped}\"}}");
    }

    private static ReadResult Text(string content) => Reader.Read(
        new RawArticle { Origin = "x.txt", Id = "x", Kind = RawKind.Text, Bytes = Encoding.UTF8.GetBytes(content) });

    private static ReadResult Record(string line) => Reader.Read(
        new RawArticle { Origin = "x.jsonl, line 1", Id = "x:1", Kind = RawKind.Record, Bytes = Encoding.UTF8.GetBytes(line) });
}
