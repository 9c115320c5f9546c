using Demarche.Core.Attributions;
using Demarche.Core.Reading;
using Demarche.Nlp;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Core.Attributions;

/// <summary>
/// One example per pattern. A line reads: source | cue | content, kind and type in front where they matter;
/// pieces of one role are parted by " + ". All countries and people are invented.
/// </summary>
public sealed class AttributionSpecs
{
    [Theory]
    [InlineData(
        "“The dam must be opened,” Prime Minister Oru Tal said.",
        "direct: Prime Minister Oru Tal | said | The dam must be opened,")]
    [InlineData(
        "“The dam must be opened,” said Oru Tal, the prime minister of Norland.",
        "direct: Oru Tal, the prime minister of Norland | said | The dam must be opened,")]
    [InlineData(
        "Tal said: “The dam must be opened.”",
        "direct: Tal | said | The dam must be opened.")]
    [InlineData(
        "“The dam,” Tal told reporters, “must be opened.”",
        "direct: Tal | told | The dam, + must be opened.")]
    [InlineData(
        "“The dam must be opened,” she said. “We have waited long enough.”",
        "direct: she | said | The dam must be opened, + We have waited long enough.")]
    [InlineData(
        "“The dam must be opened,” said Oru Tal, pointing north. “We have waited long enough.”",
        "direct: Oru Tal | said | The dam must be opened, + We have waited long enough.")]
    public void Words_in_quotation_marks_have_their_speaker(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("The dam will stay shut, the Lenne Post quoted Tal as saying on Monday.", "Tal | saying | The dam will stay shut")]
    [InlineData("“The dam must be opened,” the Lenne Post cited the river ministry as saying.", "direct: the river ministry | saying | The dam must be opened,")]
    [InlineData("Tal was quoted by the Lenne Post as saying that the dam leaks.", "Tal | saying | that the dam leaks")]
    [InlineData("Tal has often been quoted as saying the dam leaks.", "Tal | saying | the dam leaks")]
    public void Who_is_quoted_says_it_and_not_the_outlet(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData(
        "“We have waited for years.\n“We will not wait any longer,” Tal said.",
        "direct: Tal | said | We have waited for years. + We will not wait any longer,")]
    public void A_quotation_may_run_over_paragraphs(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData(
        "Tal called the plan “a gift to the smugglers.”",
        "mixed: Tal | called | the plan “a gift to the smugglers.”")]
    public void Reported_words_may_hold_quoted_ones(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData(
        "Foreign Minister Oru Tal said that the dam leaks.",
        "Foreign Minister Oru Tal | said | that the dam leaks")]
    [InlineData("Tal said the dam leaks.", "Tal | said | the dam leaks")]
    [InlineData("The dam leaks, Foreign Minister Oru Tal said.", "Foreign Minister Oru Tal | said | The dam leaks")]
    [InlineData(
        "The dam leaks, said Oru Tal, the foreign minister.",
        "Oru Tal, the foreign minister | said | The dam leaks")]
    [InlineData("The dam, Tal said, would stay closed.", "Tal | said | The dam + would stay closed")]
    [InlineData("Tal, who leads the river party, said the dam was safe.", "Tal, who leads the river party | said | the dam was safe")]
    [InlineData("In a statement on Monday, Tal said the dam would stay closed.", "Tal | said | the dam would stay closed")]
    [InlineData("Tal told reporters on Monday that the dam would stay closed.", "Tal | told | that the dam would stay closed")]
    [InlineData("Norland, however, has repeatedly rejected the plan.", "Norland | has repeatedly rejected | the plan")]
    public void Reported_speech_is_found_on_either_side_of_its_cue(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("The dam leaks, according to the river commission.", "the river commission | according to | The dam leaks")]
    [InlineData("According to the river commission, the dam leaks.", "the river commission | According to | the dam leaks")]
    public void According_to_names_a_source(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData(
        "Tal rejected the plan, adding that the gates would stay shut.",
        "Tal | rejected | the plan", "Tal | adding | that the gates would stay shut")]
    [InlineData(
        "Tal said the talks were useful and called for an immediate halt to the works.",
        "Tal | said | the talks were useful", "Tal | called for | an immediate halt to the works")]
    [InlineData(
        "Tal praised the engineers but warned that the water was rising.",
        "Tal | praised | the engineers", "Tal | warned | that the water was rising")]
    [InlineData(
        "Tal said Norland was “fully ready” for the flood, adding that the gates would open soon.",
        "mixed: Tal | said | Norland was “fully ready” for the flood", "Tal | adding | that the gates would open soon")]
    public void Several_cues_share_a_source(string text, string first, string second) => Check(text, first, second);

