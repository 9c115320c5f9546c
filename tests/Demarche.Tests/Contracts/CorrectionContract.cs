using Demarche.Core;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Contracts;

/// <summary>What people say about lines is heeded, kept for ever, and found again when the article is read anew.</summary>
public abstract class CorrectionContract : LedgerFixture
{
    [Fact]
    public void A_rejected_line_is_gone_unless_asked_for()
    {
        Ledger.Add(LedgerSamples.Article());
        Correct(CorrectionKind.Reject, "toll");
        Assert.Equal(["ferry-service"], Issues());
        Assert.Contains(LineState.Rejected, Ledger.Positions(new() { IncludeRejected = true }).Select(line => line.State));
        Correct(CorrectionKind.Accept, "toll", includeRejected: true);
        Assert.Equal(LineState.Accepted, Of("toll").State);
    }

    [Fact]
    public void An_edit_changes_what_it_names_and_moves_the_line_into_other_queries()
    {
        Ledger.Add(LedgerSamples.Article());
        Correct(CorrectionKind.Edit, "toll", new LineEdit { Party = "sund", Direction = Direction.Opposes, Condition = default(TextSpan) });
        LedgerEntry line = Assert.Single(Ledger.Positions(new() { Party = "sund" }));
        Assert.Equal((-3, null, LineState.Edited), (line.Position.SignedStrength, line.Condition, line.State));
        Assert.Equal("Norland", line.Position.Holder);
        Assert.Single(Ledger.Positions(new() { Party = "norland" }));
    }

    [Fact]
    public void An_accepted_edit_stays_edited()
    {
        Ledger.Add(LedgerSamples.Article());
        Correct(CorrectionKind.Edit, "toll", new LineEdit { Strength = 4 });
        Correct(CorrectionKind.Accept, "toll");
        Assert.Equal((4, LineState.Edited), (Of("toll").Position.Strength, Of("toll").State));
    }

    [Fact]
    public void Corrections_outlive_another_model_that_reads_the_line_a_little_differently()
    {
        CodedArticle coded = LedgerSamples.Article();
        Ledger.Add(coded, "m@1");
        Correct(CorrectionKind.Reject, "ferry-service");
        Correct(CorrectionKind.Edit, "toll", new LineEdit { Strength = 4 });
        Position shorter = LedgerSamples.TollRejected() with { Evidence = LedgerSamples.SpanOf(LedgerSamples.Text, "rejects a toll"), Condition = null };
        Ledger.Add(coded with { Positions = [LedgerSamples.FerriesDemanded() with { Id = "p7" }, shorter] }, "m@2");
        Assert.Equal(["toll"], Issues());
        Assert.Equal((4, "rejects a toll"), (Of("toll").Position.Strength, Of("toll").Evidence));
        Assert.Equal(2, Ledger.Corrections().Count);
    }

    [Fact]
    public void Corrections_outlive_a_revision_that_keeps_the_evidence()
    {
        const string Url = "https://post.example/ferries";
        Ledger.Add(LedgerSamples.Article(url: Url));
        Correct(CorrectionKind.Reject, "toll");
        Ledger.Add(LedgerSamples.Article(url: Url, text: "Updated.\n" + LedgerSamples.Text));
        Assert.Equal(["ferry-service"], Issues());
    }

    [Fact]
    public void A_correction_of_one_line_leaves_its_neighbour_alone()
    {
        Position other = LedgerSamples.FerriesDemanded() with { Id = "p3", Holder = "Norland" };
        Ledger.Add(LedgerSamples.Article() with { Positions = [LedgerSamples.FerriesDemanded(), other] });
        Ledger.Correct(new Correction { Kind = CorrectionKind.Reject, Author = "ed", Target = Ledger.Positions().First(line => line.Position.Holder == "Norland").Key });
        Assert.Equal("Ada Brunn", Assert.Single(Ledger.Positions()).Position.Holder);
    }

    [Fact]
    public void An_added_line_shows_its_evidence_and_takes_the_place_of_a_later_machine_line()
    {
        CodedArticle bare = LedgerSamples.Article() with { Positions = [] };
        string article = Ledger.Add(bare, "m@1").ArticleKey;
        Correction added = Ledger.Correct(new Correction
        {
            Kind = CorrectionKind.Add,
            ArticleKey = article,
            Author = "ed",
            Added = LedgerSamples.TollRejected(),
            Note = "missed",
        });
        Assert.Equal((LineState.Added, added.Key), (Of("toll").State, Of("toll").Key));
        Ledger.Add(LedgerSamples.Article(), "m@2");
        Assert.Equal(["ferry-service", "toll"], Issues());
        Assert.Equal(LineState.Added, Of("toll").State);
        Correct(CorrectionKind.Reject, "toll");
        Assert.Equal(["ferry-service"], Issues());
    }

