using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Tests.Core.Attributions;
using Demarche.Tests.Core.Parties;
using Xunit;

namespace Demarche.Tests.Specs;

/// <summary>Who is meant. In the texts, [source|cue] marks an attribution; the last one is asked for.</summary>
public sealed class SpeakerSpecs
{
    private static readonly ActorDirectory Actors = new(FjordDispute.Codebook);

    [Theory(DisplayName = "A body keeps the name the codebook gives it, however the text words it")]
    [InlineData("[The Norwegian fisheries ministry|said] no.", "Norwegian Fisheries Ministry", "norway")]
    [InlineData("[Norway's Ministry of Fisheries|said] no.", "Norwegian Fisheries Ministry", "norway")]
    [InlineData("[Norway's Cabinet of Ministers|said] no.", "Norwegian Cabinet of Ministers", "norway")]
    [InlineData("[Iceland's fisheries ministry|said] no.", "Icelandic fisheries ministry", "iceland")]
    [InlineData("[The Icelandic Ministry of Fisheries|said] no.", "Icelandic fisheries ministry", "iceland")]
    [InlineData("[The Storting|said] no.", "the Storting", "norway")]
    [InlineData("[Oslo|said] no.", "Norway", "norway")]
    [InlineData("[The NU|said] no.", "Northern Union", "union")]
    [InlineData("[The herring committee|said] no.", "herring committee", "union")]
    [InlineData("The Northern [Union|said] no.", "Northern Union", "union")]
    [InlineData("[The pier deckhands|said] no.", "Deckhands' Union", "crews")]
    [InlineData("[Harbour deckhands|said] no.", "Deckhands' Union", "crews")]
    public void Bodies(string marked, string speaker, string party) => AssertSpeaker(marked, speaker, party);

    [Theory(DisplayName = "A body without an owner belongs to the dateline, or to the state the text speaks of")]
    [InlineData("OSLO, May 4 (Agency) - Boats left. [The foreign ministry|said] no.", "Norwegian foreign ministry", "norway")]
    [InlineData("OSLO, May 4 (Agency) - Iceland is wrong, [the Fisheries Ministry|said].", "Norwegian Fisheries Ministry", "norway")]
    [InlineData("REYKJAVIK: [The government|said] no.", "Iceland", "iceland")]
    [InlineData("OSLO - [Officials|said] no.", "Norway", "norway")]
    [InlineData("Iceland regards the quota as unjust, [the foreign ministry|said].", "Icelandic foreign ministry", "iceland")]
    [InlineData("Fishing is hard in Iceland. [The authorities|said] no.", "Iceland", "iceland")]
    [InlineData("[President Eva Dahl|said] no. [The government|agreed].", "Iceland", "iceland")]
    [InlineData("[Norway's foreign ministry|said] no. Iceland waits. [The ministry|added] more.", "Norway's foreign ministry", "norway")]
    [InlineData("Anglers met. [The fisheries board|said] no.", "fisheries board", null)]
    public void Bare_bodies(string marked, string speaker, string? party) => AssertSpeaker(marked, speaker, party);

    [Theory(DisplayName = "A common noun stands for the party it fits")]
    [InlineData("Boats of Norway met Havbris. [The company|said] no.", "Havbris", "company")]
    [InlineData("Havbris met Norway. [The country|said] no.", "Norway", "norway")]
    [InlineData("Norway met the Northern Union. [The bloc|said] no.", "Northern Union", "union")]
    [InlineData("[President Eva Dahl|said] no to Norway and praised [the northern neighbour|urging].", "Norway", "norway")]
    [InlineData("The Deckhands' Union met Havbris. [The union|said] no.", "Deckhands' Union", "crews")]
    public void Common_nouns(string marked, string speaker, string party) => AssertSpeaker(marked, speaker, party);

    [Theory(DisplayName = "Who has no name speaks for the body behind")]
    [InlineData("[Norway's foreign ministry|said] no. [A ministry spokeswoman|added] more.", "Norway's foreign ministry", "norway")]
    [InlineData("[Norway's foreign ministry|said] no. [A spokesman for the ministry|added] more.", "Norway's foreign ministry", "norway")]
    [InlineData("[A Havbris spokesman|said] no.", "Havbris", "company")]
    [InlineData("Havbris lost ships. [A company spokesman|said] no.", "Havbris", "company")]
    [InlineData("[President Eva Dahl|said] no. [Her spokesman|added] more.", "Iceland", "iceland")]
    [InlineData("Norway lost ships. [Its government spokesman|said] no.", "Tor Vang", "norway")]
    [InlineData("Iceland lost ships. [Its fisheries ministry|said] no.", "Icelandic fisheries ministry", "iceland")]
    [InlineData("[Havbris|said] no. It was late. [A spokesman|added] more.", "Havbris", "company")]
    [InlineData("Boats lay idle. We asked Havbris twice. [A spokesperson|said] no.", "Havbris", "company")]
    [InlineData("Boats lay idle. [A spokesman|said] no.", "spokesman", null)]
    [InlineData("[Eva Dahl|said] yes. [A spokeswoman for Havbris|said] no. [She|added] more.", "Havbris", "company")]
    [InlineData("[Eva Dahl|said] yes. [A spokesman for Havbris|said] no. [She|added] more.", "Eva Dahl", "iceland")]
    [InlineData("[Karl Moen, a cook at the quay and branch secretary of the Deckhands' Union,|said] no.", "Karl Moen", "crews")]
    public void Without_a_name(string marked, string speaker, string? party) => AssertSpeaker(marked, speaker, party);

