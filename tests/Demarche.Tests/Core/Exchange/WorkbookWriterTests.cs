using System.IO.Compression;
using System.Xml.Linq;
using Demarche.Core.Exchange;
using Xunit;

namespace Demarche.Tests.Core.Exchange;

public sealed class WorkbookWriterTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public void A_sheet_has_the_names_of_columns_then_numbers_as_numbers_and_text_as_text()
    {
        using ZipArchive archive = Open(Write(Table("speech", [["Ferry Post", "12.5"], ["=1+1\u0001 & <b>", ""]])));

        XElement[] rows = [.. Sheet(archive, 1).Descendants(Main + "row")];
        Assert.Equal(["outlet", "share"], rows[0].Descendants(Main + "t").Select(cell => cell.Value));
        Assert.Equal("12.5", rows[1].Descendants(Main + "v").Single().Value);
        Assert.Equal("=1+1\uFFFD & <b>", rows[2].Descendants(Main + "t").Single().Value);
        Assert.Empty(rows[2].Descendants(Main + "v"));
        Assert.DoesNotContain(rows.Descendants(), element => element.Name == Main + "f");
    }

    [Fact]
    public void Every_table_is_a_sheet_that_the_workbook_and_the_package_name()
    {
        using ZipArchive archive = Open(Write(Table("speech", []), Table("verbs", [["a", "1"]])));

        Assert.Equal(["speech", "verbs"], Part(archive, "xl/workbook.xml").Descendants(Main + "sheet").Select(sheet => sheet.Attribute("name")!.Value));
        Assert.Equal(
            ["worksheets/sheet1.xml", "worksheets/sheet2.xml"],
            Part(archive, "xl/_rels/workbook.xml.rels").Root!.Elements().Select(link => link.Attribute("Target")!.Value));
        Assert.All(
            Part(archive, "[Content_Types].xml").Root!.Elements().Select(type => type.Attribute("PartName")?.Value).OfType<string>(),
            name => Assert.NotNull(archive.GetEntry(name[1..])));
    }

    [Fact]
    public void The_same_tables_give_the_same_bytes() =>
        Assert.Equal(Write(Table("speech", [["a", "1"]])), Write(Table("speech", [["a", "1"]])));

    [Fact]
    public void More_rows_than_a_sheet_holds_are_refused_by_name()
    {
        ComparisonTable large = Table("verbs", [.. Enumerable.Repeat<string[]>(["a", "1"], WorkbookWriter.MostRows)]);

        InvalidOperationException problem = Assert.Throws<InvalidOperationException>(() => Write(large));
        Assert.Contains("verbs", problem.Message, StringComparison.Ordinal);
    }

    private static ComparisonTable Table(string name, string[][] rows) =>
        new(name, "Title", "Note", [new TableColumn("outlet"), new TableColumn("share", ColumnKind.Number)], rows);

    private static byte[] Write(params ComparisonTable[] tables)
    {
        using var stream = new MemoryStream();
        WorkbookWriter.Write(tables, stream);
        return stream.ToArray();
    }

    private static ZipArchive Open(byte[] bytes) => new(new MemoryStream(bytes));

    private static XDocument Sheet(ZipArchive archive, int number) => Part(archive, $"xl/worksheets/sheet{number}.xml");

    private static XDocument Part(ZipArchive archive, string name)
    {
        using Stream stream = archive.GetEntry(name)!.Open();
        return XDocument.Load(stream);
    }
}
