using System.Globalization;
using System.IO.Compression;
using System.Xml;
using Demarche.Core.Exchange.Exports;

namespace Demarche.Core.Exchange;

/// <summary>
/// Writes tables as a workbook of a spreadsheet (Office Open XML, ECMA-376, parts 1 and 2), a sheet each. Text is written as text, so that no cell
/// is taken for a formula; the same tables give the same bytes.
/// </summary>
public static class WorkbookWriter
{
    /// <summary>Most rows that a sheet holds, the names of columns among them.</summary>
    public const int MostRows = 1_048_576;

    // Most characters that a cell holds, ECMA-376 part 1, 18.3.1.4 as the programs enforce it.
    private const int MostCharacters = 32_767;

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageLinks = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string MediaTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    // Zip knows no earlier day; the real one would make every workbook another.
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Writes the workbook; the stream stays open.</summary>
    /// <exception cref="InvalidOperationException">A table has more rows than a sheet holds.</exception>
    public static void Write(IReadOnlyList<ComparisonTable> tables, Stream output)
    {
        ArgumentNullException.ThrowIfNull(tables);
        ArgumentNullException.ThrowIfNull(output);
        if (tables.FirstOrDefault(table => table.Rows.Count >= MostRows) is { } large)
        {
            throw new InvalidOperationException(string.Create(
                CultureInfo.InvariantCulture, $"the table {large.Name} has {large.Rows.Count} rows, a sheet holds {MostRows - 1}. Take it as CSV."));
        }

        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Add(archive, "[Content_Types].xml", xml =>
        {
            xml.WriteStartElement("Types", MediaTypes);
            Type(xml, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
            Type(xml, "Default", "Extension", "xml", "application/xml");
            Type(xml, "Override", "PartName", "/xl/workbook.xml", SheetType + ".sheet.main+xml");
            for (int i = 1; i <= tables.Count; i++)
            {
                Type(xml, "Override", "PartName", $"/xl/worksheets/sheet{i}.xml", SheetType + ".worksheet+xml");
            }
        });
        Add(archive, "_rels/.rels", xml =>
        {
            xml.WriteStartElement("Relationships", PackageLinks);
            Link(xml, 1, "officeDocument", "xl/workbook.xml");
        });
        Add(archive, "xl/workbook.xml", xml =>
        {
            xml.WriteStartElement("workbook", Main);
            xml.WriteStartElement("sheets");
            for (int i = 1; i <= tables.Count; i++)
            {
                xml.WriteStartElement("sheet");
                xml.WriteAttributeString("name", tables[i - 1].Name);
                xml.WriteAttributeString("sheetId", i.ToString(CultureInfo.InvariantCulture));
                xml.WriteAttributeString("r", "id", Links, $"rId{i}");
                xml.WriteEndElement();
            }
        });
        Add(archive, "xl/_rels/workbook.xml.rels", xml =>
        {
            xml.WriteStartElement("Relationships", PackageLinks);
            for (int i = 1; i <= tables.Count; i++)
            {
                Link(xml, i, "worksheet", $"worksheets/sheet{i}.xml");
            }
        });
        for (int i = 1; i <= tables.Count; i++)
        {
            ComparisonTable table = tables[i - 1];
            Add(archive, $"xl/worksheets/sheet{i}.xml", xml => WriteSheet(xml, table));
        }
    }

    private static void WriteSheet(XmlWriter xml, ComparisonTable table)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("sheetData");
        WriteRow(xml, [.. table.Columns.Select(column => column.Name)], table.Columns, isHead: true);
        foreach (IReadOnlyList<string> row in table.Rows)
        {
            WriteRow(xml, row, table.Columns, isHead: false);
        }
    }

    private static void WriteRow(XmlWriter xml, IReadOnlyList<string> row, IReadOnlyList<TableColumn> columns, bool isHead)
    {
        xml.WriteStartElement("row");
        for (int i = 0; i < row.Count; i++)
        {
            xml.WriteStartElement("c");
            if (!isHead && columns[i].Kind == ColumnKind.Number)
            {
                if (row[i].Length > 0)
                {
                    xml.WriteElementString("v", row[i]);
                }
            }
            else
            {
                xml.WriteAttributeString("t", "inlineStr");
                xml.WriteStartElement("is");
                xml.WriteStartElement("t");
                xml.WriteAttributeString("xml", "space", null, "preserve");
                xml.WriteString(XmlOutput.Clean(row[i].Length <= MostCharacters ? row[i] : row[i][..MostCharacters]));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Type(XmlWriter xml, string element, string key, string name, string mediaType)
    {
        xml.WriteStartElement(element);
        xml.WriteAttributeString(key, name);
        xml.WriteAttributeString("ContentType", mediaType);
        xml.WriteEndElement();
    }

    private static void Link(XmlWriter xml, int number, string kind, string target)
    {
        xml.WriteStartElement("Relationship");
        xml.WriteAttributeString("Id", $"rId{number}");
        xml.WriteAttributeString("Type", $"{Links}/{kind}");
        xml.WriteAttributeString("Target", target);
        xml.WriteEndElement();
    }

    private static void Add(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = NoTime;
        using Stream stream = entry.Open();
        using XmlWriter xml = XmlOutput.To(stream);
        xml.WriteStartDocument();
        write(xml);
        // Ends what the part left open.
        xml.WriteEndDocument();
    }
}