    [Theory(DisplayName = "A document speaks for whoever signed or issued it")]
    [InlineData("President Eva Dahl signed a decree on Monday. [The decree|says] no.", "Eva Dahl", "iceland")]
    [InlineData("The Deckhands' Union on Monday published a letter. [The letter|says] no.", "Deckhands' Union", "crews")]
    [InlineData("[Havbris|said] no in the morning. [The statement|added] more.", "Havbris", "company")]
    [InlineData("A Northern Union resolution was read. [The resolution|says] no.", "Northern Union", "union")]
    [InlineData("A Northern Union resolution was read. [Resolution 12|says] no.", "Northern Union", "union")]
    [InlineData("A statement on cod was issued on Monday by Havbris. [The document|says] no.", "Havbris", "company")]
    [InlineData("A letter from Havbris arrived. [The text|says] no.", "Havbris", "company")]
    [InlineData("Havbris thanked the crews in a joint statement. [The statement|said] no.", "Havbris", "company")]
    [InlineData("[A statement on Havbris' website|said] no.", "Havbris", "company")]
    public void Documents(string marked, string speaker, string party) => AssertSpeaker(marked, speaker, party);

    [Theory(DisplayName = "Several speak together")]
    [InlineData("[Eva Dahl joined with Tor Vang|said] no.", "Eva Dahl and Tor Vang", null)]
    [InlineData("[Heads of state and government of the Northern Union and Eva Dahl|signed] it.", "Northern Union heads of state and government and Eva Dahl", null)]
    [InlineData("[The trade ministers of the Northern Union|said] no.", "Northern Union trade ministers", "union")]
    [InlineData("Iceland met Norway. [Each side|said] no.", "Iceland and Norway", null)]
    [InlineData("Spokesman Tor Vang met spokesman He Lin. [The spokesmen|said] no.", "Tor Vang and He Lin", null)]
    [InlineData("Spokesman Tor Vang met spokesman He Lin. [Eva Dahl and the spokesmen|said] no.", "Eva Dahl, Tor Vang and He Lin", null)]
    public void Together(string marked, string speaker, string? party) => AssertSpeaker(marked, speaker, party);

    [Theory(DisplayName = "A surname that two share is the one's whom the article names in full")]
    [InlineData("[Nina Rask|said] no. [Rask|added] more.", "Nina Rask", "company")]
    [InlineData("[Ola Rask|said] no. [Rask|added] more.", "Ola Rask", "crews")]
    public void Shared_surnames(string marked, string speaker, string party) => AssertSpeaker(marked, speaker, party);

    [Theory(DisplayName = "A councillor's title stands before a surname, and a spokesman of state is a diplomat too")]
    [InlineData("[Cllr Dahl|said] no.", "Eva Dahl", "iceland")]
    [InlineData("[Coun. Dahl|said] no.", "Eva Dahl", "iceland")]
    [InlineData("Tor Vang came. [The diplomat|said] no.", "Tor Vang", "norway")]
    public void Titles(string marked, string speaker, string party) => AssertSpeaker(marked, speaker, party);

    [Theory(DisplayName = "A surname that is also a pronoun keeps its capital inside a sentence")]
    [InlineData("Spokesman He Lin came. Tor Vang left. \"No,\" the union's [He|said].", "He Lin", "crews")]
    [InlineData("Spokesman He Lin came. Tor Vang left. [He|said] no.", "Tor Vang", "norway")]
    public void Surname_or_pronoun(string marked, string speaker, string party) => AssertSpeaker(marked, speaker, party);

    [Theory(DisplayName = "Of several leaders, the one of the party named is meant")]
    [InlineData("[The leader of Norway's Fjord Party|said] no.", "Siv Aas", "opposition")]
    [InlineData("[The Fjord Party leader|said] no.", "Siv Aas", "opposition")]
    public void Leaders(string marked, string speaker, string party) => AssertSpeaker(marked, speaker, party);

    [Fact(DisplayName = "When is not who")]
    public void Times() => AssertSpeaker("[A group of divers Thursday|said] no.", "divers", null);

    [Fact(DisplayName = "An article's own \"we\" is its outlet, or the house its writers name")]
    public void Outlets()
    {
        IReadOnlyList<Attribution> found = MarkedText.Resolve("[We|think] so. [We, the divers of Lenne Harbour,|say] no.", Actors, null, "The Halden Post");
        Assert.Equal(["The Halden Post", "Lenne Harbour"], found.Select(attribution => attribution.Speaker));
    }

    private static void AssertSpeaker(string marked, string speaker, string? party)
    {
        Attribution found = MarkedText.Resolve(marked, Actors)[^1];
        Assert.Equal((speaker, party), (found.Speaker, found.SpeakerParty));
    }
}
