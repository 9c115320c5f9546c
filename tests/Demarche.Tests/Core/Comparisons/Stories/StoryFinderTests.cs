using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Stories;
using Xunit;

namespace Demarche.Tests.Core.Comparisons.Stories;

public sealed class StoryFinderTests
{
    private static readonly ComparedArticle[] Articles =
    [
        Of("gate-1", 3, "Sluice gate at Ardmoor jams during flood test",
            "A sluice gate at the Ardmoor weir jammed on Tuesday during a flood test. Engineers of the river board said the gear of the gate had "
            + "rusted. The board's chair, Wilma Tarrow, promised a new gear within a month."),
        Of("gate-2", 3, "River board promises new gear after Ardmoor gate jams",
            "The river board has promised a new gear for the Ardmoor weir after its sluice gate jammed in a flood test. Chair Wilma Tarrow said "
            + "rust had eaten the old gear. Engineers will inspect the other gates this week."),
        Of("gate-3", 4, "Tarrow: every gate at Ardmoor weir to be inspected",
            "Every sluice gate at the Ardmoor weir will be inspected, river board chair Wilma Tarrow said after Tuesday's failed flood test, in "
            + "which one gate jammed because its gear had rusted."),
        Of("other-gate-1", 4, "Sluice gate at Pellworth jams during flood test",
            "A sluice gate at the Pellworth lock stuck on Wednesday while the harbor office rehearsed a flood. Lock keeper Imre Dossal said driftwood "
            + "had wedged under the beam and divers would clear it by Friday."),
        Of("other-gate-2", 5, "Divers clear driftwood from Pellworth lock",
            "Divers have cleared the driftwood that wedged a gate of the Pellworth lock during a rehearsal on Wednesday, the harbor office said. Lock "
            + "keeper Imre Dossal thanked the crew for working through the night."),
        Of("fair", 4, "Cheese fair draws record crowd to Harle",
            "The cheese fair in Harle drew a record crowd. Judges gave first prize to a smoked goat cheese from the hills above the town."),
    ];

    [Fact]
    public void Names_tell_two_events_of_one_kind_apart() =>
        Assert.Equal(
            ["fair", "gate-1 gate-2 gate-3", "other-gate-1 other-gate-2"],
            Groups(Articles));

    [Fact]
    public void Order_of_the_articles_changes_nothing()
    {
        string[] expected = [.. StoryFinder.Find(Articles).Select(Describe)];

        Assert.Equal(expected, StoryFinder.Find(Articles.Reverse()).Select(Describe));
        Assert.Equal(expected, StoryFinder.Find(Articles.OrderBy(article => article.Text.Length)).Select(Describe));
    }

    [Fact]
    public void The_same_words_months_later_are_another_event()
    {
        ComparedArticle later = Articles[1] with { Key = "later", Id = "later", Published = new DateOnly(2031, 9, 3) };

        Assert.Contains("later", Groups([.. Articles, later]));
    }

    [Fact]
    public void A_printed_wire_report_is_tied_to_the_text_it_copies()
    {
        string wire = string.Join(' ', Articles.Take(3).Select(article => article.Text));
        ComparedArticle[] copies =
        [
            .. Articles.Skip(3),
            Of("wire", 3, "Gate jams", wire),
            Of("copy", 4, "What the river board says", wire[..(wire.Length * 3 / 4)]),
        ];

        Story story = StoryFinder.Find(copies).Single(story => story.Articles.Any(article => article.Id == "wire"));

        Assert.Contains(new StoryTie("copy", "wire", 1), story.Ties);
    }

    [Fact]
    public void Headlines_alone_are_grouped_by_the_names_in_them()
    {
        ComparedArticle[] headlines =
        [
            Of("a", 3, "Ardmoor sluice gate jams in flood test", ""),
            Of("b", 3, "Jammed Ardmoor sluice gate to get new gear", ""),
            Of("c", 3, "Harle cheese fair breaks its record", ""),
        ];

        Assert.Equal(["a b", "c"], Groups(headlines));
    }

    [Fact]
    public void An_article_keeps_the_id_of_its_story_when_another_joins()
    {
        string before = StoryFinder.Find(Articles.Take(2)).Single().Id;

        Assert.Equal(before, StoryFinder.Find(Articles).Single(story => story.Articles.Any(article => article.Id == "gate-1")).Id);
    }

    [Fact]
    public void Nothing_gives_no_story_and_empty_articles_do_not_stop_it()
    {
        Assert.Empty(StoryFinder.Find([]));
        Assert.Equal(2, StoryFinder.Find([Of("x", 1, null, ""), Of("y", 1, "?!", "...")]).Count);
    }

    private static string[] Groups(IEnumerable<ComparedArticle> articles) =>
    [
        .. StoryFinder.Find(articles)
            .Select(story => string.Join(' ', story.Articles.Select(article => article.Id).Order(StringComparer.Ordinal)))
            .Order(StringComparer.Ordinal),
    ];

    private static string Describe(Story story) =>
        $"{story.Id} {story.Title} {string.Join(' ', story.Articles.Select(article => article.Id))} {string.Join(' ', story.Ties)}";

    private static ComparedArticle Of(string key, int day, string? title, string text) => new()
    {
        Key = key,
        Id = key,
        Title = title,
        Text = text,
        Published = new DateOnly(2031, 3, day),
    };
}
