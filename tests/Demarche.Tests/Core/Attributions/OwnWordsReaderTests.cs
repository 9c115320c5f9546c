using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Core.Reading;
using Demarche.Nlp;
using Xunit;

namespace Demarche.Tests.Core.Attributions;

public sealed class OwnWordsReaderTests
{
    private static readonly Codebook Codebook = new()
    {
        Dispute = "lighthouse",
        Issues = [],
        Parties =
        [
            new Party
            {
                Id = "norland",
                Name = "Norland",
                Names = ["Norland"],
                Bodies = [new Actor { Name = "Norland harbour ministry", Names = ["Ministry of Harbours"] }],
                People = [new Actor { Name = "Greta Holm", Role = "Harbour Minister", Names = ["Holm"] }],
            },
            new Party { Id = "suderia", Name = "Suderia", Names = ["Suderia"], People = [new Actor { Name = "Pavel Orsk", Role = "Prime Minister", Names = ["Orsk"] }] },
            new Party { Id = "keepers", Name = "Keepers' Guild", Names = ["Keepers' Guild", "the Guild"] },
            new Party { Id = "mediator", Name = "Westmark", Names = ["Westmark"] },
        ],
    };

    [Theory]
    [InlineData("Ministry of Harbours", "norland")]
    [InlineData("Keepers' Guild", "keepers")]
    [InlineData("The Norland Herald", null)]
    [InlineData("Norland News Agency", null)]
    [InlineData("Voice of Suderia", null)]
    [InlineData("", null)]
    public void A_text_is_its_outlet_s_own_where_the_outlet_is_a_party_or_a_body_of_it(string outlet, string? party)
    {
        Assert.Equal(party, IssuerOf(Read("The lamp stays dark. It will be lit in May.", outlet: outlet)));
    }

    [Theory]
    [InlineData("Statement by the Keepers' Guild on the lamp", "We want the lamp lit.", "keepers")]
    [InlineData("Full text of the statement by Pavel Orsk", "I want the lamp lit.", "suderia")]
    [InlineData("Statement by Keepers' Guild angers fishermen", "The guild said “we want the lamp lit”.", null)]
    [InlineData("Statement by the Keepers' Guild on the lamp", "The fishermen called it a joke.", null)]
    [InlineData("Angry statement by the Keepers' Guild", "We want the lamp lit.", null)]
    public void A_heading_names_the_issuer_of_a_text_that_says_we(string title, string text, string? party)
    {
        Assert.Equal(party, IssuerOf(Read(text, title: title)));
    }

    [Fact]
    public void A_heading_may_stand_in_the_text_and_notes_below_it_are_left_out()
    {
        const string Text = "Bulletin of the Keepers' Guild\nBrothers and sisters,\nWe want the lamp lit.\nNotes to editors\nThe lamp is from 1902.";
        OwnWords own = Assert.Single(Read(Text));
        Assert.Equal("keepers", own.Speaker.PartyId);
        Assert.EndsWith("We want the lamp lit.", own.Span.Of(Text), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_agreed_is_said_by_all_who_agree_and_not_by_their_host()
    {
        const string Text = "Joint Statement\nThe Prime Minister of Suderia and the government of Norland, meeting at the invitation of Westmark, have agreed as follows:\n"
            + "The parties will light the lamp.\nDone on 3 May.";
        OwnWords own = Assert.Single(Read(Text, outlet: "Westmark"));
        Assert.Equal(["suderia", "norland"], own.Speaker.Members.Select(member => member.PartyId));
        Assert.StartsWith("The parties will light", own.Span.Of(Text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_ends_its_sentence_elsewhere_is_no_agreement() =>
        Assert.Empty(Read("Suderia and Norland agreed as follows on Monday.\nThe lamp will be lit.\nNobody cheered."));

    [Fact]
    public void Every_other_paragraph_of_an_interview_is_an_answer()
    {
        const string Text = "Greta Holm meets us at the pier.\nWill the lamp be lit?\nNo.\nNot even in a storm?\nNot even then.\nOrsk says that you are stubborn.\nHe knows.\nAnd the toll?\nIt stays.";
        IReadOnlyList<OwnWords> own = Read(Text, title: "“It stays dark”: an interview with Greta Holm");
        Assert.Equal(["No.", "Not even then.", "He knows.", "It stays."], own.Select(words => words.Span.Of(Text)));
        Assert.All(own, words => Assert.Equal("Greta Holm", words.Speaker.Name));
    }

    [Fact]
    public void What_an_interviewer_puts_to_somebody_is_a_question_too()
    {
        const string Text = "Greta Holm meets us at the pier.\nWill the lamp be lit?\nNo.\nYour sailors want it.\nThey do.\nNot even in a storm?\nNot even then.\nSome say you are stubborn.\nI am.\nAnd the toll?\nIt stays.\nThe last one: the gulls.\nI like gulls.";
        IReadOnlyList<OwnWords> own = Read(Text, title: "“It stays dark”: an interview with Greta Holm");
        Assert.Equal(["No.", "They do.", "Not even then.", "I am.", "It stays.", "I like gulls."], own.Select(words => words.Span.Of(Text)));
    }

    [Theory]
    [InlineData("Why is the lamp dark?\nNobody knows.\nHolm says it is the oil.\nIs it?\nOrsk doubts it.\nSo do we.")]
    [InlineData("Will it be lit?\nNo.\nEver?\nNo.\nReally?\nNo.")]
    public void Questions_of_a_writer_or_to_nobody_named_make_no_interview(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n?\n?\n")]
    [InlineData("have agreed as follows:")]
    public void Scraps_are_nobody_s(string text) => Assert.Empty(Read(text, title: "Statement by"));

    private static string? IssuerOf(IReadOnlyList<OwnWords> own) => own is [{ } all] ? all.Speaker.PartyId : null;

    private static IReadOnlyList<OwnWords> Read(string text, string? title = null, string? outlet = null) =>
        new OwnWordsReader(new ActorDirectory(Codebook)).Read(new Article { Id = "x", Text = text, Title = title, Outlet = outlet }, new Analyzer().Analyze(text), null);
}
