using Demarche.Core;
using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Core.Positions.Confidence;
using Demarche.Core.Reading;
using Demarche.Nlp;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Core.Positions.Confidence;

/// <summary>What is seen of a position and of the article around it.</summary>
public sealed class SignalsTests
{
    private static readonly Lazy<ReadingModels> Models = new(() => ReadingModels.Read(Path.Combine(Repository.Root!, "models", "en")));

    private static readonly PositionBuilder Builder = new(new ActorDirectory(FisheryDispute.Codebook));

    [Fact]
    public void Only_the_first_sentence_on_an_issue_is_its_first()
    {
        const string Text = "Norland demanded joint patrols. Norland wants joint patrols. Norland rejected the harbour toll.";
        Assert.Equal([1, 0, 1], Read(Text, []).Select(r => r.Signals[(int)Signal.FirstOfIssue]));
    }

    [Fact]
    public void An_issue_that_expects_the_holder_to_act_is_its_own()
    {
        const string Text = "Norland defended the harbour toll. Suderia rejected the harbour toll.";
        Assert.Equal([("norland", 1), ("suderia", 0)], Read(Text, []).Select(r => (r.Position.Party!, (int)r.Signals[(int)Signal.OwnIssue])));
    }

    [Fact]
    public void Words_that_only_name_the_matter_are_bare_when_said_and_not_when_wanted()
    {
        const string Text = "Holm said joint patrols.";
        Assert.Equal(1, Value(Text, AttributionType.Statement, Signal.SaidBare));
        Assert.Equal(0, Value(Text, AttributionType.Attitude, Signal.SaidBare));
    }

    [Fact]
    public void The_noun_that_another_issue_hangs_on_holds_it_and_not_the_other_way_round()
    {
        const string Text = "Norland wants joint patrols for an end of the herring embargo.";
        Document document = new Analyzer(Models.Value.Language, Models.Value.Entities).Analyze(Text, null);
        var held = Read(Text, [], document).ToDictionary(r => r.Position.Issue, r => r.Signals[(int)Signal.Holds]);
        Assert.Equal((1, 0), (held["patrol-zone"], held["embargo-end"]));
    }

    [Theory]
    [InlineData("Norland rejected the patrol zone deal and called the harbour toll, which Orsk praised, a theft.", 0)]
    [InlineData("Norland rejected the harbour patrol zone.", 1)]
    public void Another_issue_is_a_rival_in_the_same_member_of_a_list_alone(string text, int rivals) =>
        Assert.Equal(rivals, Read(text, []).Sum(r => r.Signals[(int)Signal.SecondChoice]));

    [Theory]
    [InlineData("Norland agreed to joint patrols.", 0)]
    [InlineData("Norland agreed after the joint patrols.", 1)]
    [InlineData("Norland agreed to joint patrols after the summer.", 0)]
    public void A_matter_that_only_tells_when_is_said_in_an_aside(string text, int aside)
    {
        Document document = new Analyzer(Models.Value.Language, Models.Value.Entities).Analyze(text, null);
        Assert.All(Read(text, [], document), r => Assert.Equal(aside, r.Signals[(int)Signal.InAside]));
        Assert.NotEmpty(Read(text, [], document));
    }

    [Fact]
    public void What_governs_two_matters_is_said_of_the_one_that_fits_better()
    {
        var beside = Read("Norland rejected the harbour toll in the patrol.", []).ToDictionary(r => r.Position.Issue, r => r.Signals[(int)Signal.BetterBeside]);
        Assert.Equal(0, beside["harbour-toll"]);
        Assert.Equal(1, beside["patrol-zone"]);
        Assert.All(Read("Norland rejected the harbour toll. Norland rejected the patrol.", []), r => Assert.Equal(0, r.Signals[(int)Signal.BetterBeside]));
    }

    private static double Value(string text, AttributionType type, Signal signal)
    {
        var attribution = new Attribution
        {
            Id = "a1",
            Kind = AttributionKind.Indirect,
            Type = type,
            Source = [new TextSpan(0, 4)],
            Cue = [new TextSpan(5, 9)],
            Content = [new TextSpan(10, text.Length - 1)],
            Speaker = "Greta Holm",
            SpeakerParty = "norland",
        };
        return Assert.Single(Read(text, [attribution])).Signals[(int)signal];
    }

    private static List<(Position Position, double[] Signals)> Read(string text, IReadOnlyList<Attribution> attributions, Document? document = null) =>
        [.. Builder.Readings(new Article { Id = "x", Text = text }, document ?? new Analyzer().Analyze(text, null), attributions)];
}
