using Demarche.Core.Comparisons.Suggestions;
using Demarche.Core.Parties;
using Demarche.Nlp;
using Demarche.Nlp.Models;
using Demarche.Nlp.Text;
using Demarche.Nlp.Words;
using Xunit;

namespace Demarche.Tests.Core.Comparisons.Suggestions;

public class MatterReaderTests
{
    private static readonly Codebook Codebook = new()
    {
        Dispute = "strait",
        Parties = [new Party { Id = "norland", Name = "Norland", Names = ["Norland"] }],
        Issues =
        [
            new Issue { Id = "fishing-ban", Label = "Fishing ban in the strait", Terms = ["fishing ban"] },
            new Issue { Id = "observers", Label = "Observers at the border", Terms = ["observers", "observer mission"] },
        ],
    };

    private static readonly Lazy<MatterReader> Reader = new(() =>
    {
        using FileStream language = File.OpenRead(Path.Combine(Repository.Root!, "models", "en", "language.bin"));
        using FileStream words = File.OpenRead(Path.Combine(Repository.Root!, "models", "en", "words.bin"));
        return new MatterReader(Codebook, new Analyzer(LanguageModel.Read(language, "language.bin")), WordVectors.Read(words, "words.bin"));
    });

    [Fact]
    public void Noun_phrases_that_no_issue_names_are_told_without_names_of_parties()
    {
        const string text = "The minister said Norland would lift the night levy on trawlers and accept the fishing ban.";
        Matter matter = Assert.Single(Matters(text, text[18..^1]));

        Assert.Equal("night levy on trawlers", matter.Phrase);
        Assert.Equal(3, matter.Concepts.Length);
        Assert.Contains(matter.Head, matter.Concepts);
        Assert.True(matter.IsWanted);
    }

    [Fact]
    public void What_stands_in_a_statement_within_a_statement_is_the_inner_ones()
    {
        const string text = "Norland said the pilots had demanded a harbour tunnel.";
        Assert.Equal(1, Matters(text, text[13..^1], "a harbour tunnel").Single(matter => matter.Phrase == "harbour tunnel").Statement);
    }

    [Fact]
    public void Days_speech_and_people_are_no_matters()
    {
        Assert.Empty(Matters("The official repeated the position of the minister this week.", "the position of the minister this week"));
        Assert.Empty(Matters("", ""));
    }

    [Fact]
    public void Words_near_an_issue_name_it()
    {
        Assert.Equal(1, Reader.Value.NearestIssue("monitors"));
        Assert.Null(Reader.Value.NearestIssue("salt tax"));
        Assert.Null(Reader.Value.NearestIssue("qxzv"));
    }

    private static Matter[] Matters(string text, params string[] contents) =>
        [.. Reader.Value.Matters(text, [.. contents.Select(content => (IReadOnlyList<TextSpan>)[new TextSpan(text.IndexOf(content, StringComparison.Ordinal), text.IndexOf(content, StringComparison.Ordinal) + content.Length)])])];
}
