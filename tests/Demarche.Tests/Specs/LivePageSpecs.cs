using Demarche.Core;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Core.Reading;
using Demarche.Tests.Core.Positions;
using Xunit;

namespace Demarche.Tests.Specs;

/// <summary>Live pages and front pages: who speaks is named before a colon with the place or the occasion, or left out once it is plain.</summary>
public sealed class LivePageSpecs
{
    private static readonly Lazy<ReadingModels> Models = new(() => ReadingModels.Read(Path.Combine(Repository.Root!, "models", "en")));

    [Theory]
    [InlineData("17:05 - Norland's Fisheries Minister Greta Holm in a radio address: joint patrols must begin at once.")]
    [InlineData("The ferry is late.\nGreta Holm, on her way to the boat: \"We want joint patrols.\"")]
    public void A_name_the_occasion_and_a_colon_open_a_statement(string text)
    {
        Position position = Single(text);
        Assert.Equal(("Greta Holm", "norland", "patrol-zone"), (position.Holder, position.Party, position.Issue));
        Assert.Equal(Stance.Supports, position.Stance);
    }

    [Theory]
    [InlineData("Three questions on Norland in brief: the joint patrols were late.")]
    [InlineData("Weather in the strait: joint patrols may be late, storms are near.")]
    public void A_matter_and_a_colon_do_not(string text) => Assert.DoesNotContain(Read(text), position => position.Holder == "Greta Holm");

    [Fact]
    public void A_sentence_without_a_subject_goes_on_with_the_speaker()
    {
        Position position = Read("8:20 pm\nGreta Holm on the evening news. Says joint patrols must begin at once.").Single(p => p.Issue == "patrol-zone");
        Assert.Equal("Greta Holm", position.Holder);
    }

    [Theory]
    [InlineData("Greta Holm said Norland would lift the embargo on herring, with her own hands if need be.")]
    [InlineData("Greta Holm said Norland would lift the embargo on herring at night if necessary.")]
    [InlineData("Greta Holm said lifting the embargo was not subject to debate.")]
    public void A_phrase_that_only_strengthens_is_no_condition(string text) => Assert.All(Read(text), position => Assert.Null(position.Condition));

    [Fact]
    public void A_condition_told_inside_what_is_said_binds_it() =>
        Assert.Contains(
            Read("Greta Holm answered that joint patrols were ready to sail if Norland gave the order."),
            position => position.Condition is { } condition && condition.Start > 0 && position.Issue == "patrol-zone");

    [Fact]
    public void A_real_condition_stays() =>
        Assert.Contains(Read("Greta Holm said Norland would lift the embargo on herring if Suderia agreed to joint patrols."), position => position.Condition is not null);

    [Fact]
    public void The_month_of_a_date_is_no_march()
    {
        Codebook codebook = FisheryDispute.Codebook with
        {
            Issues = [new Issue { Id = "march", Label = "March to the harbour", Definition = "Fishermen march.", Terms = ["march"] }],
        };
        Assert.Empty(Read("Greta Holm said she wanted the quota to be shared from 5 March.", codebook));
        Assert.NotEmpty(Read("Greta Holm said she wanted the march.", codebook));
    }

    private static Position Single(string text) => Assert.Single(Read(text), position => position.Issue == "patrol-zone");

    private static IReadOnlyList<Position> Read(string text, Codebook? codebook = null)
    {
        Assert.SkipWhen(Repository.Root is null, "The tests do not run in a checkout.");
        var pipeline = new ArticlePipeline(codebook ?? FisheryDispute.Codebook, Models.Value);
        return pipeline.Code(new Article { Id = "x", Text = text, Published = new DateOnly(2031, 5, 7) }).Positions;
    }
}
