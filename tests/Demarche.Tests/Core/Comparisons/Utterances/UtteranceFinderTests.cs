using Demarche.Core.Attributions;
using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Coverage;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Core.Reading;
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
    public void One_quotation_in_very_many_articles_is_rendered_by_all_of_them()
    {
        Utterance utterance = Single(
            [.. Enumerable.Range(0, 1500).Select(i => ($"a{i:0000}", $"“The weir must stay open until the harvest is in,” Wilma Tarrow said at landing {i}.", "Wilma Tarrow"))]);

        Assert.Equal(1500, utterance.Renderings.Count);
        Assert.All(Relations(utterance), relation => Assert.Equal(RenderingRelation.Identical, relation));
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

    [Theory]
    [InlineData("Wilma Tarrow said: “reopen the Ardmoor weir before the herring harvest”.", AlterationKind.Negation, "not")]
    [InlineData("Wilma Tarrow said that keepers would not “reopen the Ardmoor weir before the herring harvest”.", null, null)]
    [InlineData("Wilma Tarrow said that keepers refused to “reopen the Ardmoor weir before the herring harvest”.", null, null)]
    public void A_denial_just_before_what_is_kept_is_lost_unless_the_report_says_it_otherwise(string report, AlterationKind? kind, string? before)
    {
        Utterance utterance = Single(
            ("a", "“We will not reopen the Ardmoor weir before the herring harvest,” Wilma Tarrow said.", "Wilma Tarrow"),
            ("b", report, "Wilma Tarrow"));

        Alteration? found = utterance.Renderings.Single(rendering => rendering.Article.Key == "b").Alterations.SingleOrDefault();
        Assert.Equal(kind, found?.Kind);
        Assert.StartsWith(before ?? "", found?.Before ?? "", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("“If the river board pays, keepers will reopen the Ardmoor weir in spring,” Wilma Tarrow said.", true)]
    [InlineData("“Keepers will reopen the Ardmoor weir in spring, but only if the river board pays,” Wilma Tarrow said.", true)]
    [InlineData("“The board must see if it pays, but keepers will reopen the Ardmoor weir in spring,” Wilma Tarrow said.", false)]
    [InlineData("“The only keepers left will reopen the Ardmoor weir in spring,” Wilma Tarrow said.", false)]
    public void A_condition_counts_where_it_binds_what_was_kept(string whole, bool isLost)
    {
        Utterance utterance = Single(
            ("a", whole, "Wilma Tarrow"),
            ("b", "“Keepers will reopen the Ardmoor weir in spring,” Wilma Tarrow said.", "Wilma Tarrow"));

        Assert.Equal(isLost, utterance.Renderings.SelectMany(rendering => rendering.Alterations).Any(alteration => alteration.Kind == AlterationKind.Condition));
    }

    [Theory]
    [InlineData("three", "3", false)]
    [InlineData("4,300", "4300", false)]
    [InlineData("three", "4", true)]
    public void A_number_in_letters_is_the_same_number(string one, string other, bool isAnother)
    {
        Utterance utterance = Single(
            ("a", $"“Divers counted {one} wrecks below the Ardmoor weir,” Wilma Tarrow said.", "Wilma Tarrow"),
            ("b", $"“Divers counted {other} wrecks below the Ardmoor weir,” Wilma Tarrow said.", "Wilma Tarrow"));

        Assert.Equal(isAnother, utterance.Renderings.SelectMany(rendering => rendering.Alterations).Any(alteration => alteration.Kind == AlterationKind.Number));
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
    public void A_statement_printed_as_a_fact_has_lost_its_attribution()
    {
        Utterance utterance = Single(
            ("a", "“The sluice keepers of Ardmoor drained the northern canal in one night,” Wilma Tarrow said.", "Wilma Tarrow"),
            ("b", "The sluice keepers of Ardmoor drained the northern canal in one night.", null));

        Rendering bare = utterance.Renderings.Single(rendering => !rendering.IsAttributed);
        Assert.Equal("b", bare.Article.Key);
        Assert.Equal([new Alteration(AlterationKind.Attribution, "Wilma Tarrow", "")], bare.Alterations);
        Assert.Same(utterance.Renderings.Single(rendering => rendering.IsAttributed), utterance.Reference);
    }

    [Theory]
    [InlineData("The sluice keepers of Ardmoor drained the northern canal in one night, the council said.")]
    [InlineData("We the sluice keepers of Ardmoor drained the northern canal in one night.")]
    [InlineData("The herring fleet of Harle drained its northern storehouse in one night.")]
    public void What_names_a_source_is_spoken_by_somebody_or_says_another_thing_is_no_rendering_of_it(string sentence) =>
        Assert.Empty(Find(
            ("a", "“The sluice keepers of Ardmoor drained the northern canal in one night,” Wilma Tarrow said.", "Wilma Tarrow"),
            ("b", sentence, null)));

    [Fact]
    public void Reports_are_held_against_the_document_itself()
    {
        ComparedArticle plan = Of("plan", "The weir reopens on 1 June if the river board pays for the gear.\nKeepers stay.", null) with { Kind = ArticleKind.Document };
        ComparedArticle report = Of("report", "“The weir of Ardmoor reopens on 1 June, and that is the end of it,” Wilma Tarrow said.", "Wilma Tarrow");
        ComparedArticle other = Of("other", "“The weir reopens on 1 June,” Wilma Tarrow said.", "Wilma Tarrow");

        Utterance utterance = Assert.Single(UtteranceFinder.Find([new Story("s-1", [other, plan, report], "Weir", [])], null));

        Assert.Equal("plan", utterance.Reference.Article.Key);
        Assert.Contains(
            utterance.Renderings.Single(rendering => rendering.Article == other).Alterations,
            alteration => alteration.Kind == AlterationKind.Condition);
    }

    [Fact]
    public void A_text_of_what_people_said_is_a_transcript()
    {
        string[] turns = ["“The weir stays shut.”", "“For how long?”", "“Until the gear is paid for.”"];
        string text = string.Join('\n', turns.Select(turn => "TARROW: " + turn));
        ComparedArticle talk = Of("talk", "x", null) with
        {
            Text = text,
            Attributions =
            [
                .. turns.Select((turn, i) => new Attribution
                {
                    Id = $"a{i}",
                    Kind = AttributionKind.Direct,
                    Cue = [new TextSpan(6, 7)],
                    Content = [new TextSpan(text.IndexOf(turn, StringComparison.Ordinal), text.IndexOf(turn, StringComparison.Ordinal) + turn.Length)],
                }),
            ],
        };

        Assert.True(talk.IsReference);
        Assert.False((talk with { Text = text + new string('x', text.Length) }).IsReference);
    }

    [Theory]
    [InlineData("Mr. Tarrow")]
    [InlineData("President Tarrow")]
    [InlineData("Tarrow")]
    public void Titles_and_offices_in_front_of_a_name_make_no_other_speaker(string speaker) => Single(
        ("a", "“The weir must stay open this summer,” Wilma Tarrow said.", "Wilma Tarrow"),
        ("b", $"“The weir must be open in summer,” {speaker} said.", speaker));

    [Fact]
    public void Words_that_describe_nobody_do_not_make_two_groups_one_speaker() => Assert.Empty(Find(
        ("a", "“The weir must stay open this summer,” some of the keepers said.", "some of the keepers"),
        ("b", "“Summer is when barges carry wool, so open the weir,” some in the council said.", "some in the council")));

    [Fact]
    public void Whose_words_outlets_print_alike_says_two_things_in_two_wordings()
    {
        (string, string, string?)[] apart =
        [
            ("c", "“Herring boats will carry timber past Ardmoor before winter,” Wilma Tarrow said.", "Wilma Tarrow"),
            ("d", "Tarrow promised: “Herring and timber will pass Ardmoor on boats before autumn.” So Wilma Tarrow said.", "Wilma Tarrow"),
        ];

        Assert.Single(Find(apart));
        Assert.DoesNotContain(
            Find(
            [
                ("a", "“Not one keeper of the northern sluice will lose a single week of pay,” Wilma Tarrow said.", "Wilma Tarrow"),
                ("b", "To cheers: “Not one keeper of the northern sluice will lose a single week of pay,” Wilma Tarrow said.", "Wilma Tarrow"),
                .. apart,
            ]),
            utterance => utterance.Renderings.Any(rendering => rendering.Article.Key == "c"));
    }

    [Fact]
    public void A_single_quoted_word_is_quoted_in_the_form_in_which_it_was_said()
    {
        const string Whole = "“The harbor board closed the sluice in a groundless panic,” Wilma Tarrow said.";

        Assert.Single(Find(("a", Whole, "Wilma Tarrow"), ("b", "It was “groundless”, Wilma Tarrow said.", "Wilma Tarrow")));
        Assert.Empty(Find(("a", Whole, "Wilma Tarrow"), ("b", "He spoke “groundlessly”, Wilma Tarrow said.", "Wilma Tarrow")));
    }

    [Fact]
    public void Two_voices_of_one_party_may_be_one_where_a_report_names_neither()
    {
        ComparedArticle[] articles =
        [
            WithParty(Of("a", "“Ferry fares stay frozen,” Wilma Tarrow said.", "Wilma Tarrow"), "vorland"),
            WithParty(Of("b", "“Ferry fares stay frozen,” the minister said.", "the minister"), "vorland"),
        ];

        Assert.Single(Find(articles));
        Assert.Empty(Find([articles[0], WithParty(articles[1], "kelvia")]));
    }

    [Fact]
    public void What_is_told_inside_a_quotation_is_said_by_whoever_is_quoted()
    {
        ComparedArticle[] articles = [.. Enumerable.Range(1, 2).Select(i => Of(
            $"n{i}", "“Kelvia demands that every ferry carries a customs officer from spring,” Wilma Tarrow said.", "Wilma Tarrow"))];
        for (int i = 0; i < articles.Length; i++)
        {
            int inner = articles[i].Text.IndexOf("that every", StringComparison.Ordinal);
            var told = new Attribution
            {
                Id = "a2",
                ParentId = "a1",
                Kind = AttributionKind.Direct,
                Speaker = "Kelvia",
                Cue = [new TextSpan(inner - 8, inner - 1)],
                Content = [new TextSpan(inner, articles[i].Text.IndexOf(",”", StringComparison.Ordinal))],
            };
            articles[i] = articles[i] with { Attributions = [.. articles[i].Attributions, told] };
        }

        Assert.Equal("Wilma Tarrow", Assert.Single(Find(articles)).Speaker);
    }

    [Fact]
    public void A_report_of_a_name_alone_renders_nothing() => Assert.Empty(Find(
        Of("a", "“Imre Dossal will never chair the sluice board,” Wilma Tarrow said.", "Wilma Tarrow"),
        Report("b", "Wilma Tarrow said of Imre Dossal and others little.", "Imre Dossal")));

    [Fact]
    public void A_report_without_a_quoted_word_is_reworded_not_translated()
    {
        IReadOnlyList<Utterance> found = Find(
            Of("a", "“The sluice keepers will never hand the keys of Ardmoor to strangers,” Wilma Tarrow said.", "Wilma Tarrow"),
            Of("b", "“Keepers of the sluice shall not surrender Ardmoor keys to foreigners,” Wilma Tarrow said.", "Wilma Tarrow"),
            Report("c", "Wilma Tarrow said that the sluice keepers would never give the keys of Ardmoor to any strangers.",
                "that the sluice keepers would never give the keys of Ardmoor to any strangers"));

        Rendering[] renderings = [.. Assert.Single(found).Renderings];
        Assert.Equal(RenderingRelation.Reworded, renderings.Single(rendering => rendering.Article.Key == "c").Relation);
        Assert.Contains(renderings, rendering => rendering.Relation == RenderingRelation.Translated);
    }

    [Fact]
    public void Order_of_the_articles_changes_nothing()
    {
        (string, string, string?)[] articles =
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

    private static Utterance Single(params (string Key, string Text, string? Speaker)[] articles) => Assert.Single(Find(articles));

    private static IReadOnlyList<Utterance> Find(params (string Key, string Text, string? Speaker)[] articles) =>
        Find([.. articles.Select(article => Of(article.Key, article.Text, article.Speaker))]);

    private static IReadOnlyList<Utterance> Find(params ComparedArticle[] articles) =>
        UtteranceFinder.Find([new Story("s-1", [.. articles.Order(ComparedArticle.InOrder)], "Weir", [])], null);

    private static ComparedArticle WithParty(ComparedArticle article, string party) =>
        article with { Attributions = [.. article.Attributions.Select(attribution => attribution with { SpeakerParty = party })] };

    private static ComparedArticle Report(string key, string text, string content)
    {
        int start = text.IndexOf(content, StringComparison.Ordinal);
        Attribution said = Of(key, text, "Wilma Tarrow").Attributions[0] with
        {
            Kind = AttributionKind.Indirect,
            Content = [new TextSpan(start, start + content.Length)],
        };
        return Of(key, text, null) with { Attributions = [said] };
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
