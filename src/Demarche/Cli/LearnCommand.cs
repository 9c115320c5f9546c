using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Demarche.Core.Positions;

namespace Demarche.Cli;

/// <summary><c>demarche learn</c>: re-weights confidence by the decisions made in this ledger.</summary>
internal static class LearnCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var reset = new Option<bool>("--reset") { Description = "Forget what was learned: the machine's own confidence shows again." };
        var json = new Option<bool>("--json") { Description = "Write JSON for machines." };
        var ledger = new LedgerOption();
        var command = new Command(
            "learn",
            $"""
            Learn from the decisions of `demarche review` how far the machine's confidence can be believed here, and show it so from now on.
            Nothing leaves the ledger's folder. Figures before and after are of decisions that were not learned from; when they are not
            better, nothing changes. Takes {ConfidenceLearning.LeastDecisions} decisions or more.

            Example: demarche learn
            """)
        {
            reset,
            json,
        };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            if (parsed.GetValue(reset))
            {
                File.Delete(Path.Combine(source.Folder, LocalConfidence.FileName));
                Console.WriteLine("Forgotten: the machine's own confidence shows.");
                return;
            }

            IReadOnlyList<(Position Line, bool IsRight)> decisions = ConfidenceLearning.DecisionsOf(source);
            LearnedConfidence learned = ConfidenceLearning.Learn(decisions) ?? throw new UserException(
                $"{decisions.Count} decisions in this ledger; {ConfidenceLearning.LeastDecisions} are needed, right and wrong ones. Make them with demarche review");
            if (learned.IsBetter)
            {
                learned.Curve.Write(source.Folder);
            }

            if (parsed.GetValue(json))
            {
                JsonOutput.WriteLines([learned], WriteJson);
            }
            else
            {
                Print(learned);
            }
        });
        return command;
    }

    private static void Print(LearnedConfidence learned)
    {
        Console.WriteLine(Invariant($"{learned.Decisions} decisions, {learned.Right} lines right"));
        Console.WriteLine(Invariant($"squared error  {learned.Before.Brier:0.0000} before, {learned.After.Brier:0.0000} after"));
        Console.WriteLine(Invariant($"log loss       {learned.Before.LogLoss:0.0000} before, {learned.After.LogLoss:0.0000} after"));
        Console.WriteLine(learned.IsBetter
            ? "Confidence shows as learned from now on; demarche learn --reset goes back."
            : "Not better than the machine's own: nothing was changed.");
    }

    private static void WriteJson(Utf8JsonWriter json, LearnedConfidence learned)
    {
        json.WriteStartObject();
        json.WriteNumber("decisions", learned.Decisions);
        json.WriteNumber("right", learned.Right);
        json.WriteBoolean("kept", learned.IsBetter);
        foreach ((string name, ConfidenceFigures figures) in new[] { ("before", learned.Before), ("after", learned.After) })
        {
            json.WriteStartObject(name);
            json.WriteNumber("brier", Math.Round(figures.Brier, 6));
            json.WriteNumber("log_loss", Math.Round(figures.LogLoss, 6));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
