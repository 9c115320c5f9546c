using System.Text;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Core.Reading.Sources;

public sealed class JsonArticlesTests
{
    [Theory]
    [InlineData("""[{"text":"one"},{"text":"two"}]""")]
    [InlineData("""{"status":"ok","articles":[{"text":"one"},{"text":"two"}]}""")]
    [InlineData("""{"text":"one"}{"text":"two"}""")]
    [InlineData("{\"text\":\n\"one\"}\n{\"text\":\"two\"}\n")]
    public void Lists_and_sequences_of_records_are_read(string json) =>
        Assert.Equal(["one", "two"], Inputs.Read("a.json", json).Select(read => read.Article.Text));

    [Theory]
    [InlineData("""{"text":"torn "quote" here"}""")]
    [InlineData("""{"text":"never closed}""")]
    [InlineData("""{"text":}""")]
    public void A_broken_record_costs_itself(string broken)
    {
        ReadResult[] read = Inputs.Read("a.json", $$"""[{"text":"one"}, {{broken}}, {"text":"two"}, {"text":"three"}]""");
        Assert.Equal(["one", "two", "three"], read.Where(each => each.Problem is null).Select(each => each.Article.Text));
        Assert.Contains("broken JSON", read.First(each => each.Problem is not null).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Braces_inside_strings_are_characters()
    {
        byte[] json = Encoding.UTF8.GetBytes("""[{"text":"a } { \" ] b"},{"text":"two"}]""");
        Assert.Equal(["a } { \" ] b", "two"], Inputs.Read("a.json", json).Select(read => read.Article.Text));
    }
}
