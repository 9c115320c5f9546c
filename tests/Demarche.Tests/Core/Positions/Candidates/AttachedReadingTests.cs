using Demarche.Core.Positions;
using Xunit;

namespace Demarche.Tests.Core.Positions.Candidates;

/// <summary>Stances hung on a matter behind it.</summary>
public sealed class AttachedReadingTests
{
    [Theory]
    [InlineData("The harbour toll, opposed by Suderia, brings in little.", "suderia", Stance.Opposes)]
    [InlineData("The harbour toll, backed by Norland and fiercely opposed by Suderia, brings in little.", "norland", Stance.Supports)]
    [InlineData("The harbour toll, backed by Norland and fiercely opposed by Suderia, brings in little.", "suderia", Stance.Opposes)]
    [InlineData("The harbour toll that Suderia rejects brings in little.", "suderia", Stance.Opposes)]
    [InlineData("The harbour toll Norland asked for has not come.", "norland", Stance.Supports)]
    [InlineData("The talks were about the harbour toll, an idea Suderia has rejected out of hand.", "suderia", Stance.Opposes)]
    [InlineData("The talks were about the harbour toll, a step welcomed by Norland.", "norland", Stance.Supports)]
    [InlineData("The talks were about the harbour toll, a burden Suderia calls unacceptable.", "suderia", Stance.Opposes)]
    public void Are_those_of_whoever_is_named_there(string text, string party, Stance stance) =>
        Assert.Equal(stance, FisheryDispute.Narrated(text).Single(p => p.Party == party && p.Issue == "harbour-toll").Stance);

    [Theory]
    [InlineData("After the harbour toll Suderia rejected the plan.")]
    [InlineData("The harbour toll was paid by boats that Suderia wants.")]
    public void Are_none_where_the_verb_has_another_object(string text) =>
        Assert.DoesNotContain(FisheryDispute.Narrated(text), p => p.Party == "suderia");

    [Fact]
    public void A_headline_tells_by_to_what_one_will_do()
    {
        Assert.Equal(("norland", Stance.Supports), FisheryDispute.Narrated("Norland to accept joint patrols").Select(p => (p.Party, p.Stance)).Single());
        Assert.Empty(FisheryDispute.Narrated("Norland to the north has joint patrols."));
    }
}
