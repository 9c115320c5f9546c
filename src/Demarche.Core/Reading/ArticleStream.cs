using System.Text;
using Demarche.Core.Reading.Sources;
using Demarche.Core.Reading.Sources.Archives;

namespace Demarche.Core.Reading;

/// <summary>The articles in one stream of bytes, whatever kind of input it is. Gzip is opened, UTF-16 is turned into UTF-8 where lines are read.</summary>
internal sealed class ArticleStream
{
    private readonly SourceInput _template;
    private readonly string? _fileName;

    /// <param name="template">Name, stem and circumstances of the input; its stream is not looked at.</param>
    /// <param name="fileName">File name that tells the kind, or null to tell it from the first bytes.</param>
    public ArticleStream(SourceInput template, string? fileName)
    {
        _template = template;
        _fileName = fileName;
    }

    /// <summary>The articles of the stream that <paramref name="open"/> gives, in order; a stream that fails ends with the reason.</summary>
    /// <param name="open">Opens the stream; closed again here.</param>
    public IEnumerable<RawArticle> Read(Func<Stream> open)
    {
        PeekedStream? stream = null;
        IEnumerator<RawArticle>? found = null;
        if (_template.Depth > ReadingLimits.ArchiveDepth)
        {
            yield return _template.Failed($"archives and mails nest deeper than {ReadingLimits.ArchiveDepth}");
            yield break;
        }

        try
        {
            string? problem = Attempt(() =>
            {
                stream = new PeekedStream(open());
                found = Start(ref stream).GetEnumerator();
            });
            while (problem is null)
            {
                bool any = false;
                problem = Attempt(() => any = found!.MoveNext());
                if (problem is null && !any)
                {
                    yield break;
                }

                if (problem is null)
                {
                    yield return found!.Current;
                }
            }

            yield return _template.Failed(problem);
        }
        finally
        {
            found?.Dispose();
            stream?.Dispose();
        }
    }

    private IEnumerable<RawArticle> Start(ref PeekedStream stream)
    {
        GzipMembers? gzip = null;
        if (stream.First.StartsWith<byte>([0x1F, 0x8B]))
        {
            gzip = new GzipMembers(stream);
            stream = new PeekedStream(gzip);
        }

        ISourceFormat format = SourceFormats.Choose(_fileName, stream.First);
        if (format is not (PageFormat or TextFormat) && TextDecoder.WideEncodingOf(stream.First) is { } wide)
        {
            stream = new PeekedStream(Encoding.CreateTranscodingStream(stream, wide, Encoding.UTF8));
        }

        return format.Read(_template with { Stream = stream, Gzip = gzip });
    }

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
            return $"damaged: {e.Message}";
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
