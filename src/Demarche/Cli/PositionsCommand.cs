using System.CommandLine;
using System.Text.Json;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core.Comparisons;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche positions</c>: the matrix, or the history behind a part of it.</summary>
internal static class PositionsCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var party = new Option<string?>("--party") { Description = "Only this party's positions, in order of time.", HelpName = "ID" };
        var issue = new Option<string?>("--issue") { Description = "Only positions on this issue, in order of time.", HelpName = "ID" };
        var outlet = new Option<string?>("--outlet") { Description = "Only what this outlet carries.", HelpName = "NAME" };
        Option<DateOnly?> at = DayOption.Create("--at", "As things stood on this day.");
        var level = new Option<int?>("--level")
        {
            Description = "Fold the matrix to wholes (1), wholes and their parts (2), and so on, as part_of in the codebook says. Default: every issue has its row.",
            HelpName = "N",
        };
        level.Validators.Add(result =>
        {
            if (result.GetValue(level) < 1)
            {
                result.AddError("--level counts from 1");
            }
        });
        var ledger = new LedgerOption();
        var output = new OutputOptions();
        var command = new Command(
            "positions",
            """
            Show who wants what: issues by parties, every cell with its sentence. With --party or --issue, the history behind it.

            Example: demarche positions --at 2031-04-30
            Example: demarche positions --party kelvia --issue lock-toll
            """)
        {
            party,
            issue,
            outlet,
            at,
            level,
        };
        ledger.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            var query = new LedgerQuery
            {
                Party = parsed.GetValue(party),
                Issue = parsed.GetValue(issue),
                Outlet = parsed.GetValue(outlet),
                Until = parsed.GetValue(at),
            };
            LedgerNames.Check(source, query);
            bool isHistory = query.Party is not null || query.Issue is not null;
            if (isHistory && parsed.GetValue(level) is not null)
            {
                throw new UserException("--level folds the matrix: leave --party and --issue out");
            }

            if (output.IsJson(parsed) && parsed.GetValue(level) is { } folded)
            {
                JsonOutput.WriteLines(LedgerNames.Overview(source, query).MatrixAtLevel(folded).Matrix.Cells, WriteFolded);
            }
            else if (output.IsJson(parsed))
            {
                JsonOutput.WriteLines(Entries(source, query, isHistory), EntryWriter.Write);
            }
            else if (output.IsPlain(parsed))
            {
                foreach (LedgerEntry entry in Entries(source, query, isHistory))
                {
                    Console.WriteLine(PositionLine.Plain(entry));
                }
            }
            else
            {
                Print(source, query, isHistory, parsed.GetValue(level));
            }
        });
        return command;
    }

    private static void Print(SqliteLedger ledger, LedgerQuery query, bool isHistory, int? level)
    {
        DisputeOverview overview = LedgerNames.Overview(ledger, query);
        Terminal terminal = Terminal.Output();
        if (isHistory)
        {
            var view = new HistoryView(overview, terminal);
            view.PrintTrends(ledger.Trends(query.Until).Where(trend =>
                (query.Party ?? trend.Party) == trend.Party && (query.Issue ?? trend.Issue) == trend.Issue && query.Outlet is null));
            view.PrintEntries([.. ledger.Positions(query)]);
        }
        else
        {
            new MatrixView(overview, terminal, query.Outlet is null ? ledger.Trends(query.Until) : [], level).Print();
        }
    }

    private static void WriteFolded(Utf8JsonWriter json, MatrixCell cell)
    {
        json.WriteStartObject();
        json.WriteString("issue", cell.Issue);
        json.WriteString("party", cell.Party);
        json.WritePropertyName("latest");
        if ((cell.Latest ?? cell.LatestTold)?.Lead is { } lead)
        {
            EntryWriter.Write(json, lead);
        }
        else
        {
            json.WriteNullValue();
        }

        json.WriteString("direction_of_parts", cell.DirectionOfParts?.ToString().ToLowerInvariant());
        json.WriteStartArray("parts");
        foreach (LedgerEntry part in cell.Parts.Select(part => part.Latest?.Lead).OfType<LedgerEntry>())
        {
            EntryWriter.Write(json, part);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    // The matrix as lines: the leading entry of each cell.
    private static IEnumerable<LedgerEntry> Entries(SqliteLedger ledger, LedgerQuery query, bool isHistory) =>
        isHistory
            ? ledger.Positions(query)
            : LedgerNames.Overview(ledger, query).Matrix.Cells
                .Select(cell => (cell.Latest ?? cell.LatestTold)?.Lead)
                .OfType<LedgerEntry>();
}
