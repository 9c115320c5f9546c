namespace Demarche.Core.Reading.Sources;

/// <summary>A file that is one HTML page.</summary>
internal sealed class PageFormat : ISourceFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".HTML", ".HTM", ".XHTML"];

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> first) => first.TrimStart(SourceFormats.MarksAndSpaces).StartsWith("<"u8);

    /// <inheritdoc/>
    public IEnumerable<RawArticle> Read(SourceInput input) => [input.Whole(RawKind.Page)];
}

/// <summary>A file that is one plain text; anything may be.</summary>
internal sealed class TextFormat : ISourceFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".TXT"];

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> first) => true;

    /// <inheritdoc/>
    public IEnumerable<RawArticle> Read(SourceInput input) => [input.Whole(RawKind.Text)];
}
