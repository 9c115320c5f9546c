using Demarche.Core.Attributions;
using Demarche.Core.Positions;
using Xunit;

namespace Demarche.Tests.Core.Positions;

/// <summary>Whose stance it is where a sentence before tells it: after a speaker's own words, and in a list.</summary>
public sealed class CarriedVoiceTests
{
    [Theory]
    [InlineData("Holm {said} [the strait was crowded]. Joint patrols were necessary.")]
    [InlineData("Holm {said} [the strait was crowded]. It was late. Joint patrols must start.")]
    [InlineData("Holm {said} \u201c[We have waited.]\u201d Joint patrols must start.")]
    public void A_view_right_after_a_speaker_s_words_is_the_speaker_s_in_reported_speech(string text)
    {
        Position position = Assert.Single(FisheryDispute.Told(text));
        Assert.Equal(("norland", "patrol-zone", AttributionKind.Indirect), (position.Party, position.Issue, position.Kind));
        Assert.StartsWith("Told right after the speaker's own words", position.Why, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Holm {said} [the strait was crowded].\nJoint patrols were necessary.")]
    [InlineData("Holm {said} [the strait was crowded]. Joint patrols began in May.")]
    [InlineData("Holm {said} [the strait was crowded]. Were joint patrols necessary?")]
    [InlineData("Holm {said} [the strait was crowded]. Suderia was silent. Joint patrols were necessary.")]
    [InlineData("Holm {said} [the strait was crowded]. Nobody knew what joint patrols would cost.")]
    [InlineData("Holm {said} [the strait was crowded]. It was late. It was cold. It was dark. Joint patrols were necessary.")]
    public void A_new_paragraph_a_fact_a_question_another_party_and_distance_end_it(string text) =>
        Assert.Empty(FisheryDispute.Told(text));

    [Theory]
    [InlineData("Norland demands:\n- joint patrols;\n- a higher quota.", Direction.Supports)]
    [InlineData("Norland rejects the following:\n1. joint patrols\n2. a higher quota", Direction.Opposes)]
    [InlineData("Norland is late. It is cold. Greta Holm's demands:\n\u2022 No joint patrols\n\u2022 No higher quota", Direction.Opposes)]
    [InlineData("Norland refuses to accept\u2026:\njoint patrols;\na higher quota.", Direction.Opposes)]
    public void The_word_above_a_list_governs_each_of_its_lines(string text, Direction direction)
    {
        IReadOnlyList<Position> positions = FisheryDispute.Narrated(text);
        Assert.Equal(["patrol-zone", "quota"], positions.Select(position => position.Issue));
        Assert.All(positions, position => Assert.Equal(("norland", direction, (AttributionKind?)null), (position.Party, position.Direction, position.Kind)));
    }

    [Fact]
    public void Who_opens_a_list_together_holds_every_line()
    {
        IReadOnlyList<Position> positions = FisheryDispute.Narrated("Norland and Suderia promise:\n- joint patrols;\n- clean water.");
        Assert.Equal(["norland", "suderia"], positions.Select(position => position.Party));
    }

    [Theory]
    [InlineData("Norland demands:\n- joint patrols.")]
    [InlineData("Norland has two harbours:\n- joint patrols;\n- a higher quota.")]
    [InlineData("Norland did not demand:\n- joint patrols;\n- a higher quota.")]
    [InlineData("Nobody demands:\n- joint patrols;\n- a higher quota.")]
    [InlineData("Norland demands\n- joint patrols;\n- a higher quota.")]
    [InlineData("Norland demands:\n- \n-\n;\n:")]
    public void A_single_line_a_plain_count_and_what_is_not_demanded_make_no_list(string text) =>
        Assert.Empty(FisheryDispute.Narrated(text));

    [Fact]
    public void A_list_without_end_costs_no_more_than_its_bound() =>
        Assert.Single(FisheryDispute.Narrated("Norland demands:\n" + string.Concat(Enumerable.Repeat("- joint patrols\n", 400))));
}
