using Demarche.Core.Parties;
using Xunit;

namespace Demarche.Tests.Core.Parties;

public sealed class CountriesTests
{
    [Fact]
    public void All_states_are_there_each_once_with_an_adjective()
    {
        Assert.Equal(197, Countries.All.Count);
        Assert.Equal(197, Countries.All.Select(country => country.Name).Distinct().Count());
        Assert.All(Countries.All, country => Assert.NotEmpty(country.Adjectives));
    }

    [Theory]
    [InlineData("Kenya", "Nairobi")]
    [InlineData("South Korea", "the Blue House")]
    [InlineData("United Kingdom", "Downing Street")]
    [InlineData("France", "the Elysee")]
    public void Capitals_and_seats_stand_for_their_state(string country, string seat) =>
        Assert.Contains(seat, Countries.All.Single(state => state.Name == country).Seats);

    [Fact]
    public void Regular_plurals_are_made() =>
        Assert.Contains("Kenyans", Countries.All.Single(state => state.Name == "Kenya").People);

    [Fact]
    public void No_adjective_or_name_belongs_to_two_states_save_the_known_ones()
    {
        IEnumerable<string> shared = Countries.All
            .SelectMany(country => country.Names.Concat(country.Adjectives).Distinct())
            .GroupBy(name => name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key)
            .Order(StringComparer.Ordinal);
        Assert.Equal(["Congolese", "Dominican"], shared);
    }
}
