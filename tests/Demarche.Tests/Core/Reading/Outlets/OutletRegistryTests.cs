using System.Text;
using Demarche.Core.Reading;
using Demarche.Core.Reading.Outlets;
using Xunit;

namespace Demarche.Tests.Core.Reading.Outlets;

/// <summary>What outlets are called when the user says so.</summary>
public sealed class OutletRegistryTests
{
    private const string Yaml = """
        outlets:
          - name: Ilvane Courier
            domains: [courier.example, "www.ilvane-courier.example"]
            aliases: [The Courier, Courier Online]
            language: en
          - name: Courier Sport
            domains: [sport.courier.example]
        """;

    [Theory]
    [InlineData("https://courier.example/a", null, "Ilvane Courier")]
    [InlineData("https://WWW.Courier.Example:443/a", "Some Aggregator", "Ilvane Courier")]
    [InlineData("http://amp.courier.example/a", null, "Ilvane Courier")]
    [InlineData("https://live.sport.courier.example/a", "The Courier", "Courier Sport")]
    [InlineData("https://ilvane-courier.example/a", null, "Ilvane Courier")]
    [InlineData("https://notcourier.example/a", "the  COURIER", "Ilvane Courier")]
    [InlineData(null, "courier sport", "Courier Sport")]
    [InlineData("https://courier.example.herald.test/a", "Herald", null)]
    [InlineData("courier.example", null, null)]
    [InlineData(null, null, null)]
    public void Domain_goes_before_name_and_stands_for_its_subdomains(string? address, string? name, string? expected) =>
        Assert.Equal(expected, Registry(Yaml).Find(address, name)?.Name);

    [Theory]
    [InlineData("""{"text": "The mayor agreed.", "url": "https://www.courier.example/1"}""", "Ilvane Courier")]
    [InlineData("""{"text": "The mayor agreed.", "outlet": "Courier Online"}""", "Ilvane Courier")]
    [InlineData("""{"text": "The mayor agreed.", "outlet": "Harbor Herald", "url": "https://herald.example/1"}""", "Harbor Herald")]
    [InlineData("""{"html": "<html><head><meta property='og:site_name' content='The Courier'></head><body><p>The mayor of the harbor town agreed on Monday to all that the union had asked for.</p></body></html>"}""", "Ilvane Courier")]
    public void Reader_gives_the_registered_name_and_else_what_the_article_says(string record, string expected)
    {
        ReadResult read = new ArticleReader { Outlets = Registry(Yaml) }.Read(
            new RawArticle { Origin = "line 1", Id = "a", Kind = RawKind.Record, Bytes = Encoding.UTF8.GetBytes(record) });

        Assert.Equal(expected, read.Article.Outlet);
    }

    [Fact]
    public void Language_of_the_outlet_counts_where_the_text_does_not_tell()
    {
        ReadResult read = new ArticleReader { Outlets = Registry(Yaml.Replace("language: en", "language: da", StringComparison.Ordinal)) }.Read(
            new RawArticle { Origin = "a.txt", Id = "a", Kind = RawKind.Text, Outlet = "The Courier", Bytes = "12 : 30"u8.ToArray() });

        Assert.Equal("da", read.Article.Language);
    }

    [Theory]
    [InlineData("")]
    [InlineData("# none yet\n")]
    [InlineData("outlets:\n")]
    [InlineData("outlets: []\n")]
    public void Registry_may_be_empty(string yaml) => Assert.Null(Registry(yaml).Find("https://courier.example/", "Courier"));

    [Theory]
    [InlineData("- name: A\n", 1, "begin with the key 'outlets:'")]
    [InlineData("outlet:\n  - name: A\n", 1, "unknown key 'outlet'")]
    [InlineData("outlets:\n  - name: A\n    domain: a.example\n", 3, "unknown key 'domain'")]
    [InlineData("outlets:\n  - domains: [a.example]\n", 2, "no name")]
    [InlineData("outlets:\n  - name: A\n    domains: [https://a.example/news]\n", 3, "no domain: write it without https://")]
    [InlineData("outlets:\n  - name: A\n    language: English\n", 3, "two small letters")]
    [InlineData("outlets:\n  - name: A\n    domains: [a.example]\n  - name: B\n    domains: [www.a.example]\n", 5, "stands for A and for B")]
    [InlineData("outlets:\n  - name: A\n    aliases: [[B]]\n", 3, "must hold texts")]
    [InlineData("outlets:\n\t- name: A\n", 2, "a tab")]
    [InlineData("outlets:\n  - name: &a A\n    aliases: [*a]\n", 3, "references")]
    [InlineData("outlets: [\n", 2, "not YAML")]
    public void Mistakes_are_named_with_line_and_remedy(string yaml, int line, string words)
    {
        OutletReading reading = OutletRegistryReader.Read(yaml);

        Assert.Null(reading.Registry);
        OutletProblem first = reading.Problems[0];
        Assert.Contains(words, first.Message, StringComparison.Ordinal);
        Assert.Equal(line, first.Line);
    }

    private static OutletRegistry Registry(string yaml)
    {
        OutletReading reading = OutletRegistryReader.Read(yaml);
        Assert.Empty(reading.Problems);
        return reading.Registry!;
    }
}
