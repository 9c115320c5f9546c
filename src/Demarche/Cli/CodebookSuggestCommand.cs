using System.CommandLine;
using System.Text.Json;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;

namespace Demarche.Cli;

/// <summary><c>demarche codebook suggest</c> and <c>try</c>: what the codebook misses, and what a phrase would match.</summary>
internal static class CodebookSuggestCommand
{
    // What a digit key can choose.
    private const int Shown = 9;

    /// <summary>The command <c>suggest</c>.</summary>
    public static Command CreateSuggest()
    {
        var add = new Option<int?>("--add") { Description = "Add the group of this number to the codebook as an issue.", HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "Write JSON for machines, one group a line." };
        var ledger = new LedgerOption();
        var command = new Command(
            "suggest",
            """
            List what parties often demand or refuse and no issue covers, grouped. On a terminal one key adds a group to the codebook as an
            issue, to be given a better name there.

            Example: demarche codebook suggest
            Example: demarche codebook suggest --add 2
            """)
        {
            add,
            json,
        };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            SuggestedIssue[] groups = [.. CodebookSuggestions.Of(source).Take(Shown)];
            if (parsed.GetValue(json))
            {
                JsonOutput.WriteLines(groups, WriteJson);
            }
            else if (parsed.GetValue(add) is { } number)
            {
                Add(source, groups, number);
            }
            else
            {
                Print(groups);
                Offer(source, groups);
            }
        });
        return command;
    }

    /// <summary>The command <c>try</c>.</summary>
    public static Command CreateTry()
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

    private static void Print(SuggestedIssue[] groups)
    {
        for (int i = 0; i < groups.Length; i++)
        {
            LedgerAttribution example = groups[i].Statements[0];
            string others = groups[i].Phrases.Count > 1 ? $"; also {string.Join("; ", groups[i].Phrases.Skip(1))}" : "";
            Console.WriteLine(Terminal.Clean($"{i + 1}  {groups[i].Label}  ({groups[i].Statements.Count} statements{others})"));
            Console.WriteLine(Terminal.OneLine($"    {example.Attribution.Speaker ?? "?"}: {example.Content}", 300));
            Console.WriteLine(Terminal.Clean($"    {StanceText.Source(example.Article)}"));
        }

        if (groups.Length == 0)
        {
            Console.WriteLine("Nothing that is demanded twice lacks an issue.");
        }
    }

    private static void Offer(SqliteLedger ledger, SuggestedIssue[] groups)
    {
        if (groups.Length == 0 || ledger.CodebookText is null || Console.IsInputRedirected || Console.IsOutputRedirected)
        {
            return;
        }

        Console.Write($"1-{groups.Length} adds one as an issue, any other key leaves: ");
        char key = Console.ReadKey(intercept: true).KeyChar;
        Console.WriteLine();
        if (key >= '1' && key - '0' <= groups.Length)
        {
            Add(ledger, groups, key - '0');
        }
    }

    private static void Add(SqliteLedger ledger, SuggestedIssue[] groups, int number)
    {
        if (number < 1 || number > groups.Length)
        {
            throw new UserException($"there is no group {number}; there are {groups.Length}");
        }

        string old = ledger.CodebookText ?? throw new UserException("the ledger has no codebook to add to");
        string path = Path.Combine(ledger.Folder, "codebook.yaml");
        (string text, string id) = CodebookAddition.Add(old, groups[number - 1])
            ?? throw new UserException($"{path} has no list of issues, one a line, to add to: add it by hand");
        if (CodebookReader.Read(text).Codebook is null)
        {
            throw new UserException($"{path} has an issue '{id}' already, or is written in a way that cannot be added to: add it by hand");
        }

        ledger.SetCodebook(text);
        Console.WriteLine(Terminal.Clean($"Added issue {id} to {path}. Read the ledger's articles with it: demarche codebook apply"));
    }

    private static void WriteJson(Utf8JsonWriter json, SuggestedIssue group)
    {
        json.WriteStartObject();
        json.WriteString("label", group.Label);
        json.WriteNumber("statements", group.Statements.Count);
        json.WriteStartArray("phrases");
        foreach (string phrase in group.Phrases)
        {
            json.WriteStringValue(phrase);
        }

        json.WriteEndArray();
        json.WriteString("example", group.Statements[0].Content);
        json.WriteString("speaker", group.Statements[0].Attribution.Speaker);
        json.WriteString("article", group.Statements[0].Article.Id);
        json.WriteEndObject();
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
