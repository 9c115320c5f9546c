using Demarche.Core.Attributions;
using Demarche.Core.Exchange;
using Demarche.Core.Reading;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Core.Exchange;

public sealed class MarkedTextTests
{
    private const string Text = "Sund will lift the levy, Ida Vell said.\n\nShare this page.\nNobody replied.";

    [Fact]
    public void Stretches_of_all_paragraphs_give_the_text_back_without_its_line_feeds()
    {
        string whole = string.Concat(Paragraphs(Mark("levy")).SelectMany(paragraph => paragraph).Select(stretch => stretch.Span.Of(Text)));
        Assert.Equal(Text.Replace("\n", "", StringComparison.Ordinal), whole);
        Assert.Equal(3, Paragraphs().Count);
    }

    [Fact]
    public void A_stretch_says_all_that_holds_in_it()
    {
        IReadOnlyList<MarkedStretch> first = Paragraphs(new MarkedLine("p1", At("lift the levy"), At("the levy")))[0];
        MarkedStretch levy = first.Single(stretch => stretch.Span.Of(Text) == "the levy");
        Assert.Equal(TextRoles.Content | TextRoles.Evidence | TextRoles.Condition, levy.Roles);
        Assert.Equal(TextRoles.Source, first.Single(stretch => stretch.Span.Of(Text) == "Ida Vell").Roles);
        Assert.Equal(TextRoles.Cue, first.Single(stretch => stretch.Span.Of(Text) == "said").Roles);
        Assert.Equal(TextRoles.Furniture, Assert.Single(Paragraphs()[1]).Roles);
    }

    [Fact]
    public void Lines_that_share_words_are_both_named_there_and_each_alone_elsewhere()
    {
        IReadOnlyList<MarkedStretch> first = Paragraphs(Mark("Sund will lift", "z"), Mark("lift the levy", "b"))[0];
        Assert.Equal(["Sund will ", "lift", " the levy"], first.Where(stretch => stretch.Lines.Count > 0).Select(stretch => stretch.Span.Of(Text)));
        Assert.Equal([["z"], ["b", "z"], ["b"]], first.Where(stretch => stretch.Lines.Count > 0).Select(stretch => stretch.Lines));
    }

    [Fact]
    public void What_is_marked_across_paragraphs_is_cut_where_they_part()
    {
        IReadOnlyList<IReadOnlyList<MarkedStretch>> all = Paragraphs(new MarkedLine("p1", new TextSpan(0, Text.Length), null));
        Assert.All(all, paragraph => Assert.All(paragraph, stretch => Assert.Equal(["p1"], stretch.Lines)));
    }

    [Fact]
    public void An_empty_text_has_no_paragraphs() =>
        Assert.Empty(MarkedText.Paragraphs(new Article { Id = "n1", Text = "" }, [], []));

    private static IReadOnlyList<IReadOnlyList<MarkedStretch>> Paragraphs(params MarkedLine[] lines) => MarkedText.Paragraphs(
        new Article { Id = "n1", Text = Text, Furniture = [new Furniture(At("Share this page."), "sharing")] },
        [new Attribution { Id = "a1", Kind = AttributionKind.Indirect, Source = [At("Ida Vell")], Cue = [At("said")], Content = [At("Sund will lift the levy")] }],
        lines);

    private static MarkedLine Mark(string words, string name = "p1") => new(name, At(words), null);

    private static TextSpan At(string words)
    {
        int start = Text.IndexOf(words, StringComparison.Ordinal);
        return new TextSpan(start, start + words.Length);
    }
}
