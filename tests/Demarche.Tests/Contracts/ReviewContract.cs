using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;
using Xunit;

namespace Demarche.Tests.Contracts;

/// <summary>What coders decide can be taken back without end, kept apart when they work blind, and found again in other texts.</summary>
public abstract class ReviewContract : LedgerFixture
{
    private const string Url = "https://post.example/ferries";

    [Fact]
    public void Decisions_are_taken_back_one_by_one_the_last_first_and_that_can_be_taken_back_too()
    {
        Ledger.Add(LedgerSamples.Article());
        var desk = new ReviewDesk(Ledger, "ann", isBlind: false);
        desk.Edit(Toll(), new LineEdit { Strength = 4 });
        desk.Edit(Toll(), new LineEdit { Act = Act.Warn });
        desk.Reject(Toll());
        Assert.Equal(CorrectionKind.Reject, desk.Undo()!.Kind);
        Assert.Equal((4, Act.Warn, LineState.Edited), (Toll().Position.Strength, Toll().Position.Act, Toll().State));
        desk.Undo();
        Assert.Equal((4, Act.Reject), (Toll().Position.Strength, Toll().Position.Act));
        desk.Undo();
        Assert.Equal((3, LineState.Machine), (Toll().Position.Strength, Toll().State));
        Assert.Null(desk.Undo());
        Correction lastUndo = Ledger.Corrections()[^1];
        Ledger.Correct(new Correction { Kind = CorrectionKind.Undo, Target = lastUndo.Key, Author = "ann" });
        Assert.Equal(4, Toll().Position.Strength);
        Assert.Equal(7, Ledger.Corrections().Count);
    }

    [Fact]
    public void One_coder_takes_back_only_their_own_decisions()
    {
        Ledger.Add(LedgerSamples.Article());
        new ReviewDesk(Ledger, "ann", isBlind: false).Reject(Toll());
        Assert.Null(new ReviewDesk(Ledger, "ben", isBlind: false).Undo());
        Assert.Equal(LineState.Rejected, Toll().State);
    }

    [Fact]
    public void A_blind_coder_sees_the_machine_s_lines_and_changes_none()
    {
        Ledger.Add(LedgerSamples.Article());
        new ReviewDesk(Ledger, "ann", isBlind: false).Reject(Toll());
        var blind = new ReviewDesk(Ledger, "ben", isBlind: true);
        LedgerEntry seen = blind.Lines(new LedgerQuery { Issue = "toll" })[0];
        Assert.Equal(LineState.Machine, seen.State);
        blind.Accept(seen);
        Assert.Contains((seen.Article.Key, seen.Key), blind.Decided);
        Assert.Equal(LineState.Rejected, Toll().State);
        TraitAgreement verdict = CoderAgreement.Of(
            Ledger.Positions(new LedgerQuery { Uncorrected = true }), CorrectionHistory.InForce(Ledger.Corrections()))[0];
        Assert.Equal((1, 0.0), (verdict.Lines, verdict.Pairs[0].Same));
    }

    [Fact]
    public void Merged_names_are_parted_again()
    {
        Ledger.Add(LedgerSamples.Article());
        var desk = new ReviewDesk(Ledger, "ann", isBlind: false);
        desk.Merge("Norland", "Kingdom of Norland");
        Assert.Equal("Kingdom of Norland", Toll().Position.Holder);
        desk.Split("Norland", "Kingdom of Norland");
        Assert.Equal("Norland", Toll().Position.Holder);
    }

    [Fact]
    public void Moved_evidence_shows_its_new_words_and_follows_them_into_a_revision()
    {
        Ledger.Add(LedgerSamples.Article(url: Url));
        new ReviewDesk(Ledger, "ann", isBlind: false).Edit(
            Toll(), new LineEdit { Evidence = LedgerSamples.SpanOf(LedgerSamples.Text, "rejects a toll"), EvidenceQuote = "rejects a toll" });
        Assert.Equal(("rejects a toll", "Norland "), (Toll().Evidence, Toll().Before[^8..]));
        Ledger.Add(LedgerSamples.Article(url: Url, text: "Updated at noon.\n" + LedgerSamples.Text));
        Assert.Equal("rejects a toll", Toll().Evidence);
    }

