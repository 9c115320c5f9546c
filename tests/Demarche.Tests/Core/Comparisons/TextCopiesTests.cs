using Demarche.Core;
using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Demarche.Core.Reading;
using Xunit;

namespace Demarche.Tests.Core.Comparisons;

public sealed class TextCopiesTests
{
    private static readonly TextCopies Copies = TextCopies.Of(
        [new CopyPair("d", "c", 0.9), new CopyPair("a", "b", 0.7), new CopyPair("b", "c", 0.6), new CopyPair("x", "y", 1)]);

    [Fact]
    public void Copies_of_copies_are_one_group()
    {
        Assert.Equal([["a", "b", "c", "d"], ["x", "y"]], Copies.Groups());
        Assert.True(Copies.AreCopies("d", "a"));
        Assert.False(Copies.AreCopies("a", "x"));
    }

    [Fact]
    public void Articles_without_copies_count_each() =>
        Assert.Equal(4, Copies.CountIndependent(["a", "d", "x", "alone", "other"]));

    [Fact]
    public void A_ledger_tells_which_of_some_articles_are_copies_also_by_way_of_others()
    {
        using var folder = new TemporaryFolder();
        using SqliteLedger ledger = SqliteLedger.Create(folder["strait"]);
        string[] keys =
        [
            .. new[] { Words(0, 200), Words(80, 280), Words(160, 360), Words(500, 700), Words(500, 690), Words(900, 990) }
                .Select((text, i) => ledger.Add(new CodedArticle { Article = new Article { Id = $"n{i}", Text = text } }).ArticleKey),
        ];
        string[][] groups = [[.. keys[..3].Order(StringComparer.Ordinal)], [.. keys[3..5].Order(StringComparer.Ordinal)]];
        Assert.Equal(groups.OrderBy(group => group[0], StringComparer.Ordinal), TextCopies.Of(ledger.Copies()).Groups());
        Assert.DoesNotContain(ledger.Copies(), pair => keys[0] == pair.ArticleKey && keys[2] == pair.OtherKey);
        Assert.Equal([[keys[2], keys[0]]], ledger.CopiesAmong([keys[2], keys[5], keys[0], keys[4], keys[0]]));
        Assert.Equal([[keys[0], keys[1], keys[2]], [keys[3], keys[4]]], ledger.CopiesAmong(keys));
        Assert.Empty(ledger.CopiesAmong([keys[0], keys[3], "no such key"]));
    }

    private static string Words(int from, int until) => string.Join(' ', Enumerable.Range(from, until - from).Select(i => $"word{i}"));
}
