using System.CommandLine;
using System.Text;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;
using Demarche.Nlp.Text;
using Spectre.Console;

namespace Demarche.Cli;

/// <summary><c>demarche quotes</c>: who said certain words, oldest first.</summary>
internal static class QuotesCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var words = new Argument<string>("words") { Description = "Words of a statement; inside double quotes they stand together." };
        var renderings = new Option<bool>("--renderings")
        {
            Description = "What each outlet made of the words: identical, truncated, reworded, translated, and which word was dropped.",
        };
        var ledger = new LedgerOption();
        var output = new OutputOptions();
        var command = new Command(
            "quotes",
            """
            Find statements with these words: who said them, where, oldest first. Quoted and reported speech alike.

            Example: demarche quotes "lasting guarantee"
            Example: demarche quotes '"not one hour"'
            Example: demarche quotes "lasting guarantee" --renderings
            """)
        {
            words,
            renderings,
        };
        ledger.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            IEnumerable<QuoteHit> hits = source.Quotes(parsed.GetRequiredValue(words));
            if (parsed.GetValue(renderings))
            {
                PrintRenderings(UtterancesOf(source, hits), output.IsJson(parsed));
            }
            else if (output.IsJson(parsed))
            {
                JsonOutput.WriteLines(hits, QuoteWriter.Write);
            }
            else if (output.IsPlain(parsed))
            {
                foreach (QuoteHit hit in hits)
                {
                    Console.WriteLine(string.Join('\t', PlainFields(hit).Select(field => Terminal.OneLine(field, int.MaxValue))));
                }
            }
            else
            {
                Print(hits);
            }
        });
        return command;
    }

    private static Utterance[] UtterancesOf(SqliteLedger ledger, IEnumerable<QuoteHit> hits)
    {
        ILookup<string, QuoteHit> found = hits.ToLookup(hit => hit.Line.Article.Key, StringComparer.Ordinal);
        return found.Count == 0
            ? []
            :
            [
                .. ComparisonInput.BookOf(ledger).Across(found.Select(article => article.Key)).Where(utterance =>
                    utterance.Renderings.Any(rendering => found[rendering.Article.Key].Any(hit => Says(rendering, hit)))),
            ];
    }

    // A statement of several sentences is several utterances: those that have the words.
    private static bool Says(Core.Comparisons.Utterances.Rendering rendering, QuoteHit hit) =>
        hit.Line.Attribution.Content.Any(span => span.Overlaps(rendering.Span))
        && hit.Content.Marks.Any(mark => rendering.Text.Contains(mark.Of(hit.Content.Text), StringComparison.OrdinalIgnoreCase));

    private static void PrintRenderings(Utterance[] utterances, bool isJson)
    {
        if (isJson)
        {
            JsonOutput.WriteLines(utterances, ComparisonWriter.Write);
            return;
        }

        Terminal terminal = Terminal.Output();
        var view = new StoryView(terminal);
        foreach (Utterance utterance in utterances)
        {
            view.PrintUtterance(utterance);
        }

        terminal.Console.WriteLine(utterances.Length == 1 ? "1 utterance in several articles." : $"{utterances.Length} utterances in several articles.");
    }

    private static void Print(IEnumerable<QuoteHit> hits)
    {
        Terminal terminal = Terminal.Output();
        int count = 0;
        foreach (QuoteHit hit in hits)
        {
            count++;
            terminal.Console.Write(new Markup(
                $"[bold]{Terminal.Escape(Speaker(hit))}[/] [grey]{Terminal.Escape(hit.Line.Cue)}:[/] {Marked(hit.Content)}\n"
                + $"    [grey]{Terminal.Escape(StanceText.Source(hit.Line.Article))}[/]\n"));
        }

        terminal.Console.WriteLine((count == 1 ? "1 statement." : $"{count} statements.") + (count > 1 ? " What each outlet made of the words: add --renderings." : ""));
    }

    private static string Marked(HighlightedText content)
    {
        var marked = new StringBuilder();
        int at = 0;
        foreach (TextSpan mark in content.Marks)
        {
            marked.Append(Terminal.Escape(content.Text[at..mark.Start]));
            marked.Append("[underline]").Append(Terminal.Escape(mark.Of(content.Text))).Append("[/]");
            at = mark.End;
        }

        return marked.Append(Terminal.Escape(content.Text[at..])).Replace('\n', ' ').ToString();
    }

    private static string Speaker(QuoteHit hit) =>
        hit.Line.Attribution.Speaker ?? (hit.Line.Source.Length > 0 ? hit.Line.Source : "nobody named");

    private static string[] PlainFields(QuoteHit hit) =>
    [
        EntryWriter.DayText(hit.Line.Article.Published) ?? "",
        Speaker(hit),
        hit.Line.Cue,
        hit.Content.Text,
        hit.Line.Article.Outlet ?? "",
        hit.Line.Article.Id,
    ];
}
