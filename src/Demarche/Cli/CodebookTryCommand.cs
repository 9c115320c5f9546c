using System.CommandLine;
using System.Text.Json;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core.Comparisons.Suggestions;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche codebook try</c>: what a phrase would match.</summary>
internal static class CodebookTryCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var phrase = new Argument<string>("phrase") { Description = "Words that name an outcome, as they would stand in the codebook." };
        var json = new Option<bool>("--json") { Description = "Write JSON for machines, one sentence a line." };
        var ledger = new LedgerOption();
        var command = new Command(
            "try",
            """
            Show which sentences of the ledger a phrase would match if it stood in the codebook, and which issues match them already.

            Example: demarche codebook try "joint control of the lock"
            """)
        {
            phrase,
            json,
        };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            string words = parsed.GetRequiredValue(phrase);
            var trial = new PhraseTrial(
                LedgerNames.Codebook(source) ?? throw new UserException("the ledger has no codebook to try the phrase in"),
                words.Any(char.IsLetter) ? words : throw new UserException("the phrase has no word in it"));
            PhraseMatch[] matches = [.. trial.In(source)];
            if (parsed.GetValue(json))
            {
                JsonOutput.WriteLines(matches, WriteJson);
                return;
            }

            foreach (PhraseMatch match in matches)
            {
                string others = match.OtherIssues.Count == 0 ? "" : $"  (also {string.Join(", ", match.OtherIssues)})";
                Console.WriteLine(Terminal.OneLine(match.Sentence, int.MaxValue));
                Console.WriteLine(Terminal.Clean($"    {StanceText.Source(match.Article)}{others}"));
            }

            Console.WriteLine(matches.Length == 1 ? "1 sentence." : $"{matches.Length} sentences.");
        });
        return command;
    }

    private static void WriteJson(Utf8JsonWriter json, PhraseMatch match)
    {
        json.WriteStartObject();
        json.WriteString("article", match.Article.Id);
        json.WriteNumber("start", match.Span.Start);
        json.WriteNumber("end", match.Span.End);
        json.WriteString("sentence", match.Sentence);
        json.WriteStartArray("issues");
        foreach (string issue in match.OtherIssues)
        {
            json.WriteStringValue(issue);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
