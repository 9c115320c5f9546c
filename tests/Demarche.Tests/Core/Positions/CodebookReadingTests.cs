using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Xunit;

namespace Demarche.Tests.Core.Positions;

/// <summary>What the phrases and definitions of a codebook make of a stance.</summary>
public sealed class CodebookReadingTests
{
    private static readonly Issue Measures = new() { Id = "measures", Label = "Measures against Suderia", Definition = "The measures are kept.", Terms = ["measures against Suderia"] };

    private static readonly Issue Court = new() { Id = "court", Label = "Challenge in court", Definition = "The permission is challenged in court.", Terms = ["go to court"] };

    private static readonly Issue Lock = new() { Id = "lock", Label = "Lock opened", Definition = "The lock is certified.", Terms = ["open the lock"], Inverse = ["never be opened"] };

    private static readonly Issue Zone = new() { Id = "zone", Label = "Quiet zone", Definition = "Boats stay out.", Terms = ["no-entry zone"] };

    private static readonly Issue Fee = new() { Id = "fee", Label = "Higher fee", Definition = "Boats owe a higher fee.", Terms = ["mooring fee"], Inverse = ["old fee"] };

    private static readonly Issue Charge = new() { Id = "charge", Label = "Smaller gap", Definition = "The herring gap with Suderia is reduced.", Terms = ["balanced herring"] };

    public static TheoryData<string, string, Direction> Cases => new()
    {
        { "measures", "Holm {rejected} [the measures against Suderia].", Direction.Opposes },
        { "court", "Holm {demanded} [a challenge in court].", Direction.Supports },
        { "lock", "Holm {demanded} [that the lock never be opened].", Direction.Opposes },
        { "zone", "Holm {demanded} [a no-entry zone].", Direction.Supports },
        { "fee", "Holm {demanded} [the mooring fee].", Direction.Supports },
        { "charge", "Holm {demanded} [balanced herring].", Direction.Supports },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_phrase_turns_a_stance_only_where_it_undoes_the_outcome(string issue, string text, Direction direction)
    {
        Codebook codebook = FisheryDispute.Codebook with { Issues = [Measures, Court, Lock, Zone, Fee, Charge] };
        Assert.Equal(direction, Assert.Single(FisheryDispute.Told(text, codebook), p => p.Issue == issue).Direction);
    }

    [Theory]
    [InlineData("Holm {said} [Norland will lift its toll].", "norland-toll")]
    [InlineData("Holm {said} [Norland will lift the toll on Suderia].", "norland-toll")]
    [InlineData("Holm {demanded} [that Suderia lift its toll].", "suderia-toll")]
    [InlineData("Holm {called for} [an end to Suderia's toll].", "suderia-toll")]
    public void The_issue_whose_agent_acts_is_meant(string text, string issue)
    {
        Issue[] both =
        [
            new Issue { Id = "norland-toll", Label = "Toll of Norland lifted", Definition = "Norland lifts its toll.", Terms = ["lift the toll"] },
            new Issue { Id = "suderia-toll", Label = "Toll of Suderia lifted", Definition = "Suderia lifts its toll.", Terms = ["lift the toll"] },
        ];
        Position position = Assert.Single(FisheryDispute.Told(text, FisheryDispute.Codebook with { Issues = both }));
        Assert.Equal((issue, Direction.Supports), (position.Issue, position.Direction));
    }

    [Theory]
    [InlineData("Both islands leave a zone without boats.", Direction.Supports)]
    [InlineData("Both islands leave the zone.", Direction.Opposes)]
    public void What_is_left_behind_is_the_outcome_and_what_is_left_is_not(string definition, Direction direction)
    {
        var zone = new Issue { Id = "zone", Label = "Strait", Definition = definition, Terms = ["quiet zone"] };
        Assert.Equal(direction, Assert.Single(FisheryDispute.Told("Holm {demanded} [a quiet zone].", FisheryDispute.Codebook with { Issues = [zone] })).Direction);
    }

    [Theory]
    [InlineData("Holm {dismissed} [joint patrols as unnecessary].", Direction.Opposes)]
    [InlineData("Holm {said} [joint patrols are not up for negotiation].", Direction.Supports)]
    [InlineData("Holm {said} [she was unhappy about the joint patrols].", Direction.Opposes)]
    public void A_reason_turns_nothing_and_what_is_not_up_for_talks_stays(string text, Direction direction) =>
        Assert.Equal(direction, Assert.Single(FisheryDispute.Told(text), p => p.Issue == "patrol-zone").Direction);
}
