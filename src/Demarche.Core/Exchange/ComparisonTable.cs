using System.Globalization;
using System.Text.Json;
using Demarche.Core.Reading;

namespace Demarche.Core.Exchange;

/// <summary>A table of the comparison of outlets as text, for the terminal, the page, files and JSON alike.</summary>
/// <param name="Name">Its name, as the command line has it.</param>
/// <param name="Title">What it shows, as a heading.</param>
/// <param name="Note">How its columns are to be read.</param>
/// <param name="Columns">The columns.</param>
/// <param name="Rows">Cells, as many in each row as there are columns; numbers in digits with a point, or empty.</param>
public sealed record ComparisonTable(
    string Name, string Title, string Note, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Writes one row as an object: the table's name, and each column by its name; an empty number is null.</summary>
    public void Write(Utf8JsonWriter json, IReadOnlyList<string> row)
    {
        ArgumentNullException.ThrowIfNull(json);
        ArgumentNullException.ThrowIfNull(row);
        json.WriteStartObject();
        json.WriteString("table", Name);
        for (int i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Kind == ColumnKind.Text || Columns[i].Kind == ColumnKind.Prose)
            {
                JsonStrings.Write(json, Columns[i].Name, row[i]);
            }
            else if (row[i].Length == 0)
            {
                json.WriteNull(Columns[i].Name);
            }
            else
            {
                json.WriteNumber(Columns[i].Name, decimal.Parse(row[i], NumberStyles.Float, CultureInfo.InvariantCulture));
            }
        }

        json.WriteEndObject();
    }

    /// <summary>Writes the table as comma-separated values, names of columns first.</summary>
    public void WriteCsv(TextWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        foreach (IEnumerable<string> row in Rows.Prepend(Columns.Select(column => column.Name)))
        {
            writer.Write(string.Join(',', row.Select(CsvText.Field)) + "\r\n");
        }
    }
}

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name in files.</param>
/// <param name="Kind">What its cells are.</param>
/// <param name="IsForPrograms">Whether a person has no use for it: offsets into a text.</param>
public sealed record TableColumn(string Name, ColumnKind Kind = ColumnKind.Text, bool IsForPrograms = false);

/// <summary>What the cells of a column are.</summary>
public enum ColumnKind
{
    /// <summary>A name or a word.</summary>
    Text,

    /// <summary>A sentence, or a part of one.</summary>
    Prose,

    /// <summary>A number.</summary>
    Number,
}
