using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Ledger;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Contracts;

/// <summary>Search takes what people type as words, whatever signs are in it, and hostile texts go in and come out whole.</summary>
public abstract class LedgerSearchContract : LedgerFixture
{
    [Theory]
    [InlineData("ferries", 1)]
    [InlineData("winter FERRIES", 1)]
    [InlineData("\"sail again\"", 1)]
    [InlineData("\"again sail\"", 0)]
    [InlineData("“must sail”", 1)]
    [InlineData("ferry", 0)]
    [InlineData("ferries AND winter", 0)]
    [InlineData("ferries OR nothing", 1)]
    [InlineData("nothing OR ferries winter", 1)]
    [InlineData("ferries OR winter nothing", 0)]
    [InlineData("OR ferries OR", 1)]
    [InlineData("ferries or nothing", 0)]
    [InlineData("ferries -sail", 0)]
    [InlineData("ferries -\"again sail\"", 1)]
    [InlineData("ferries -\"sail again\"", 0)]
    [InlineData("-nothing", 0)]
    [InlineData("NEAR(ferries winter)", 0)]
    [InlineData("ferr*", 1)]
    [InlineData("erries*", 0)]
    [InlineData("content:ferries", 0)]
    [InlineData("^ferries -winter", 0)]
    [InlineData("\"ferries", 1)]
    [InlineData("'; DROP TABLE article; --", 0)]
    [InlineData("*", 0)]
    [InlineData("\"\"", 0)]
    [InlineData("", 0)]
    [InlineData("ferries\0winter", 1)]
    [InlineData("\ud800", 0)]
    public void Quotes_are_found_by_their_words(string sought, int expected)
    {
        Ledger.Add(LedgerSamples.Article());
        Assert.Equal(expected, Ledger.Quotes(sought).Count());
    }

    [Fact]
    public void What_was_found_is_marked()
    {
        Ledger.Add(LedgerSamples.Article());
        QuoteHit hit = Assert.Single(Ledger.Quotes("ferries \"sail again\""));
        Assert.Equal(["ferries", "sail again"], hit.Content.Marks.Select(mark => mark.Of(hit.Content.Text)));
        Assert.Equal(("Ada Brunn", "Norland Post"), (hit.Line.Attribution.Speaker, hit.Line.Article.Outlet));
    }

    [Fact]
    public void Articles_are_found_by_other_forms_of_a_word_in_text_or_title()
    {
        Ledger.Add(LedgerSamples.Article());
        ArticleHit hit = Assert.Single(Ledger.Search("hiring"));
        Assert.Equal(["hired"], hit.Snippet.Marks.Select(mark => mark.Of(hit.Snippet.Text)));
        Assert.Single(Ledger.Search("ferry"));
        Assert.Empty(Ledger.Search("\"hired ferries\""));
    }

    [Fact]
    public void Only_the_current_revision_is_searched()
    {
        const string Url = "https://post.example/ferries";
        Ledger.Add(LedgerSamples.Article(url: Url));
        Ledger.Add(LedgerSamples.Article(url: Url, text: "Withdrawn.") with { Attributions = [], Positions = [], Times = [] });
        Assert.Empty(Ledger.Quotes("ferries"));
        Assert.Empty(Ledger.Search("pilots"));
        Assert.Single(Ledger.Search("withdrawn"));
    }

    [Theory]
    [InlineData("nul \0 inside: \"yes\0no\" he said")]
    [InlineData("lone \ud83d surrogates \udc00 and a pair \ud83d\ude00")]
    [InlineData("\ufeff\u202e right to left \u0002marks\u0003")]
    [InlineData("'; DELETE FROM article; -- \" <script>alert(1)</script>")]
    [InlineData("")]
    public void Hostile_texts_come_out_as_long_as_they_went_in(string text)
    {
        string article = Ledger.Add(Whole(text)).ArticleKey;
        Article back = Ledger.ReadArticle(article)!.Article;
        Assert.Equal(text.Length, back.Text.Length);
        Assert.Equal(text.Replace("\ud83d ", "\ufffd ", StringComparison.Ordinal).Replace("\udc00 ", "\ufffd ", StringComparison.Ordinal), back.Text);
        Assert.Equal(text.Length == 0 ? 0 : 1, Ledger.Positions().Count());
        Assert.Equal(AddKind.Unchanged, Ledger.Add(Whole(text)).Kind);
        Assert.Empty(Ledger.Check());
    }

    [Fact]
    public void A_text_of_ten_million_characters_goes_in_and_out()
    {
        string text = string.Concat(Enumerable.Repeat("The ferries sail. ", 10_000_000 / 18)) + "The zeppelin flies.";
        string article = Ledger.Add(Whole(text)).ArticleKey;
        Assert.Equal(text, Ledger.ReadArticle(article)!.Article.Text);
        Assert.Equal(text.Length, Assert.Single(Ledger.Positions()).Evidence.Length);
        Assert.Single(Ledger.Search("zeppelin"));
    }

    private static CodedArticle Whole(string text) => new()
    {
        Article = new Article { Id = "hostile", Text = text, Outlet = "'\";--\0 Gazette" },
        Attributions = text.Length == 0 ? [] :
            [new Attribution { Id = "a1", Kind = AttributionKind.Indirect, Cue = [], Content = [new(0, text.Length)] }],
        Positions = text.Length == 0 ? [] : [LedgerSamples.FerriesDemanded() with { Evidence = new(0, text.Length) }],
    };
}
