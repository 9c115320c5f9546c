using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Demarche.Core.Attributions.Learned;
using Demarche.Core.Exchange.Exports;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Demarche.Tests.Contracts;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Demarche.Tests.Core.Exchange;

/// <summary>Every export opened by a reader that knows nothing of its writer.</summary>
public sealed partial class ExportTests : IDisposable
{
    private const string Codebook =
        """
        dispute: strait
        parties:
          - {id: norland, name: Kingdom of Norland}
        issues:
          - {id: ferry-service, label: Ferries sail, terms: [ferries], pax: Eco}
          - {id: toll, label: Toll & duty, terms: [toll], exclusive_with: [ferry-service]}
          - {id: pilots, label: Pilots, terms: [pilots], part_of: toll}
        """;

    // Two code units each, so that offsets in code points differ from ours; and characters that XML or TeX hold for their own.
    private const string Text = "🚢🚢 Talks & <more>\n" + LedgerSamples.Text;

    private readonly TemporaryFolder _home = new();
    private readonly SqliteLedger _ledger;

    public ExportTests() => _ledger = Make("strait");

    public static TheoryData<string> Formats => [.. ExportFormat.All.Select(format => format.Name)];

    public void Dispose()
    {
        _ledger.Dispose();
        _home.Dispose();
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_same_ledger_gives_the_same_bytes(string format)
    {
        using SqliteLedger other = Make("again");
        Assert.Equal(Export(format), Export(format, ledger: other));
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Without_text_no_sentence_of_an_article_is_in_it(string format)
    {
        byte[] bytes = Export(format, hasText: false);
        byte[][] parts = format == "brat" ? [.. Unzip(bytes).Values.Select(Encoding.UTF8.GetBytes)] : [bytes];
        Assert.All(parts, part =>
        {
            string content = Encoding.UTF8.GetString(part);
            Assert.DoesNotContain("must sail again", content, StringComparison.Ordinal);
            Assert.DoesNotContain("unless 40 pilots", content, StringComparison.Ordinal);
            Assert.DoesNotContain("Talks on the strait", content, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Graphml_has_an_edge_from_holder_to_issue_for_every_position()
    {
        XDocument xml = XDocument.Load(new MemoryStream(Export("graphml")));
        XNamespace ns = "http://graphml.graphdrawing.org/xmlns";
        HashSet<string> nodes = [.. xml.Descendants(ns + "node").Select(node => node.Attribute("id")!.Value)];
        HashSet<string> keys = [.. xml.Descendants(ns + "key").Select(key => key.Attribute("id")!.Value)];
        XElement[] edges = [.. xml.Descendants(ns + "edge")];
        Assert.All(edges, edge => Assert.True(nodes.Contains(edge.Attribute("source")!.Value) && nodes.Contains(edge.Attribute("target")!.Value)));
        Assert.All(xml.Descendants(ns + "data"), data => Assert.Contains(data.Attribute("key")!.Value, keys));
        string Kind(XElement edge) => edge.Elements(ns + "data").Single(data => data.Attribute("key")!.Value == "edge-kind").Value;
        Assert.Equal(2, edges.Count(edge => Kind(edge) == "position"));
        Assert.Equal(("issue:pilots", "issue:toll"), Ends(Assert.Single(edges, edge => Kind(edge) == "condition")));
        Assert.Equal(("issue:pilots", "issue:toll"), Ends(Assert.Single(edges, edge => Kind(edge) == "part of")));
        Assert.Equal(("actor:Ada Brunn", "party:norland"), Ends(Assert.Single(edges, edge => Kind(edge) == "speaks for" && Ends(edge).From == "actor:Ada Brunn")));
    }

    [Fact]
    public void Gexf_dates_its_edges_and_tags_its_issues()
    {
        XDocument xml = XDocument.Load(new MemoryStream(Export("gexf")));
        XNamespace ns = "http://gexf.net/1.3";
        XElement ferries = xml.Descendants(ns + "edge").Single(edge => edge.Attribute("target")!.Value == "issue:ferry-service" && edge.Attribute("kind")!.Value == "position");
        Assert.Equal(("2031-04-07", "3"), (ferries.Attribute("timestamp")!.Value, ferries.Attribute("weight")!.Value));
        XElement issue = xml.Descendants(ns + "node").Single(node => node.Attribute("id")!.Value == "issue:ferry-service");
        Assert.Contains(issue.Descendants(ns + "attvalue"), value => value.Attribute("for")!.Value == "pax" && value.Attribute("value")!.Value == "Eco");
    }

    [Fact]
    public void Annotations_point_at_their_words_in_code_points()
    {
        using JsonDocument json = JsonDocument.Parse(Export("webannotation"));
        JsonElement[] items = [.. json.RootElement.GetProperty("first").GetProperty("items").EnumerateArray()];
        Assert.Equal(2, json.RootElement.GetProperty("total").GetInt32());
        Rune[] runes = [.. Text.EnumerateRunes()];
        foreach (JsonElement item in items)
        {
            JsonElement[] selectors = [.. item.GetProperty("target").GetProperty("selector").EnumerateArray()];
            Range range = selectors[1].GetProperty("start").GetInt32()..selectors[1].GetProperty("end").GetInt32();
            Assert.Equal(selectors[0].GetProperty("exact").GetString(), string.Concat(runes[range].Select(rune => rune.ToString())));
        }
    }

    [Fact]
    public void Brat_s_folder_is_read_back_with_the_attributions_it_was_written_from()
    {
        foreach ((string name, string content) in Unzip(Export("brat")))
        {
            _home.Write(Path.Combine("brat", name), content);
        }

        AnnotatedArticle article = Assert.Single(BratFolder.Read(_home["brat"]));
        Assert.Equal(Text, article.Text);
        AnnotatedAttribution found = Assert.Single(article.Attributions);
        Assert.Equal("The ferries must sail again before winter", Assert.Single(found.Content).Of(Text));
        Assert.Equal("Minister Ada Brunn", Assert.Single(found.Source).Of(Text));
        string[] lines = Unzip(Export("brat")).Single(file => file.Key.EndsWith(".ann", StringComparison.Ordinal)).Value.Split('\n');
        Rune[] runes = [.. Text.EnumerateRunes()];
        foreach (string[] bound in lines.Where(line => line.StartsWith('T')).Select(line => line.Split('\t')))
        {
            int[] ends = [.. bound[1].Split(' ')[1..].Select(int.Parse)];
            Assert.Equal(bound[2], string.Concat(runes[ends[0]..ends[1]].Select(rune => rune.ToString())));
        }

        Assert.Contains("A1\tStance T", string.Join('\n', lines), StringComparison.Ordinal);
        Assert.Contains(lines, line => line.StartsWith("R1\tConditionOf", StringComparison.Ordinal));
    }

    [Fact]
    public void The_network_analyzer_s_database_has_every_statement_with_all_its_variables()
    {
        string path = _home.Write("export.dna", Export("dna"));
        using var database = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        database.Open();
        using SqliteCommand command = database.CreateCommand();
        command.CommandText =
            """
            SELECT d.Text, p.Value, o.Value, c.Value, b.Value, i.Value, l.Value, v.AttributeValue, s.Start, s.Stop
            FROM STATEMENTS s JOIN DOCUMENTS d ON d.ID = s.DocumentId
            JOIN DATASHORTTEXT sp ON sp.StatementId = s.ID AND sp.VariableId = 1 JOIN ENTITIES p ON p.ID = sp.Entity
            JOIN DATASHORTTEXT so ON so.StatementId = s.ID AND so.VariableId = 2 JOIN ENTITIES o ON o.ID = so.Entity
            JOIN DATASHORTTEXT sc ON sc.StatementId = s.ID AND sc.VariableId = 3 JOIN ENTITIES c ON c.ID = sc.Entity
            JOIN DATABOOLEAN b ON b.StatementId = s.ID JOIN DATAINTEGER i ON i.StatementId = s.ID JOIN DATALONGTEXT l ON l.StatementId = s.ID
            JOIN ATTRIBUTEVALUES v ON v.EntityId = c.ID
            ORDER BY s.ID
            """;
        using SqliteDataReader row = command.ExecuteReader();
        Assert.True(row.Read());
        // The analyzer counts UTF-16 code units.
        Assert.Equal("The ferries must sail again before winter", row.GetString(0)[row.GetInt32(8)..row.GetInt32(9)]);
        Assert.Equal(("Ada Brunn", "Kingdom of Norland", "Ferries sail", 1, 3, "", "Eco"), (row.GetString(1), row.GetString(2), row.GetString(3), row.GetInt32(4), row.GetInt32(5), row.GetString(6), row.GetString(7)));
        Assert.True(row.Read());
        Assert.Equal("unless 40 pilots are hired", row.GetString(6));
        Assert.False(row.Read());
        row.Close();
        command.CommandText = "PRAGMA foreign_key_check";
        Assert.Null(command.ExecuteScalar());
    }

    [Fact]
    public void Citations_name_outlet_headline_author_and_day()
    {
        string bibtex = Encoding.UTF8.GetString(Export("bibtex"));
        Match entry = BibTexEntry().Match(bibtex);
        Assert.True(entry.Success, bibtex);
        Dictionary<string, string> fields = BibTexField().Matches(entry.Groups["body"].Value)
            .ToDictionary(field => field.Groups["name"].Value, field => field.Groups["value"].Value, StringComparer.Ordinal);
        Assert.Equal("Norland Post \\& Mail", fields["journal"]);
        Assert.Equal(("2031", "4", "8"), (fields["year"], fields["month"], fields["day"]));
        Assert.Equal("a reporter", fields["author"]);
        using JsonDocument csl = JsonDocument.Parse(Export("csl-json"));
        JsonElement item = Assert.Single(csl.RootElement.EnumerateArray());
        Assert.Equal("Norland Post & Mail", item.GetProperty("container-title").GetString());
        Assert.Equal(entry.Groups["key"].Value, item.GetProperty("id").GetString());
        Assert.Equal([2031, 4, 8], item.GetProperty("issued").GetProperty("date-parts")[0].EnumerateArray().Select(part => part.GetInt32()));
    }

    [Fact]
    public void Records_without_text_keep_offsets_and_name_the_text_they_refer_to()
    {
        using JsonDocument record = JsonDocument.Parse(Export("jsonl", hasText: false));
        Assert.Equal(JsonValueKind.Null, record.RootElement.GetProperty("text").ValueKind);
        Assert.Equal(ContentId.DigestOf(Text), record.RootElement.GetProperty("digest").GetString());
        JsonElement evidence = record.RootElement.GetProperty("positions")[0].GetProperty("evidence");
        Assert.Equal("The ferries must sail again before winter", Text[evidence.GetProperty("start").GetInt32()..evidence.GetProperty("end").GetInt32()]);
    }

    [Fact]
    public void Characters_that_a_format_cannot_carry_do_not_break_it()
    {
        using SqliteLedger ledger = Make("odd", holder: "Ada\u0001 \ud83d <&\"{}\\% \u202e Brunn");
        XDocument.Load(new MemoryStream(Export("graphml", ledger: ledger)));
        XDocument.Load(new MemoryStream(Export("gexf", ledger: ledger)));
        using JsonDocument json = JsonDocument.Parse(Export("webannotation", ledger: ledger));
        Assert.NotEmpty(Export("dna", ledger: ledger));
    }

    private static (string From, string To) Ends(XElement edge) => (edge.Attribute("source")!.Value, edge.Attribute("target")!.Value);

    private static Dictionary<string, string> Unzip(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes));
        return archive.Entries.ToDictionary(
            entry => entry.FullName,
            entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return reader.ReadToEnd();
            },
            StringComparer.Ordinal);
    }

    private SqliteLedger Make(string name, string? holder = null)
    {
        SqliteLedger ledger = SqliteLedger.Create(_home[name], Codebook, new SteppingTime());
        Demarche.Core.CodedArticle article = LedgerSamples.Article(text: Text, outlet: "Norland Post & Mail");
        ledger.Add(holder is null ? article : article with { Positions = [article.Positions[0] with { Holder = holder }] });
        return ledger;
    }

    private byte[] Export(string format, bool hasText = true, SqliteLedger? ledger = null)
    {
        using var output = new MemoryStream();
        ExportFormat.Find(format)!.Write(new ExportSource(ledger ?? _ledger, CodebookReader.Read(Codebook).Codebook!, hasText), output);
        return output.ToArray();
    }

    [GeneratedRegex(@"^@article\{(?<key>[a-z0-9-]+),\n(?<body>(?:  \w+ = \{.*\},\n)+)\}", RegexOptions.None)]
    private static partial Regex BibTexEntry();

    [GeneratedRegex(@"^  (?<name>\w+) = \{(?<value>.*)\},$", RegexOptions.Multiline)]
    private static partial Regex BibTexField();
}
