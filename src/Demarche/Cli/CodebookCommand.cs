using System.CommandLine;
using System.Text.Json;
using Demarche.Core.Parties;

namespace Demarche.Cli;

/// <summary><c>demarche codebook</c>: works on codebooks; <c>check</c> names what is wrong in one, <c>apply</c> reads the ledger with it, <c>suggest</c> and <c>try</c> what it misses and would match.</summary>
internal static class CodebookCommand
{
    /// <summary>The command with its subcommands.</summary>
    public static Command Create()
    {
        var command = new Command("codebook", "Work on a codebook: the parties and issues of a dispute.");
        command.Subcommands.Add(CreateCheck());
        command.Subcommands.Add(CodebookApplyCommand.Create());
        command.Subcommands.Add(CodebookSuggestCommand.Create());
        command.Subcommands.Add(CodebookTryCommand.Create());
        return command;
    }

    private static Command CreateCheck()
    {
        var file = new Argument<FileInfo>("file") { Description = "The codebook, a YAML file." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of text." };
        var command = new Command(
            "check",
            """
            Check a codebook and say what it holds, or where it is wrong and what to do.

            Exit code 0 when it can be used, 1 when it has errors, 2 when there is no such file.

            Example: demarche codebook check codebook.yaml
            """);
        command.Arguments.Add(file);
        command.Options.Add(json);
        command.SetAction(parsed => Check(parsed.GetRequiredValue(file), parsed.GetValue(json)));
        return command;
    }

    private static int Check(FileInfo file, bool asJson)
    {
        if (!file.Exists)
        {
            throw new UserException($"there is no codebook {file}: give the path of a YAML file");
        }

        CodebookReading reading = CodebookReader.ReadFile(file.FullName);
        if (asJson)
        {
            WriteJson(reading);
        }
        else
        {
            WriteText(file.ToString(), reading);
        }

        return reading.Codebook is null ? ExitCodes.SomeFailed : ExitCodes.Ok;
    }

    private static void WriteText(string path, CodebookReading reading)
    {
        foreach (CodebookProblem problem in reading.Problems)
        {
            Console.Out.WriteLine(Terminal.Clean($"{path}:{problem.Line}:{problem.Column}: {Name(problem.Severity)}: {problem.Message}"));
        }

        if (reading.Codebook is { } codebook)
        {
            CodebookCounts counts = CodebookCounts.Of(codebook);
            Console.Out.WriteLine(Terminal.Clean(
                $"{path}: fine: {counts.Parties} parties, {counts.People} people, {counts.Bodies} bodies, {counts.Issues} issues, {counts.Terms} terms"));
        }
    }

    private static void WriteJson(CodebookReading reading)
    {
        using Stream output = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteBoolean("usable", reading.Codebook is not null);
            if (reading.Codebook is { } codebook)
            {
                CodebookCounts counts = CodebookCounts.Of(codebook);
                json.WriteNumber("parties", counts.Parties);
                json.WriteNumber("people", counts.People);
                json.WriteNumber("bodies", counts.Bodies);
                json.WriteNumber("issues", counts.Issues);
                json.WriteNumber("terms", counts.Terms);
            }

            json.WriteStartArray("problems");
            foreach (CodebookProblem problem in reading.Problems)
            {
                json.WriteStartObject();
                json.WriteNumber("line", problem.Line);
                json.WriteNumber("column", problem.Column);
                json.WriteString("severity", Name(problem.Severity));
                json.WriteString("message", problem.Message);
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    private static string Name(ProblemSeverity severity) => severity == ProblemSeverity.Error ? "error" : "warning";

    /// <summary>How much a codebook holds.</summary>
    private readonly record struct CodebookCounts(int Parties, int People, int Bodies, int Issues, int Terms)
    {
        public static CodebookCounts Of(Codebook codebook) => new(
            codebook.Parties.Count,
            codebook.Parties.Sum(party => party.People.Count),
            codebook.Parties.Sum(party => party.Bodies.Count),
            codebook.Issues.Count,
            codebook.Issues.Sum(issue => issue.Terms.Count + issue.Inverse.Count));
    }
}
