using System.CommandLine;
using System.Globalization;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche failures</c>: what could not be read into the ledger, why and when.</summary>
internal static class FailuresCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var forget = new Option<bool>("--forget") { Description = "Forget them once they are shown." };
        var ledger = new LedgerOption();
        var output = new OutputOptions();
        var command = new Command(
            "failures",
            """
            List what could not be read into the ledger, why, and when it was tried last. What is added again and read then goes from the list.

            Example: demarche failures
            Example: demarche failures --plain | cut -f2 > again.txt
            """)
        {
            forget,
        };
        ledger.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            IReadOnlyList<IntakeFailure> failures = source.Failures.All();
            if (output.IsJson(parsed))
            {
                JsonOutput.WriteLines(failures, FailureWriter.Write);
            }
            else
            {
                Print(failures, output.IsPlain(parsed));
            }

            if (parsed.GetValue(forget))
            {
                source.Failures.Forget(null);
            }
        });
        return command;
    }

    private static void Print(IReadOnlyList<IntakeFailure> failures, bool isPlain)
    {
        foreach (IntakeFailure failure in failures)
        {
            string time = failure.At.UtcDateTime.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
            (string origin, string problem) = (Terminal.OneLine(failure.Origin, int.MaxValue), Terminal.OneLine(failure.Problem, int.MaxValue));
            string times = failure.Times.ToString(CultureInfo.InvariantCulture);
            Console.WriteLine(isPlain
                ? string.Join('\t', time, origin, times, problem)
                : $"{time}  {origin}: {problem}{(failure.Times > 1 ? $" ({times} times)" : "")}");
        }

        if (failures.Count == 0 && !isPlain)
        {
            Console.WriteLine("Everything that was added could be read.");
        }
    }
}
