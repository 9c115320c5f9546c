using Demarche.Core.Attributions;
using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Coverage;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Core.Comparisons.Utterances;

public sealed class UtteranceFinderTests
{
    [Fact]
    public void Marks_and_capitals_do_not_make_another_wording()
    {
        Utterance utterance = Single(
            ("a", "“The weir must stay open until the harvest is in,” Wilma Tarrow said.", "Wilma Tarrow"),
            ("b", "Tarrow said: \"the weir must stay open until the harvest is in\"", "Tarrow"));

        Assert.Equal([RenderingRelation.Identical, RenderingRelation.Identical], Relations(utterance));
        Assert.Equal("Wilma Tarrow", utterance.Speaker);
        Assert.All(utterance.Renderings, rendering => Assert.Empty(rendering.Alterations));
    }

    [Fact]
    public void A_part_in_the_same_words_is_truncated_and_says_which_condition_is_gone()
    {
        Utterance utterance = Single(
            ("a", "“We will reopen the weir if the river board pays for the gear,” Wilma Tarrow said.", "Wilma Tarrow"),
            ("b", "“We will reopen the weir,” Wilma Tarrow said.", "Wilma Tarrow"));

        Rendering cut = utterance.Renderings.Single(rendering => rendering.Relation == RenderingRelation.Truncated);
        Assert.Equal("b", cut.Article.Key);
        Assert.Contains(cut.Alterations, alteration => alteration.Kind == AlterationKind.Condition);
    }

    [Fact]
    public void A_denial_lost_on_the_way_is_flagged_first()
    {
        Utterance utterance = Single(
            ("a", "“The board has never promised to close the Ardmoor weir in winter,” Wilma Tarrow said.", "Wilma Tarrow"),
            ("b", "“The board has promised to close the Ardmoor weir in winter,” Wilma Tarrow said.", "Wilma Tarrow"));

        Alteration alteration = utterance.Renderings.SelectMany(rendering => rendering.Alterations).First();
        Assert.Equal(AlterationKind.Negation, alteration.Kind);
        Assert.Equal("never", alteration.Before);
        Assert.Equal("", alteration.After);
    }

    [Fact]
    public void Two_quoted_wordings_of_one_sentence_are_translations()
    {
        Utterance utterance = Single(
            ("a", "“The sluice keepers will never hand the keys of Ardmoor to strangers,” Wilma Tarrow said.", "Wilma Tarrow"),
            ("b", "“Keepers of the sluice shall not surrender Ardmoor keys to foreigners,” Wilma Tarrow said.", "Wilma Tarrow"));

        Assert.Contains(RenderingRelation.Translated, Relations(utterance));
    }

    [Fact]
    public void Two_people_who_say_much_the_same_said_two_things() =>
        Assert.Empty(Find(
            ("a", "“The weir must stay open this summer,” Wilma Tarrow said.", "Wilma Tarrow"),
            ("b", "“The weir must be open in summer,” Imre Dossal said.", "Imre Dossal")));

    [Fact]
    public void Order_of_the_articles_changes_nothing()
    {
        (string, string, string)[] articles =
        [
            ("a", "“We will reopen the weir if the river board pays for the gear,” Wilma Tarrow said.", "Wilma Tarrow"),
            ("b", "“We will reopen the weir,” Wilma Tarrow said.", "Wilma Tarrow"),
            ("c", "“We shall reopen the weir if the board pays for the gear,” Tarrow said.", "Tarrow"),
        ];

        Assert.Equal(Find(articles).Select(Describe), Find([.. articles.Reverse()]).Select(Describe));
    }

    [Fact]
    public void Coverage_shows_who_carries_paraphrases_and_leaves_out()
    {
        ComparedArticle[] articles =
        [
            Of("a", "“We will reopen the weir if the river board pays for the gear,” Wilma Tarrow said.", "Wilma Tarrow") with { Outlet = "Ferry Post" },
            Of("b", "“We will reopen the weir if the river board pays for the gear,” Wilma Tarrow said.", "Wilma Tarrow")
                with { Outlet = "Harle Echo", Published = new DateOnly(2031, 3, 5) },
            Of("c", "The cheese fair opens on Friday.", null) with { Outlet = "Weir Gazette" },
        ];
        var story = new Story("s-1", articles, "Weir", []);

        StoryCoverage coverage = StoryCoverage.Of(story, UtteranceFinder.Find([story], null));

        Assert.Equal(["Ferry Post", "Harle Echo", "Weir Gazette"], coverage.Outlets);
        StatementCoverage statement = Assert.Single(coverage.Statements);
        Assert.Equal(0, statement.Cells["Ferry Post"].LagDays);
        Assert.Equal(2, statement.Cells["Harle Echo"].LagDays);
        Assert.Equal(Treatment.Carried, statement.Cells["Harle Echo"].Treatment);
        Assert.DoesNotContain("Weir Gazette", statement.Cells.Keys);
    }

    private static Utterance Single(params (string Key, string Text, string Speaker)[] articles) => Assert.Single(Find(articles));

    private static IReadOnlyList<Utterance> Find(params (string Key, string Text, string Speaker)[] articles)
    {
        ComparedArticle[] all = [.. articles.Select(article => Of(article.Key, article.Text, article.Speaker)).Order(ComparedArticle.InOrder)];
        return UtteranceFinder.Find([new Story("s-1", all, "Weir", [])], null);
    }

    // The quotation runs from the first mark to the last; the words after or before it are cue and source.
    private static ComparedArticle Of(string key, string text, string? speaker)
    {
        int start = text.IndexOfAny(['“', '"']);
        int end = text.LastIndexOfAny(['”', '"']) + 1;
        Attribution[] attributions = speaker is null
            ? []
            :
            [
                new Attribution
                {
                    Id = "a1",
                    Kind = AttributionKind.Direct,
                    Speaker = speaker,
                    Cue = [new TextSpan(text.IndexOf("said", StringComparison.Ordinal), text.IndexOf("said", StringComparison.Ordinal) + 4)],
                    Content = [new TextSpan(start, end)],
                },
            ];
        return new ComparedArticle { Key = key, Id = key, Text = text, Published = new DateOnly(2031, 3, 3), Attributions = attributions };
    }

    private static IEnumerable<RenderingRelation> Relations(Utterance utterance) => utterance.Renderings.Select(rendering => rendering.Relation);

    private static string Describe(Utterance utterance) =>
        $"{utterance.Id} {string.Join(' ', utterance.Renderings.Select(rendering => $"{rendering.Article.Key} {rendering.Span} {rendering.Relation}"))}";
}
