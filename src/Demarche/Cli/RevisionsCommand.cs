using System.CommandLine;
using System.Text.Json;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core.Comparisons;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche revisions</c>: what outlets changed in articles after they had published them.</summary>
internal static class RevisionsCommand
{
    // Longer stretches are cut on the screen; --json has them whole.
    private const int LongestShown = 300;

    /// <summary>The command.</summary>
    public static Command Create()
    {
        var article = new Argument<string?>("article")
        {
            Description = "The article's id, its address, or the first four or more digits of its key. Default: all that were revised.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var ledger = new LedgerOption();
        var json = new Option<bool>("--json") { Description = "Write JSON for machines, one object a revision." };
        var command = new Command(
            "revisions",
            """
            Show what changed between the revisions of an article, word by word. A quotation that reads otherwise now is
            marked: nobody was told.

            Example: demarche revisions
            Example: demarche revisions https://courier.example/toll --json
            """)
        {
            article,
            json,
        };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            IEnumerable<LedgerArticle> wanted = parsed.GetValue(article) is { } sought
                ? [LedgerNames.Article(source, sought)]
                : source.Articles().Where(each => each.Revision > 1);
            IEnumerable<RevisionDifference> differences = wanted.SelectMany(each => RevisionDifference.Of(source, each));
            if (parsed.GetValue(json))
            {
                JsonOutput.WriteLines(differences, Write);
                return;
            }

            int shown = 0;
            foreach (RevisionDifference difference in differences)
            {
                Print(difference);
                shown++;
            }

            if (shown == 0)
            {
                Console.WriteLine("No article here has more than one revision.");
            }
        });
        return command;
    }

    private static void Print(RevisionDifference difference)
    {
        LedgerArticle article = difference.Article;
        string name = article.Title ?? article.Url ?? article.Id;
        Console.WriteLine($"{Terminal.OneLine(name, LongestShown)} ({Terminal.OneLine(article.Outlet ?? "?", 80)}), revision {difference.From} to {difference.To}");
        if (difference.Title is { } title)
        {
            Console.WriteLine($"  headline: {Shown(title.Before)} -> {Shown(title.After)}");
        }

        foreach (StatementChange change in difference.Statements)
        {
            string kind = change.Before is null ? "new statement" : change.After is null ? "statement gone" : change.IsQuote ? "QUOTE CHANGED" : "statement changed";
            Console.WriteLine($"  {kind}, {Shown(change.Speaker)}: {Shown(change.Before)} -> {Shown(change.After)}");
        }

        foreach (TextChange change in difference.Changes)
        {
            Console.WriteLine($"  at {change.Place.After.Start}: [-{Terminal.OneLine(change.Before, LongestShown)}-] {{+{Terminal.OneLine(change.After, LongestShown)}+}}");
        }

        if (difference.Changes.Count == 0)
        {
            Console.WriteLine("  no word of the text");
        }
    }

    private static string Shown(string? text) => text is null ? "-" : $"“{Terminal.OneLine(text, LongestShown)}”";

    private static void Write(Utf8JsonWriter json, RevisionDifference difference)
    {
        json.WriteStartObject();
        json.WriteString("article", difference.Article.Key);
        json.WriteString("id", difference.Article.Id);
        json.WriteString("outlet", difference.Article.Outlet);
        json.WriteString("url", difference.Article.Url);
        json.WriteNumber("from", difference.From);
        json.WriteNumber("to", difference.To);
        json.WriteBoolean("quote_changed", difference.HasChangedQuote);
        if (difference.Title is { } title)
        {
            json.WriteStartObject("title");
            json.WriteString("before", title.Before);
            json.WriteString("after", title.After);
            json.WriteEndObject();
        }

        json.WriteStartArray("statements");
        foreach (StatementChange change in difference.Statements)
        {
            json.WriteStartObject();
            json.WriteString("speaker", change.Speaker);
            json.WriteString("before", change.Before);
            json.WriteString("after", change.After);
            json.WriteBoolean("is_quote", change.IsQuote);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("changes");
        foreach (TextChange change in difference.Changes)
        {
            json.WriteStartObject();
            json.WriteNumber("before_start", change.Place.Before.Start);
            json.WriteString("before", change.Before);
            json.WriteNumber("after_start", change.Place.After.Start);
            json.WriteString("after", change.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
