using Demarche.Core;
using Demarche.Core.Exchange;
using Demarche.Core.Parties;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Specs;

/// <summary>Sentences as plain as news can be, about an invented strait: what they say must be read, whatever the figures on harder texts are.</summary>
public sealed class PlainSentenceSpecs
{
    private static readonly string Folder = Path.Combine(Repository.Root ?? "", "tests", "Demarche.Tests", "Specs", "Plain");

    private static readonly Lazy<ArticlePipeline> Pipeline = new(() => new ArticlePipeline(
        CodebookReader.ReadFile(Path.Combine(Folder, "codebook.yaml")).Codebook, ReadingModels.Read(Path.Combine(Repository.Root!, "models", "en"))));

    /// <summary>Sentence and expected positions, as "party issue stance"; none for a sentence that tells of no stance.</summary>
    public static TheoryData<string, string[]> Sentences()
    {
        var data = new TheoryData<string, string[]>();
        foreach (string line in File.ReadLines(Path.Combine(Folder, "sentences.txt")))
        {
            string[] parts = line.Split(" | ");
            data.Add(parts[0], parts[1] == "-" ? [] : parts[1].Split(", "));
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void What_a_plain_sentence_says_is_read(string sentence, string[] expected)
    {
        CodedArticle coded = Pipeline.Value.Code(new Article { Id = "x", Text = sentence, Published = new DateOnly(2031, 5, 15) });
        string[] read = [.. coded.Positions.Select(position => $"{position.Party} {position.Issue} {Words.Of(position.Stance)}")];
        if (expected.Length == 0)
        {
            Assert.Empty(read);
        }

        Assert.All(expected, position => Assert.Contains(position, read));
    }
}
