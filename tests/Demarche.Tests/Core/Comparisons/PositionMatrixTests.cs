using Demarche.Core.Attributions;
using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Xunit;

namespace Demarche.Tests.Core.Comparisons;

public sealed class PositionMatrixTests
{
    [Fact]
    public void A_cell_shows_the_latest_at_the_day_asked_for()
    {
        LedgerEntry[] lines = [Line.Of(1, -3), Line.Of(9, 3)];
        Assert.Equal(3, Cell(lines).Latest!.Position.SignedStrength);
        Assert.Equal(-3, Cell(lines, at: 8).Latest!.Position.SignedStrength);
        Assert.Empty(PositionMatrix.AtDay(lines, new DateOnly(2031, 4, 1)).Cells);
    }

    [Fact]
    public void One_stance_on_one_day_is_one_step_with_several_carriers()
    {
        MatrixCell cell = Cell([Line.Of(1, 3, article: "post"), Line.Of(1, 2, article: "herald")]);
        HeldPosition step = Assert.Single(cell.History.Steps);
        Assert.Equal(["herald", "post"], step.Carriers.Select(article => article.Key));
        Assert.Equal(2, step.IndependentCarriers);
    }

    [Fact]
    public void Copies_of_a_wire_text_carry_once()
    {
        TextCopies copies = TextCopies.Of([new CopyPair("post", "herald", 0.8)]);
        LedgerEntry[] lines = [Line.Of(1, 3, article: "post"), Line.Of(1, 3, article: "herald"), Line.Of(1, 3, article: "own")];
        Assert.Equal(2, Assert.Single(PositionMatrix.AtDay(lines, copies: copies).Cells).Latest!.IndependentCarriers);
    }

    [Fact]
    public void What_others_tell_stands_beside_the_cell_and_never_in_it()
    {
        LedgerEntry told = Line.Of(9, 3).ToldBy("Olaf Sund", "sund");
        MatrixCell cell = Cell([Line.Of(1, -3), told]);
        Assert.Equal(-3, cell.Latest!.Position.SignedStrength);
        Assert.Equal(3, cell.LatestTold!.Position.SignedStrength);
        Assert.Null(Cell([told]).Latest);
    }

    [Fact]
    public void Two_voices_of_one_day_show_as_conflicting_and_the_quoted_one_leads()
    {
        LedgerEntry quoted = Line.Of(1, -3).But(p => p with { Kind = AttributionKind.Mixed, Confidence = 0.1 });
        MatrixCell cell = Cell([Line.Of(1, 3, article: "herald"), quoted]);
        Assert.Equal(-3, cell.Latest!.Position.SignedStrength);
        Assert.Equal(3, Assert.Single(cell.Conflicting).Position.SignedStrength);
    }

    [Fact]
    public void A_lesser_voice_stands_beside_the_cell_while_the_party_has_one_of_its_own()
    {
        LedgerEntry lawmaker = Line.Of(9, 3).Voiced(AuthorityLevel.Unnamed);
        MatrixCell cell = Cell([Line.Of(1, -3), lawmaker]);
        Assert.Equal(-3, cell.Latest!.Position.SignedStrength);
        Assert.Equal(3, cell.LesserVoice!.Position.SignedStrength);
        Assert.Equal(3, Cell([lawmaker]).Latest!.Position.SignedStrength);
        Assert.Null(Cell([lawmaker]).LesserVoice);
    }

    [Fact]
    public void Undated_lines_count_only_when_nothing_has_a_day()
    {
        Assert.Equal(-3, Cell([Line.Of(null, 3), Line.Of(1, -3)]).Latest!.Position.SignedStrength);
        Assert.Equal(3, Cell([Line.Of(null, 3)]).Latest!.Position.SignedStrength);
    }

    [Theory]
    [InlineData(null, null, PositionLevel.Reported)]
    [InlineData("Ada Brunn", null, PositionLevel.Reported)]
    [InlineData("a spokesman", "norland", PositionLevel.Reported)]
    [InlineData("a source", null, PositionLevel.ThirdHand)]
    [InlineData("Olaf Sund", "sund", PositionLevel.ToldByOtherParty)]
    public void Levels_tell_who_conveys_it(string? reporter, string? party, PositionLevel expected)
    {
        LedgerEntry line = Line.Of(1, 3);
        Assert.Equal(expected, PositionLevels.Of(reporter is null ? line : line.ToldBy(reporter, party)));
    }

    private static MatrixCell Cell(LedgerEntry[] lines, int at = 31) =>
        PositionMatrix.AtDay(lines, lines.Any(line => line.Date is null) ? null : new DateOnly(2031, 5, at)).Cell("toll", "norland")!;
}
