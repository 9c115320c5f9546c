using Demarche.Core.Comparisons;
using Demarche.Core.Parties;
using Xunit;

namespace Demarche.Tests.Core.Comparisons;

public sealed class ClaimTests
{
    [Theory]
    [InlineData("Vorland has not changed its position on the fishing ban", ClaimKind.Constancy)]
    [InlineData("Vorland never wavered on the fishing ban", ClaimKind.Constancy)]
    [InlineData("Vorland still wants the fishing ban", ClaimKind.Constancy)]
    [InlineData("Vorland has softened its line on the fishing ban", ClaimKind.Change)]
    [InlineData("Vorland no longer wants the fishing ban", ClaimKind.Change)]
    [InlineData("Vorland wants the fishing ban", null)]
    public void Claims_are_read_for_party_issue_and_kind(string claim, ClaimKind? kind)
    {
        ReadClaim read = new ClaimReader(Lake()).Read(claim);
        Assert.Equal(("vorland", kind), (read.Party, read.Kind));
        Assert.Equal("fishing-ban", read.Issues[0]);
    }

    [Fact]
    public void The_record_agrees_with_constancy_when_nothing_moved_and_disagrees_when_something_did()
    {
        PositionHistory steady = PositionHistory.Of([Line.Of(1, 3), Line.Of(9, 3)])[0];
        PositionHistory turned = PositionHistory.Of([Line.Of(1, 3), Line.Of(9, -3)])[0];
        Assert.Equal(ClaimVerdict.Agrees, ClaimCheck.Check(ClaimKind.Constancy, steady).Verdict);
        Assert.Equal(ClaimVerdict.Disagrees, ClaimCheck.Check(ClaimKind.Change, steady).Verdict);
        ClaimFinding finding = ClaimCheck.Check(ClaimKind.Constancy, turned);
        Assert.Equal(ClaimVerdict.Disagrees, finding.Verdict);
        Assert.Equal((1, 9), (finding.Before!.Date!.Value.Day, finding.After!.Date!.Value.Day));
    }

    [Fact]
    public void Only_the_time_claimed_counts_and_what_was_held_when_it_began()
    {
        PositionHistory turned = PositionHistory.Of([Line.Of(1, 3), Line.Of(5, -3), Line.Of(9, -3)])[0];
        Assert.Equal(ClaimVerdict.Agrees, ClaimCheck.Check(ClaimKind.Constancy, turned, since: new DateOnly(2031, 5, 6)).Verdict);
        Assert.Equal(ClaimVerdict.TooLittle, ClaimCheck.Check(ClaimKind.Constancy, turned, until: new DateOnly(2031, 5, 2)).Verdict);
        Assert.Equal(ClaimVerdict.Disagrees, ClaimCheck.Check(ClaimKind.Constancy, turned, since: new DateOnly(2031, 5, 2)).Verdict);
    }

    [Fact]
    public void Sparklines_rise_with_support_and_have_an_ascii_form()
    {
        Assert.Equal("▁▄▅█", Sparkline.Of([-4, -1, 1, 4], isAscii: false));
        Assert.Equal("_.~^"[0], Sparkline.Of([-4], isAscii: true)[0]);
        Assert.Equal(Sparkline.MostSigns, Sparkline.Of(Enumerable.Repeat(2, 50), isAscii: true).Length);
    }

    private static Codebook Lake() => CodebookReader.Read(
        """
        dispute: lake
        parties:
          - {id: vorland, name: Vorland, names: [Vorland]}
          - {id: marin, name: Marin, names: [Marin]}
        issues:
          - {id: fishing-ban, label: Fishing ban on the lake, terms: [fishing ban, ban on fishing]}
          - {id: toll, label: Bridge toll, terms: [bridge toll]}
        """).Codebook!;
}
