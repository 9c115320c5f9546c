using Demarche.Core.Exchange;
using Spectre.Console;

namespace Demarche.Cli.Rendering;

/// <summary>Prints tables of the comparison of outlets.</summary>
internal sealed class ComparisonTableView(Terminal terminal)
{
    // More rows than this nobody reads on a terminal; --plain and --json write all.
    private const int MostRows = 40;

    private const int CellWidth = 60;

    /// <summary>Prints the table; of a long one the first rows and how many there are.</summary>
    public void Print(ComparisonTable table)
    {
        terminal.Console.Write(new Markup($"[bold]{Terminal.Escape(table.Name)}[/]\n"));
        var shown = new Table { Border = TableBorder.Minimal };
        foreach (string column in table.Columns)
        {
            shown.AddColumn(Terminal.Escape(column.Replace('_', ' ')));
        }

        foreach (IReadOnlyList<string> row in table.Rows.Take(MostRows))
        {
            shown.AddRow([.. row.Select(cell => Terminal.Escape(Terminal.OneLine(cell, CellWidth)))]);
        }

        terminal.Console.Write(shown);
        if (table.Rows.Count > MostRows)
        {
            terminal.Console.WriteLine($"{table.Rows.Count} rows, {MostRows} shown; all of them: demarche outlets --table {table.Name} --plain");
        }
    }
}
