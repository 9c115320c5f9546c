using Demarche.Core.Parties;
using Demarche.Core.Positions;
using Demarche.Core.Positions.Issues;
using Demarche.Core.Positions.Subjects;
using Demarche.Core.Positions.Wording;
using Demarche.Nlp.Words;
using Xunit;

namespace Demarche.Tests.Core.Positions.Issues;

public sealed class IssueMeaningsTests
{
    private static readonly Codebook Codebook = new()
    {
        Dispute = "strait",
        Parties = [new Party { Id = "norland", Name = "Norland", Names = ["Norland"] }],
        Issues = [new Issue { Id = "toll", Label = "Harbour toll" }, new Issue { Id = "truce", Label = "Armistice", Terms = ["truce"] }],
    };

    private static readonly WordVectors Words = new WordVectorsBuilder(new WordVectorsOptions { Words = 5, Granularities = [2], Passes = 1 })
        .Build([("toll", [1f, 0f]), ("harbour", [0.9f, 0.3f]), ("levy", [0.95f, 0.2f]), ("armistice", [0f, 1f]), ("truce", [0.1f, 0.9f])]);

    private readonly Vocabulary _vocabulary = new();
    private readonly MentionScanner _scanner = new(new ActorDirectory(Codebook));
    private readonly IssueMeanings _meanings;

    public IssueMeaningsTests() => _meanings = new IssueMeanings(Codebook, _vocabulary, _scanner, new MeaningVectors(Words));

    [Fact]
    public void Words_that_mean_an_issue_leave_little_to_the_others_though_none_of_its_words_stands_there()
    {
        Assert.InRange(ShareOfOthers("a levy", 0), 0, 0.2);
        Assert.InRange(ShareOfOthers("a levy", 1), 0.8, 1);
    }

    [Fact]
    public void Sharpness_makes_the_nearest_issue_stand_out() =>
        Assert.True(ShareOfOthers("a levy", 0, 20) < ShareOfOthers("a levy", 0, 2));

    [Fact]
    public void An_issue_that_is_ruled_out_takes_no_share() => Assert.Equal(0, ShareOfOthers("a levy", 1, ruledOut: [0]));

    [Theory]
    [InlineData("a skarrow")]
    [InlineData("Norland")]
    [InlineData(", ,")]
    public void Of_words_nobody_knows_and_of_names_nothing_speaks_for_another_issue(string words) =>
        Assert.Equal(0, ShareOfOthers(words, 0));

    private double ShareOfOthers(string words, int issue, double sharpness = 8, int[]? ruledOut = null)
    {
        var text = new CodedText(words, _vocabulary, _scanner, null);
        return IssueMeanings.ShareOfOthers(_meanings.Nearness(text, new WordRange(0, text.Words.Count)), issue, sharpness, ruledOut ?? []);
    }
}
