using Demarche.Core.Positions;
using Xunit;

namespace Demarche.Tests.Core.Positions.Candidates;

/// <summary>Yes and no to what was asked, and clauses that leave their verb to the clause before.</summary>
public sealed class AnswerReadingTests
{
    [Theory]
    [InlineData("Asked whether Norland would accept joint patrols, Holm {said} [no].", Stance.Opposes)]
    [InlineData("Asked if Norland would accept joint patrols, Holm {said} [it would].", Stance.Supports)]
    [InlineData("Will Norland accept joint patrols? “[Certainly],” {said} Holm.", Stance.Supports)]
    [InlineData("“[Joint patrols? Never],” Holm {said}.", Stance.Opposes)]
    public void What_is_answered_is_the_stance(string text, Stance stance)
    {
        Position position = Assert.Single(FisheryDispute.Told(text));
        Assert.Equal(("norland", "patrol-zone", stance), (position.Party, position.Issue, position.Stance));
    }

    [Theory]
    [InlineData("Asked whether Norland would accept joint patrols, Holm {said} [it was raining].")]
    [InlineData("Asked whether Norland would accept joint patrols, Holm left.")]
    public void What_is_asked_is_none(string text) =>
        Assert.Empty(text.Contains('{', StringComparison.Ordinal) ? FisheryDispute.Told(text) : FisheryDispute.Narrated(text));

    [Fact]
    public void A_no_to_what_another_would_do_is_no_stance_of_the_one_who_says_it() =>
        Assert.DoesNotContain(FisheryDispute.Told("Asked whether Suderia would accept joint patrols, Holm {said} [no]."), p => p.Party == "norland");

    [Theory]
    [InlineData("Norland wants joint patrols. Suderia does not.", Stance.Opposes)]
    [InlineData("Norland wants joint patrols; Suderia does not.", Stance.Opposes)]
    [InlineData("Norland wants joint patrols. So does Suderia.", Stance.Supports)]
    [InlineData("Norland wants joint patrols, and Suderia does too.", Stance.Supports)]
    [InlineData("Norland does not want joint patrols. Neither does Suderia.", Stance.Opposes)]
    public void A_clause_without_a_verb_echoes_the_one_before(string text, Stance stance) =>
        Assert.Equal(stance, FisheryDispute.Narrated(text).Single(p => p is { Party: "suderia", Issue: "patrol-zone" }).Stance);

    [Theory]
    [InlineData("Norland wants joint patrols. Suderia does not know.")]
    [InlineData("Norland wants joint patrols. It rained. The sun came out. Suderia does not.")]
    public void Nothing_is_echoed_where_it_has_one_or_nothing_stands_before(string text) =>
        Assert.DoesNotContain(FisheryDispute.Narrated(text), p => p.Party == "suderia");

    [Fact]
    public void A_question_at_the_very_start_or_end_of_a_text_is_answered_by_nobody()
    {
        Assert.Empty(FisheryDispute.Narrated("Joint patrols?"));
        Assert.Empty(FisheryDispute.Narrated("Asked whether"));
        Assert.Empty(FisheryDispute.Narrated("No."));
    }
}
