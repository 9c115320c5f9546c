namespace Demarche.Core.Reading.Sources;

/// <summary>A kind of input that holds articles: lines of records, a feed, an archive, a page.</summary>
internal interface ISourceFormat
{
    /// <summary>Extensions of file names that promise it, in capitals with their dot; a folder is searched for these.</summary>
    IReadOnlyList<string> Extensions { get; }

    /// <summary>Whether an input that begins with <paramref name="first"/> (up to 64 KB of it) looks like one.</summary>
    bool Recognizes(ReadOnlySpan<byte> first);

    /// <summary>The articles of <paramref name="input"/>, in its order, read as they are asked for.</summary>
    /// <exception cref="InvalidDataException">It is damaged from here on; what came before stands.</exception>
    IEnumerable<RawArticle> Read(SourceInput input);
}
