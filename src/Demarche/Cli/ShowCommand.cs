using System.CommandLine;
using Demarche.Cli.Options;
using Demarche.Cli.Rendering;
using Demarche.Core;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche show</c>: an article with its spans marked, and what was read from it.</summary>
internal static class ShowCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var article = new Argument<string>("article")
        {
            Description = "The article's id, its address, or the first four or more digits of its key.",
        };
        var revision = new Option<int?>("--revision") { Description = "Number of the revision. Default: the newest.", HelpName = "N" };
        var ledger = new LedgerOption();
        var output = new OutputOptions();
        var command = new Command(
            "show",
            """
            Show an article: its text with sources, cues and contents marked, then its attributions and positions.

            Example: demarche show 2031-03-25-silence-on-the-quays
            """)
        {
            article,
            revision,
        };
        ledger.AddTo(command);
        output.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            LedgerArticle found = LedgerNames.Article(source, parsed.GetRequiredValue(article));
            CodedArticle coded = source.ReadArticle(found.Key, parsed.GetValue(revision))
                ?? throw new UserException($"{found.Id} has no revision {parsed.GetValue(revision)}; the newest is {found.Revision}.");
            if (output.IsJson(parsed))
            {
                WriteRecord(coded);
            }
            else
            {
                new ArticleView(coded, found, Terminal.Output(output.IsPlain(parsed))).Print();
            }
        });
        return command;
    }

    private static void WriteRecord(CodedArticle coded)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        RecordWriter.Write(coded, buffer);
        using Stream output = Console.OpenStandardOutput();
        output.Write(buffer.WrittenSpan);
    }
}
