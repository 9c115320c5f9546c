using Demarche.Core.Positions;
using Xunit;

namespace Demarche.Tests.Core.Positions.Clauses;

/// <summary>Forms in which one clause is another's condition without an "if".</summary>
public sealed class ConditionFormTests
{
    [Theory]
    [InlineData("Holm {said} [Suderia must accept joint patrols, otherwise Norland will never lift the herring embargo].", "Suderia must accept joint patrols")]
    [InlineData("Holm {said} [Suderia must accept joint patrols or else Norland will never lift the herring embargo].", "Suderia must accept joint patrols")]
    [InlineData("[Joint patrols have to start. Otherwise Norland will never lift the herring embargo], Holm {said}.", "Joint patrols have to start")]
    [InlineData("Holm {said} [Norland would lift the herring embargo, and in return Suderia would join joint patrols].", "in return Suderia would join joint patrols")]
    [InlineData("Holm {said} [an end of the herring embargo hinges on joint patrols].", "hinges on joint patrols")]
    [InlineData("Holm {said} [as long as there are no joint patrols there will be no end of the herring embargo].", "as long as there are no joint patrols")]
    [InlineData("Holm {said} [Should Suderia start joint patrols, Norland will lift the herring embargo].", "Should Suderia start joint patrols")]
    public void Hold_the_other_clause_under_a_condition(string marked, string condition)
    {
        Position position = FisheryDispute.Told(marked).Single(p => p is { Issue: "embargo-end", Party: "norland" });
        Assert.Equal(Stance.Conditional, position.Stance);
        string text = string.Concat(marked.Where(c => c is not ('{' or '}' or '[' or ']')));
        Assert.Equal(condition, text[position.Condition!.Value.Start..position.Condition.Value.End]);
    }

    [Fact]
    public void What_is_demanded_before_otherwise_is_a_position_of_its_own()
    {
        IReadOnlyList<Position> positions = FisheryDispute.Told("Holm {said} [Suderia must accept joint patrols, otherwise Norland will never lift the herring embargo].");
        Assert.Equal(Stance.Supports, positions.Single(p => p is { Issue: "patrol-zone", Party: "norland" }).Stance);
    }

    [Theory]
    [InlineData("Holm {said} [the boats came home late. Otherwise Norland will lift the herring embargo].")]
    [InlineData("Holm {said} [in return for a lamp Suderia sent a clock, and Norland would lift the herring embargo].")]
    public void Are_none_where_nothing_is_asked_or_given(string marked) =>
        Assert.DoesNotContain(FisheryDispute.Told(marked), p => p.Condition is { } condition && condition.Start == 0);
}
