using System.Text;
using Demarche.Core.Reading.Sources.BulkTexts;

namespace Demarche.Core.Reading.Sources.Documents;

/// <summary>A Word document: one article, or the many of a news database's download.</summary>
internal sealed class WordFormat : ISourceFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".DOCX"];

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> first) => first.StartsWith("PK\x03\x04"u8) && first.IndexOf("word/"u8) >= 0;

    /// <inheritdoc/>
    public IEnumerable<RawArticle> Read(SourceInput input)
    {
        RawArticle whole = input.Whole(RawKind.Word);
        byte[] text = whole.Problem is null ? Encoding.UTF8.GetBytes(WordReader.Read(whole.Bytes, out _).Text) : [];
        return BulkText.IsOne(text)
            ? new BulkTextFormat().Read(input with { Stream = new PeekedStream(new MemoryStream(text)) })
            : [whole];
    }
}
