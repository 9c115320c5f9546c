using System.Text;
using Demarche.Core;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Demarche.Core.Reading;
using Demarche.Tests.Contracts;
using Xunit;

namespace Demarche.Tests.Core;

/// <summary>What could not be read is kept with its reason until it can be.</summary>
public sealed class IntakeFailureTests : LedgerFixture
{
    [Fact]
    public async Task A_failure_is_there_after_a_restart_and_gone_once_its_input_is_read()
    {
        await AddAsync(Broken("a.txt"), Good("b.txt"));
        await AddAsync(Broken("a.txt"));
        using (SqliteLedger again = SqliteLedger.Open(Folder))
        {
            IntakeFailure failure = Assert.Single(again.Failures.All());
            Assert.Equal(("a.txt", "it is torn", 2), (failure.Origin, failure.Problem, failure.Times));
            Assert.Equal(2031, failure.At.Year);
        }

        await AddAsync(Good("a.txt"));
        Assert.Empty(Ledger.Failures.All());
        // Known already: read all the same.
        Ledger.Failures.Note([("b.txt", "it was not there")]);
        await AddAsync(Good("b.txt"));
        Assert.Empty(Ledger.Failures.All());
    }

    [Fact]
    public async Task Of_several_inputs_of_one_origin_those_that_are_read_do_not_hide_the_one_that_is_not()
    {
        await AddAsync(Broken("all.jsonl"));
        await AddAsync(Good("all.jsonl"), Broken("all.jsonl"), Good("all.jsonl", "Another."));
        Assert.Single(Ledger.Failures.All());
    }

    [Fact]
    public async Task A_heap_of_failures_is_bounded_and_the_latest_stay()
    {
        await AddAsync([.. Enumerable.Range(0, FailureBook.MostKept + 150).Select(number => Broken($"f{number}"))]);
        IReadOnlyList<IntakeFailure> kept = Ledger.Failures.All();
        Assert.Equal(FailureBook.MostKept, kept.Count);
        Assert.Equal($"f{FailureBook.MostKept + 149}", kept[0].Origin);
    }

    [Fact]
    public void Origins_and_reasons_of_any_length_and_kind_are_kept_and_found_again()
    {
        string origin = new string('x', FailureBook.LongestOrigin - 1) + "\ud83d\ude00" + new string('y', 10_000);
        Ledger.Failures.Note([(origin, new string('z', 100_000)), ("\0\ud800", "\udc00")]);
        Assert.Equal([FailureBook.LongestProblem, 1], Ledger.Failures.All().Select(failure => failure.Problem.Length).OrderDescending());
        Ledger.Failures.Forget(origin);
        Assert.Single(Ledger.Failures.All());
        Ledger.Failures.Forget(null);
        Assert.Empty(Ledger.Failures.All());
    }

    [Fact]
    public async Task What_was_coded_with_one_codebook_is_not_recorded_as_coded_with_another()
    {
        const string First = "dispute: strait\nparties: [{id: sund, name: Sund}]\nissues: [{id: toll, label: Toll, definition: A toll., terms: [toll]}]\n";
        Ledger.SetCodebook(First);
        var intake = new LedgerIntake(Ledger, new ArticlePipeline(CodebookReader.Read(First).Codebook), threads: 1);
        Ledger.SetCodebook(First.Replace("A toll.", "Any toll.", StringComparison.Ordinal));
        await AddAsync(intake, Good("a.txt"));
        Assert.Single(Ledger.Outdated());
        Ledger.SetCodebook(First);
        Assert.Empty(Ledger.Outdated());
    }

    private static RawArticle Broken(string origin) => new() { Origin = origin, Id = origin, Kind = RawKind.Text, Problem = "it is torn" };

    private static RawArticle Good(string origin, string text = "The ferries sail.") =>
        new() { Origin = origin, Id = text, Kind = RawKind.Text, Bytes = Encoding.UTF8.GetBytes(text) };

    private Task AddAsync(params RawArticle[] raw) => AddAsync(new LedgerIntake(Ledger, new ArticlePipeline(), threads: 1), raw);

    private static async Task AddAsync(LedgerIntake intake, params RawArticle[] raw)
    {
        await foreach (IntakeResult result in intake.AddAsync(raw, TestContext.Current.CancellationToken))
        {
            Assert.NotEqual(result.Problem is null, result.Outcome is null);
        }
    }
}
