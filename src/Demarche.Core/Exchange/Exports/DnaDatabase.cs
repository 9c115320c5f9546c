using System.Security.Cryptography;
using System.Text;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;
using Microsoft.Data.Sqlite;

namespace Demarche.Core.Exchange.Exports;

/// <summary>Fills one database for Discourse Network Analyzer 3.</summary>
internal sealed class DnaDatabase
{
    /// <summary>Password of its one coder, Admin; the program asks for it.</summary>
    public const string Password = "demarche";

    private readonly SqliteConnection _connection;
    private readonly ExportSource _source;
    private readonly Dictionary<(Variable Variable, string Value), int> _entities = [];
    private readonly Dictionary<string, int> _rows = new(StringComparer.Ordinal);

    /// <summary>A database to be filled.</summary>
    public DnaDatabase(SqliteConnection connection, ExportSource source)
    {
        _connection = connection;
        _source = source;
    }

    // Their numbers stand in dna.sql.
    private enum Variable
    {
        Person = 1,
        Organization = 2,
        Concept = 3,
        Agreement = 4,
        Act = 5,
        Strength = 6,
        Condition = 7,
    }

    /// <summary>Makes the tables and fills them.</summary>
    public void Fill(string schema)
    {
        Run(schema);
        Insert("CODERS", ("ID", 1), ("Name", "Admin"), ("Red", 255), ("Green", 255), ("Password", Digest(Password)));
        var documents = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (LedgerArticle article in _source.Ledger.Articles())
        {
            documents[article.Key] = AddDocument(article);
        }

        foreach (LedgerEntry entry in _source.Ledger.Positions())
        {
            AddStatement(entry, documents[entry.Article.Key]);
        }
    }

    private int AddDocument(LedgerArticle article)
    {
        string text = _source.Ledger.ReadArticle(article.Key)!.Article.Text;
        string undated = article.Published is null ? "undated\n" : "";
        return Insert(
            "DOCUMENTS",
            ("Title", article.Title ?? article.Id),
            ("Text", _source.HasText ? text : string.Concat(text.Select(c => char.IsWhiteSpace(c) ? c : '·'))),
            ("Coder", 1),
            ("Author", article.Byline ?? ""),
            ("Source", article.Outlet ?? ""),
            ("Notes", $"{undated}{article.Url}"),
            ("Date", new DateTimeOffset((article.Published ?? DateOnly.FromDateTime(DateTime.UnixEpoch)).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds()));
    }

    private void AddStatement(LedgerEntry entry, int document)
    {
        Position position = entry.Position;
        int statement = Insert(
            "STATEMENTS", ("StatementTypeId", 1), ("DocumentId", document), ("Start", position.Evidence.Start), ("Stop", position.Evidence.End), ("Coder", 1));
        AddShort(statement, Variable.Person, position.Holder);
        AddShort(statement, Variable.Organization, position.Party is { } party ? _source.PartyName(party) : "");
        AddShort(statement, Variable.Concept, _source.IssueLabel(position.Issue), _source.PaxOf(position.Issue));
        AddShort(statement, Variable.Act, Words.Of(position.Act));
        Add("DATABOOLEAN", statement, Variable.Agreement, position.Direction == Direction.Supports ? 1 : 0);
        Add("DATAINTEGER", statement, Variable.Strength, position.SignedStrength);
        Add("DATALONGTEXT", statement, Variable.Condition, _source.Quoted(entry.Condition) ?? "");
    }

    private void AddShort(int statement, Variable variable, string value, string? attribute = null)
    {
        if (!_entities.TryGetValue((variable, value), out int entity))
        {
            _entities[(variable, value)] = entity = Insert("ENTITIES", ("VariableId", (int)variable), ("Value", value));
            // One attribute a variable, in the order of dna.sql.
            int attributeVariable = variable == Variable.Act ? 4 : (int)variable;
            Insert("ATTRIBUTEVALUES", ("EntityId", entity), ("AttributeVariableId", attributeVariable), ("AttributeValue", attribute ?? ""));
        }

        Insert("DATASHORTTEXT", ("StatementId", statement), ("VariableId", (int)variable), ("Entity", entity));
    }

    private void Add(string table, int statement, Variable variable, object value) =>
        Insert(table, ("StatementId", statement), ("VariableId", (int)variable), ("Value", value));

    // Ids are counted by us: every table's from 1, in the order of the ledger.
    private int Insert(string table, params (string Column, object Value)[] values)
    {
        int id = _rows[table] = _rows.GetValueOrDefault(table) + 1;
        (string Column, object Value)[] all = [("ID", id), .. values.Where(value => value.Column != "ID")];
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = $"INSERT INTO {table} ({string.Join(", ", all.Select(value => value.Column))}) VALUES ({string.Join(", ", all.Select(value => "$" + value.Column))})";
        foreach ((string column, object value) in all)
        {
            command.Parameters.AddWithValue("$" + column, value);
        }

        command.ExecuteNonQuery();
        return id;
    }

    private void Run(string sql)
    {
        using SqliteCommand command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // As jasypt's StrongPasswordEncryptor keeps passwords: 16 bytes of salt, SHA-256 a hundred thousand times. The salt is fixed so that
    // the same ledger gives the same file; the password is no secret.
    private static string Digest(string password)
    {
        const int SaltBytes = 16;
        const int Iterations = 100_000;
        byte[] salt = SHA256.HashData("demarche"u8)[..SaltBytes];
        byte[] digest = SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(password)]);
        for (int i = 1; i < Iterations; i++)
        {
            digest = SHA256.HashData(digest);
        }

        return Convert.ToBase64String([.. salt, .. digest]);
    }
}
