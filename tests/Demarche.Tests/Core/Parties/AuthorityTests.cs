using Demarche.Core.Parties;
using Xunit;

namespace Demarche.Tests.Core.Parties;

/// <summary>With what authority somebody whom the codebook lists speaks for a party.</summary>
public sealed class AuthorityTests
{
    private static readonly ActorDirectory Actors = new(InventedDispute.Codebook);

    [Theory]
    [InlineData("Sergei Halvik", "valdoria", null, AuthorityLevel.Leader)]
    [InlineData("Anna Berg", "valdoria", null, AuthorityLevel.Minister)]
    [InlineData("He Lun", "valdoria", null, AuthorityLevel.Official)]
    [InlineData("Karl Ost", "valdoria", null, AuthorityLevel.Spokesperson)]
    [InlineData("Valdorian water authority", "valdoria", null, AuthorityLevel.Institution)]
    [InlineData("Jon Vik", "iceland-old", "2021-05-01", AuthorityLevel.Leader)]
    [InlineData("Jon Vik", "iceland-old", "2021-07-01", AuthorityLevel.Former)]
    [InlineData("Jon Vik", "iceland", "2021-07-01", AuthorityLevel.Minister)]
    [InlineData("Jon Vik", "iceland", "2021-05-01", AuthorityLevel.Former)]
    public void Follows_the_dated_office(string name, string party, string? day, AuthorityLevel level)
    {
        DateOnly? on = day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        Authority? authority = Actors.AuthorityOf(name, party, on);
        Assert.Equal(level, authority?.Level);
        Assert.Equal(level <= AuthorityLevel.Official, authority?.SpeaksForParty);
        Assert.Equal(AuthorityBasis.Codebook, authority?.Basis);
    }

    [Fact]
    public void Keeps_the_days_of_the_office()
    {
        Authority? authority = Actors.AuthorityOf("Jon Vik", "iceland", new DateOnly(2021, 7, 1));
        Assert.Equal(("Finance Minister", new DateOnly(2021, 6, 1), (DateOnly?)null), (authority?.Office, authority?.From, authority?.Until));
    }

    [Fact]
    public void Is_null_for_whom_the_codebook_does_not_list() => Assert.Null(Actors.AuthorityOf("Lena Holm", "valdoria"));
}
