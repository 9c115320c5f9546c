using System.Text;
using Demarche.Core.Ledger;
using Demarche.Tests.Contracts;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Demarche.Tests.Core.Ledger;

public sealed class LedgerFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder["strait/ledger.db"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_without_a_ledger_says_how_to_make_one()
    {
        var error = Assert.Throws<FileNotFoundException>(() => SqliteLedger.Open(_folder["nothing"]));
        Assert.Contains("demarche new", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ledger_is_not_made_over_another()
    {
        Make();
        Assert.Throws<IOException>(() => SqliteLedger.Create(_folder["strait"]));
    }

    [Fact]
    public void A_ledger_is_found_from_a_folder_inside_it()
    {
        Make();
        string inner = Directory.CreateDirectory(_folder["strait/articles/may"]).FullName;
        Assert.Equal(_folder["strait"], SqliteLedger.FindFolder(inner));
        Assert.Null(SqliteLedger.FindFolder(_folder.Path));
    }

    [Fact]
    public void A_newer_schema_is_refused_by_version()
    {
        Make();
        Change("PRAGMA user_version = 99");
        var error = Assert.Throws<LedgerFormatException>(() => SqliteLedger.Open(_folder["strait"]));
        Assert.Equal((99, File), (error.VersionFound, error.File));
        Assert.Contains("version 99", error.Message, StringComparison.Ordinal);
        Assert.Contains($"up to {error.VersionWanted}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schema_made_by_other_scripts_is_refused()
    {
        Make();
        Change("UPDATE migration SET digest = 'other'");
        Assert.Throws<LedgerFormatException>(() => SqliteLedger.Open(_folder["strait"]));
    }

    [Fact]
    public void Another_programs_database_is_refused_and_left_alone()
    {
        _folder.Write("strait/ledger.db", "");
        Change("CREATE TABLE recipes (name TEXT); PRAGMA user_version = 1");
        var error = Assert.Throws<LedgerFormatException>(() => SqliteLedger.Open(_folder["strait"]));
        Assert.Contains("not a ledger", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_database_is_refused()
    {
        _folder.Write("strait/ledger.db", Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("not a database ", 500))));
        Assert.Throws<LedgerFormatException>(() => SqliteLedger.Open(_folder["strait"]));
    }

    [Fact]
    public void An_empty_file_left_by_a_killed_creation_becomes_a_ledger()
    {
        _folder.Write("strait/ledger.db", "");
        using SqliteLedger ledger = SqliteLedger.Open(_folder["strait"]);
        Assert.Equal(AddKind.Added, ledger.Add(LedgerSamples.Article()).Kind);
    }

    [Fact]
    public void Overwritten_pages_end_in_one_typed_exception()
    {
        Make();
        byte[] bytes = System.IO.File.ReadAllBytes(File);
        Array.Fill(bytes, (byte)0x5A, 8192, bytes.Length - 8192);
        System.IO.File.WriteAllBytes(File, bytes);
        Assert.Throws<LedgerFormatException>(() =>
        {
            using SqliteLedger ledger = SqliteLedger.Open(_folder["strait"]);
            _ = ledger.Positions().Count() + ledger.Check().Count;
        });
    }

    [Fact]
    public void A_line_that_no_longer_matches_its_text_is_named()
    {
        Make();
        Change("UPDATE position SET evidence = 'The ferries must rest' WHERE name = 'p1'");
        using SqliteLedger ledger = SqliteLedger.Open(_folder["strait"]);
        Assert.Throws<LedgerFormatException>(() => ledger.Positions().Count());
        var damaged = new List<DamagedLine>();
        LedgerEntry left = Assert.Single(ledger.Positions(new() { Damaged = damaged }));
        Assert.Equal("toll", left.Position.Issue);
        Assert.Contains(Assert.Single(damaged).LineKey, Assert.Single(ledger.Check()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_word_no_ledger_writes_is_named()
    {
        Make();
        Change("UPDATE position SET act = 'shout'");
        using SqliteLedger ledger = SqliteLedger.Open(_folder["strait"]);
        var error = Assert.Throws<LedgerFormatException>(() => ledger.Positions().Count());
        Assert.Contains("shout", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void References_hold()
    {
        Make();
        foreach (string sql in new[]
                 {
                     "DELETE FROM article", "DELETE FROM revision", "DELETE FROM attribution",
                     "UPDATE attribution SET parent = 'a9'", "UPDATE position SET attribution = 'a9'",
                     "INSERT INTO quantity VALUES (99, 0, 0, 1, 1.0, 'x')", "UPDATE position SET strength = 5",
                     "UPDATE position SET date = 'Monday'", "UPDATE revision SET is_current = 2",
                 })
        {
            Assert.Throws<SqliteException>(() => Change(sql));
        }
    }

    private void Make()
    {
        using SqliteLedger ledger = SqliteLedger.Create(_folder["strait"]);
        ledger.Add(LedgerSamples.Article());
    }

    private void Change(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False;Foreign Keys=True");
        connection.Open();
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
