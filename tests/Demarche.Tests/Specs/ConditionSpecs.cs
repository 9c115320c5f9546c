using Demarche.Core;
using Demarche.Core.Exchange;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Tests.Core.Positions;
using Xunit;

namespace Demarche.Tests.Specs;

/// <summary>What waits for something else, and what only tells the time; clauses that lead or follow another's words.</summary>
public sealed class ConditionSpecs
{
    private static readonly Lazy<ArticlePipeline> Pipeline = new(
        () => new ArticlePipeline(FisheryDispute.Codebook, ReadingModels.Read(Path.Combine(Repository.Root!, "models", "en"))));

    [Theory]
    [InlineData("Holm said there would be no joint patrols until the embargo had been lifted.", "patrol-zone conditional, embargo-end supports")]
    [InlineData("Holm said Norland would not accept joint patrols before Suderia apologised.", "patrol-zone conditional")]
    [InlineData("Norland will lift the embargo when the last boat has left the strait, Holm said.", "embargo-end conditional")]
    [InlineData("Norland made an end of the herring embargo a condition for joint patrols.", "patrol-zone conditional, embargo-end supports")]
    [InlineData("Norland tied joint patrols to an end of the herring embargo.", "patrol-zone conditional, embargo-end supports")]
    [InlineData("Only if the embargo is lifted will Norland accept joint patrols, Holm said.", "patrol-zone conditional")]
    public void What_is_refused_until_something_comes_or_tied_to_it_waits_for_it(string text, string expected) =>
        Assert.All(expected.Split(", "), position => Assert.Contains(position, Read(text)));

    [Theory]
    [InlineData("Holm said joint patrols would go on until the summer.", "patrol-zone supports")]
    [InlineData("Norland will not accept joint patrols before the summer, Holm said.", "patrol-zone opposes")]
    public void A_time_is_no_condition(string text, string expected) => Assert.Contains(expected, Read(text));

    [Theory]
    [InlineData("Holm condemned the harbour toll as blackmail.", "harbour-toll opposes")]
    [InlineData("Holm boycotted the joint patrols.", "patrol-zone opposes")]
    [InlineData("Orsk ignored calls to lift the embargo.", "embargo-end opposes")]
    [InlineData("Orsk has not excluded joint patrols.", "patrol-zone supports")]
    [InlineData("Although it accepts the harbour toll, Suderia insists on joint patrols.", "patrol-zone supports")]
    [InlineData("Although Suderia accepts the harbour toll, it insists on joint patrols.", "patrol-zone supports")]
    [InlineData("While it welcomed joint patrols, Suderia said more was needed.", "patrol-zone supports")]
    public void Who_condemns_ignores_or_concedes_takes_a_stance(string text, string expected) => Assert.Contains(expected, Read(text));

    [Theory]
    [InlineData("Holm declined to say whether Suderia would accept joint patrols.")]
    [InlineData("Norland did not respond to the proposal of joint patrols.")]
    public void Silence_is_told_of_nobody(string text) => Assert.Empty(Read(text));

    [Fact]
    public void What_another_is_to_guarantee_is_no_stance_of_the_other() =>
        Assert.DoesNotContain(Positions("Norland is seeking a guarantee that Suderia will lift the embargo."), p => p.Party == "suderia");

    private static IEnumerable<string> Read(string text) => Positions(text).Select(p => $"{p.Issue} {Words.Of(p.Stance)}");

    private static IReadOnlyList<Position> Positions(string text)
    {
        Assert.SkipWhen(Repository.Root is null, "The tests do not run in a checkout.");
        return Pipeline.Value.Code(new Article { Id = "x", Text = text, Published = new DateOnly(2031, 5, 7) }).Positions;
    }
}
