using System.CommandLine;
using System.Text.Json;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;

namespace Demarche.Cli;

/// <summary><c>demarche codebook apply</c>: reads the ledger's own articles again with a changed codebook or a newer model.</summary>
internal static class CodebookApplyCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var file = new Argument<string?>("file")
        {
            Description = "The codebook that takes the place of the ledger's. Default: codebook.yaml in the ledger's folder, as it is now.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Show which lines would come, go or read otherwise, and change nothing." };
        var fast = new Option<bool>("--fast") { Description = "Read words alone, without tags and dependencies." };
        var json = new Option<bool>("--json") { Description = "Write JSON for machines, one line of the record or one article a line." };
        var ledger = new LedgerOption();
        var command = new Command(
            "apply",
            """
            Read the ledger's articles again with a changed codebook (or a newer model), from the texts the ledger keeps: nothing is fetched
            or looked for outside. What people decided about lines stays: what they found right remains on the record even where it is not
            found any more.

            Example: demarche codebook apply --dry-run
            Example: demarche codebook apply new-codebook.yaml
            """)
        {
            file,
            dryRun,
            fast,
            json,
        };
        ledger.AddTo(command);
        command.SetAction(async (parsed, cancellation) =>
        {
            using SqliteLedger target = ledger.Open(parsed);
            (string Text, Codebook Codebook)? given = parsed.GetValue(file) is { } path ? CodebookFile.Read(path) : null;
            Codebook codebook = given?.Codebook ?? LedgerNames.Codebook(target)
                ?? throw new UserException($"the ledger has no codebook: name one, or put codebook.yaml into {target.Folder}");
            var pipeline = new ArticlePipeline(codebook, ShippedModels.Read(parsed.GetValue(fast)));
            if (parsed.GetValue(dryRun))
            {
                return await PreviewAsync(target, pipeline, parsed.GetValue(json), cancellation);
            }

            if (given is { } changed)
            {
                target.SetCodebook(changed.Text);
            }

            return await RecodeAsync(target, pipeline, parsed.GetValue(json), cancellation);
        });
        return command;
    }

    private static async Task<int> RecodeAsync(SqliteLedger ledger, ArticlePipeline pipeline, bool asJson, CancellationToken cancellation)
    {
        using var report = new IntakeReport(asJson);
        var intake = new LedgerIntake(ledger, pipeline, Environment.ProcessorCount);
        int total = ledger.Outdated(pipeline.Model).Count();
        int done = 0;
        await foreach (IntakeResult result in intake.RecodeAsync(cancellation))
        {
            report.Tell(result, (double)++done / total);
        }

        report.Finish();
        return report.Failed == 0 ? ExitCodes.Ok : ExitCodes.SomeFailed;
    }

    private static async Task<int> PreviewAsync(SqliteLedger ledger, ArticlePipeline pipeline, bool asJson, CancellationToken cancellation)
    {
        var found = new List<ArticleDifference>();
        await foreach (ArticleDifference article in RecodingPreview.DifferencesAsync(ledger, pipeline, Environment.ProcessorCount, cancellation: cancellation))
        {
            found.Add(article);
            if (article.Problem is { } problem)
            {
                Console.Error.WriteLine(Terminal.Clean($"demarche: {article.Article.Id}: {problem}"));
            }
        }

        if (asJson)
        {
            JsonOutput.WriteLines(found.SelectMany(article => article.Lines), WriteJson);
        }
        else
        {
            Print(found);
        }

        return found.Exists(article => article.Problem is not null) ? ExitCodes.SomeFailed : ExitCodes.Ok;
    }

    private static void Print(List<ArticleDifference> articles)
    {
        foreach (ArticleDifference article in articles.Where(article => article.Lines.Count > 0))
        {
            Console.WriteLine(Terminal.Clean(StanceText.Source(article.Article)));
            foreach (LineDifference line in article.Lines)
            {
                LedgerEntry shown = (line.After ?? line.Before)!;
                string decided = line.Before is { State: not LineState.Machine } before ? $" ({before.State.ToString().ToLowerInvariant()} by a person: stays)" : "";
                string fields = line.Fields.Count > 0 ? $" [{string.Join(", ", line.Fields)}]" : "";
                Console.WriteLine(Terminal.OneLine($"  {MarkOf(line)} {Summary(line.Before, line.After)}{fields}{decided}", int.MaxValue));
                Console.WriteLine(Terminal.OneLine($"      {shown.Evidence}", 160));
            }
        }

        LineDifference[] all = [.. articles.SelectMany(article => article.Lines)];
        Console.WriteLine(
            all.Length == 0
                ? "Nothing would change."
                : $"{all.Count(line => line.Before is null)} lines would come, {all.Count(line => line.After is null)} go, "
                    + $"{all.Count(line => line is { Before: not null, After: not null })} read otherwise. Nothing was changed.");
    }

    private static char MarkOf(LineDifference line) => line.Before is null ? '+' : line.After is null ? '-' : '~';

    private static string Summary(LedgerEntry? before, LedgerEntry? after)
    {
        string[] sides = [.. new[] { before, after }.OfType<LedgerEntry>().Select(Of).Distinct(StringComparer.Ordinal)];
        return string.Join(" -> ", sides);
    }

    private static string Of(LedgerEntry line) =>
        $"{line.Position.Party ?? line.Position.Holder} {Words.Of(line.Position.Stance)} {line.Position.Issue} {line.Position.SignedStrength:+0;-0}";

    private static void WriteJson(Utf8JsonWriter json, LineDifference line)
    {
        json.WriteStartObject();
        json.WriteString("change", line.Before is null ? "added" : line.After is null ? "removed" : "changed");
        json.WriteStartArray("fields");
        foreach (string field in line.Fields)
        {
            json.WriteStringValue(field);
        }

        json.WriteEndArray();
        WriteSide(json, "before", line.Before);
        WriteSide(json, "after", line.After);
        json.WriteEndObject();
    }

    private static void WriteSide(Utf8JsonWriter json, string name, LedgerEntry? line)
    {
        json.WritePropertyName(name);
        if (line is null)
        {
            json.WriteNullValue();
        }
        else
        {
            EntryWriter.Write(json, line);
        }
    }
}
