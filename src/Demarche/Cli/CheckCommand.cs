using System.CommandLine;
using System.Text.Json;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core;
using Demarche.Core.Comparisons;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Spectre.Console;

namespace Demarche.Cli;

/// <summary><c>demarche check</c>: a claim of what somebody holds, or that it changed, or did not, held against the record.</summary>
internal static class CheckCommand
{
    // A claim is a sentence or a few; what is longer is an article and is read by `demarche add`.
    private const int LongestClaim = 10_000;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var claim = new Argument<string>("claim") { Description = "The claim in plain words, with the party and the issue as people name them." };
        var party = new Option<string?>("--party") { Description = "The party, where the claim does not name it.", HelpName = "ID" };
        var issue = new Option<string?>("--issue") { Description = "The issue, where the claim does not name it.", HelpName = "ID" };
        Option<DateOnly?> since = DayOption.Create("--since", "First day the claim speaks of. Default: the beginning of the record.");
        Option<DateOnly?> at = DayOption.Create("--at", "Last day it speaks of. Default: the end of the record.");
        var ledger = new LedgerOption();
        var output = new OutputOptions();
        var command = new Command(
            "check",
            """
            Hold a claim of what a party wants, or that it changed, or did not change, against the record, and show the words before and after.
            The record tells what texts attribute to whom, not what is so.

            Example: demarche check "Kelvia has not changed its mind on the observers" --at 2031-05-31
            Example: demarche check "Kelvia never agreed to observers"
            """)
        {
            claim,
            party,
            issue,
            since,
            at,
        };
        ledger.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            var given = new LedgerQuery { Party = parsed.GetValue(party), Issue = parsed.GetValue(issue) };
            LedgerNames.Check(source, given);
            Codebook codebook = LedgerNames.Codebook(source)
                ?? throw new UserException("the ledger has no codebook, so that no party and no issue is known");
            string words = parsed.GetRequiredValue(claim);
            if (words.Length > LongestClaim)
            {
                throw new UserException($"the claim has {words.Length} characters; give the sentence that says who wants or changed what, at most {LongestClaim}");
            }

            if (parsed.GetValue(since) is { } first && parsed.GetValue(at) is { } last && first > last)
            {
                throw new UserException($"--since {first:yyyy-MM-dd} is later than --at {last:yyyy-MM-dd}: no day lies between them");
            }

