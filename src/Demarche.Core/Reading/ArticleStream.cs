using System.IO.Compression;
using System.Text;

namespace Demarche.Core.Reading;

/// <summary>The articles in one stream of bytes: lines of records, or one text or page. Gzip is opened, UTF-16 records are turned into UTF-8.</summary>
internal sealed class ArticleStream
{
    private readonly string _name;
    private readonly string _stem;

    /// <param name="name">What the stream is called in messages: a path, or "standard input".</param>
    /// <param name="stem">What ids are made of.</param>
    public ArticleStream(string name, string stem)
    {
        _name = name;
        _stem = stem;
    }

    /// <summary>The articles of the stream that <paramref name="open"/> gives, in order; a stream that fails ends with the reason.</summary>
    /// <param name="open">Opens the stream; closed again here.</param>
    /// <param name="kind">What it holds, or null to tell from its first bytes.</param>
    public IEnumerable<RawArticle> Read(Func<Stream> open, RawKind? kind)
    {
        Stream? stream = null;
        try
        {
            if (Attempt(() => Open(open, ref kind, out stream)) is { } problem)
            {
                yield return Failed(problem);
                yield break;
            }

            IEnumerable<RawArticle> found = kind == RawKind.Record ? Lines(stream!) : [Whole(stream!, kind!.Value)];
            foreach (RawArticle article in found)
            {
                yield return article;
            }
        }
        finally
        {
            stream?.Dispose();
        }
    }

    private static void Open(Func<Stream> open, ref RawKind? kind, out Stream stream)
    {
        var peeked = new PeekedStream(open());
        if (peeked.First.StartsWith<byte>([0x1F, 0x8B]))
        {
            peeked = new PeekedStream(new GZipStream(peeked, CompressionMode.Decompress));
        }

        kind ??= RawKinds.Of(peeked.First);
        Encoding? wide = TextDecoder.WideEncodingOf(peeked.First);
        stream = kind == RawKind.Record && wide is not null
            ? Encoding.CreateTranscodingStream(peeked, wide, Encoding.UTF8)
            : peeked;
    }

    private IEnumerable<RawArticle> Lines(Stream stream)
    {
        var lines = new LineReader(stream, ReadingLimits.InputBytes);
        for (int number = 1; ; number++)
        {
            byte[]? line = null;
            bool any = false;
            string? problem = Attempt(() => any = lines.TryNext(out line));
            if (problem is null && !any)
            {
                yield break;
            }

            if (problem is null && line is not null && IsBlank(line))
            {
                continue;
            }

            problem ??= line is null ? $"line longer than {ReadingLimits.InputBytes >> 20} MiB" : null;
            yield return new RawArticle
            {
                Origin = $"{_name}, line {number}",
                Id = $"{_stem}:{number}",
                Kind = RawKind.Record,
                Bytes = line,
                Problem = problem,
            };
            if (!any)
            {
                yield break;
            }
        }
    }

    private RawArticle Whole(Stream stream, RawKind kind)
    {
        byte[]? bytes = null;
        string? problem = Attempt(() => bytes = LineReader.ReadAll(stream, ReadingLimits.InputBytes));
        problem ??= bytes is null ? $"larger than {ReadingLimits.InputBytes >> 20} MiB" : null;
        return new RawArticle { Origin = _name, Id = _stem, Kind = kind, Bytes = bytes, Problem = problem };
    }

    private RawArticle Failed(string problem) => new() { Origin = _name, Id = _stem, Problem = problem };

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;

    /// <summary>Runs <paramref name="read"/> and gives the reason when the outside world lets it down.</summary>
    private static string? Attempt(Action read)
    {
        try
        {
            read();
            return null;
        }
        catch (InvalidDataException e)
        {
            return $"broken gzip: {e.Message}";
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return "no such file";
        }
        catch (UnauthorizedAccessException)
        {
            return "no permission to read it";
        }
        catch (Exception e) when (e is IOException or NotSupportedException or ArgumentException)
        {
            return $"cannot be read: {e.Message}";
        }
    }
}
