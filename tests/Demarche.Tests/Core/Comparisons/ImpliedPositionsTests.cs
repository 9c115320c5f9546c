using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Xunit;

namespace Demarche.Tests.Core.Comparisons;

/// <summary>A toll and free passage exclude each other; the codebook says so at one of them.</summary>
public sealed class ImpliedPositionsTests
{
    private static readonly IssueRelations Relations = IssueRelations.Of(CodebookReader.Read(
        """
        dispute: strait
        parties: [{id: norland, name: Norland}]
        issues:
          - {id: toll, label: Toll, terms: [toll]}
          - {id: free-passage, label: Free passage, terms: [free passage], exclusive: [toll]}
          - {id: pilots, label: Pilots, terms: [pilots], part_of: toll}
        """).Codebook);

    [Fact]
    public void Support_of_one_counts_as_opposing_the_other_and_says_so()
    {
        PositionMatrix matrix = Matrix(Line.Of(3, 4));
        HeldPosition implied = matrix.Cell("free-passage", "norland")!.Latest!;
        Assert.Equal(("toll", -2, 0), (implied.ImpliedBy, implied.Position.SignedStrength, implied.IndependentCarriers));
        Assert.Empty(implied.Carriers);
        Assert.Equal("toll!", implied.Lead.Evidence);
        Assert.StartsWith("supports toll, which excludes free-passage", implied.Position.Why, StringComparison.Ordinal);
        Assert.Null(matrix.Cell("toll", "norland")!.Latest!.ImpliedBy);
    }

    [Theory]
    [InlineData(1, null)]
    [InlineData(-3, null)]
    [InlineData(3, "if pilots are hired")]
    public void Nothing_follows_from_openness_opposition_or_a_condition(int strength, string? condition) =>
        Assert.Null(Matrix(Line.Of(3, strength, condition)).Cell("free-passage", "norland"));

    [Fact]
    public void Nothing_follows_from_a_doubtful_line_a_lesser_voice_or_an_adversary_s_account()
    {
        Assert.Null(Matrix(Line.Of(3, 3).But(position => position with { Confidence = 0.4 })).Cell("free-passage", "norland"));
        Assert.Null(Matrix(Line.Of(3, 3).Voiced(AuthorityLevel.Lawmaker)).Cell("free-passage", "norland"));
        Assert.Null(Matrix(Line.Of(3, 3).ToldBy("Kal", "sudland")).Cell("free-passage", "norland"));
    }

    [Fact]
    public void What_the_party_says_itself_on_that_day_or_later_stands()
    {
        LedgerEntry passage = Line.Of(3, 2, article: "other").Of("norland", "free-passage");
        Assert.Null(Matrix(Line.Of(3, 3), passage).Cell("free-passage", "norland")!.Latest!.ImpliedBy);
        Assert.Null(Matrix(Line.Of(1, 3), passage).Cell("free-passage", "norland")!.Latest!.ImpliedBy);
        Assert.Equal("toll", Matrix(Line.Of(5, 3), passage).Cell("free-passage", "norland")!.Latest!.ImpliedBy);
    }

    [Fact]
    public void What_was_implied_by_a_stance_since_given_up_is_gone() =>
        Assert.Null(Matrix(Line.Of(1, 3), Line.Of(9, -3)).Cell("free-passage", "norland"));

    [Fact]
    public void A_contradiction_is_a_change_and_agreement_is_none()
    {
        LedgerEntry wanted = Line.Of(1, 3).Of("norland", "free-passage");
        PositionChange change = Changes([wanted, Line.Of(5, 3)]).Last(change => change.Issue == "free-passage");
        Assert.Equal((ChangeRelation.Reversed, "toll"), (change.Relation, change.To.ImpliedBy));
        Assert.EndsWith("implied, since it supports toll", change.Why, StringComparison.Ordinal);
        LedgerEntry refused = Line.Of(1, -3).Of("norland", "free-passage");
        Assert.Equal([ChangeRelation.New], Changes([refused, Line.Of(5, 3)]).Where(change => change.Issue == "free-passage").Select(change => change.Relation));
        Assert.DoesNotContain(Changes([Line.Of(5, 3)]), change => change.Issue == "free-passage");
    }

    [Fact]
    public void Saying_outright_what_was_implied_repeats_it()
    {
        LedgerEntry wanted = Line.Of(1, 3).Of("norland", "free-passage");
        LedgerEntry refused = Line.Of(9, -4, article: "late").Of("norland", "free-passage");
        Assert.Equal(ChangeRelation.Reiterated, Changes([wanted, Line.Of(5, 3), refused])[^1].Relation);
    }

    [Fact]
    public void Parties_that_want_exclusive_outcomes_are_apart_on_both()
    {
        LedgerEntry other = Line.Of(4, 3).Of("sudland", "free-passage");
        DisputeGaps gaps = DisputeGaps.Of(Matrix(Line.Of(3, 3), other));
        Assert.Equal(["free-passage", "toll"], gaps.Gaps.Where(gap => gap.IsContested).Select(gap => gap.Issue));
        // Nobody counts as having spoken, nor as having demanded, by implication.
        Assert.All(gaps.Priorities.Where(priority => priority.Latest.ImpliedBy is not null), priority => Assert.Equal(0, priority.Days));
    }

    [Fact]
    public void A_level_folds_parts_under_their_whole_and_sums_nothing_up()
    {
        PositionMatrix folded = Matrix(Line.Of(3, 3).Of("norland", "pilots"), Line.Of(3, -2)).AtLevel(1, Relations);
        MatrixCell whole = folded.Cell("toll", "norland")!;
        Assert.Equal(-2, whole.Latest!.Position.SignedStrength);
        Assert.Equal(["pilots"], whole.Parts.Select(part => part.Issue));
        Assert.Equal(Direction.Supports, whole.DirectionOfParts);
        Assert.Null(folded.Cell("pilots", "norland"));
        MatrixCell alone = Matrix(Line.Of(3, 3).Of("norland", "pilots")).AtLevel(1, Relations).Cell("toll", "norland")!;
        Assert.Equal((null, 1), (alone.Latest, alone.Parts.Count));
        Assert.Equal(["toll", "pilots", "free-passage"], Relations.WholesFirst(["toll", "free-passage", "pilots"]));
        Assert.Equal((2, "toll", "pilots"), (Relations.LevelOf("pilots"), Relations.AtLevel("pilots", 1), Relations.AtLevel("pilots", 3)));
    }

    private static PositionMatrix Matrix(params LedgerEntry[] lines) => PositionMatrix.AtDay(lines, relations: Relations);

    private static IReadOnlyList<PositionChange> Changes(LedgerEntry[] lines) => ChangeDetector.Detect(lines, relations: Relations);
}
