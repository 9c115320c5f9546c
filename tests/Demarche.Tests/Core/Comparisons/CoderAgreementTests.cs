using Demarche.Core.Attributions;
using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;
using Xunit;

namespace Demarche.Tests.Core.Comparisons;

public sealed class CoderAgreementTests
{
    [Fact]
    public void Alpha_is_that_of_the_published_example_with_four_coders_and_missing_values()
    {
        // K. Krippendorff, "Computing Krippendorff's alpha-reliability", 2011, sections C and D: twelve units, "." not coded.
        string[] coders = ["123321412...", "12332241 25.3".Replace(" ", "", StringComparison.Ordinal), ".33323422 51.".Replace(" ", "", StringComparison.Ordinal), "12332441251."];
        var coincidences = new Coincidences();
        for (int unit = 0; unit < 12; unit++)
        {
            coincidences.Add([.. coders.Select(coder => coder[unit]).Where(value => value != '.').Select(value => $"{value}")]);
        }

        Assert.Equal(0.743, coincidences.NominalAlpha(), 0.0005);
        Assert.Equal(0.815, coincidences.OrdinalAlpha(), 0.0005);
    }

    [Theory]
    // J. Sim and C. Wright, "The kappa statistic in reliability studies", Physical Therapy 85, 2005, table 1: kappa 0.67.
    [InlineData(22, 2, 4, 11, 0.67)]
    // J. Cohen's bound: as much agreement as chance gives is none.
    [InlineData(25, 25, 25, 25, 0.0)]
    [InlineData(20, 5, 10, 15, 0.40)]
    public void Kappa_is_that_of_the_published_tables(int both, int first, int second, int neither, double expected)
    {
        (string, string)[] pairs =
        [
            .. Enumerable.Repeat(("yes", "yes"), both), .. Enumerable.Repeat(("yes", "no"), first),
            .. Enumerable.Repeat(("no", "yes"), second), .. Enumerable.Repeat(("no", "no"), neither),
        ];
        Assert.Equal(expected, CoderAgreement.Kappa(pairs), 0.005);
    }

    [Fact]
    public void Nothing_that_differs_is_no_number() => Assert.True(double.IsNaN(CoderAgreement.Kappa([("yes", "yes")])));

    [Fact]
    public void Edits_of_one_coder_add_up_and_an_acceptance_keeps_them()
    {
        LedgerEntry line = Line.Of(1, 3);
        IReadOnlyList<TraitAgreement> traits = CoderAgreement.Of([line],
        [
            Coding(line, "ann", CorrectionKind.Edit) with { Edit = new LineEdit { Strength = 4 } },
            Coding(line, "ann", CorrectionKind.Edit) with { Edit = new LineEdit { Act = Act.Warn } },
            Coding(line, "ann", CorrectionKind.Accept),
            Coding(line, "ben", CorrectionKind.Edit) with { Edit = new LineEdit { Strength = 4, Act = Act.Warn } },
        ]);
        Assert.All(traits, trait => Assert.Equal(1.0, trait.Pairs[0].Same));
    }

    [Fact]
    public void Decisions_of_two_coders_are_compared_trait_by_trait()
    {
        LedgerEntry[] lines = [Line.Of(1, 3), Line.Of(2, -3), Line.Of(3, 2)];
        IReadOnlyList<TraitAgreement> traits = CoderAgreement.Of(lines,
        [
            Coding(lines[0], "ann", CorrectionKind.Accept), Coding(lines[0], "ben", CorrectionKind.Accept),
            Coding(lines[1], "ann", CorrectionKind.Reject),
            Coding(lines[1], "ben", CorrectionKind.Edit) with { Edit = new LineEdit { Strength = 4 } },
            Coding(lines[2], "ann", CorrectionKind.Accept),
        ]);
        Assert.All(traits, trait => Assert.Equal(2, trait.Lines));
        Assert.Equal(0.5, traits.Single(trait => trait.Trait == "right or wrong").Pairs[0].Same);
        Assert.Equal(("ann", "ben"), (traits[0].Pairs[0].First, traits[0].Pairs[0].Second));
    }

    [Fact]
    public void The_queue_begins_with_what_is_unsure_and_shown()
    {
        LedgerEntry sure = Line.Of(9, 3).But(p => p with { Confidence = 0.95 });
        LedgerEntry unsureOld = Line.Of(1, 3).But(p => p with { Confidence = 0.5 });
        LedgerEntry unsureShown = Line.Of(8, -3).Of("sund").But(p => p with { Confidence = 0.5 });
        IReadOnlyList<ReviewItem> queue = ReviewOrder.Of([sure, unsureOld, unsureShown], _ => true);
        Assert.Equal([unsureShown.Key, unsureOld.Key, sure.Key], queue.Select(item => item.Entry.Key));
        Assert.Empty(ReviewOrder.Of([sure], _ => false));
    }

    [Fact]
    public void Learning_corrects_a_machine_that_is_too_sure_of_the_narrator()
    {
        (Position, bool)[] decisions =
        [
            .. Enumerable.Range(0, 120).Select(i => (
                Line.Of(1, 3).But(p => p with { Confidence = 0.8, Kind = i % 2 == 0 ? null : AttributionKind.Direct }).Position, i % 2 == 1 || i % 6 == 0)),
        ];
        LearnedConfidence learned = ConfidenceLearning.Learn(decisions)!;
        Assert.True(learned.IsBetter);
        Assert.True(learned.After.Brier < learned.Before.Brier);
        Assert.InRange(learned.Curve.Of(decisions[0].Item1), 0.25, 0.5);
        Assert.InRange(learned.Curve.Of(decisions[1].Item1), 0.85, 1);
        Assert.Equal(learned.Curve.Weights, ConfidenceLearning.Learn(decisions)!.Curve.Weights);
    }

    [Fact]
    public void Few_decisions_or_all_alike_teach_nothing()
    {
        (Position, bool)[] alike = [.. Enumerable.Repeat((Line.Of(1, 3).Position, true), 100)];
        Assert.Null(ConfidenceLearning.Learn(alike));
        Assert.Null(ConfidenceLearning.Learn(alike[..10]));
    }

    private static Correction Coding(LedgerEntry line, string author, CorrectionKind kind) =>
        new() { Kind = kind, Target = line.Key, Author = author };
}
