using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Sheets;
using Xunit;

namespace Demarche.Tests.Core.Comparisons.Sheets;

public sealed class MatrixSheetTests : IDisposable
{
    private readonly SheetLedger _dispute = new();

    public void Dispose() => _dispute.Dispose();

    [Fact]
    public void Parties_and_issues_stand_as_the_codebook_has_them_parts_below_their_whole()
    {
        _dispute.Say(3, "norland", "levy", 3);
        _dispute.Say(4, "sund", "night", -2);
        MatrixSheet sheet = Sheet(new());
        Assert.Equal(["sund", "norland"], sheet.Parties);
        Assert.Equal([("winter", 0), ("night", 1), ("levy", 0)], sheet.Rows.Select(row => (row.Issue, row.Depth)));
        Assert.Empty(sheet.Rows[0].Cells);
        Assert.Null(sheet.Rows[1].Cell("norland"));
    }

    [Fact]
    public void A_day_shows_what_held_then_and_the_way_there()
    {
        _dispute.Say(3, "sund", "levy", 1);
        _dispute.Say(9, "sund", "levy", 3);
        _dispute.Say(20, "sund", "levy", -4);
        SheetCell then = Sheet(new() { At = new DateOnly(2031, 5, 10) }).Rows[0].Cell("sund")!;
        Assert.Equal(3, then.Held.Position.SignedStrength);
        Assert.Equal([1, 3], then.Trend.Select(day => day.Signed));
        SheetCell now = Sheet(new()).Rows[0].Cell("sund")!;
        Assert.Equal(-4, now.Held.Position.SignedStrength);
        Assert.Equal([1, 3, -4], now.Trend.Select(day => day.Signed));
    }

    [Fact]
    public void A_cell_that_moved_since_the_day_asked_for_is_marked_and_no_other()
    {
        _dispute.Say(3, "sund", "levy", 3);
        _dispute.Say(3, "norland", "levy", 2);
        _dispute.Say(20, "sund", "levy", -4);
        SheetRow row = Sheet(new() { Since = new DateOnly(2031, 5, 10) }).Rows[0];
        Assert.Equal(ChangeRelation.Reversed, row.Cell("sund")!.Change!.Relation);
        Assert.Null(row.Cell("norland")!.Change);
        Assert.Null(Sheet(new()).Rows[0].Cell("sund")!.Change);
    }

    [Fact]
    public void A_filtered_sheet_knows_only_what_passes()
    {
        _dispute.Say(3, "sund", "levy", 1, outlet: "Quay Times");
        _dispute.Say(9, "sund", "levy", -3, outlet: "Norland Post", holder: "Ida Vell");
        Assert.Equal(1, Sheet(new() { Outlet = "QUAY TIMES" }).Rows[0].Cell("sund")!.Held.Position.SignedStrength);
        Assert.Equal(-3, Sheet(new() { Speaker = "ida vell" }).Rows[0].Cell("sund")!.Held.Position.SignedStrength);
        Assert.Empty(Sheet(new() { MinConfidence = 0.7 }).Rows);
        Assert.Empty(Sheet(new() { Outlet = "Nobody's" }).Rows);
    }

    [Fact]
    public void What_parties_want_and_do_not_is_contested_and_tells_whether_they_come_nearer()
    {
        _dispute.Say(3, "sund", "levy", 4);
        _dispute.Say(4, "norland", "levy", -4);
        Assert.True(Sheet(new()).Rows[0].IsContested);
        Assert.Equal(GapTrend.Standing, Sheet(new()).Rows[0].Trend);
        _dispute.Say(9, "sund", "levy", 1);
        Assert.Equal(GapTrend.Converging, Sheet(new()).Rows[0].Trend);
        _dispute.Say(12, "sund", "levy", 3);
        Assert.Equal(GapTrend.Diverging, Sheet(new()).Rows[0].Trend);
    }

    [Fact]
    public void Rows_stand_by_gap_by_last_word_or_by_name_when_that_is_asked_for()
    {
        _dispute.Say(3, "sund", "winter", 1);
        _dispute.Say(3, "norland", "winter", 2);
        _dispute.Say(2, "sund", "levy", 4);
        _dispute.Say(2, "norland", "levy", -4);
        Assert.Equal(["winter", "levy"], Issues(SheetOrder.Codebook));
        Assert.Equal(["levy", "winter"], Issues(SheetOrder.Gap));
        Assert.Equal(["winter", "levy"], Issues(SheetOrder.Latest));
        Assert.Equal(["levy", "winter"], Issues(SheetOrder.Label));

        IEnumerable<string> Issues(SheetOrder order) => Sheet(new() { Order = order }).Rows.Select(row => row.Issue);
    }

    [Fact]
    public void The_history_of_a_cell_has_all_its_steps_up_to_the_day()
    {
        _dispute.Say(3, "sund", "levy", 1);
        _dispute.Say(9, "sund", "levy", 3);
        PositionHistory history = SheetCell.HistoryOf(_dispute.Ledger, SheetLedger.Codebook, new SheetRequest { At = new DateOnly(2031, 5, 8) }, "levy", "sund")!;
        Assert.Equal([1], history.Steps.Select(step => step.Position.SignedStrength));
        Assert.Null(SheetCell.HistoryOf(_dispute.Ledger, SheetLedger.Codebook, new SheetRequest(), "levy", "pilots"));
    }

    private MatrixSheet Sheet(SheetRequest request) => MatrixSheet.Of(_dispute.Ledger, SheetLedger.Codebook, request);
}
