using Demarche.Cli;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;
using Demarche.Tests.Contracts;
using Xunit;

namespace Demarche.Tests.App.Cli;

/// <summary>Reviewing by keys, the keys given by the test.</summary>
public sealed class ReviewLoopTests : LedgerFixture
{
    private const string Codebook =
        """
        dispute: strait
        parties:
          - {id: norland, name: Norland, names: [Norland]}
          - {id: sund, name: Sund, names: [Sund]}
        issues:
          - {id: ferry-service, label: Ferries sail, terms: [ferries sail]}
          - {id: toll, label: Toll, terms: [toll]}
        """;

    public ReviewLoopTests()
    {
        Ledger.SetCodebook(Codebook);
        Ledger.Add(LedgerSamples.Article());
    }

    [Fact]
    public void Right_and_wrong_are_one_key_each_and_the_least_sure_line_comes_first()
    {
        // The toll has confidence 0.6, the ferries 0.8.
        Review("ra");
        Assert.Equal(["reject toll", "accept ferry-service"], Ledger.Corrections().Select(Told));
        Assert.All(Ledger.Corrections(), correction => Assert.Equal("ann", correction.Author));
    }

    [Fact]
    public void A_field_is_changed_and_a_wrong_value_is_asked_again()
    {
        Review("eg" + "eg" + "ep" + "q", "9", "4", "sund");
        Position toll = Line("toll").Position;
        Assert.Equal((4, "sund"), (toll.Strength, toll.Party));
        Assert.Equal(2, Ledger.Corrections().Count);
    }

    [Fact]
    public void The_evidence_moves_to_words_of_the_article_and_to_no_others()
    {
        Review("vvq", "words of another article", "rejects a toll");
        Assert.Equal("rejects a toll", Line("toll").Evidence);
    }

    [Fact]
    public void A_missed_position_is_added_with_its_evidence()
    {
        Review("nq", "Talks on the strait resumed", "sund", "Olaf Sund", "toll", "against", "2", "assert");
        LedgerEntry added = Ledger.Positions(new LedgerQuery { Party = "sund" }).Single();
        Assert.Equal(("Talks on the strait resumed", -2, LineState.Added), (added.Evidence, added.Position.SignedStrength, added.State));
    }

    [Fact]
    public void Taking_back_returns_to_the_line_and_goes_on_without_end()
    {
        Review("aa");
        Review("uuuq", all: true);
        Assert.All(Ledger.Positions(), entry => Assert.Equal(LineState.Machine, entry.State));
        Assert.Equal(4, Ledger.Corrections().Count);
    }

    [Fact]
    public void Merging_and_splitting_ask_for_the_other_name()
    {
        Review("mq", "Kingdom of Norland");
        Assert.Equal("Kingdom of Norland", Line("toll").Position.Holder);
        Review("sq", "Norland");
        Assert.Equal("Norland", Line("toll").Position.Holder);
    }

    [Fact]
    public void The_end_of_the_input_stops_and_skipping_decides_nothing()
    {
        Review(" b j");
        Assert.Empty(Ledger.Corrections());
    }

    private string Told(Correction correction, int index) =>
        $"{correction.Kind.ToString().ToLowerInvariant()} {Ledger.Positions(new LedgerQuery { IncludeRejected = true }).Single(line => line.Key == correction.Target).Position.Issue}";

    private LedgerEntry Line(string issue) => Ledger.Positions(new LedgerQuery { Issue = issue }).First();

    private void Review(string keys, params string[] answers) => Review(keys, false, answers);

    private void Review(string keys, bool all, params string[] answers)
    {
        var typed = new Queue<char>(keys);
        var said = new Queue<string>(answers);
        ReviewCommand.Walk(
            Ledger,
            new ReviewDesk(Ledger, "ann", isBlind: false),
            new LedgerQuery(),
            all,
            (() => typed.TryDequeue(out char key) ? key : null, _ => said.TryDequeue(out string? answer) ? answer : null));
    }
}
