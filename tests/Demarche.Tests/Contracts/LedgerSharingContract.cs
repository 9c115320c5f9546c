using Demarche.Core;
using Demarche.Core.Ledger;
using Xunit;

namespace Demarche.Tests.Contracts;

/// <summary>Several users of one ledger at once: writers wait for each other, readers see one moment.</summary>
public abstract class LedgerSharingContract : LedgerFixture
{
    private const int ArticlesEach = 50;

    [Fact]
    public async Task Two_ledgers_on_one_folder_add_at_once_and_both_succeed()
    {
        using SqliteLedger other = SqliteLedger.Open(Folder);
        await Task.WhenAll(Adding(Ledger, "n", "Norland Post"), Adding(other, "s", "Sund Herald"), Adding(other, "n", "Norland Post"));
        Assert.Equal(2 * ArticlesEach, Ledger.Count().Articles);
        Assert.Equal(2 * ArticlesEach, Ledger.Count().Revisions);
        Assert.Empty(Ledger.Check());
    }

    [Fact]
    public async Task A_reader_sees_whole_articles_while_others_are_added()
    {
        Task adding = Adding(Ledger, "n", "Norland Post");
        using SqliteLedger reader = SqliteLedger.Open(Folder);
        int rounds = 0;
        do
        {
            Assert.Equal(0, reader.Positions().Count() % 2);
            rounds++;
        }
        while (!adding.IsCompleted);

        await adding;
        Assert.True(rounds >= 1);
        Assert.Equal(2 * ArticlesEach, reader.Positions().Count());
    }

    [Fact]
    public void What_another_corrects_or_adds_is_heeded_by_the_next_question()
    {
        Ledger.Add(LedgerSamples.Article());
        using SqliteLedger other = SqliteLedger.Open(Folder);
        string[] lines = [.. Ledger.Positions().Select(line => line.Key)];
        other.Correct(new Correction { Kind = CorrectionKind.Reject, Target = lines[0], Author = "ann" });
        Assert.Equal(lines.Length - 1, Ledger.Positions().Count());
        Assert.Equal(lines.Length - 1, Ledger.LatestPositions().Count());
        other.Correct(new Correction { Kind = CorrectionKind.Reject, Target = lines[1], Author = "ann" });
        Ledger.Add(LedgerSamples.Article("n02"));
        Assert.Equal(lines.Length - 2 + 2, Ledger.Positions().Count());
        Assert.Equal(Ledger.Positions().Count(), other.Positions().Count());
    }

    [Fact]
    public void A_walk_keeps_to_the_moment_it_began()
    {
        Ledger.Add(LedgerSamples.Article());
        using IEnumerator<LedgerEntry> walk = Ledger.Positions().GetEnumerator();
        Assert.True(walk.MoveNext());
        Ledger.Add(LedgerSamples.Article("n02"));
        Assert.True(walk.MoveNext());
        Assert.False(walk.MoveNext());
        Assert.Equal(4, Ledger.Positions().Count());
    }

    private static Task Adding(SqliteLedger ledger, string prefix, string outlet) => Task.Run(() =>
    {
        foreach (int i in Enumerable.Range(0, ArticlesEach))
        {
            CodedArticle article = LedgerSamples.Article($"{prefix}{i}", outlet: outlet);
            Assert.NotEqual(AddKind.Revised, ledger.Add(article).Kind);
        }
    });
}
