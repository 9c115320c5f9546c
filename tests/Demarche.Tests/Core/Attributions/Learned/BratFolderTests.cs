using Demarche.Core.Attributions.Learned;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Core.Attributions.Learned;

public sealed class BratFolderTests
{
    private const string Text = "“The ferry\nsails,” Berg said. Tal disagreed.";

    [Fact]
    public void Events_join_their_spans_and_line_breaks_join_fragments()
    {
        AnnotatedAttribution only = Assert.Single(BratFolder.ReadAnnotations(
            ["T1\tContent 0 10;11 18\t“The ferry sails,”", "T2\tSource 19 23\tBerg", "T3\tCue 24 28\tsaid", "E1\tAttribution:T3 Source:T2 Cue:T3 Content:T1"],
            Text));
        Assert.Equal([new TextSpan(0, 18)], only.Content);
        Assert.Equal([new TextSpan(19, 23)], only.Source);
        Assert.Equal([new TextSpan(24, 28)], only.Cue);
    }

    [Fact]
    public void Damaged_lines_are_passed_over() =>
        Assert.Empty(BratFolder.ReadAnnotations(
            ["T1\tContent 5", "T2\tCue 2800 2804\tsaid", "T3", "", "E1\tAttribution:T2 Cue:T2 Content:T1", "E2", "#1\tnote"], Text));

    [Fact]
    public void Offsets_count_code_points_and_line_breaks_of_two_characters()
    {
        // A pair of surrogates is one code point to brat; a carriage return is one too, but not in the article.
        AnnotatedAttribution only = Assert.Single(BratFolder.ReadAnnotations(
            ["T1\tSource 4 7\tTal", "T2\tCue 8 17\tdisagreed", "E1\tAttribution:T2 Source:T1 Cue1:T2"], "\U0001F6A2 \r\nTal disagreed."));
        Assert.Equal([new TextSpan(4, 7)], only.Source);
        Assert.Equal([new TextSpan(8, 17)], only.Cue);
    }
}
