using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Json;
using Demarche.Cli.Options;
using Demarche.Core;
using Demarche.Core.Exchange;
using Demarche.Core.Ledger;

namespace Demarche.Cli;

/// <summary><c>demarche export</c>: the ledger for other programs.</summary>
internal static class ExportCommand
{
    /// <summary>The command.</summary>
    public static Command Create()
    {
        var format = new Argument<string>("format") { Description = "csv: one position a row. jsonl: one article with all its lines a record. corrections: what people said about lines, with author and time." };
        format.AcceptOnlyFromAmong("csv", "jsonl", "corrections");
        var file = new Option<FileInfo?>("--out", "-o") { Description = "File to write to instead of standard output.", HelpName = "FILE" };
        var ledger = new LedgerOption();
        var command = new Command(
            "export",
            """
            Write the ledger in a format other programs open. Texts stand character for character as the articles have them.

            Example: demarche export csv --out positions.csv
            """)
        {
            format,
            file,
        };
        ledger.AddTo(command);
        command.SetAction(parsed =>
        {
            using SqliteLedger source = ledger.Open(parsed);
            using Stream target = parsed.GetValue(file)?.Create() ?? Console.OpenStandardOutput();
            using var output = new BufferedStream(target);
            if (parsed.GetRequiredValue(format) == "csv")
            {
                using var writer = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
                PositionTable.Write(source.Positions(), writer);
            }
            else if (parsed.GetRequiredValue(format) == "corrections")
            {
                WriteCorrections(source, output);
            }
            else
            {
                WriteRecords(source, output);
            }
        });
        return command;
    }

    private static void WriteCorrections(SqliteLedger ledger, BufferedStream output)
    {
        foreach (Correction correction in ledger.Corrections())
        {
            using (var json = new Utf8JsonWriter(output))
            {
                CorrectionWriter.Write(json, correction);
            }

            output.WriteByte((byte)'\n');
        }
    }

    private static void WriteRecords(SqliteLedger ledger, BufferedStream output)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (LedgerArticle article in ledger.Articles())
        {
            CodedArticle coded = ledger.ReadArticle(article.Key)
                ?? throw new InvalidOperationException($"article {article.Key} is listed but cannot be read");
            buffer.ResetWrittenCount();
            RecordWriter.Write(coded, buffer);
            output.Write(buffer.WrittenSpan);
        }
    }
}
