using Demarche.Core;
using Demarche.Core.Exchange;
using Demarche.Core.Parties;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Specs;

/// <summary>Sentences as plain as news can be, each file about an invented dispute: what they say must be read, whatever the figures on harder texts are.</summary>
public sealed class PlainSentenceSpecs
{
    private static readonly string Folder = Path.Combine(Repository.Root ?? "", "tests", "Demarche.Tests", "Specs", "Plain");

    private static readonly Lazy<ReadingModels> Models = new(() => ReadingModels.Read(Path.Combine(Repository.Root!, "models", "en")));

    private static readonly Dictionary<string, Lazy<ArticlePipeline>> Pipelines = Directory.GetFiles(Folder, "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal).ToDictionary(
        name => name,
        name => new Lazy<ArticlePipeline>(() => new ArticlePipeline(CodebookReader.ReadFile(Path.Combine(Folder, name + ".yaml")).Codebook, Models.Value)));

    /// <summary>Codebook, sentence and expected positions, as "party issue stance"; none for a sentence that tells of no stance, "not party issue" for one that must not be read. "\n" ends a paragraph.</summary>
    public static TheoryData<string, string, string[]> Sentences()
    {
        var data = new TheoryData<string, string, string[]>();
        foreach (string codebook in Pipelines.Keys)
        {
            foreach (string[] parts in File.ReadLines(Path.Combine(Folder, codebook + ".txt")).Select(line => line.Split(" | ")))
            {
                data.Add(codebook, parts[0], parts[1] == "-" ? [] : parts[1].Split(", "));
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Sentences))]
    public void What_a_plain_sentence_says_is_read(string codebook, string sentence, string[] expected)
    {
        CodedArticle coded = Pipelines[codebook].Value.Code(new Article { Id = "x", Text = sentence.Replace("\\n", "\n", StringComparison.Ordinal), Published = new DateOnly(2031, 5, 15) });
        string[] read = [.. coded.Positions.Select(position => $"{position.Party} {position.Issue} {Words.Of(position.Stance)}")];
        if (expected.Length == 0)
        {
            Assert.Empty(read);
        }

        Assert.All(expected.Where(line => !line.StartsWith("not ", StringComparison.Ordinal)), position => Assert.Contains(position, read));
        Assert.All(expected.Where(line => line.StartsWith("not ", StringComparison.Ordinal)), line => Assert.DoesNotContain(read, position => position.StartsWith(line[4..], StringComparison.Ordinal)));
    }
}
