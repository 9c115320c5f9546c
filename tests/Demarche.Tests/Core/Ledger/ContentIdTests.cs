using Demarche.Core.Ledger;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Tests.Contracts;
using Xunit;

namespace Demarche.Tests.Core.Ledger;

public sealed class ContentIdTests
{
    [Fact]
    public void Digest_is_what_sha256sum_gives() => Assert.Equal(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ContentId.DigestOf("abc"));

    // Written down, not computed: an id once given must stay what it is, or old corrections lose their lines.
    [Fact]
    public void Ids_stay_what_they_are()
    {
        Article article = LedgerSamples.Article().Article;
        Position position = LedgerSamples.FerriesDemanded();
        Assert.Equal("4d53ec3cf517e7202d0e", ContentId.OfArticle(article));
        Assert.Equal("8f2c56f09a66341e5d18", ContentId.OfPosition(ContentId.DigestOf(article.Text), position));
    }

    [Fact]
    public void An_article_goes_by_address_then_by_outlet_and_id_then_by_text()
    {
        Article article = LedgerSamples.Article(url: "https://post.example/1").Article;
        Assert.Equal("address", ContentId.BasisOf(article));
        Assert.Equal(ContentId.OfArticle(article), ContentId.OfArticle(article with { Id = "other", Text = "other" }));
        Article local = article with { Url = null };
        Assert.Equal("outlet-id", ContentId.BasisOf(local));
        Assert.NotEqual(ContentId.OfArticle(local), ContentId.OfArticle(local with { Outlet = "other" }));
        Article bare = local with { Outlet = "" };
        Assert.Equal("text", ContentId.BasisOf(bare));
        Assert.Equal(ContentId.OfArticle(bare), ContentId.OfArticle(bare with { Id = "other" }));
    }

    [Fact]
    public void Parts_do_not_run_into_each_other()
    {
        Assert.NotEqual(ContentId.Of("k", "ab", "c"), ContentId.Of("k", "a", "bc"));
        Assert.NotEqual(ContentId.Of("k", ""), ContentId.Of("k", (string?)null));
    }
}
