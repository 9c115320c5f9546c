using Demarche.Core.Parties;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Core.Parties;

public sealed class ActorDirectoryTests
{
    private static readonly ActorDirectory Directory = new(InventedDispute.Codebook);

    [Theory]
    [InlineData("Anna Berg", "Anna Berg")]
    [InlineData("Foreign Minister Anna Berg", "Anna Berg")]
    [InlineData("Berg, the minister,", "Anna Berg")]
    [InlineData("Mr Berg", "Anna Berg")]
    [InlineData("Ms. Berg", "Anna Berg")]
    [InlineData("Anna Berg's", "Anna Berg")]
    [InlineData("the Valdorian minister, Anna Berg", "Anna Berg")]
    [InlineData("President of Valdoria Sergei Halvik", "Sergei Halvik")]
    [InlineData("Valdoria's outspoken foreign minister Berg", "Anna Berg")]
    [InlineData("President Sergey Halvik", "Sergei Halvik")]
    [InlineData("Anna Bérg", "Anna Berg")]
    [InlineData("Berg, who spoke in Oslo", "Anna Berg")]
    [InlineData("Max von der Aue", "Max von der Aue")]
    [InlineData("von der Aue", "Max von der Aue")]
    [InlineData("Halvik's aide Anna Berg", "Anna Berg")]
    public void Finds_the_person_behind_titles_and_appositions(string mention, string name)
    {
        ActorMatch? match = Directory.Find(mention);
        Assert.Equal(name, match?.Name);
        Assert.True(match!.IsPerson);
    }

    [Theory]
    [InlineData("the Valdorian foreign minister", "Anna Berg")]
    [InlineData("Valdoria's top diplomat", "Anna Berg")]
    [InlineData("the Foreign Minister of Valdoria", "Anna Berg")]
    [InlineData("Valdoria's Minister of Foreign Affairs", "Anna Berg")]
    [InlineData("the Valdorian leader", "Sergei Halvik")]
    [InlineData("the Valdorian deputy foreign minister", "He Lun")]
    [InlineData("the Norwegian prime minister", "Ida Lund")]
    [InlineData("the Danish premier", "Max von der Aue")]
    public void Finds_the_holder_of_an_office(string mention, string name) =>
        Assert.Equal(name, Directory.Find(mention)?.Name);

    [Theory]
    [InlineData("the quarrymen", "Lenne Quarry Guild")]
    [InlineData("the Guild", "Lenne Quarry Guild")]
    [InlineData("Lenne Quarry", "Lenne Quarry Guild")]
    [InlineData("Guild Council", "Guild Council")]
    public void A_shorthand_for_a_party_with_a_name_of_its_own_stands_for_that_name(string mention, string name)
    {
        var party = new Party { Id = "guild", Name = "Lenne Quarry Guild", Names = ["Lenne Quarry Guild", "the quarrymen", "the Guild", "Lenne Quarry", "Guild Council"] };
        Assert.Equal(name, new ActorDirectory(new Codebook { Dispute = "quarry", Parties = [party], Issues = [] }).Find(mention)?.Name);
    }

    [Theory]
    [InlineData("Valdoria", "Valdoria", "valdoria")]
    [InlineData("Halden", "Valdoria", "valdoria")]
    [InlineData("VDR officials", "Valdoria", "valdoria")]
    [InlineData("a Valdorian official", "Valdoria", "valdoria")]
    [InlineData("senior Valdorian government sources", "Valdoria", "valdoria")]
    [InlineData("the Valdorian side", "Valdoria", "valdoria")]
    [InlineData("the government of Valdoria", "Valdoria", "valdoria")]
    [InlineData("officials in Valdoria", "Valdoria", "valdoria")]
    [InlineData("Valdoria's finance ministry", "Valdoria's finance ministry", "valdoria")]
    [InlineData("the Water Authority", "Valdorian water authority", "valdoria")]
    [InlineData("a spokesman for the Water Authority", "Valdorian water authority", "valdoria")]
    [InlineData("a spokesman for President Halvik", "Valdoria", "valdoria")]
    [InlineData("the Valdorian justice minister", "Valdorian justice minister", "valdoria")]
    [InlineData("NU", "Northern Union", "union")]
    [InlineData("Oslo", "Norway", "union")]
    [InlineData("the Norwegian government", "Norwegian government", "union")]
    [InlineData("Washington", "United States", "us")]
    [InlineData("the White House", "United States", "us")]
    [InlineData("American officials", "United States", "us")]
    [InlineData("Amman", "Jordan", "jordan")]
    [InlineData("Jordan", "Jordan", "jordan")]
    public void Finds_parties_bodies_and_metonyms(string mention, string name, string party)
    {
        ActorMatch? match = Directory.Find(mention);
        Assert.Equal((name, party), (match?.Name, match?.PartyId));
        Assert.False(match!.IsPerson);
    }

    [Theory]
    [InlineData("")]
    [InlineData("the foreign minister")]
    [InlineData("he")]
    [InlineData("He")]
    [InlineData("us")]
    [InlineData("Olga Berg")]
    [InlineData("Valdorian farmers")]
    [InlineData("the Washington Post")]
    [InlineData("Michael Jordan")]
    [InlineData("a bergamot seller")]
    [InlineData("the Swedish Water Authority")]
    [InlineData("the prime minister of Sweden")]
    public void Leaves_strangers_alone(string mention) => Assert.Null(Directory.Find(mention));

    [Fact]
    public void A_surname_that_is_a_pronoun_needs_its_title() =>
        Assert.Equal("He Lun", Directory.Find("Deputy Foreign Minister He")?.Name);

    [Theory]
    [InlineData(2020, "iceland-old")]
    [InlineData(2022, "iceland")]
    public void The_day_tells_which_party_a_person_and_a_country_speak_for(int year, string party)
    {
        var day = new DateOnly(year, 7, 1);
        Assert.Equal(party, Directory.Find("Jon Vik", day)?.PartyId);
        Assert.Equal(party, Directory.Find("Reykjavik", day)?.PartyId);
        Assert.Equal("Iceland", Directory.Find("Icelandic officials", day)?.Name);
    }

    [Fact]
    public void Of_two_holders_of_an_office_the_day_tells_one()
    {
        Assert.Equal("Jon Vik", Directory.Find("the Icelandic prime minister", new DateOnly(2021, 5, 1))?.Name);
        Assert.Equal("Eva Dahl", Directory.Find("the Icelandic prime minister", new DateOnly(2021, 7, 1))?.Name);
    }

    [Fact]
    public void Scan_gives_every_actor_a_sentence_names_and_no_place()
    {
        const string text = "In Norway, Valdorian President Halvik said the Water Authority and US officials had met; "
            + "Valdoria's foreign minister, near Oslo, read the Moscow Times about Valdorian oil.";
        IEnumerable<string> found = Directory.Scan(text, new TextSpan(0, text.Length))
            .Select(mention => $"{mention.Span.Of(text)} = {mention.Actor.Name}");
        Assert.Equal(
            [
                "Halvik = Sergei Halvik",
                "Water Authority = Valdorian water authority",
                "US officials = United States",
                "Valdoria's foreign minister = Anna Berg",
            ],
            found);
    }
}
