using System.CommandLine;
using System.Text.Json;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core;
using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Demarche.Core.Reading;

namespace Demarche.Cli;

/// <summary><c>demarche compare</c>: the same event, outlet by outlet.</summary>
internal static class CompareCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var story = new Argument<string?>("story")
        {
            Description = "Id of a story, or of an article in it; without one, all stories.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var from = new Option<string[]>("--from")
        {
            Description = "Compare these files, folders or - for standard input instead of a ledger. Nothing is stored.",
            HelpName = "FILE",
            AllowMultipleArgumentsPerToken = true,
        };
        var ledger = new LedgerOption();
        var json = new Option<bool>("--json") { Description = "Write one JSON object: stories and utterances." };
        var command = new Command(
            "compare",
            """
            Set outlets side by side: which articles tell of one event.

            Example: demarche compare
            Example: demarche compare --from articles.jsonl --json > comparison.json
            """)
        {
            story,
            from,
            json,
        };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            IReadOnlyList<ComparedArticle> articles = parsed.GetValue(from) is { Length: > 0 } files
                ? ReadFiles(files, out bool failed)
                : ReadLedger(ledger, parsed, out failed);
            IReadOnlyList<Story> stories = Chosen(StoryFinder.Find(articles), parsed.GetValue(story));
            if (parsed.GetValue(json))
            {
                JsonOutput.WriteLines([stories], WriteJson);
            }
            else
            {
                new StoryView(Terminal.Output()).Print(stories);
            }

            return failed ? ExitCodes.SomeFailed : ExitCodes.Ok;
        });
        return command;
    }

    private static List<ComparedArticle> ReadLedger(LedgerOption option, ParseResult parsed, out bool failed)
    {
        using SqliteLedger source = option.Open(parsed);
        failed = false;
        return [.. ComparedArticle.Of(source)];
    }

    private static List<ComparedArticle> ReadFiles(string[] files, out bool failed)
    {
        var coder = new InputCoder(new ArticlePipeline(models: ShippedModels.Read()));
        var articles = new Dictionary<string, ComparedArticle>(StringComparer.Ordinal);
        failed = false;
        foreach (CodedInput input in OrderedWork.MapAsync(
            ArticleFiles.Read(files, Console.OpenStandardInput), coder.Code, Environment.ProcessorCount).ToBlockingEnumerable())
        {
            if (input.Coded.Error is { } problem)
            {
                failed = true;
                Console.Error.WriteLine($"demarche: {input.Origin}: {problem}");
                continue;
            }

            // The same article twice is one article, as in a ledger.
            ComparedArticle article = ComparedArticle.Of(input.Coded);
            articles[article.Key] = article;
        }

        return [.. articles.Values];
    }

    private static IReadOnlyList<Story> Chosen(IReadOnlyList<Story> stories, string? name)
    {
        if (name is null)
        {
            return stories;
        }

        Story[] found =
            [.. stories.Where(story => story.Id == name || story.Articles.Any(article => article.Id == name || article.Key == name))];
        return found.Length > 0
            ? found
            : throw new UserException($"no story or article '{name}'. `demarche compare` lists the stories with their ids.");
    }

    private static void WriteJson(Utf8JsonWriter json, IReadOnlyList<Story> stories)
    {
        json.WriteStartObject();
        json.WriteStartArray("stories");
        foreach (Story story in stories)
        {
            json.WriteStartObject();
            json.WriteString("id", story.Id);
            json.WriteStartArray("articles");
            foreach (ComparedArticle article in story.Articles)
            {
                json.WriteStringValue(article.Id);
            }

            json.WriteEndArray();
            json.WriteString("title", story.Title);
            json.WriteString("from", EntryWriter.DayText(story.From));
            json.WriteString("to", EntryWriter.DayText(story.To));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("utterances");
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
