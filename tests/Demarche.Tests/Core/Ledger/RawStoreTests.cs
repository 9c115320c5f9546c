using System.Text;
using Demarche.Core;
using Demarche.Core.Ledger;
using Demarche.Core.Reading;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Demarche.Tests.Core.Ledger;

public sealed class RawStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string LedgerFolder => _folder["strait"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Bytes_lie_under_their_digest_and_are_written_once()
    {
        var store = new RawStore(_folder.Path);
        RawCopy copy = store.Keep(Raw("The toll is raised."));
        string path = _folder[$"raw/{copy.Digest[..2]}/{copy.Digest[2..]}.gz"];
        DateTime written = File.GetLastWriteTimeUtc(path);
        Assert.Equal(copy.Digest, store.Keep(Raw("The toll is raised.")).Digest);
        Assert.Equal(written, File.GetLastWriteTimeUtc(path));
        Assert.Equal("The toll is raised.", Encoding.UTF8.GetString(store.Read(copy.Digest, out string? problem)));
        Assert.Null(problem);
        Assert.Single(Directory.GetFiles(_folder["raw"], "*", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_whole_ledger_verifies()
    {
        Article given = new() { Id = "g", Text = "", Title = "Toll", Byline = "Ann Lee", Url = "https://n.example/g", Published = new DateOnly(2031, 5, 6), PublishedBasis = DateBasis.Feed };
        await Add(
            Raw("The toll is raised."),
            Raw("Given by its feed.") with { Given = given, Outlet = "Courier", FetchedAt = DateTimeOffset.UnixEpoch },
            Raw("{\"story\":\"A mapped record.\",\"id\":\"m\"}") with { Kind = RawKind.Record, Fields = FieldMap.Of(("text", "story")) });
        LedgerVerification found = Verify();
        Assert.Equal((0, 3, 3L), (found.Findings.Count, found.Reread, found.Revisions));
        using SqliteLedger ledger = SqliteLedger.Open(LedgerFolder);
        Assert.Equal(given, ledger.RawCopies().Single(copy => copy.Raw.Given is not null).Raw.Given! with { Furniture = given.Furniture, Extra = given.Extra });
    }

    [Fact]
    public async Task What_was_tampered_with_is_named()
    {
        await Add(Raw("The toll is raised."), Raw("The ferries rest."), Raw("The pilots left."));
        string[] files = [.. Directory.GetFiles(Path.Combine(LedgerFolder, "raw"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        File.Delete(files[0]);
        File.WriteAllText(files[1], "spoiled");
        File.Copy(Written("Other bytes."), files[2], overwrite: true);
        LedgerVerification found = Verify();
        Assert.Equal(3, found.Failures);
        Assert.Contains(found.Findings, finding => finding.Problem.Contains("are gone", StringComparison.Ordinal));
        Assert.Contains(found.Findings, finding => finding.Problem.Contains("cannot be read", StringComparison.Ordinal));
        Assert.Contains(found.Findings, finding => finding.Problem.Contains("not the ones that were added", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(", reader = 'older'", false)]
    public async Task Another_reading_is_a_failure_of_this_reader_and_a_note_of_another(string change, bool isFailure)
    {
        await Add(Raw("The toll is raised."));
        Change($"UPDATE raw_copy SET kind = 'page'{change}; UPDATE raw_copy SET digest = '{new RawStore(LedgerFolder).Keep(Raw("<p>Quite another text stands here, long enough to be one.")).Digest}'");
        VerificationFinding finding = Assert.Single(Verify().Findings);
        Assert.Equal(isFailure, finding.IsFailure);
        Assert.Contains("another text", finding.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_of_an_older_program_gets_its_copies_looked_for()
    {
        string wire = string.Join(' ', Enumerable.Range(0, 200).Select(i => $"word{i}"));
        await Add(Raw(wire + " one"), Raw("Our lead. " + wire));
        using (SqliteLedger ledger = SqliteLedger.Open(LedgerFolder))
        {
            Assert.Single(ledger.Copies());
        }

        Change("DELETE FROM shared_run; DELETE FROM copy_pair; DELETE FROM landmark; DELETE FROM credit; INSERT INTO copy_index SELECT max(id) FROM revision");
        using SqliteLedger again = SqliteLedger.Open(LedgerFolder);
        Assert.Single(again.Copies());
        Assert.Empty(again.Check());
    }

    private static RawArticle Raw(string text) =>
        new() { Origin = "here", Id = "x", Kind = RawKind.Text, Bytes = Encoding.UTF8.GetBytes(text) };

    private string Written(string text)
    {
        RawCopy copy = new RawStore(_folder["other"]).Keep(Raw(text));
        return _folder[$"other/raw/{copy.Digest[..2]}/{copy.Digest[2..]}.gz"];
    }

    private async Task Add(params RawArticle[] raw)
    {
        using SqliteLedger ledger = SqliteLedger.Create(LedgerFolder);
        await foreach (IntakeResult result in new LedgerIntake(ledger, new ArticlePipeline(), 1).AddAsync(raw, TestContext.Current.CancellationToken))
        {
            Assert.Null(result.Problem);
        }
    }

    private LedgerVerification Verify()
    {
        using SqliteLedger ledger = SqliteLedger.Open(LedgerFolder);
        return LedgerVerification.Of(ledger);
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(LedgerFolder, "ledger.db")};Pooling=False;Foreign Keys=True");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
