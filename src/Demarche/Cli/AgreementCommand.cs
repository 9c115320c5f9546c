using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche agreement</c>: how far people who reviewed the same lines agree.</summary>
internal static class AgreementCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var json = new Option<bool>("--json") { Description = "Write JSON for machines, one object a line." };
        var ledger = new LedgerOption();
        var command = new Command(
            "agreement",
            """
            Tell how far people who reviewed the same lines agree: Krippendorff's alpha for all coders, Cohen's kappa for every two of them.
            Let the second one work with `demarche review --coder NAME --blind`.

            Example: demarche agreement
            """)
        {
            json,
        };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            Correction[] decisions = [.. CorrectionHistory.InForce(source.Corrections())];
            IReadOnlyList<TraitAgreement> traits = CoderAgreement.Of(
                source.MachinePositions(decisions.Select(decision => decision.ArticleKey).OfType<string>()), decisions);
            if (parsed.GetValue(json))
            {
                JsonOutput.WriteLines(traits, WriteJson);
            }
            else
            {
                Print(traits);
            }
        });
        return command;
    }

    private static void Print(IReadOnlyList<TraitAgreement> traits)
    {
        if (traits[0].Lines == 0)
        {
            Console.WriteLine("No line was decided on by two coders. A second one can begin: demarche review --coder NAME --blind");
            return;
        }

        Console.WriteLine($"{traits[0].Lines} lines decided on by two or more coders");
        foreach (TraitAgreement trait in traits)
        {
            Console.WriteLine($"{trait.Trait,-16} alpha {Figure(trait.Alpha)}");
            foreach (CoderPair pair in trait.Pairs)
            {
                Console.WriteLine(Terminal.Clean(
                    $"  {pair.First} and {pair.Second}: same on {pair.Same.ToString("P0", CultureInfo.InvariantCulture)} of {pair.Lines}, kappa {Figure(pair.Kappa)}"));
            }
        }
    }

    // Without two values that differ, agreement beyond chance is no number.
    private static string Figure(double value) => double.IsNaN(value) ? "-" : value.ToString("0.000", CultureInfo.InvariantCulture);

    private static void WriteJson(Utf8JsonWriter json, TraitAgreement trait)
    {
        json.WriteStartObject();
        json.WriteString("trait", trait.Trait);
        json.WriteNumber("lines", trait.Lines);
        Write(json, "alpha", trait.Alpha);
        json.WriteStartArray("pairs");
        foreach (CoderPair pair in trait.Pairs)
        {
            json.WriteStartObject();
            json.WriteString("first", pair.First);
            json.WriteString("second", pair.Second);
            json.WriteNumber("lines", pair.Lines);
            json.WriteNumber("same", Math.Round(pair.Same, 4));
            Write(json, "kappa", pair.Kappa);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, double value)
    {
        if (double.IsNaN(value))
        {
            json.WriteNull(name);
        }
        else
        {
            json.WriteNumber(name, Math.Round(value, 4));
        }
    }
}
