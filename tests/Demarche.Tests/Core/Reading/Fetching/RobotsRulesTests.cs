using Demarche.Core.Reading.Fetching;
using Xunit;

namespace Demarche.Tests.Core.Reading.Fetching;

public sealed class RobotsRulesTests
{
    [Theory]
    [InlineData("/open", true)]
    [InlineData("/closed/page", false)]
    [InlineData("/closed/but-open/page", true)]
    [InlineData("/a/b.pdf", false)]
    [InlineData("/a/b.pdf?x=1", true)]
    [InlineData("/tie", true)]
    [InlineData("/caf%C3%A9/x", false)]
    [InlineData("/caf%c3%a9/x", false)]
    [InlineData("/x/secret/y", false)]
    [InlineData("/robots.txt", true)]
    public void The_longest_rule_decides(string path, bool allowed)
    {
        RobotsRules rules = Read("User-agent: *\nDisallow: /closed\nAllow: /closed/but-open\nDisallow: /*.pdf$\nDisallow: /tie\nAllow: /tie\nDisallow: /café # comment\nDisallow: /*/secret/\nDisallow:\n");
        Assert.Equal(allowed, rules.Allows(new Uri("https://n.example" + path)));
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: Demarche/1.0\nAllow: /\nCrawl-delay: 2.5", true, 2.5)]
    [InlineData("User-agent: other\nUser-agent: demarche\nDisallow: /\n\nUser-agent: *\nAllow: /", false, 0)]
    [InlineData("User-agent: demarche\nDisallow: /a\n\nUser-agent: demarche\nDisallow: /page", false, 0)]
    [InlineData("Disallow: /page\nUser-agent: someone\nDisallow: /\n", true, 0)]
    [InlineData("\uFEFFuser-AGENT : *\rdisallow : /page", false, 0)]
    [InlineData("User-agent: *\nCrawl-delay: 86400", true, 60)]
    [InlineData("<html>no robots here</html>", true, 0)]
    public void The_group_that_names_us_goes_before_the_one_for_all(string text, bool allowed, double delay)
    {
        RobotsRules rules = Read(text);
        Assert.Equal(allowed, rules.Allows(new Uri("https://n.example/page")));
        Assert.Equal(TimeSpan.FromSeconds(delay), rules.Delay);
    }

    [Fact]
    public void Hostile_patterns_end_soon()
    {
        RobotsRules rules = Read("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 50_000)) + "$");
        Assert.True(rules.Allows(new Uri("https://n.example/" + new string('a', 2000))));
    }

    private static RobotsRules Read(string text) => RobotsRules.Read(text, "demarche");
}
