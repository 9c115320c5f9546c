using Demarche.Core.Attributions;
using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Coverage;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Comparisons.Wording;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Core.Comparisons.Wording;

public sealed class WordTablesTests
{
    [Fact]
    public void Names_and_verbs_are_counted_by_outlet_with_the_place_of_the_first_use()
    {
        ComparedArticle[] articles =
        [
            Of("a", "Ferry Post", "The weir keeper claimed the gate was safe.", "The weir keeper", "claimed", "the gate was safe"),
            Of("b", "Ferry Post", "The weir keeper claimed the gate would hold.", "The weir keeper", "claimed", "the gate would hold"),
            Of("c", "Harle Echo", "Wilma Tarrow said the gate was safe.", "Wilma Tarrow", "said", "the gate was safe"),
        ];

        WordUse keeper = WordTables.Names([new Story("s-1", articles, "Gate", [])])[0];
        WordUse claimed = WordTables.Verbs(articles)[0];

        Assert.Equal(("Wilma Tarrow", "weir keeper", "Ferry Post", 2), (keeper.Of, keeper.Phrase, keeper.Outlet, keeper.Count));
        Assert.Equal(("board", "claimed", "Ferry Post", 2), (claimed.Of, claimed.Phrase, claimed.Outlet, claimed.Count));
        Assert.Equal("claimed", claimed.Span.Of(claimed.Article.Text));
        Assert.True(claimed.LogOdds > 0);
    }

    [Fact]
    public void Forms_of_one_verb_count_together_whatever_helps_them()
    {
        ComparedArticle[] articles =
        [
            Of("a", "Ferry Post", "Wilma Tarrow has also said the gate was safe.", "Wilma Tarrow", "has also said", "the gate was safe"),
            Of("b", "Ferry Post", "Wilma Tarrow says the gate was safe.", "Wilma Tarrow", "says", "the gate was safe"),
            Of("c", "Ferry Post", "Wilma Tarrow said the gate was safe.", "Wilma Tarrow", "said", "the gate was safe"),
            Of("d", "Ferry Post", "Wilma Tarrow claims the gate was safe.", "Wilma Tarrow", "claims", "the gate was safe"),
        ];

        Assert.Equal([("said", 3, 4), ("claims", 1, 4)], WordTables.Verbs(articles).Select(use => (use.Phrase, use.Count, use.All)));
    }

    [Fact]
    public void What_prints_the_text_of_another_says_nothing_of_how_its_outlet_names_anybody()
    {
        ComparedArticle[] articles =
        [
            Of("a", "Ferry Post", "The weir keeper claimed the gate was safe.", "The weir keeper", "claimed", "the gate was safe"),
            Of("b", "Harle Echo", "The weir keeper claimed the gate was safe.", "The weir keeper", "claimed", "the gate was safe"),
            Of("c", "Weir Gazette", "Wilma Tarrow said the gate was safe.", "Wilma Tarrow", "said", "the gate was safe"),
        ];

        Assert.DoesNotContain(WordTables.Names([new Story("s-1", articles, "Gate", [new StoryTie("b", "a", 1)])]), use => use.Outlet == "Harle Echo");
        Assert.Contains(WordTables.Names([new Story("s-1", articles, "Gate", [new StoryTie("b", "a", 0.9)])]), use => use.Outlet == "Harle Echo");
    }

    [Fact]
    public void Names_of_one_person_in_a_story_are_brought_together()
    {
        Dictionary<string, string> actors = NamingGroup.ActorsOf(
            ["Wilma Tarrow", "Mr. Tarrow", "Tarrow", "President Wilma J. Tarrow", "Imre Dossal", "Ada Dossal", "Dossal", "keepers", "Keepers"]);

        Assert.All(["Wilma Tarrow", "Mr. Tarrow", "Tarrow"], name => Assert.Equal("President Wilma J. Tarrow", actors[name]));
        Assert.Equal("Dossal", actors["Dossal"]);
        Assert.Equal(actors["keepers"], actors["Keepers"]);
    }

    [Fact]
    public void A_marked_word_that_nobody_is_said_to_have_said_is_a_scare_quote()
    {
        ComparedArticle article = Of("a", "Ferry Post", "Tarrow said \"the gate was safe\" after the \"repair\" of May.", "Tarrow", "said", "\"the gate was safe\"");

        WordUse use = Assert.Single(WordTables.ScareQuotes([article]));

        Assert.Equal("repair", use.Phrase);
    }

    [Fact]
    public void Own_words_and_reported_words_are_counted_apart()
    {
        ComparedArticle article = Of("a", "Ferry Post", "Tarrow said the gate \"was safe\" at dawn.", "Tarrow", "said", "the gate \"was safe\" at dawn");

        SpeechShare share = Assert.Single(SpeechShare.Of([article]));

        Assert.Equal(("board", 1, "was safe".Length), (share.Party, share.Statements, share.OwnWords));
        Assert.Equal("the gate \"was safe\" at dawn".Length, share.OwnWords + share.Reported);
    }

    [Theory]
    [InlineData(5, 10, 5, 10)]
    [InlineData(0, 0, 5, 10)]
    [InlineData(3, 3, 4, 4)]
    public void Equal_shares_and_sides_without_words_give_no_odds(int uses, int all, int otherUses, int otherAll) =>
        Assert.Equal(0, LogOdds.Of(uses, all, otherUses, otherAll), 6);

    [Fact]
    public void More_uses_of_the_same_share_are_surer()
    {
        Assert.True(LogOdds.Of(80, 100, 20, 100) > LogOdds.Of(8, 10, 2, 10));
        Assert.True(LogOdds.Of(2, 10, 8, 10) < 0);
    }

    private static ComparedArticle Of(string key, string outlet, string text, string source, string cue, string content) => new()
    {
        Key = key,
        Id = key,
        Outlet = outlet,
        Text = text,
        Attributions =
        [
            new Attribution
            {
                Id = "a1",
                Kind = content.StartsWith('"') ? AttributionKind.Direct : content.Contains('"', StringComparison.Ordinal) ? AttributionKind.Mixed : AttributionKind.Indirect,
                Speaker = "Wilma Tarrow",
                SpeakerParty = "board",
                Source = [SpanOf(text, source)],
                Cue = [SpanOf(text, cue)],
                Content = [SpanOf(text, content)],
            },
        ],
    };

    private static TextSpan SpanOf(string text, string part)
    {
        int start = text.IndexOf(part, StringComparison.Ordinal);
        return new TextSpan(start, start + part.Length);
    }
}
