using System.IO.Compression;
using System.Text;
using Demarche.Core.Reading;
using Demarche.Core.Reading.Sources;

namespace Demarche.Tests.Core.Reading.Sources;

/// <summary>Inputs in memory, read as files of a given name would be.</summary>
internal static class Inputs
{
    private static readonly ArticleReader Reader = new();

    /// <summary>The raw articles of an input.</summary>
    public static RawArticle[] Raw(string name, byte[] bytes, SourceOptions? options = null) =>
        [.. Stream(name, new MemoryStream(bytes), options)];

    /// <summary>The same, lazily, of a stream.</summary>
    public static IEnumerable<RawArticle> Stream(string name, Stream stream, SourceOptions? options = null) =>
        new ArticleStream(new SourceInput(name, SourceFormats.StemOf(name)) { Options = options ?? SourceOptions.None }, name).Read(() => stream);

    /// <summary>What is read from an input.</summary>
    public static ReadResult[] Read(string name, byte[] bytes, SourceOptions? options = null) =>
        [.. Raw(name, bytes, options).Select(Reader.Read)];

    /// <summary>The same for text in UTF-8.</summary>
    public static ReadResult[] Read(string name, string text, SourceOptions? options = null) =>
        Read(name, Encoding.UTF8.GetBytes(text), options);

    /// <summary>Bytes packed by gzip.</summary>
    public static byte[] Gzip(byte[] bytes)
    {
        var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
