using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Reading;
using Demarche.Nlp;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Core.Attributions;

/// <summary>
/// One example per mechanism that settles what the shipped models read. Lines as in <see cref="AttributionSpecs"/>; all countries and people are invented.
/// </summary>
public sealed class ShippedModelSpecs
{
    private static readonly Lazy<ReadingModels> Models = new(() => ReadingModels.Read(Path.Combine(Repository.Root!, "models", "en")));

    [Theory]
    [InlineData(
        "The harbour guild has demanded lower fees at the lock and has ruled out selling any of its barges.",
        "The harbour guild | has demanded | lower fees at the lock",
        "The harbour guild | has ruled out | selling any of its barges")]
    public void A_second_cue_of_the_same_source_ends_the_content_of_the_first(string text, string first, string second) => Check(text, first, second);

    [Theory]
    [InlineData(
        "The quarrel began after Norland sent ships to the island, claiming it needed to protect its fishermen.",
        "Norland | claiming | it needed to protect its fishermen")]
    public void A_participle_belongs_to_the_subject_of_the_verb_it_hangs_on(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData(
        "Fishermen are voicing their anger with the country's decision to close the harbour.",
        "Fishermen | are voicing | their anger with the country's decision to close the harbour",
        "inside a1, attitude, the country | decision | to close the harbour")]
    public void The_owner_of_a_decision_is_the_noun_before_the_mark(string text, string first, string second) => Check(text, first, second);

    [Fact]
    public void A_paragraph_that_is_one_quotation_goes_on_from_the_one_before() => Check(
        "“The winter was long for the whole valley,” Mara Orde said.\n“Yet the mill turns again, and nobody has left the village.”\nThe gates opened at noon.",
        "direct: Mara Orde | said | The winter was long for the whole valley, + Yet the mill turns again, and nobody has left the village.");

    [Fact]
    public void When_is_not_who()
    {
        var article = new Article { Id = "row", Text = "The row is a blow to Harbour Minister Karl Ost, who as recently as last week dismissed the lock as a toy." };
        Assert.Equal("Karl Ost", Assert.Single(new ArticlePipeline(null, Models.Value).Code(article).Attributions).Speaker);
    }

    [Fact]
    public void A_speaker_s_turn_goes_on_over_words_that_tell_of_words()
    {
        const string Turn = "It is a fine lock. What we are calling for is a new gate, and the guild has said so for years";
        string text = $"HOST: Mara Orde, the old gate stays?\nORDE: {Turn}.\nHOST: And if it breaks?";
        Document document = new Analyzer(Models.Value.Language).Analyze(text);
        IReadOnlyList<Attribution> found = new AttributionExtractor(Models.Value.Attribution).Extract(document, []);
        Assert.Contains($"ORDE | : | {Turn}", found.Select(a => AttributionLine.Of(text, a)));
    }

    [Fact]
    public void A_dateline_belongs_to_no_source()
    {
        const string Dateline = "LENNE (NPA) \u2014";
        var article = new Article
        {
            Id = "lock",
            Text = Dateline + " The harbour guild agreed to let a judge settle the quarrel over the lock.",
            Furniture = [new Furniture(new TextSpan(0, Dateline.Length), Furniture.Dateline)],
        };
        Attribution agreed = new ArticlePipeline(null, Models.Value).Code(article).Attributions[0];
        Assert.Equal("harbour guild", agreed.Speaker);
    }

    [Fact]
    public void An_organization_speaks_under_its_name_and_not_under_the_one_in_brackets()
    {
        var article = new Article { Id = "bridge", Text = "The bridge is closed, local newspaper Daily Herald (Northern Messenger) said." };
        Attribution said = Assert.Single(new ArticlePipeline(null, Models.Value).Code(article).Attributions);
        Assert.Equal("Daily Herald", said.Speaker);
    }

    private static void Check(string text, params string[] expected)
    {
        Document document = new Analyzer(Models.Value.Language).Analyze(text);
        Assert.Equal(expected, new AttributionExtractor(Models.Value.Attribution).Extract(document, []).Select(a => AttributionLine.Of(text, a)));
    }
}
