using System.Text.RegularExpressions;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>The page of an article.</summary>
public sealed class ArticlePageTests(SampleSite site)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Is_accessible_and_fits_every_window() => await PageChecks.PassAsync(site, await AddressAsync());

    [Fact]
    public async Task Bytes_come_as_a_file_that_can_do_nothing()
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(await AddressAsync() + "/bytes", Cancellation);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("sandbox; default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("/articles/0000")]
    [InlineData("/articles/..%2Faccess.json")]
    [InlineData("/articles/..%2F..%2Fledger.db/bytes")]
    public async Task A_key_that_is_none_leads_nowhere(string address)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(address, Cancellation);
        Assert.Equal(404, (int)answer.StatusCode);
    }

    private async Task<string> AddressAsync() =>
        Regex.Match(await site.Client.GetStringAsync("/?issue=gate-closing&party=kelvia", Cancellation), "/articles/[0-9a-f]+").Value;
}
