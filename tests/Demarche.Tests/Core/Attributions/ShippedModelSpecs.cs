using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Reading;
using Demarche.Nlp;
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
