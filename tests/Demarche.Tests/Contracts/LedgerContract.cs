using Demarche.Core;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Contracts;

/// <summary>What every ledger engine keeps to: articles and lines go in whole and come out the same.</summary>
public abstract class LedgerContract : LedgerFixture
{
    [Fact]
    public void Gives_back_what_was_added()
    {
        CodedArticle coded = LedgerSamples.Article();
        AddOutcome outcome = Ledger.Add(coded, "m@1");
        Assert.Equal(AddKind.Added, outcome.Kind);
        Assert.Equivalent(coded with { Model = "m@1" }, Ledger.ReadArticle(outcome.ArticleKey), strict: true);
    }

    [Fact]
    public void Gives_back_times_remarks_and_what_was_cut()
    {
        CodedArticle sample = LedgerSamples.Article();
        CodedArticle coded = sample with
        {
            Model = "m@1",
            Article = sample.Article with
            {
                PublishedAt = new StatedTime(new DateOnly(2031, 4, 8), new TimeOnly(23, 30), TimeSpan.FromHours(-5)),
                Updated = new StatedTime(new DateOnly(2031, 4, 9), new TimeOnly(7, 15), TimeSpan.FromHours(5.5)),
                IsTruncated = true,
                Remarks = ["double-encoded characters repaired"],
                Cut = [new CutText("Subscribe \ud83d now", "surroundings")],
            },
        };

        Assert.Equivalent(coded, Ledger.ReadArticle(Ledger.Add(coded).ArticleKey), strict: true);
    }

    [Fact]
    public void Adding_twice_is_adding_once()
    {
        AddOutcome first = Ledger.Add(LedgerSamples.Article(), "m@1");
        LedgerCounts before = Ledger.Count();
        Assert.Equal(first with { Kind = AddKind.Unchanged }, Ledger.Add(LedgerSamples.Article(), "m@1"));
        Assert.Equal(before, Ledger.Count());
    }

    [Fact]
    public void Knows_what_need_not_be_coded_again()
    {
        CodedArticle coded = LedgerSamples.Article();
        var copy = new RawCopy { Digest = new string('0', 64), Raw = new RawArticle { Origin = "o", Id = "n01" }, Reader = "r" };
        Assert.Null(Ledger.Known(coded.Article, "m@1"));
        Ledger.Add(coded, "m@1");
        Assert.Null(Ledger.Known(coded.Article, "m@1"));
        AddOutcome outcome = Ledger.Add(coded, "m@1", copy);

        Assert.Equal(outcome, Ledger.Known(coded.Article, "m@1"));
        Assert.Null(Ledger.Known(coded.Article, "m@2"));
        Assert.Null(Ledger.Known(coded.Article with { Title = "Another" }, "m@1"));
        Ledger.SetCodebook("parties: []");
        Assert.Null(Ledger.Known(coded.Article, "m@1"));
    }

    [Fact]
    public void Positions_show_their_characters_and_come_by_day()
    {
        Ledger.Add(LedgerSamples.Article());
        LedgerEntry[] entries = [.. Ledger.Positions()];
        Assert.Equal(["ferry-service", "toll"], entries.Select(entry => entry.Position.Issue));
        Assert.Equal([new DateOnly(2031, 4, 7), new DateOnly(2031, 4, 8)], entries.Select(entry => entry.Date!.Value));
        Assert.Equal("The ferries must sail again before winter", entries[0].Evidence);
        Assert.Equal(("\"", ",\" Minister Ada Brunn said on Monday. Norland rejects a toll unless 40 pilots are hired."), (entries[0].Before, entries[0].After));
        Assert.Equal("unless 40 pilots are hired", entries[1].Condition);
    }

    [Fact]
    public void Another_text_at_the_same_address_is_a_new_revision_and_both_are_kept()
    {
        const string Url = "https://post.example/ferries";
        AddOutcome first = Ledger.Add(LedgerSamples.Article(url: Url));
        AddOutcome second = Ledger.Add(LedgerSamples.Article(url: Url, text: LedgerSamples.Text + "\nCorrected."));
        Assert.Equal(new AddOutcome(AddKind.Revised, first.ArticleKey, 2), second);
        Assert.EndsWith("Corrected.", Ledger.ReadArticle(first.ArticleKey)!.Article.Text, StringComparison.Ordinal);
        Assert.Equal(LedgerSamples.Text, Ledger.ReadArticle(first.ArticleKey, 1)!.Article.Text);
        Assert.Null(Ledger.ReadArticle(first.ArticleKey, 3));
        Assert.Equal(2, Assert.Single(Ledger.Articles()).Revision);
        Assert.Equal(2, Ledger.Positions().Count());
        Assert.Equal(AddKind.Unchanged, Ledger.Add(LedgerSamples.Article(url: Url)).Kind);
    }

    [Fact]
    public void Another_model_replaces_the_machine_lines_and_only_those()
    {
        CodedArticle coded = LedgerSamples.Article();
        AddOutcome outcome = Ledger.Add(coded, "m@1");
        Assert.Equal(["n01"], Ledger.Outdated("m@2").Select(article => article.Id));
        Assert.Equal(AddKind.Recoded, Ledger.Add(coded with { Positions = [LedgerSamples.TollRejected()] }, "m@2").Kind);
        Assert.Equal(["toll"], Ledger.Positions().Select(entry => entry.Position.Issue));
        Assert.Single(Ledger.Quotes("ferries"));
        Assert.Equal("m@2", Assert.Single(Ledger.FindArticles(outcome.ArticleKey[..6])).Model);
        Assert.Empty(Ledger.Outdated("m@2"));
    }