            ReadClaim read = Complete(new ClaimReader(codebook, () => new ArticlePipeline(codebook, ShippedModels.Read())).Read(Terminal.WithoutControls(words)), given);
            DisputeOverview overview = LedgerNames.Overview(source, new LedgerQuery());
            ClaimFinding[] findings = [.. Find(source, overview.Relations, read, parsed.GetValue(since), parsed.GetValue(at))];
            Write(overview, read, findings, output.IsJson(parsed), output.IsPlain(parsed));
        });
        return command;
    }

    private static ReadClaim Complete(ReadClaim read, LedgerQuery given)
    {
        ReadClaim complete = read with { Party = given.Party ?? read.Party, Issues = given.Issue is { } issue ? [issue] : [.. read.Issues.Take(1)] };
        if (complete.Party is null)
        {
            throw new UserException("the claim names no party of the codebook: name it with --party ID");
        }

        return complete.Kind is null
            ? throw new UserException("the claim says neither what the party wants nor that something changed: say \"supports\", \"opposes\", \"has changed\" or \"has not changed\"")
            : complete;
    }

    // The one issue whose lines are enough; null when those on others are needed too.
    private static string? Alone(ReadClaim read, IssueRelations relations) =>
        read.Issues.Count > 0 && relations.ExcludedBy(read.Issues[0]).Count == 0 ? read.Issues[0] : null;

    // A claim that names no issue speaks of all of them. What the party said on exclusive issues tells of this one too.
    private static IEnumerable<ClaimFinding> Find(SqliteLedger ledger, IssueRelations relations, ReadClaim read, DateOnly? since, DateOnly? at) =>
        ImpliedPositions.Along(PositionHistory.Of(ledger.Positions(new LedgerQuery { Party = read.Party, Issue = Alone(read, relations) })), relations)
            .Where(history => read.Issues.Count == 0 || history.Issue == read.Issues[0])
            .Select(history => ClaimCheck.Check(read, history, since, at));

    private static void Write(DisputeOverview overview, ReadClaim read, ClaimFinding[] findings, bool asJson, bool isPlain)
    {
        if (asJson)
        {
            JsonOutput.WriteLines(findings, (json, finding) => WriteJson(json, read, finding));
            return;
        }

        if (findings.Length == 0)
        {
            string on = read.Issues.Count > 0 ? $" on {overview.IssueLabel(read.Issues[0])}" : "";
            Console.WriteLine(Terminal.Clean($"Nothing on record of {overview.PartyName(read.Party!)}{on}."));
            return;
        }

        foreach (ClaimFinding finding in findings)
        {
            if (isPlain)
            {
                Console.WriteLine(string.Join('\t', new[]
                {
                    Word(finding.Verdict), finding.Party, finding.Issue, $"{finding.Moves.Count}",
                    finding.Before?.Lead.Evidence ?? "", finding.After?.Lead.Evidence ?? "",
                }.Select(field => Terminal.OneLine(field, int.MaxValue))));
            }
            else
            {
                Print(overview, read, finding);
            }
        }
    }

    private static void Print(DisputeOverview overview, ReadClaim read, ClaimFinding finding)
    {
        Terminal terminal = Terminal.Output();
        var history = new HistoryView(overview, terminal);
        string claimed = read.Kind switch { ClaimKind.Constancy => "no change", ClaimKind.Change => "a change", _ => Words.Of(read.Held) };
        terminal.Console.MarkupLine(
            $"[bold]{Terminal.Escape(overview.PartyName(finding.Party))}, {Terminal.Escape(overview.IssueLabel(finding.Issue))}: "
            + $"{Word(finding.Verdict)}[/]  claimed: {claimed}; on record: {Count(finding.Statements, "dated position")}, {Count(finding.Moves.Count, "move")}"
            + Terminal.Escape(finding.Moves.Count > 0 ? $" ({string.Join(", ", finding.Moves.Select(move => $"{Words.Of(move.Relation)} {StanceText.Day(move.Date)}"))})" : ""));
        foreach ((string when, HeldPosition? held) in Ends(read, finding))
        {
            if (held is not null)
            {
                terminal.Console.MarkupLine($"  [grey]{when}[/] {HistoryView.Line(held)}");
                history.PrintEvidence(held.Lead);
            }
        }
    }

    private static (string When, HeldPosition? Held)[] Ends(ReadClaim read, ClaimFinding finding) =>
        read.Kind == ClaimKind.Holding
            ? [("last", finding.After), ("otherwise", finding.Before), ("doubtful", finding.Doubtful)]
            : [("before", finding.Before), ("after ", finding.After), ("doubtful", finding.Doubtful)];

    private static string Count(int number, string what) => number == 1 ? $"1 {what}" : $"{number} {what}s";

    private static string Word(ClaimVerdict verdict) => verdict switch
    {
        ClaimVerdict.Agrees => "the record agrees",
        ClaimVerdict.Partly => "the record agrees in part",
        ClaimVerdict.Disagrees => "the record disagrees",
        _ => "too little on record",
    };

    private static void WriteJson(Utf8JsonWriter json, ReadClaim read, ClaimFinding finding)
    {
        json.WriteStartObject();
        json.WriteString("party", finding.Party);
        json.WriteString("issue", finding.Issue);
        json.WriteString("claim", read.Kind switch { ClaimKind.Constancy => "constancy", ClaimKind.Change => "change", _ => Words.Of(read.Held) });
        json.WriteString("verdict", finding.Verdict switch
        {
            ClaimVerdict.Agrees => "agrees",
            ClaimVerdict.Partly => "partly",
            ClaimVerdict.Disagrees => "disagrees",
            _ => "too-little",
        });
        json.WriteNumber("statements", finding.Statements);
        json.WriteStartArray("moves");
        foreach (PositionChange move in finding.Moves)
        {
            json.WriteStartObject();
            json.WriteString("relation", Words.Of(move.Relation).Replace(' ', '-'));
            json.WriteString("date", EntryWriter.DayText(move.Date));
            json.WriteString("why", move.Why);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        WriteHeld(json, "before", finding.Before);
        WriteHeld(json, "after", finding.After);
        WriteHeld(json, "doubtful", finding.Doubtful);
        json.WriteEndObject();
    }

    private static void WriteHeld(Utf8JsonWriter json, string name, HeldPosition? held)
    {
        json.WritePropertyName(name);
        if (held is null)
        {
            json.WriteNullValue();
        }
        else
        {
            EntryWriter.Write(json, held.Lead);
        }
    }
}
