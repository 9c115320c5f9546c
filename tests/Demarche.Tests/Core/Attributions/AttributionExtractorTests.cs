using System.Diagnostics;
using Demarche.Core.Attributions;
using Demarche.Nlp;
using Demarche.Nlp.Text;
using Demarche.Tests.Laws;
using FsCheck.Fluent;
using Xunit;

namespace Demarche.Tests.Core.Attributions;

public sealed class AttributionExtractorTests
{
    private static readonly string[] Words =
    [
        "Tal", "said", "that", "the", "dam", "“", "”", ",", ".", "\n", "and", "called", "for", "Norland", "'s", "according", "to", ":",
        "which", "was", "told", "adding", "reported", "by", "\ud800", "\0", "\"", "(", "—", "he", "wants", "demand",
    ];

    [Fact]
    public void Spans_lie_in_the_text_and_parents_exist()
    {
        AttributionExtractor extractor = new();
        Law.Holds(Prop.ForAll(Gen.Elements(Words).ListOf().ToArbitrary(), words =>
        {
            string text = string.Join(' ', words);
            IReadOnlyList<Attribution> found = extractor.Extract(new Analyzer().Analyze(text), []);
            return found.All(a => IsSound(a, text) && (a.ParentId is null || found.Any(p => p.Id == a.ParentId && p != a)));
        }), cases: 1000);
    }

    [Theory]
    [InlineData("he said the dam leaks and ", 10_000)]
    [InlineData("the dam leaks, he said, ", 10_000)]
    [InlineData("“the dam leaks,” he said, ", 10_000)]
    [InlineData("the dam of ", 30_000)]
    [InlineData("said ", 50_000)]
    [InlineData("“", 10_000)]
    public void Endless_sentences_are_read_in_bounded_time(string unit, int times)
    {
        Document document = new Analyzer().Analyze(string.Concat(Enumerable.Repeat(unit, times)));
        var clock = Stopwatch.StartNew();

        IReadOnlyList<Attribution> found = new AttributionExtractor().Extract(document, []);

        Assert.All(found, a => Assert.True(IsSound(a, document.Text)));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{document.TokenCount} tokens took {clock.Elapsed}");
    }

    [Theory]
    [InlineData("HOST: Will you pay the toll?\nCLAIM: We will not pay it.", "CLAIM")]
    [InlineData("HOST: Will you pay the toll?\nANNA QUELL: We will not pay it.", "ANNA QUELL")]
    public void A_surname_before_a_colon_speaks_also_where_it_looks_like_a_verb(string text, string source)
    {
        IReadOnlyList<Attribution> found = new AttributionExtractor().Extract(new Analyzer().Analyze(text), []);

        Assert.Contains(found, a => a.Source is [var span] && span.Of(text) == source && a.Content[^1].Of(text).Contains("not pay", StringComparison.Ordinal));
    }

    private static bool IsSound(Attribution a, string text) =>
        a.Cue.Count > 0 && a.Content.Count > 0 && a.Confidence is > 0 and <= 1
        && a.Source.Concat(a.Cue).Concat(a.Content).All(s => s.Start >= 0 && s.Length > 0 && s.End <= text.Length)
        && IsOrdered(a.Content);

    private static bool IsOrdered(IReadOnlyList<TextSpan> spans)
    {
        for (int i = 1; i < spans.Count; i++)
        {
            if (spans[i].Start < spans[i - 1].End)
            {
                return false;
            }
        }

        return true;
    }
}
