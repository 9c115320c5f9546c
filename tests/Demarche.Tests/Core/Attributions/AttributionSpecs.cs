using Demarche.Core.Attributions;
using Demarche.Nlp;
using Xunit;

namespace Demarche.Tests.Core.Attributions;

/// <summary>
/// One example per pattern. A line reads: source | cue | content, kind and type in front where they matter;
/// pieces of one role are parted by " + ". All countries and people are invented.
/// </summary>
public sealed class AttributionSpecs
{
    [Theory]
    [InlineData(
        "“The dam must be opened,” Prime Minister Oru Tal said.",
        "direct: Prime Minister Oru Tal | said | The dam must be opened,")]
    [InlineData(
        "“The dam must be opened,” said Oru Tal, the prime minister of Norland.",
        "direct: Oru Tal, the prime minister of Norland | said | The dam must be opened,")]
    [InlineData(
        "Tal said: “The dam must be opened.”",
        "direct: Tal | said | The dam must be opened.")]
    [InlineData(
        "“The dam,” Tal told reporters, “must be opened.”",
        "direct: Tal | told | The dam, + must be opened.")]
    [InlineData(
        "“The dam must be opened,” she said. “We have waited long enough.”",
        "direct: she | said | The dam must be opened, + We have waited long enough.")]
    public void Words_in_quotation_marks_have_their_speaker(string text, string expected) => Check(text, expected);

    private static void Check(string text, params string[] expected) =>
        Assert.Equal(expected, Read(text));

    private static List<string> Read(string text)
    {
        Document document = new Analyzer().Analyze(text);
        return [.. new AttributionExtractor().Extract(document, []).Select(a => Line(text, a))];
    }

    private static string Line(string text, Attribution a)
    {
        string Words(IReadOnlyList<Demarche.Nlp.Text.TextSpan> spans) => string.Join(" + ", spans.Select(s => s.Of(text)));
        string front = a.Kind == AttributionKind.Indirect ? "" : a.Kind == AttributionKind.Direct ? "direct: " : "mixed: ";
        string inner = a.ParentId is null ? "" : "inside " + a.ParentId + ", ";
        string type = a.Type == AttributionType.Attitude ? "attitude, " : "";
        return $"{inner}{type}{front}{Words(a.Source)} | {Words(a.Cue)} | {Words(a.Content)}";
    }
}
