using Demarche.Core.Ledger;
using Demarche.Core.Reading;
using Demarche.Core.Reading.Sameness;
using Xunit;

namespace Demarche.Tests.Core.Reading.Sameness;

/// <summary>Copies among real reports: each of some hundred is edited the way desks edit wire text, and all are brought into one ledger.</summary>
public sealed class CopyDetectionTests
{
    private const int Sources = 150;

    [Fact]
    public void Edited_copies_are_found_and_nothing_else()
    {
        string folder = SharedData.Require("corpora/polnear/train/text");
        (string Name, string Text)[] reports =
        [
            .. Directory.GetFiles(folder).Order(StringComparer.Ordinal).Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))
                .Where(report => report.Item2.Length is > 1200 and < 20_000).Where((_, index) => index % 3 == 0).Take(Sources),
        ];
        var random = new Random(20310506);
        using var temporary = new TemporaryFolder();
        using SqliteLedger ledger = SqliteLedger.Create(temporary["ledger"]);
        var sources = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((string name, string text) in reports)
        {
            string other = reports[random.Next(reports.Length)].Text;
            string[] versions = [text, Edit(text, random), Cut(text, random), Merge(text, other, random), Reword(text, random)];
            for (int version = 0; version < versions.Length; version++)
            {
                sources[Add(ledger, $"{name}/{version}", versions[version])] = name;
            }
        }

        (string, string)[] found = [.. ledger.Copies().Select(pair => (sources[pair.ArticleKey], sources[pair.OtherKey]))];
        int right = found.Count(pair => pair.Item1 == pair.Item2);
        int wrong = found.Count(pair => pair.Item1 != pair.Item2 && !AreTwins(reports, pair.Item1, pair.Item2));
        double precision = (double)right / (right + wrong);
        // Two versions of a report cut in different places may share little: the pairs with the report itself are what must be found.
        int expected = reports.Length * 4;
        int withSource = ledger.Copies().Count(pair => IsWithSource(ledger, pair, sources));
        double recall = (double)withSource / expected;
        TestContext.Current.TestOutputHelper?.WriteLine($"copies: precision {precision:0.000}, recall {recall:0.000} ({right} right, {wrong} wrong of {expected} with their source)");
        Assert.True(precision >= 0.95, $"precision {precision:0.000}: {wrong} wrong");
        Assert.True(recall >= 0.95, $"recall {recall:0.000}");
    }

    private static bool IsWithSource(SqliteLedger ledger, CopyPair pair, Dictionary<string, string> sources)
    {
        string[] ids = [ledger.FindArticles(pair.ArticleKey)[0].Id, ledger.FindArticles(pair.OtherKey)[0].Id];
        return sources[pair.ArticleKey] == sources[pair.OtherKey] && ids.Any(id => id.EndsWith("/0", StringComparison.Ordinal));
    }

    // The corpus itself has some reports twice, a day apart.
    private static bool AreTwins((string Name, string Text)[] reports, string left, string right) => SharedText.Of(
        TextWords.Of(reports.First(report => report.Name == left).Text), TextWords.Of(reports.First(report => report.Name == right).Text)).Share > 0.3;

    private static string Add(SqliteLedger ledger, string id, string text) => ledger.Add(new Demarche.Core.CodedArticle
    {
        Article = new Article { Id = id, Text = PlainText.WithLineFeeds(text), Url = $"https://copies.example/{id}" },
    }).ArticleKey;

    /// <summary>Another headline, a lead and a credit of the desk's own, one word in twelve changed.</summary>
    private static string Edit(string text, Random random) =>
        $"A headline by our own desk on the matter\nOur correspondent looks at what it means for the region and for its people.\n{Changed(Body(text), 12, random)}\nReuters contributed to this report.";

    /// <summary>The first 40 to 70 of a hundred words.</summary>
    private static string Cut(string text, Random random)
    {
        string[] words = Body(text).Split(' ');
        return string.Join(' ', words[..(words.Length * random.Next(40, 70) / 100)]);
    }

    /// <summary>Most of it, with a third of another report behind it.</summary>
    private static string Merge(string text, string other, Random random)
    {
        string[] ours = Body(text).Split(' ');
        string[] theirs = Body(other).Split(' ');
        return string.Join(' ', ours[..(ours.Length * random.Next(70, 95) / 100)]) + "\n" + string.Join(' ', theirs[..(Math.Min(theirs.Length, ours.Length) / 4)]);
    }

    /// <summary>Paragraphs in another order, every sixth left out, one word in fifteen changed.</summary>
    private static string Reword(string text, Random random)
    {
        string[] paragraphs = Body(text).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        random.Shuffle(paragraphs.AsSpan(paragraphs.Length / 2));
        return string.Join('\n', paragraphs.Where((_, index) => index % 6 != 4).Select(paragraph => Changed(paragraph, 15, random)));
    }

    private static string Changed(string text, int oneIn, Random random) =>
        string.Join(' ', text.Split(' ').Select(word => random.Next(oneIn) == 0 ? "edited" : word));

    private static string Body(string text) => text[(text.IndexOf('\n', StringComparison.Ordinal) + 1)..];
}
