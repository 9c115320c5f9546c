using Demarche.Core;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Core.Positions;

/// <summary>What the trees of the shipped model show of a stance: denials, contrasts, verdicts on what a cue governs, and who acts to bring a thing about.</summary>
public sealed class TreeStanceTests
{
    private static readonly Lazy<ArticlePipeline> Pipeline = new(() => new ArticlePipeline(FisheryDispute.Codebook, ReadingModels.Read(Path.Combine(Repository.Root!, "models", "en"))));

    [Theory]
    [InlineData("Holm said joint patrols posed no danger to the herring.", Direction.Supports)]
    [InlineData("Holm said joint patrols posed a danger to the herring.", Direction.Opposes)]
    [InlineData("\"No more joint patrols,\" Holm said.", Direction.Opposes)]
    [InlineData("\"Nobody wants joint patrols,\" Holm said.", Direction.Opposes)]
    [InlineData("\"No fisherman wants joint patrols,\" Holm said.", Direction.Opposes)]
    [InlineData("Under no circumstances would Norland accept joint patrols, Holm said.", Direction.Opposes)]
    public void A_denial_counts_wherever_it_hangs(string text, Direction direction) => AssertPatrols(text, "norland", direction);

    [Theory]
    [InlineData("Norland prefers radar stations to joint patrols.")]
    [InlineData("Norland would rather build radar stations than joint patrols.")]
    public void What_is_wanted_less_is_turned_down(string text) => AssertPatrols(text, "norland", Direction.Opposes);

    [Fact]
    public void Behind_but_stands_the_verdict_that_holds() => AssertPatrols("Holm said the joint patrols were regrettable but necessary.", "norland", Direction.Supports);

    [Theory]
    [InlineData("Holm called the joint patrols unworkable.")]
    [InlineData("Holm sees the joint patrols as a threat to the herring.")]
    [InlineData("Holm condemned the joint patrols as irresponsible.")]
    [InlineData("Holm said the joint patrols were too small to matter.")]
    public void A_verdict_on_what_the_cue_governs_counts_once(string text) => AssertPatrols(text, "norland", Direction.Opposes);

    [Theory]
    [InlineData("Suderia marched on the harbour to stop joint patrols.", Direction.Opposes)]
    [InlineData("Suderia is opposed to joint patrols.", Direction.Opposes)]
    [InlineData("Suderia would sign up for joint patrols if the herring came back.", Direction.Supports)]
    public void Who_acts_for_an_end_wants_it(string text, Direction direction) => AssertPatrols(text, "suderia", direction);

    [Theory]
    [InlineData("Holm stopped short of condemning joint patrols.")]
    [InlineData("Holm will decide next week whether to hold joint patrols.")]
    [InlineData("Holm insisted that no decision had been taken on joint patrols.")]
    public void What_is_withheld_or_open_tells_no_stance(string text) => Assert.Empty(Read(text));

    [Theory]
    [InlineData("Norland has given up its plans for joint patrols.", Direction.Opposes)]
    [InlineData("Norland has not given up its plans for joint patrols.", Direction.Supports)]
    public void What_is_not_given_up_stands(string text, Direction direction) => AssertPatrols(text, "norland", direction);

    // "Norland would strike if members" is no phrase for people of Norland.
    [Fact]
    public void A_party_ends_before_the_verb_of_its_clause() =>
        Assert.Contains(Read("Holm said Norland would start joint patrols if members of the council agreed."), p => p is { Issue: "patrol-zone", Party: "norland", Stance: Stance.Conditional });

    [Fact]
    public void Members_speak_for_their_party() => AssertPatrols("Members of Norland's government rejected joint patrols.", "norland", Direction.Opposes);

    [Fact]
    public void Providing_opens_no_condition() =>
        Assert.Equal(Stance.Supports, Assert.Single(Read("Norland will provide joint patrols with boats."), p => p.Issue == "patrol-zone").Stance);

    [Theory]
    [InlineData("Norland tied joint patrols to a higher cod quota.")]
    [InlineData("Norland made joint patrols dependent on a higher cod quota.")]
    public void What_is_tied_to_another_thing_is_had_only_with_it(string text) =>
        Assert.Equal(Stance.Conditional, Assert.Single(Read(text), p => p is { Issue: "patrol-zone", Party: "norland" }).Stance);

    [Fact]
    public void A_noun_that_is_a_tie_ties_nothing() =>
        Assert.Equal(Stance.Supports, Assert.Single(Read("Norland called for joint patrols and a ferry link to the islands."), p => p.Issue == "patrol-zone").Stance);

    [Theory]
    [InlineData("Suderia has buried the joint patrols.", Direction.Opposes)]
    [InlineData("Suderia will host the joint patrols.", Direction.Supports)]
    public void Some_words_do_something_as_verbs_of_the_matter(string text, Direction direction) => AssertPatrols(text, "suderia", direction);

    [Fact]
    public void As_anything_else_they_do_nothing() => AssertPatrols("Suderia is for joint patrols off the buried harbour.", "suderia", Direction.Supports);

    private static void AssertPatrols(string text, string party, Direction direction) =>
        Assert.Equal(direction, Assert.Single(Read(text), p => p.Issue == "patrol-zone" && p.Party == party).Direction);

    private static IReadOnlyList<Position> Read(string text) => Pipeline.Value.Code(new Article { Id = "x", Text = text, Published = new DateOnly(2031, 5, 15) }).Positions;
}
