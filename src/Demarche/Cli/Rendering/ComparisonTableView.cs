using Demarche.Core.Exchange;
using Spectre.Console;

namespace Demarche.Cli.Rendering;

/// <summary>Prints tables of the comparison of outlets: names and numbers in columns, sentences on a line of their own below them.</summary>
internal sealed class ComparisonTableView(Terminal terminal)
{
    // More rows than this nobody reads on a terminal; --plain, --csv and --xlsx write all.
    private const int MostRows = 40;

    // Names longer than this push the numbers off a narrow terminal.
    private const int MostOfName = 30;

    private const string Article = "article";
    private const string Gap = "  ";
    private const string Indent = "      ";

    /// <summary>Prints the table; of a long one the first rows and how many there are.</summary>
    public void Print(ComparisonTable table)
    {
        terminal.Console.Write(new Markup($"\n[bold]{Terminal.Escape(table.Title)}[/] [grey]--table {Terminal.Escape(table.Name)}[/]\n"));
        if (table.Rows.Count == 0)
        {
            terminal.Console.WriteLine("  none");
            return;
        }

        int[] shown = [.. Enumerable.Range(0, table.Columns.Count).Where(i => !table.Columns[i].IsForPrograms)];
        int[] proses = [.. shown.Where(i => table.Columns[i].Kind == ColumnKind.Prose)];
        int article = proses.Length == 0 ? -1 : shown.FirstOrDefault(i => table.Columns[i].Name == Article, -1);
        int[] columns = [.. shown.Except(proses).Where(i => i != article)];
        int[] widths = [.. columns.Select(i => WidthOf(table, i))];
        terminal.Console.Write(new Markup($"[underline]{Line([.. columns.Select(i => table.Columns[i].Name.Replace('_', ' '))])}[/]\n"));
        string first = "";
        foreach (IReadOnlyList<string> row in table.Rows.Take(MostRows))
        {
            // What many rows are about is said once.
            terminal.Console.Write(new Markup(Line([.. columns.Select(i => i == 0 && row[0] == first ? "" : row[i])]) + "\n"));
            string place = article >= 0 && row[article].Length > 0 ? $"[{row[article]}] " : "";
            foreach (string prose in proses.Select(i => row[i]).Where(prose => prose.Length > 0))
            {
                terminal.Console.Write(new Markup($"[grey]{Indent}{Markup.Escape(Terminal.OneLine(place + prose, terminal.Width - Indent.Length))}[/]\n"));
            }

            first = row[0];
        }

        if (table.Rows.Count > MostRows)
        {
            terminal.Console.WriteLine($"{table.Rows.Count} rows, {MostRows} shown; all of them: demarche outlets --table {table.Name} --plain");
        }

        terminal.Console.Write(new Markup($"[grey]{Terminal.Escape(table.Note)}[/]\n"));

        string Line(string[] cells) => Gap + Markup.Escape(string.Join(Gap, cells.Select((cell, at) =>
        {
            string text = Terminal.OneLine(cell, widths[at]);
            return table.Columns[columns[at]].Kind == ColumnKind.Number ? text.PadLeft(widths[at]) : text.PadRight(widths[at]);
        })).TrimEnd());
    }

    private static int WidthOf(ComparisonTable table, int column) =>
        Math.Min(MostOfName, Math.Max(table.Columns[column].Name.Length, table.Rows.Take(MostRows).Max(row => row[column].Length)));
}