    [Fact]
    public void Words_that_stand_twice_are_told_apart_by_what_is_around_them()
    {
        const string Twice = "Early on, Norland rejects a toll unless 40 pilots are hired, it was said.\n" + LedgerSamples.Text;
        Ledger.Add(LedgerSamples.Article(url: Url));
        new ReviewDesk(Ledger, "ann", isBlind: false).Reject(Toll());
        int second = Twice.LastIndexOf("Norland rejects a toll", StringComparison.Ordinal);
        Position late = LedgerSamples.TollRejected(Twice);
        int length = late.Evidence.Length;
        Ledger.Add(LedgerSamples.Article(url: Url, text: Twice) with
        {
            Positions = [late with { Condition = null, Quantities = [] }, late with { Id = "p9", Evidence = new(second, second + length), Condition = null, Quantities = [] }],
        });
        LedgerEntry left = Assert.Single(Ledger.Positions());
        Assert.Equal(0, left.Position.Evidence.Start - Twice.IndexOf("Norland", StringComparison.Ordinal));
    }

    [Fact]
    public void What_was_learned_locally_shows_as_confidence_and_the_machine_s_own_stays_to_be_had()
    {
        Ledger.Add(LedgerSamples.Article());
        double own = Toll().Position.Confidence;
        new LocalConfidence([-1, .. LocalConfidence.Unchanged.Skip(1)]).Write(Ledger.Folder);
        Assert.True(Toll().Position.Confidence < own);
        Assert.Equal(own, Ledger.Positions(new LedgerQuery { Issue = "toll", Uncorrected = true }).Single().Position.Confidence);
    }

    [Fact]
    public void What_a_person_found_right_stays_when_a_later_model_does_not_find_it()
    {
        Ledger.Add(LedgerSamples.Article(url: Url), "old@1");
        var desk = new ReviewDesk(Ledger, "ann", isBlind: false);
        desk.Edit(Toll(), new LineEdit { Strength = 4 });
        desk.Accept(Toll());
        Ledger.Add(LedgerSamples.Article(url: Url) with { Positions = [] }, "new@2");
        Assert.Equal((4, LineState.Edited), (Toll().Position.Strength, Toll().State));
        Ledger.Add(LedgerSamples.Article(url: Url, text: "Updated at noon.\n" + LedgerSamples.Text) with { Positions = [] }, "new@2");
        Assert.Equal((4, LedgerSamples.SpanOf(Ledger.Texts().Single().Text, "Norland rejects a toll unless 40 pilots are hired")), (Toll().Position.Strength, Toll().Position.Evidence));
        // It can be decided on again although no machine line bears its key now.
        desk.Reject(Toll());
        Assert.Empty(Ledger.Positions(new LedgerQuery { Issue = "toll" }));
        desk.Undo();
        Assert.Equal(LineState.Edited, Toll().State);
    }

    [Fact]
    public void A_blind_coder_sees_their_own_edits_and_nobody_else_s()
    {
        Ledger.Add(LedgerSamples.Article());
        new ReviewDesk(Ledger, "ann", isBlind: false).Edit(Toll(), new LineEdit { Strength = 4 });
        var blind = new ReviewDesk(Ledger, "ben", isBlind: true);
        LedgerEntry seen = blind.Lines(new LedgerQuery { Issue = "toll" })[0];
        Assert.Equal(3, seen.Position.Strength);
        blind.Edit(seen, new LineEdit { Act = Act.Warn, Evidence = LedgerSamples.SpanOf(LedgerSamples.Text, "rejects a toll"), EvidenceQuote = "rejects a toll" });
        LedgerEntry edited = blind.Lines(new LedgerQuery { Issue = "toll" })[0];
        Assert.Equal((3, Act.Warn, "rejects a toll"), (edited.Position.Strength, edited.Position.Act, edited.Evidence));
        Assert.Equal((4, Act.Reject), (Toll().Position.Strength, Toll().Position.Act));
    }