    [Theory]
    [InlineData("Norland refused to open the gates.", "attitude, Norland | refused | to open the gates")]
    [InlineData("Norland and Ostia agreed to share the water.", "attitude, Norland and Ostia | agreed | to share the water")]
    [InlineData("Norland seeks a lasting settlement.", "attitude, Norland | seeks | a lasting settlement")]
    [InlineData("Ostia remains committed to the river treaty.", "attitude, Ostia | remains committed to | the river treaty")]
    [InlineData("Ostia is ready to open the gates.", "attitude, Ostia | is ready | to open the gates")]
    [InlineData("Ostia opposes any change to the treaty.", "attitude, Ostia | opposes | any change to the treaty")]
    public void Attitudes_are_kept_apart_from_statements(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("Norland ruled out any change to the treaty.", "Norland | ruled out | any change to the treaty")]
    [InlineData("Tal has repeatedly called for a halt to the works.", "Tal | has repeatedly called for | a halt to the works")]
    [InlineData("Tal urged both sides to return to the talks.", "Tal | urged | both sides to return to the talks")]
    public void A_cue_reaches_from_its_auxiliaries_to_the_word_that_leads_on(string text, string expected) =>
        Check(text, expected);

    [Theory]
    [InlineData(
        "Tal welcomed Ostia's call for an immediate halt to the works.",
        "Tal | welcomed | Ostia's call for an immediate halt to the works",
        "inside a1, Ostia | call for | an immediate halt to the works")]
    [InlineData(
        "Norland does not seek a quarrel, Tal said.",
        "inside a2, attitude, Norland | does not seek | a quarrel",
        "Tal | said | Norland does not seek a quarrel")]
    [InlineData(
        "Tal said Ostia's government demanded a halt to the works.",
        "Tal | said | Ostia's government demanded a halt to the works",
        "inside a1, Ostia's government | demanded | a halt to the works")]
    public void Stances_inside_anothers_words_name_what_holds_them(string text, string first, string second) =>
        Check(text, first, second);

    [Theory]
    [InlineData(
        "Norland remains “open to” a new treaty, the minister said.",
        "inside a2, attitude, Norland | remains “open to | a new treaty",
        "mixed: the minister | said | Norland remains “open to” a new treaty")]
    [InlineData(
        "Ostia remains “fully committed” to the treaty, the minister stressed.",
        "inside a2, attitude, Ostia | remains “fully committed” to | the treaty",
        "mixed: the minister | stressed | Ostia remains “fully committed” to the treaty")]
    public void Quotation_marks_may_stand_inside_a_cue(string text, string first, string second) => Check(text, first, second);

    [Fact]
    public void An_aside_tells_who_else_holds_what_the_clause_says() => Check(
        "Norland remains committed to the river treaty, as agreed by Oru Tal and Mara Orde during the talks, the minister said.",
        "inside a2, attitude, Norland | remains committed to | the river treaty",
        "inside a3, attitude, Oru Tal and Mara Orde | as agreed | Norland remains committed to the river treaty",
        "the minister | said | Norland remains committed to the river treaty, as agreed by Oru Tal and Mara Orde during the talks");

    [Theory]
    [InlineData("The works were condemned by foreign observers as illegal and dangerous.", "foreign observers | were condemned | The works + as illegal and dangerous")]
    public void A_judgement_passed_by_somebody_is_content(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("It was reported that the dam had been damaged.", " | was reported | that the dam had been damaged")]
    public void A_passive_may_name_nobody(string text, string expected) => Check(text, expected);

    [Theory]
    [InlineData("Minister: No talks before May", "Minister | : | No talks before May")]
    [InlineData("No talks before May, minister says", "minister | says | No talks before May")]
    public void Headlines_name_their_speaker_before_or_after(string text, string expected) => Check(text, expected);

    [Fact]
    public void Transcripts_name_the_speaker_of_each_paragraph() => Check(
        "The talks\nTAL: The gates are old.\nORDE: They are safe.",
        "TAL | : | The gates are old",
        "ORDE | : | They are safe");

    [Theory]
    [InlineData("The gates opened at noon and the water fell by two meters.")]
    [InlineData("Norland lies north of the river.")]
    public void Plain_narration_attributes_nothing(string text) => Check(text);

    [Fact]
    public void Furniture_is_not_read()
    {
        const string Text = "Tal said the dam leaks.\nThe editor said readers should subscribe.";
        Document document = new Analyzer().Analyze(Text);
        var furniture = new Furniture(new TextSpan(24, Text.Length), "appeal");

        Attribution only = Assert.Single(new AttributionExtractor().Extract(document, [furniture]));

        Assert.Equal("Tal", only.Source[0].Of(Text));
    }

    private static void Check(string text, params string[] expected) =>
        Assert.Equal(expected, Read(text));

    private static List<string> Read(string text)
    {
        Document document = new Analyzer().Analyze(text);
        return [.. new AttributionExtractor().Extract(document, []).Select(a => AttributionLine.Of(text, a))];
    }
}
