using System.CommandLine;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche outlets</c>: what each outlet carries, whose words it prints, and how it names and reports.</summary>
internal static class OutletsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var table = new Option<string?>("--table", "-t")
        {
            Description = "One table: outlets (what each carries), speech (whose words), verbs (by which verbs parties are reported), names (how "
                + "actors are named), quotes (words in marks that nobody is said to have said), alone (positions one outlet alone reports), "
                + "coverage (who carries which statement), renderings (what each article makes of it). Default: all but the last two.",
            HelpName = "NAME",
        };
        table.AcceptOnlyFromAmong([.. ComparisonTables.Names]);
        var csv = new Option<bool>("--csv") { Description = "With --table: write comma-separated values." };
        var workbook = new Option<FileInfo?>("--xlsx") { Description = "Write a workbook for spreadsheets, a sheet for every table.", HelpName = "FILE" };
        var ledger = new LedgerOption();
        var output = new OutputOptions();
        var command = new Command(
            "outlets",
            """
            Show outlet against outlet: what each carries and leaves out, whose words it prints, how it names and reports. Counts, no verdicts.

            Example: demarche outlets
            Example: demarche outlets --table verbs --plain > verbs.tsv
            Example: demarche outlets --table coverage --csv > coverage.csv
            Example: demarche outlets --xlsx outlets.xlsx
            """)
        {
            table,
            csv,
            workbook,
        };
        ledger.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            bool isWorkbook = parsed.GetValue(workbook) is not null;
            string[] names = parsed.GetValue(table) is { } name ? [name] : isWorkbook ? [.. ComparisonTables.Names] : [.. ComparisonTables.ShortNames];
            if (parsed.GetValue(csv) && names.Length > 1)
            {
                throw new UserException($"--csv writes one table: add --table NAME, one of {string.Join(", ", ComparisonTables.Names)}");
            }

            using SqliteLedger source = ledger.Open(parsed);
            var made = new ComparisonTables(ComparisonInput.BookOf(source).All(), source.Positions());
            ComparisonTable[] tables = [.. names.Select(made.Make)];
            if (parsed.GetValue(workbook) is { } file)
            {
                using FileStream stream = file.Create();
                WorkbookWriter.Write(tables, stream);
            }
            else if (parsed.GetValue(csv))
            {
                tables[0].WriteCsv(Console.Out);
            }
            else if (output.IsJson(parsed))
            {
                JsonOutput.WriteLines(tables.SelectMany(shown => shown.Rows.Select(row => (shown, row))), static (json, line) => line.shown.Write(json, line.row));
            }
            else if (output.IsPlain(parsed))
            {
                foreach (ComparisonTable shown in tables)
                {
                    Console.WriteLine(string.Join('\t', shown.Columns.Select(column => column.Name)));
                    foreach (IReadOnlyList<string> row in shown.Rows)
                    {
                        Console.WriteLine(string.Join('\t', row.Select(cell => Terminal.OneLine(cell, int.MaxValue))));
                    }
                }
            }
            else
            {
                var view = new ComparisonTableView(Terminal.Output());
                Array.ForEach(tables, view.Print);
            }
        });
        return command;
    }
}
