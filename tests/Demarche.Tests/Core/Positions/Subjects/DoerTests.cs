using Demarche.Core;
using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Core.Positions.Subjects;
using Demarche.Nlp;
using Xunit;

namespace Demarche.Tests.Core.Positions.Subjects;

public sealed class DoerTests
{
    private static readonly Codebook Codebook = new()
    {
        Dispute = "strait",
        Parties =
        [
            new Party { Id = "norland", Name = "Norland", Names = ["Norland", "Norlandic"] },
            new Party { Id = "suderia", Name = "Suderia", Names = ["Suderia", "Suderian"] },
        ],
        Issues = [new Issue { Id = "toll", Label = "Harbour toll" }],
    };

    private static readonly Lazy<Analyzer> Reader = new(() =>
    {
        ReadingModels models = ReadingModels.Read(Path.Combine(Repository.Root!, "models", "en"));
        return new Analyzer(models.Language, models.Entities);
    });

    private static readonly Vocabulary Vocabulary = new();

    private static readonly MentionScanner Scanner = new(new ActorDirectory(Codebook));

    [Theory]
    [InlineData("Norland raised the toll on Monday.", "norland")]
    [InlineData("Suderia wants Norland to lift the toll.", "norland")]
    [InlineData("Suderia urged Norland to lift the toll.", "norland")]
    [InlineData("Suderia called on Norland to lift the toll.", "norland")]
    [InlineData("Suderia agreed to lift the toll.", "suderia")]
    [InlineData("Suderia has no plans to lift the toll.", "suderia")]
    [InlineData("The toll was lifted by Suderia.", "suderia")]
    [InlineData("Suderia praised the toll imposed by Norland.", "norland")]
    [InlineData("Suderia praised the toll that Norland imposed.", "norland")]
    [InlineData("Voss condemned Norland's decision to raise the toll.", "norland")]
    [InlineData("The Suderian cabinet lifted the toll.", "suderia")]
    public void Whoever_tells_it_or_asks_for_it_the_party_that_is_to_act_is_found(string sentence, string doer) => Assert.Equal(doer, DoerOf(sentence));

    [Theory]
    [InlineData("Suderia condemned the toll.")]
    [InlineData("The toll rose on Monday.")]
    [InlineData("Pilots in Suderia pay the toll.")]
    [InlineData("The toll was lifted on Monday.")]
    [InlineData("The company raised the toll.")]
    public void Where_no_party_is_told_to_act_there_is_none(string sentence) => Assert.Null(DoerOf(sentence));

    [Theory]
    [InlineData("we will lift the toll", true, "norland")]
    [InlineData("it will lift the toll", false, "norland")]
    [InlineData("it will lift the toll", true, null)]
    public void A_pronoun_means_the_speaker_where_it_may(string words, bool isQuoted, string? doer) =>
        Assert.Equal(doer, DoerOf(words, new ActorMatch("Norland", "norland", false), isQuoted));

    [Theory]
    [InlineData("Suderia wants Norland to lift its toll.", "norland")]
    [InlineData("Suderia refused to lift its toll.", "suderia")]
    [InlineData("The pilots resent its toll.", null)]
    public void Its_means_whoever_acts(string sentence, string? owner)
    {
        CodedText text = Read(sentence);
        Assert.Equal(owner, Doer.OwnerBy(text, WordAt(text, "it"), null, false));
    }

    [Fact]
    public void Without_trees_nobody_is_found() => Assert.Null(Doer.Of(new CodedText("Norland raised the toll.", Vocabulary, Scanner, null), [3], null, false));

    [Fact]
    public void Of_no_matter_there_is_none() => Assert.Null(Doer.Of(Read("Norland raised the toll."), [], null, false));

    private static string? DoerOf(string sentence, ActorMatch? speaker = null, bool isQuoted = false)
    {
        CodedText text = Read(sentence);
        return Doer.Of(text, [WordAt(text, "toll")], speaker, isQuoted);
    }

    private static CodedText Read(string sentence) => new(sentence, Vocabulary, Scanner, null, Reader.Value.Analyze(sentence, null));

    private static int WordAt(CodedText text, string key) => Enumerable.Range(0, text.Words.Count).First(i => text.Words.Key(i) == key);
}
