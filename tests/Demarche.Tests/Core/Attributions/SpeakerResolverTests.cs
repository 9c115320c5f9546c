using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Nlp;
using Demarche.Nlp.Text;
using Demarche.Tests.Core.Parties;
using Xunit;

namespace Demarche.Tests.Core.Attributions;

/// <summary>In the texts, [source|cue] marks an attribution.</summary>
public sealed class SpeakerResolverTests
{
    private static readonly ActorDirectory Actors = new(InventedDispute.Codebook);

    [Theory]
    [InlineData("Foreign Minister Anna Berg met farmers. [She|said] it rained.", "Anna Berg")]
    [InlineData("[Anna Berg|said] no. [She|added] that talks go on.", "Anna Berg, Anna Berg")]
    [InlineData("[Anna Berg|said] no. President Halvik travelled home. [He|said] yes.", "Anna Berg, Sergei Halvik")]
    [InlineData("[The top diplomat|said] no. It was late. [Foreign Minister Anna Berg|spoke] briefly.", "Anna Berg, Anna Berg")]
    [InlineData("[Anna Berg|said] no. [The minister|added] more.", "Anna Berg, Anna Berg")]
    [InlineData("[Valdoria|said] no. [It|wants] more.", "Valdoria, Valdoria")]
    [InlineData("[Valdorian officials|said] no. [They|want] more.", "Valdoria, Valdoria")]
    [InlineData("[The Water Authority|said] no. [The authority|wants] more.", "Valdorian water authority, Valdorian water authority")]
    [InlineData("Anna Berg, [who|said] so, left.", "Anna Berg")]
    [InlineData("[Berg and President Halvik|said] no.", "Anna Berg and Sergei Halvik")]
    [InlineData("Anna Berg met Sergei Halvik. [The two leaders|said] no.", "Anna Berg and Sergei Halvik")]
    [InlineData("Valdoria met Norway. [Both sides|said] no.", "Valdoria and Norway")]
    public void Names_speakers_by_codebook_and_text(string marked, string speakers) =>
        Assert.Equal(speakers, string.Join(", ", MarkedText.Resolve(marked, Actors).Select(found => found.Speaker)));

    [Theory]
    [InlineData("[Lena Holm, chair of the Dockers' Union,|said] no. [Holm|added] more. [She|left].", "Lena Holm, Lena Holm, Lena Holm")]
    [InlineData("[The top diplomat|said] no. [Foreign Minister Lena Holm|spoke] briefly.", "Lena Holm, Lena Holm")]
    [InlineData("[Mayor Lena Holm|said] no. [The mayor|added] more.", "Lena Holm, Lena Holm")]
    [InlineData("[A ministry official|said] no. [The official|added] more.", "ministry official, ministry official")]
    [InlineData("[Officials|said] no.", "Officials")]
    [InlineData("[The Lenne Valley farmers|said] no.", "Lenne Valley farmers")]
    [InlineData("Mr Holt Brand met Ms Lena Holm. [She|said] no.", "Lena Holm")]
    public void Without_a_codebook_the_article_itself_tells(string marked, string speakers) =>
        Assert.Equal(speakers, string.Join(", ", MarkedText.Resolve(marked, null).Select(found => found.Speaker)));

    [Fact]
    public void A_stranger_gets_the_party_that_the_text_gives()
    {
        IReadOnlyList<Attribution> found = MarkedText.Resolve("[Valdorian Finance Minister Lena Holm|said] no. [Holm|added] more.", Actors);
        Assert.All(found, attribution => Assert.Equal(("Lena Holm", "valdoria"), (attribution.Speaker, attribution.SpeakerParty)));
    }

    [Fact]
    public void A_stranger_with_the_surname_of_an_actor_stays_a_stranger()
    {
        IReadOnlyList<Attribution> found = MarkedText.Resolve("[Olga Berg, a baker,|said] no. [Berg|added] more.", Actors);
        Assert.All(found, attribution => Assert.Equal(("Olga Berg", null), (attribution.Speaker, attribution.SpeakerParty)));
    }

    [Fact]
    public void Inside_reported_words_pronouns_mean_the_reported_speaker()
    {
        const string text = "Anna Berg said she was ready. \"We are ready and I am glad,\" Karl Ost said.";
        Attribution berg = Attribute(text, "a1", null, "Anna Berg", "said", "she was ready");
        Attribution she = Attribute(text, "a2", "a1", "she", "was ready", "ready");
        Attribution ost = Attribute(text, "a3", null, "Karl Ost", "said", "We are ready and I am glad") with
        {
            Cue = [new TextSpan(text.Length - 5, text.Length - 1)],
        };
        Attribution we = Attribute(text, "a4", "a3", "We", "are ready", "ready");
        Attribution i = Attribute(text, "a5", "a3", "I", "am glad", "glad");
        IReadOnlyList<Attribution> found = new SpeakerResolver(Actors).Resolve(
            new Analyzer().Analyze(text), [berg, she, we, i, ost], null);
        Assert.Equal(["Anna Berg", "Anna Berg", "Valdoria", "Karl Ost", "Karl Ost"], found.Select(attribution => attribution.Speaker));
    }

    [Theory]
    [InlineData("Anna Berg, [He|said], ")]
    [InlineData("Halvik left. [Both sides|said] no. ")]
    [InlineData("[The statement|said] no. ")]
    [InlineData("[Their ministry|said] no. ")]
    public void Ten_thousand_sources_take_no_longer_than_their_number(string marked)
    {
        string text = string.Concat(Enumerable.Repeat(marked, 10_000));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(10_000, MarkedText.Resolve(text, Actors).Count);

        // Twenty times what it takes; a search through all names for each source takes minutes.
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 60);
    }

    [Fact]
    public void A_circle_of_parents_ends()
    {
        const string text = "He said she said so.";
        Attribution he = Attribute(text, "a1", "a2", "He", "said", "she said so");
        Attribution she = Attribute(text, "a2", "a1", "she", "said", "so");
        IReadOnlyList<Attribution> found = new SpeakerResolver().Resolve(new Analyzer().Analyze(text), [he, she], null);
        Assert.All(found, attribution => Assert.Null(attribution.Speaker));
    }

    private static Attribution Attribute(string text, string id, string? parent, string source, string cue, string content) => new()
    {
        Id = id,
        ParentId = parent,
        Kind = AttributionKind.Indirect,
        Source = [SpanOf(text, source)],
        Cue = [SpanOf(text, cue)],
        Content = [SpanOf(text, content)],
    };

    private static TextSpan SpanOf(string text, string part)
    {
        int start = text.IndexOf(part, StringComparison.Ordinal);
        return new TextSpan(start, start + part.Length);
    }
}
