using Demarche.Core.Reading.Sources.Archives;
using Demarche.Core.Reading.Sources.BulkTexts;
using Demarche.Core.Reading.Sources.Documents;
using Demarche.Core.Reading.Sources.Feeds;
using Demarche.Core.Reading.Sources.Mail;
using Demarche.Core.Reading.Sources.Records;
using Demarche.Core.Reading.Sources.Tables;

namespace Demarche.Core.Reading.Sources;

/// <summary>All kinds of input, and which one an input is: by its name where that says it, else by its first bytes.</summary>
internal static class SourceFormats
{
    // In order of how sure their first bytes make it: the first that recognizes an input reads it.
    private static readonly ISourceFormat[] All =
    [
        new WarcFormat(),
        new WordFormat(),
        new ZipFormat(),
        new MailFormat(),
        new FeedFormat(),
        new SitemapFormat(),
        new JsonFeedFormat(),
        new JsonArticles(),
        new RecordLines(),
        new TableFormat(),
        new PageFormat(),
        new BulkTextFormat(),
        new TextFormat(),
    ];

    private static readonly HashSet<string> Extensions = All.SelectMany(format => format.Extensions).ToHashSet(StringComparer.Ordinal);

    /// <summary>Bytes of the byte order marks, white space, and the zero bytes of UTF-16.</summary>
    public static ReadOnlySpan<byte> MarksAndSpaces =>
        [0xEF, 0xBB, 0xBF, 0xFE, 0xFF, (byte)' ', (byte)'\t', (byte)'\r', (byte)'\n', 0];

    /// <summary>Whether a file of this name counts when a folder is searched. A <c>.gz</c> at the end is passed over.</summary>
    public static bool IsKnown(string path) => Extensions.Contains(ExtensionOf(path));

    /// <summary>The file's name without folders, <c>.gz</c> and extension.</summary>
    public static string StemOf(string path) => Path.GetFileNameWithoutExtension(WithoutGzip(path));

    /// <summary>The kind of an input.</summary>
    /// <param name="name">Its file name; null when it has none that says anything.</param>
    /// <param name="first">Its first bytes, uncompressed.</param>
    public static ISourceFormat Choose(string? name, ReadOnlySpan<byte> first)
    {
        string extension = name is null ? "" : ExtensionOf(name);
        ISourceFormat? promised = null;
        foreach (ISourceFormat format in All)
        {
            if (format.Extensions.Contains(extension))
            {
                promised = format;
                if (format.Recognizes(first))
                {
                    return format;
                }
            }
        }

        // A name that promises one kind alone is believed; the reader of that kind says what is wrong.
        if (promised is not null)
        {
            return promised;
        }

        foreach (ISourceFormat format in All)
        {
            if (format.Recognizes(first))
            {
                return format;
            }
        }

        return All[^1];
    }

    private static string ExtensionOf(string path) => Path.GetExtension(WithoutGzip(path)).ToUpperInvariant();

    private static string WithoutGzip(string path) =>
        path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? path[..^3] : path;
}
