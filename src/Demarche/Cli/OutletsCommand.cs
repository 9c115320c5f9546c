using System.CommandLine;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Coverage;
using Demarche.Core.Comparisons.Wording;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche outlets</c>: what each outlet carries, whose words it prints, and how it names and reports.</summary>
internal static class OutletsCommand
{
    private static readonly string[] TableNames = ["outlets", "speech", "verbs", "names", "quotes", "alone", "coverage", "renderings"];

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
        table.AcceptOnlyFromAmong(TableNames);
        var csv = new Option<bool>("--csv") { Description = "With --table: write comma-separated values." };
        var ledger = new LedgerOption();
        var output = new OutputOptions();
        var command = new Command(
            "outlets",
            """
            Show outlet against outlet: what each carries and leaves out, whose words it prints, how it names and reports. Counts, no verdicts.

            Example: demarche outlets
            Example: demarche outlets --table verbs --plain > verbs.tsv
            Example: demarche outlets --table coverage --csv > coverage.csv
            """)
        {
            table,
            csv,
        };
        ledger.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            string[] names = parsed.GetValue(table) is { } name ? [name] : TableNames[..^2];
            OutletComparison comparison = ComparisonInput.BookOf(source).All();
            ComparedArticle[] articles = [.. comparison.Stories.SelectMany(story => story.Articles).Order(ComparedArticle.InOrder)];
            ComparisonTable[] tables = [.. names.Select(wanted => Make(wanted, comparison, articles, source))];
            if (parsed.GetValue(csv))
            {
                if (tables.Length > 1)
                {
                    throw new UserException($"--csv writes one table: add --table NAME, one of {string.Join(", ", TableNames)}");
                }

                tables[0].WriteCsv(Console.Out);
            }
            else if (output.IsJson(parsed))
            {
                JsonOutput.WriteLines(tables.SelectMany(made => made.Rows.Select(row => (made, row))), static (json, line) => line.made.Write(json, line.row));
            }
            else if (output.IsPlain(parsed))
            {
                foreach (ComparisonTable made in tables)
                {
                    Console.WriteLine(string.Join('\t', made.Columns));
                    foreach (IReadOnlyList<string> row in made.Rows)
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

    private static ComparisonTable Make(string name, OutletComparison comparison, ComparedArticle[] articles, SqliteLedger ledger) => name switch
    {
        "outlets" => ComparisonTable.Of(OutletSummary.Of(comparison)),
        "speech" => ComparisonTable.Of(SpeechShare.Of(articles)),
        "verbs" => ComparisonTable.Of("verbs", "party", WordTables.Verbs(articles)),
        "names" => ComparisonTable.Of("names", "actor", WordTables.Names(comparison.Stories)),
        "coverage" => ComparisonTable.Coverage(comparison),
        "renderings" => ComparisonTable.Renderings(comparison),
        "quotes" => ComparisonTable.Of("quotes", "", WordTables.ScareQuotes(articles)),
        _ => ComparisonTable.Of(SolePosition.In(ledger.Positions())),
    };
}
