using Demarche.Core.Attributions;
using Demarche.Core.Exchange;
using Demarche.Core.Positions;
using Xunit;

namespace Demarche.Tests.Core.Positions;

/// <summary>In whose words a position stands.</summary>
public sealed class KindReadingTests
{
    [Theory]
    [InlineData("\u201c[Joint patrols must start],\u201d Holm {said}.", AttributionKind.Direct)]
    [InlineData("Holm {said} [joint patrols were \u201ca great chance\u201d for all].", AttributionKind.Mixed)]
    [InlineData("Holm {said} [joint patrols must start]. \u201cWe wait,\u201d she added.", AttributionKind.Indirect)]
    public void Quotation_marks_in_the_evidence_tell_whose_words_they_are(string text, AttributionKind kind) =>
        Assert.Equal(kind, Assert.Single(FisheryDispute.Told(text)).Kind);

    [Theory]
    [InlineData("Holm {demanded} [joint patrols].", AttributionKind.Indirect)]
    [InlineData("Holm {has long demanded} [joint patrols].", null)]
    [InlineData("Holm {is demanding} [joint patrols].", null)]
    [InlineData("Holm's {demand for} [joint patrols] is old.", null)]
    [InlineData("Holm {made her call for} [joint patrols] twice.", null)]
    [InlineData("Norland's fisheries ministry {has asked} [for joint patrols].", AttributionKind.Indirect)]
    [InlineData("Holm {is willing} [to start joint patrols].", AttributionKind.Indirect)]
    [InlineData("Holm {agreed} [to joint patrols].", null)]
    [InlineData("Holm {will agree} [to joint patrols].", AttributionKind.Indirect)]
    [InlineData("Holm {maintains} [that joint patrols must start].", AttributionKind.Indirect)]
    public void What_somebody_did_or_has_long_held_is_no_reported_speech(string text, AttributionKind? kind) =>
        Assert.Equal(kind, Assert.Single(FisheryDispute.Told(text)).Kind);

    [Theory]
    [InlineData("HOLM{:} [Joint patrols must start].", AttributionKind.Direct)]
    [InlineData("Holm {said} [we want joint patrols].", AttributionKind.Direct)]
    [InlineData("Holm {said} [that, at long last, \u201cNorland must have joint patrols\u201d].", AttributionKind.Direct)]
    [InlineData("Holm {has so far resisted} [joint patrols].", null)]
    [InlineData("Holm {opposes} [joint patrols].", null)]
    [InlineData("Holm {urges} [joint patrols].", AttributionKind.Indirect)]
    public void A_turn_of_a_transcript_is_direct_and_a_stance_in_the_present_the_narrator_s(string text, AttributionKind? kind) =>
        Assert.Equal(kind, Assert.Single(FisheryDispute.Told(text)).Kind);

    [Fact]
    public void Words_of_a_document_are_the_holder_s_own_without_an_attribution()
    {
        Position position = Assert.Single(FisheryDispute.Told("\u201c[Joint patrols must start],\u201d Holm {said}."));
        Assert.Equal("direct", Words.KindOf(position with { AttributionId = null }));
    }
}
