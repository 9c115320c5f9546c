using System.CommandLine;
using System.Text.Json;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core;
using Demarche.Core.Comparisons.Suggestions;
using Demarche.Core.Ledger;
using Demarche.Core.Parties;
using Demarche.Nlp;

namespace Demarche.Cli;

/// <summary><c>demarche codebook suggest</c>: what the codebook misses.</summary>
internal static class CodebookSuggestCommand
{
    // What a digit key can choose.
    private const int Shown = 9;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var add = new Option<int?>("--add") { Description = "Add the group of this number to the codebook as an issue.", HelpName = "N" };
        var to = new Option<string?>("--to") { Description = "With --add: add its phrases to this issue instead.", HelpName = "ISSUE" };
        var json = new Option<bool>("--json") { Description = "Write JSON for machines, one group a line." };
        var ledger = new LedgerOption();
        var command = new Command(
            "suggest",
            $"""
            List what parties often speak of, want or refuse and no issue names, grouped, the most told first; of the latest {CodebookSuggestions.MostArticles:N0} articles.
            On a terminal one key adds a group to the codebook: as an issue, to be given a better name there, or to the issue whose words
            mean nearly the same.

            Example: demarche codebook suggest
            Example: demarche codebook suggest --add 2
            Example: demarche codebook suggest --add 2 --to observers
            """)
        {
            add,
            to,
            json,
        };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(to) is not null && parsed.GetValue(add) is null)
            {
                throw new UserException("--to needs --add N: which group is added");
            }

            using SqliteLedger source = ledger.Open(parsed);
            ReadingModels models = ShippedModels.Read();
            SuggestedIssue[] groups = [.. CodebookSuggestions.Of(source, new Analyzer(models.Language), models.Words, Shown)];
            if (parsed.GetValue(json))
            {
                JsonOutput.WriteLines(groups, WriteJson);
            }
            else if (parsed.GetValue(add) is { } number)
            {
                Add(source, groups, number, parsed.GetValue(to));
            }
            else
            {
                Print(groups);
                Offer(source, groups);
            }
        });
        return command;
    }

    private static void Print(SuggestedIssue[] groups)
    {
        for (int i = 0; i < groups.Length; i++)
        {
            LedgerAttribution example = groups[i].Statements[0];
            string others = groups[i].Phrases.Count > 1 ? $"; also {string.Join("; ", groups[i].Phrases.Skip(1))}" : "";
            int articles = groups[i].Statements.Select(line => line.Article.Key).Distinct(StringComparer.Ordinal).Count();
            Console.WriteLine(Terminal.OneLine($"{i + 1}  {groups[i].Label}  ({groups[i].Statements.Count} statements in {articles} articles{others})", 300));
            Console.WriteLine(Terminal.OneLine($"    {example.Attribution.Speaker ?? "?"}: {example.Content}", 300));
            Console.WriteLine(Terminal.Clean($"    {StanceText.Source(example.Article)}"));
            if (groups[i].Near is { } near)
            {
                Console.WriteLine(Terminal.Clean($"    near issue {near.Id}, {near.Label}: key {LetterOf(i)} adds the phrases there"));
            }
        }

        if (groups.Length == 0)
        {
            Console.WriteLine("Nothing that two articles speak of lacks an issue.");
        }
    }

    private static char LetterOf(int group) => (char)('a' + group);

    private static void Offer(SqliteLedger ledger, SuggestedIssue[] groups)
    {
        if (groups.Length == 0 || ledger.CodebookText is null || Console.IsInputRedirected || Console.IsOutputRedirected)
        {
            return;
        }

        string letters = groups.Any(group => group.Near is not null) ? ", a letter to the issue named beside it" : "";
        Console.Write($"1-{groups.Length} adds one as an issue{letters}, any other key leaves: ");
        char key = Console.ReadKey(intercept: true).KeyChar;
        Console.WriteLine();
        if (key >= '1' && key - '0' <= groups.Length)
        {
            Add(ledger, groups, key - '0', null);
        }
        else if (key >= 'a' && key - 'a' < groups.Length && groups[key - 'a'].Near is { } near)
        {
            Add(ledger, groups, key - 'a' + 1, near.Id);
        }
    }

    private static void Add(SqliteLedger ledger, SuggestedIssue[] groups, int number, string? issue)
    {
        if (number < 1 || number > groups.Length)
        {
            throw new UserException($"there is no group {number}; there are {groups.Length}");
        }

        string old = ledger.CodebookText ?? throw new UserException("the ledger has no codebook to add to");
        string path = Path.Combine(ledger.Folder, "codebook.yaml");
        string text = issue is null ? WithIssue(old, groups[number - 1], path) : WithTerms(old, groups[number - 1], issue, path);
        ledger.SetCodebook(text);
        Console.WriteLine("Read the ledger's articles with it: demarche codebook apply");
    }

    private static string WithIssue(string codebook, SuggestedIssue group, string path)
    {
        (string text, string id) = CodebookAddition.Add(codebook, group)
            ?? throw new UserException($"{path} has no list of issues, one a line, to add to: add it by hand");
        if (CodebookReader.Read(text).Codebook is null)
        {
            throw new UserException($"{path} has an issue '{id}' already, or is written in a way that cannot be added to: add it by hand");
        }

        Console.WriteLine(Terminal.Clean($"Added issue {id} to {path}."));
        return text;
    }

    private static string WithTerms(string codebook, SuggestedIssue group, string issue, string path)
    {
        string text = CodebookAddition.AddTerms(codebook, issue, group.Phrases)
            ?? throw new UserException($"{path} has no issue '{issue}' with terms to add to");
        if (CodebookReader.Read(text).Codebook is null)
        {
            throw new UserException($"the terms of '{issue}' in {path} are written in a way that cannot be added to: add them by hand");
        }

        Console.WriteLine(Terminal.Clean($"Added {string.Join("; ", group.Phrases)} to the terms of {issue} in {path}."));
        return text;
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
        json.WriteString("near", group.Near?.Id);
        json.WriteString("example", group.Statements[0].Content);
        json.WriteString("speaker", group.Statements[0].Attribution.Speaker);
        json.WriteString("article", group.Statements[0].Article.Id);
        json.WriteEndObject();
    }
}
