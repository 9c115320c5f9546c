using Demarche.Core;
using Demarche.Core.Ledger;
using Demarche.Nlp.Text;
using Demarche.Tests.Core.Comparisons;
using Xunit;

namespace Demarche.Tests.Core;

public sealed class RecodingPreviewTests
{
    private static readonly LedgerEntry Toll = Line.Of(4, -3);

    [Fact]
    public void The_same_lines_are_no_difference() => Assert.Empty(RecodingPreview.Between([Toll], [Toll]));

    [Fact]
    public void A_line_that_reads_otherwise_names_its_fields()
    {
        LedgerEntry firmer = Toll.But(position => position with { Strength = 4, Holder = "Ada Brunn-Hale" });
        LineDifference difference = Assert.Single(RecodingPreview.Between([Toll], [firmer]));
        Assert.Equal(["holder", "strength"], difference.Fields);
    }

    [Fact]
    public void A_line_that_gets_another_issue_is_one_change_and_not_two()
    {
        LineDifference difference = Assert.Single(RecodingPreview.Between([Toll], [Toll.Of("norland", "ferries")]));
        Assert.Equal(["issue"], difference.Fields);
    }

    [Fact]
    public void A_line_that_stayed_is_not_taken_for_one_that_went()
    {
        LedgerEntry ferries = Toll.Of("norland", "ferries");
        LineDifference gone = Assert.Single(RecodingPreview.Between([Toll, ferries], [ferries]));
        Assert.Equal((Toll, null), (gone.Before, gone.After));
    }

    [Fact]
    public void Lines_come_in_place_order()
    {
        LedgerEntry late = Toll.Of("norland", "ferries").But(position => position with { Evidence = new TextSpan(20, 30) });
        Assert.Equal(["toll", "ferries"], RecodingPreview.Between([late], [Toll]).Select(line => (line.Before ?? line.After)!.Position.Issue));
    }
}