    [Fact]
    public void An_added_line_belongs_to_the_speech_it_stands_in()
    {
        Ledger.Add(LedgerSamples.Article() with { Positions = [] });
        var desk = new ReviewDesk(Ledger, "ann", isBlind: false);
        desk.Add(Ledger.Articles().Single().Key, LedgerSamples.FerriesDemanded() with { AttributionId = null, Kind = null });
        LedgerEntry added = Assert.Single(Ledger.Positions());
        Assert.Equal(("a1", Demarche.Core.Attributions.AttributionKind.Direct, LineState.Added), (added.Position.AttributionId, added.Position.Kind, added.State));
    }

    [Theory]
    [InlineData(CorrectionKind.Accept, true)]
    [InlineData(CorrectionKind.Reject, false)]
    public void What_was_decided_at_last_is_learned_from(CorrectionKind last, bool isRight)
    {
        Ledger.Add(LedgerSamples.Article());
        var desk = new ReviewDesk(Ledger, "ann", isBlind: false);
        desk.Edit(Toll(), new LineEdit { Strength = 4 });
        _ = last == CorrectionKind.Accept ? desk.Accept(Toll()) : desk.Reject(Toll());
        Assert.Equal(isRight, Assert.Single(ConfidenceLearning.DecisionsOf(Ledger)).IsRight);
        Assert.Equal(3, ConfidenceLearning.DecisionsOf(Ledger)[0].Line.Strength);
    }

    [Fact]
    public void A_line_whose_issue_had_to_be_changed_was_wrong_also_when_it_is_accepted_then()
    {
        Ledger.Add(LedgerSamples.Article());
        var desk = new ReviewDesk(Ledger, "ann", isBlind: false);
        desk.Edit(Toll(), new LineEdit { Issue = "duty" });
        desk.Accept(Ledger.Positions(new LedgerQuery { Issue = "duty" }).Single());
        Assert.False(Assert.Single(ConfidenceLearning.DecisionsOf(Ledger)).IsRight);
    }

    [Fact]
    public void One_decision_of_the_history_is_taken_back_and_later_ones_stay()
    {
        Ledger.Add(LedgerSamples.Article());
        var desk = new ReviewDesk(Ledger, "ann", isBlind: false);
        Correction first = desk.Edit(Toll(), new LineEdit { Strength = 4 });
        desk.Edit(Toll(), new LineEdit { Act = Act.Warn });
        desk.Undo(first.Key);
        Assert.Equal((3, Act.Warn), (Toll().Position.Strength, Toll().Position.Act));
        Assert.Equal([false, true], desk.History(Toll().Article.Key, Toll().Key).Select(past => past.IsTakenBack));
        Assert.Throws<ArgumentException>(() => desk.Undo(first.Key));
        Assert.Throws<ArgumentException>(() => new ReviewDesk(Ledger, "ben", isBlind: false).Undo(desk.History()[0].Correction.Key));
        Assert.Empty(new ReviewDesk(Ledger, "ben", isBlind: true).History());
    }

    [Fact]
    public void Of_two_articles_with_one_text_the_one_that_is_meant_is_corrected()
    {
        Ledger.Add(LedgerSamples.Article(url: Url));
        Ledger.Add(LedgerSamples.Article(url: Url + "-copy"));
        var desk = new ReviewDesk(Ledger, "ann", isBlind: false);
        LedgerEntry copy = Ledger.Positions(new LedgerQuery { Issue = "toll" }).Single(line => line.Article.Url != Url);
        desk.Reject(copy);
        Assert.Equal(Url, Assert.Single(Ledger.Positions(new LedgerQuery { Issue = "toll" })).Article.Url);
    }

    private LedgerEntry Toll() => Ledger.Positions(new LedgerQuery { Issue = "toll", IncludeRejected = true }).Single();
}
