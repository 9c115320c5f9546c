using Demarche.Core;
using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Xunit;

namespace Demarche.Tests.Core.Comparisons;

public sealed class ClaimTests
{
    private static readonly Lazy<ArticlePipeline> Pipeline = new(() => new ArticlePipeline(Lake(), ReadingModels.Read(Path.Combine(Repository.Root!, "models", "en"))));

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
        Assert.Equal(ClaimVerdict.Agrees, ClaimCheck.Check(Claim(ClaimKind.Constancy), steady).Verdict);
        Assert.Equal(ClaimVerdict.Disagrees, ClaimCheck.Check(Claim(ClaimKind.Change), steady).Verdict);
        ClaimFinding finding = ClaimCheck.Check(Claim(ClaimKind.Constancy), turned);
        Assert.Equal(ClaimVerdict.Disagrees, finding.Verdict);
        Assert.Equal((1, 9), (finding.Before!.Date!.Value.Day, finding.After!.Date!.Value.Day));
    }

    [Fact]
    public void Only_the_time_claimed_counts_and_what_was_held_when_it_began()
    {
        PositionHistory turned = PositionHistory.Of([Line.Of(1, 3), Line.Of(5, -3), Line.Of(9, -3)])[0];
        Assert.Equal(ClaimVerdict.Agrees, ClaimCheck.Check(Claim(ClaimKind.Constancy), turned, since: new DateOnly(2031, 5, 6)).Verdict);
        Assert.Equal(ClaimVerdict.TooLittle, ClaimCheck.Check(Claim(ClaimKind.Constancy), turned, until: new DateOnly(2031, 5, 2)).Verdict);
        Assert.Equal(ClaimVerdict.Disagrees, ClaimCheck.Check(Claim(ClaimKind.Constancy), turned, since: new DateOnly(2031, 5, 2)).Verdict);
    }

    [Theory]
    [InlineData("Vorland supports the fishing ban", Stance.Supports, Direction.Supports, false)]
    [InlineData("Vorland opposes the fishing ban.", Stance.Opposes, Direction.Opposes, false)]
    [InlineData("Vorland never agreed to a ban on fishing", Stance.Opposes, Direction.Opposes, true)]
    [InlineData("Vorland will accept the fishing ban only if the bridge toll is lifted", Stance.Conditional, Direction.Supports, false)]
    public void What_a_party_is_said_to_hold_is_read_as_in_articles(string claim, Stance stance, Direction direction, bool throughout)
    {
        ReadClaim read = new ClaimReader(Lake(), () => Pipeline.Value).Read(claim);
        Assert.Equal(("vorland", "fishing-ban", ClaimKind.Holding), (read.Party, read.Issues[0], read.Kind));
        Assert.Equal((stance, direction, throughout), (read.Held, read.Direction, read.IsThroughout));
    }

    [Fact]
    public void A_claim_of_nothing_at_all_has_no_kind()
    {
        Assert.Null(new ClaimReader(Lake(), () => Pipeline.Value).Read("Vorland lies on a lake").Kind);
        Assert.Null(new ClaimReader(Lake(), () => Pipeline.Value).Read("").Kind);
    }

    [Fact]
    public void What_is_said_to_be_held_is_compared_with_what_is_held_last()
    {
        PositionHistory turned = PositionHistory.Of([Line.Of(1, 3), Line.Of(9, -3)])[0];
        ClaimFinding finding = ClaimCheck.Check(Holds(Direction.Supports), turned);
        Assert.Equal((ClaimVerdict.Disagrees, 9, 1), (finding.Verdict, finding.After!.Date!.Value.Day, finding.Before!.Date!.Value.Day));
        Assert.Equal(ClaimVerdict.Agrees, ClaimCheck.Check(Holds(Direction.Opposes), turned).Verdict);
        Assert.Equal(ClaimVerdict.Disagrees, ClaimCheck.Check(Holds(Direction.Opposes) with { IsThroughout = true }, turned).Verdict);
        Assert.Equal(ClaimVerdict.Agrees, ClaimCheck.Check(Holds(Direction.Supports), turned, until: new DateOnly(2031, 5, 2)).Verdict);
        Assert.Equal(ClaimVerdict.TooLittle, ClaimCheck.Check(Holds(Direction.Supports), turned, until: new DateOnly(2031, 4, 30)).Verdict);
    }

    [Fact]
    public void A_condition_left_out_is_agreed_in_part_and_doubtful_lines_take_no_part()
    {
        PositionHistory conditional = PositionHistory.Of([Line.Of(1, 2, "if paid")])[0];
        Assert.Equal(ClaimVerdict.Partly, ClaimCheck.Check(Holds(Direction.Supports), conditional).Verdict);
        LedgerEntry doubtful = Line.Of(9, -3);
        doubtful = doubtful with { Position = doubtful.Position with { Confidence = 0.4 } };
        PositionHistory history = PositionHistory.Of([Line.Of(1, 3), doubtful])[0];
        Assert.Equal((ClaimVerdict.Agrees, 1), (ClaimCheck.Check(Holds(Direction.Supports), history).Verdict, ClaimCheck.Check(Holds(Direction.Supports), history).Statements));
        ClaimFinding alone = ClaimCheck.Check(Holds(Direction.Supports), PositionHistory.Of([doubtful])[0]);
        Assert.Equal((ClaimVerdict.TooLittle, 0, 9), (alone.Verdict, alone.Statements, alone.Doubtful!.Date!.Value.Day));
    }

    [Fact]
    public void Sparklines_rise_with_support_and_have_an_ascii_form()
    {
        Assert.Equal("▁▄▅█", Sparkline.Of([-4, -1, 1, 4], isAscii: false));
        Assert.Equal("_.~^"[0], Sparkline.Of([-4], isAscii: true)[0]);
        Assert.Equal(Sparkline.MostSigns, Sparkline.Of(Enumerable.Repeat(2, 50), isAscii: true).Length);
    }

    private static ReadClaim Claim(ClaimKind kind) => new("norland", ["toll"], kind);

    private static ReadClaim Holds(Direction direction) =>
        Claim(ClaimKind.Holding) with { Direction = direction, Held = direction == Direction.Supports ? Stance.Supports : Stance.Opposes };

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
