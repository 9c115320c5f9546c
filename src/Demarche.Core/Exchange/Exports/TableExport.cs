using System.Buffers;
using System.Text;
using System.Text.Json;
using Demarche.Core.Ledger;

namespace Demarche.Core.Exchange.Exports;

/// <summary>The formats of a row or record a line.</summary>
internal static class TableExport
{
    /// <summary>UTF-8 without a byte order mark.</summary>
    public static Encoding Utf8 { get; } = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Positions as comma-separated values.</summary>
    public static void WritePositions(ExportSource source, Stream output)
    {
        using var writer = new StreamWriter(output, Utf8, leaveOpen: true);
        PositionTable.Write(source.Ledger.Positions(), writer, source);
    }

    /// <summary>Articles as records.</summary>
    public static void WriteRecords(ExportSource source, Stream output)
    {
        var buffer = new ArrayBufferWriter<byte>();
        foreach (LedgerArticle article in source.Ledger.Articles())
        {
            CodedArticle coded = source.Ledger.ReadArticle(article.Key)
                ?? throw new InvalidOperationException($"article {article.Key} is listed but cannot be read");
            buffer.ResetWrittenCount();
            if (source.HasText)
            {
                RecordWriter.Write(coded, buffer);
            }
            else
            {
                RecordWriter.WriteWithoutText(coded, buffer);
            }

            output.Write(buffer.WrittenSpan);
        }
    }

    /// <summary>Corrections as JSON Lines.</summary>
    public static void WriteCorrections(ExportSource source, Stream output)
    {
        foreach (Correction correction in source.Ledger.Corrections())
        {
            using (var json = new Utf8JsonWriter(output))
            {
                CorrectionWriter.Write(json, source.HasText ? correction : WithoutText(correction));
            }

            output.WriteByte((byte)'\n');
        }
    }

    private static Correction WithoutText(Correction correction) =>
        correction with { Edit = correction.Edit is { } edit ? edit with { EvidenceQuote = null } : null };
}
