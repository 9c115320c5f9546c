using System.CommandLine;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche verify</c>: every line of a ledger against its text, every text against the bytes it was read from.</summary>
internal static class VerifyCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var ledger = new LedgerOption();
        var json = new Option<bool>("--json") { Description = "Write JSON for machines, one object a finding." };
        var command = new Command(
            "verify",
            """
            Check the whole ledger: the database, every span against its article's text, and every article against the bytes
            it was read from, which are read again. What does not hold is named, and the exit code is 1. Where a newer reader
            reads the same bytes otherwise, that is said and is no failure.

            Example: demarche verify --ledger talks/
            """)
        {
            json,
        };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            LedgerVerification found = LedgerVerification.Of(source);
            if (parsed.GetValue(json))
            {
                JsonOutput.WriteLines(found.Findings, static (writer, finding) =>
                {
                    writer.WriteStartObject();
                    writer.WriteBoolean("failed", finding.IsFailure);
                    writer.WriteString("problem", finding.Problem);
                    writer.WriteEndObject();
                });
            }
            else
            {
                foreach (VerificationFinding finding in found.Findings)
                {
                    Console.WriteLine($"{(finding.IsFailure ? "failed" : "note")}: {Terminal.Clean(finding.Problem)}");
                }

                Console.WriteLine(
                    $"{found.Revisions} revisions checked, {found.Reread} of them read again from kept bytes: "
                    + $"{found.Failures} failed, {found.Findings.Count - found.Failures} noted.");
            }

            return found.Failures == 0 ? ExitCodes.Ok : ExitCodes.SomeFailed;
        });
        return command;
    }
}
