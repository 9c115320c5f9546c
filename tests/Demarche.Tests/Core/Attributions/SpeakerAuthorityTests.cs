using Demarche.Core.Parties;
using Demarche.Tests.Core.Parties;
using Xunit;

namespace Demarche.Tests.Core.Attributions;

/// <summary>In the texts, [source|cue] marks an attribution; the last one's authority is meant.</summary>
public sealed class SpeakerAuthorityTests
{
    private static readonly ActorDirectory Actors = new(InventedDispute.Codebook);

    [Theory]
    [InlineData("[Anna Berg|said] no. [She|added] more.", AuthorityLevel.Minister, AuthorityBasis.Codebook)]
    [InlineData("[Former foreign minister Anna Berg|said] no.", AuthorityLevel.Former, AuthorityBasis.Text)]
    [InlineData("[Valdorian Finance Minister Lena Holm|said] no. [Holm|added] more.", AuthorityLevel.Minister, AuthorityBasis.Text)]
    [InlineData("[Valdorian Deputy Finance Minister Lena Holm|said] no.", AuthorityLevel.Official, AuthorityBasis.Text)]
    [InlineData("[Valdorian lawmaker Lena Holm|said] no.", AuthorityLevel.Lawmaker, AuthorityBasis.Text)]
    [InlineData("[Lena Holm, an analyst,|said] no.", AuthorityLevel.Outsider, AuthorityBasis.Text)]
    [InlineData("[Lena Holm|said] no.", AuthorityLevel.Unknown, AuthorityBasis.None)]
    [InlineData("[Valdoria|said] no. [It|wants] more.", AuthorityLevel.Institution, AuthorityBasis.Source)]
    [InlineData("[The Water Authority|said] no.", AuthorityLevel.Institution, AuthorityBasis.Codebook)]
    [InlineData("[Valdorian officials|said] no. [They|want] more.", AuthorityLevel.Unnamed, AuthorityBasis.Source)]
    [InlineData("[A Valdorian minister|said] no.", AuthorityLevel.Unnamed, AuthorityBasis.Source)]
    [InlineData("[The Valdorian energy minister|said] no.", AuthorityLevel.Minister, AuthorityBasis.Source)]
    [InlineData("[A Valdorian energy ministry spokeswoman|said] no.", AuthorityLevel.Spokesperson, AuthorityBasis.Source)]
    public void Is_read_from_codebook_title_or_source(string marked, AuthorityLevel level, AuthorityBasis basis)
    {
        Authority? authority = MarkedText.Resolve(marked, Actors)[^1].Authority;
        Assert.Equal((level, basis), (authority?.Level, authority?.Basis));
    }

    [Fact]
    public void Is_absent_without_a_speaker() => Assert.Null(MarkedText.Resolve("[It|rained] all day.", Actors)[0].Authority);
}
