using Demarche.Core.Reading;
using Demarche.Core.Reading.Sources;
using Xunit;

namespace Demarche.Tests.Core.Reading.Sources;

public sealed class FieldLayoutTests
{
    [Fact]
    public void Records_of_trafilatura_are_known_by_their_fields()
    {
        Article article = Single(
            """
            {"title":"Ferries rest","author":"Ann Lee; Bo Ek","hostname":"news.example","date":"2031-05-06","fingerprint":"ab12","id":null,
            "source":"https://news.example/ferries","text":"The ferries rest.","language":"en","excerpt":"They rest."}
            """).Article;

        Assert.Equal(
            ("Ferries rest", "Ann Lee; Bo Ek", "news.example", "https://news.example/ferries", new DateOnly(2031, 5, 6)),
            (article.Title, article.Byline, article.Outlet, article.Url, article.Published));
        Assert.Equal("The ferries rest.", article.Text);
        Assert.Contains("excerpt", article.Extra.Keys);
    }

    [Fact]
    public void Records_of_news_please_are_known_by_their_fields()
    {
        Article article = Single(
            """
            {"authors":["Ann Lee","Bo Ek"],"date_download":"2031-06-01 10:00:00","date_publish":"2031-05-06 08:00:00","maintext":"The ferries rest.",
            "source_domain":"news.example","title":"Ferries rest","url":"https://news.example/ferries","language":"en"}
            """).Article;

        Assert.Equal(
            ("Ann Lee, Bo Ek", "news.example", new DateOnly(2031, 5, 6), "The ferries rest."),
            (article.Byline, article.Outlet, article.Published, article.Text));
    }

    [Fact]
    public void The_users_own_map_goes_first()
    {
        Assert.Null(FieldMap.TryParse("title=headline, text=story", out FieldMap? map));
        ReadResult read = Assert.Single(Inputs.Read(
            "own.jsonl", """{"title":"slug","headline":"Ferries rest","story":"The ferries rest.","lean":"left"}""", new SourceOptions { Fields = map }));

        Assert.Null(read.Problem);
        Assert.Equal(("Ferries rest", "The ferries rest."), (read.Article.Title, read.Article.Text));
        Assert.Equal(["lean"], read.Article.Extra.Keys);
    }

    [Theory]
    [InlineData("headline", "no field=column")]
    [InlineData("teaser=abstract", "'teaser' is no field")]
    [InlineData("", "no field=column named")]
    public void A_map_that_says_nothing_is_named(string text, string problem) =>
        Assert.Contains(problem, FieldMap.TryParse(text, out _), StringComparison.Ordinal);

    [Fact]
    public void Records_of_no_known_tool_keep_their_unknown_fields() =>
        Assert.Equal(["author", "date"], Single("""{"text":"a b","author":"x","date":"2031-05-06"}""").Article.Extra.Keys.Order(StringComparer.Ordinal));

    private static ReadResult Single(string json)
    {
        ReadResult read = Assert.Single(Inputs.Read("records.jsonl", json.Replace('\n', ' ')));
        Assert.Null(read.Problem);
        return read;
    }
}