    [Fact]
    public void Another_codebook_makes_articles_outdated()
    {
        Ledger.Add(LedgerSamples.Article());
        Ledger.SetCodebook("dispute: strait\ntitle: new\n");
        Assert.Single(Ledger.Outdated());
        Assert.Equal(AddKind.Recoded, Ledger.Add(LedgerSamples.Article()).Kind);
        using SqliteLedger again = SqliteLedger.Open(Folder);
        Assert.Equal("dispute: strait\ntitle: new\n", again.CodebookText);
        Assert.Empty(again.Outdated());
    }

    [Fact]
    public void A_codebook_that_another_program_puts_into_the_folder_is_seen()
    {
        Assert.Equal("dispute: strait\n", Ledger.CodebookText);
        using (SqliteLedger other = SqliteLedger.Open(Folder))
        {
            other.SetCodebook("dispute: strait\ntitle: of another program\n");
        }

        Assert.Equal("dispute: strait\ntitle: of another program\n", Ledger.CodebookText);
        File.Delete(Path.Combine(Folder, "codebook.yaml"));
        Assert.Null(Ledger.CodebookText);
    }

    [Fact]
    public void A_holder_is_found_by_any_name_that_was_merged_into_the_one_asked_for()
    {
        Ledger.Add(LedgerSamples.Article());
        Ledger.Correct(new Correction { Kind = CorrectionKind.Merge, Author = "kim", Merge = new ActorMerge("Ada Brunn", "Minister Brunn") });
        Assert.Equal("Minister Brunn", Assert.Single(Ledger.Positions(new LedgerQuery { Holder = "minister brunn" })).Position.Holder);
        Assert.Empty(Ledger.Positions(new LedgerQuery { Holder = "Ada Brunn" }));
        Assert.Equal(["Ada Brunn", "Norland"], Ledger.Holders());
    }

    [Fact]
    public void A_query_restricts_by_party_issue_outlet_holder_and_days()
    {
        Ledger.Add(LedgerSamples.Article());
        Ledger.Add(LedgerSamples.Article("s01", outlet: "Sund Herald"));
        Assert.Equal(4, Count(new()));
        Assert.Equal(4, Count(new() { Party = "norland" }));
        Assert.Equal(0, Count(new() { Party = "sund" }));
        Assert.Equal(2, Count(new() { Issue = "toll" }));
        Assert.Equal(2, Count(new() { Outlet = "sund herald" }));
        Assert.Equal(2, Count(new() { Holder = "ADA BRUNN" }));
        Assert.Equal(2, Count(new() { Since = new DateOnly(2031, 4, 8) }));
        Assert.Equal(2, Count(new() { Until = new DateOnly(2031, 4, 7) }));
        Assert.Equal(2, Count(new() { MinConfidence = 0.7 }));

        int Count(LedgerQuery query) => Ledger.Positions(query).Count();
    }

    [Fact]
    public void Undated_positions_come_last_and_outside_any_period()
    {
        CodedArticle dated = LedgerSamples.Article();
        CodedArticle undated = LedgerSamples.Article("n02", outlet: "Undated Weekly");
        Ledger.Add(undated with { Article = undated.Article with { Published = null }, Positions = [LedgerSamples.TollRejected()] });
        Ledger.Add(dated);
        Assert.Equal([7, 8, null], Ledger.Positions().Select(entry => entry.Date?.Day));
        Assert.Equal(2, Ledger.Positions(new() { Until = DateOnly.MaxValue }).Count());
    }

    [Fact]
    public void A_line_that_points_outside_the_text_is_refused_and_nothing_of_the_article_stays()
    {
        Position beyond = LedgerSamples.FerriesDemanded() with { Evidence = new(0, 100_000) };
        var error = Assert.Throws<ArgumentException>(() => Ledger.Add(LedgerSamples.Article() with { Positions = [beyond] }));
        Assert.Contains("n01: p1", error.Message, StringComparison.Ordinal);
        Assert.Empty(Ledger.Articles());
    }

    [Fact]
    public void A_line_that_refers_to_no_attribution_is_refused_and_nothing_of_the_article_stays()
    {
        Position orphan = LedgerSamples.FerriesDemanded() with { AttributionId = "a9" };
        Assert.ThrowsAny<Exception>(() => Ledger.Add(LedgerSamples.Article() with { Positions = [orphan] }));
        Assert.Empty(Ledger.Articles());
        Assert.Empty(Ledger.Check());
        Assert.Equal(AddKind.Added, Ledger.Add(LedgerSamples.Article()).Kind);
    }

    [Fact]
    public void Articles_are_found_by_key_prefix_id_and_address()
    {
        AddOutcome outcome = Ledger.Add(LedgerSamples.Article(url: "https://post.example/1"));
        foreach (string sought in new[] { outcome.ArticleKey, outcome.ArticleKey[..4].ToUpperInvariant(), "n01", "https://post.example/1" })
        {
            Assert.Equal(outcome.ArticleKey, Assert.Single(Ledger.FindArticles(sought)).Key);
        }

        Assert.Empty(Ledger.FindArticles("*"));
        Assert.Empty(Ledger.FindArticles(""));
    }
}
