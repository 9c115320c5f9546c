using Demarche.Core.Attributions;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Nlp;
using Demarche.Nlp.Text;
using Xunit;

namespace Demarche.Tests.Core.Positions.Candidates;

/// <summary>A verdict on what another asks for is the stance of the one who gives it, and leaves the other's alone.</summary>
public sealed class WordsJudgedTests
{
    [Theory]
    [InlineData("Holm called Suderia's demand for joint patrols unrealistic.", "called", "unrealistic", Stance.Opposes)]
    [InlineData("Holm described Suderia's demand for joint patrols as absurd.", "described", "as absurd", Stance.Opposes)]
    [InlineData("Holm said Suderia's demand for joint patrols was a farce.", "said", "was a farce", Stance.Opposes)]
    [InlineData("Holm said Suderia's demand for joint patrols was not absurd.", "said", "was not absurd", Stance.Supports)]
    [InlineData("Holm called Suderia's demand for joint patrols reasonable.", "called", "reasonable", Stance.Supports)]
    public void The_judge_holds_the_verdict_and_the_judged_what_is_asked(string text, string cue, string verdict, Stance stance)
    {
        IReadOnlyList<Position> positions = Read(text, cue, "joint patrols " + verdict);
        Assert.Equal(Stance.Supports, positions.Single(p => p.Party == "suderia").Stance);
        Assert.Equal(stance, positions.Single(p => p.Party == "norland").Stance);
    }

    [Fact]
    public void Without_a_verdict_the_judge_holds_nothing() =>
        Assert.Equal(["suderia"], Read("Holm heard Suderia's demand for joint patrols.", "heard", "joint patrols").Select(p => p.Party));

    [Fact]
    public void A_verdict_that_is_asked_for_itself_is_none_on_the_asking() =>
        Assert.DoesNotContain(Read("Holm said Suderia's demand for useless joint patrols stood.", "said", "useless joint patrols stood"), p => p.Party == "norland");

    private static IReadOnlyList<Position> Read(string text, string cue, string asked)
    {
        TextSpan At(string words) => new(text.IndexOf(words, StringComparison.Ordinal), text.IndexOf(words, StringComparison.Ordinal) + words.Length);
        var outer = new Attribution
        {
            Id = "a1",
            Kind = AttributionKind.Indirect,
            Cue = [At(cue)],
            Content = [new TextSpan(At("Suderia").Start, text.Length - 1)],
            Speaker = "Greta Holm",
            SpeakerParty = "norland",
        };
        Attribution inner = outer with { Id = "a2", ParentId = "a1", Cue = [At("demand for")], Content = [At(asked)], Speaker = "Suderia", SpeakerParty = "suderia" };
        return new PositionBuilder(new ActorDirectory(FisheryDispute.Codebook))
            .Build(new Article { Id = "x", Text = text }, new Analyzer().Analyze(text), [outer, inner]);
    }
}