    [Fact]
    public void An_added_line_moves_with_its_evidence_and_is_gone_without_it()
    {
        const string Url = "https://post.example/ferries";
        string article = Ledger.Add(LedgerSamples.Article(url: Url) with { Positions = [] }).ArticleKey;
        Ledger.Correct(new Correction { Kind = CorrectionKind.Add, ArticleKey = article, Author = "ed", Added = LedgerSamples.TollRejected() });
        Ledger.Add(LedgerSamples.Article(url: Url, text: "Updated.\n" + LedgerSamples.Text) with { Positions = [] });
        Assert.Equal("unless 40 pilots are hired", Of("toll").Condition);
        Ledger.Add(LedgerSamples.Article(url: Url, text: "Withdrawn.") with { Attributions = [], Positions = [], Times = [] });
        Assert.Empty(Ledger.Positions());
        Assert.Single(Ledger.Corrections());
    }

    [Fact]
    public void Merged_actors_go_by_one_name_everywhere()
    {
        string article = Ledger.Add(LedgerSamples.Article()).ArticleKey;
        Merge("Ada Brunn", "A. Brunn");
        Merge("A. Brunn", "Ada M. Brunn");
        Assert.Equal("Ada M. Brunn", Of("ferry-service").Position.Holder);
        Assert.Equal("Ada M. Brunn", Assert.Single(Ledger.Attributions(article)).Attribution.Speaker);
        Assert.Equal("Ada M. Brunn", Assert.Single(Ledger.Quotes("ferries")).Line.Attribution.Speaker);
        Merge("Ada M. Brunn", "Ada Brunn");
        Assert.Equal("Ada Brunn", Of("ferry-service").Position.Holder);
        Assert.Throws<ArgumentException>(() => Merge("Norland", "Norland"));

        void Merge(string from, string into) =>
            Ledger.Correct(new Correction { Kind = CorrectionKind.Merge, Author = "ed", Merge = new ActorMerge(from, into) });
    }

    [Fact]
    public void A_rejected_attribution_is_marked_and_no_longer_quoted()
    {
        string article = Ledger.Add(LedgerSamples.Article()).ArticleKey;
        string line = Assert.Single(Ledger.Attributions(article)).Key;
        Ledger.Correct(new Correction { Kind = CorrectionKind.Reject, Author = "ed", Target = line });
        Assert.Equal(LineState.Rejected, Assert.Single(Ledger.Attributions(article)).State);
        Assert.Empty(Ledger.Quotes("ferries"));
    }

    [Fact]
    public void Corrections_keep_author_time_and_remark()
    {
        Ledger.Add(LedgerSamples.Article());
        Correction made = Ledger.Correct(new Correction { Kind = CorrectionKind.Accept, Author = "ed", Target = Of("toll").Key, Note = "seen" });
        Assert.Equivalent(made, Assert.Single(Ledger.Corrections()), strict: true);
        Assert.Equal(("ed", "seen", 2031), (made.Author, made.Note, made.At.Year));
        Assert.Equal(ContentId.Length, made.Key.Length);
    }

    [Fact]
    public void A_correction_that_names_no_line_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(
            () => Ledger.Correct(new Correction { Kind = CorrectionKind.Accept, Author = "ed", Target = "0123" }));
        Assert.Contains("0123", error.Message, StringComparison.Ordinal);
        Assert.Empty(Ledger.Corrections());
    }

    private string[] Issues() => [.. Ledger.Positions().Select(line => line.Position.Issue)];

    private LedgerEntry Of(string issue, bool includeRejected = false) =>
        Assert.Single(Ledger.Positions(new() { Issue = issue, IncludeRejected = includeRejected }));

    private void Correct(CorrectionKind kind, string issue, LineEdit? edit = null, bool includeRejected = false) =>
        Ledger.Correct(new Correction { Kind = kind, Author = "ed", Target = Of(issue, includeRejected).Key, Edit = edit });
}
