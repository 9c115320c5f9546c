using System.Text;
using Demarche.Core.Reading.Sources.Archives;

namespace Demarche.Core.Reading.Sources.Mail;

/// <summary>A part of a mail that holds no further parts, its transfer coding undone.</summary>
/// <param name="Headers">Its header lines.</param>
/// <param name="Bytes">Its content.</param>
/// <param name="Message">Header lines of the message it belongs to; a forwarded message has its own.</param>
internal sealed record MailPart(HeaderLines Headers, byte[] Bytes, HeaderLines Message)
{
    // Mails nest alternatives in related parts in mixed ones; a forward adds three more.
    private const int DeepestPart = 16;
    private const int MostParts = 2000;

    /// <summary>Media type without parameters, in small letters; plain text when none is named.</summary>
    public string Type => Headers["Content-Type"] is { } type ? HeaderLines.Plain(type) : "text/plain";

    /// <summary>File name of an attachment, or null.</summary>
    public string? FileName =>
        (HeaderLines.Parameter(Headers["Content-Disposition"], "filename") ?? HeaderLines.Parameter(Headers["Content-Type"], "name")) is { } name
            ? TransferCoding.Words(name)
            : null;

    /// <summary>Whether the sender attached it as a file.</summary>
    public bool IsAttachment => HeaderLines.Plain(Headers["Content-Disposition"]) == "attachment";

    /// <summary>The parts of a whole message, in order.</summary>
    public static List<MailPart> Of(ReadOnlyMemory<byte> message)
    {
        var parts = new List<MailPart>();
        Add(parts, message, null, 0);
        return parts;
    }

    private static void Add(List<MailPart> parts, ReadOnlyMemory<byte> part, HeaderLines? message, int depth)
    {
        (int length, int gap) = HeaderLines.Measure(part.Span);
        bool startsEmpty = part.Span.StartsWith("\r\n"u8) || part.Span.StartsWith("\n"u8);
        HeaderLines headers = HeaderLines.Read(startsEmpty ? default : part.Span[..(length < 0 ? part.Length : length)], hasFirstLine: false);
        ReadOnlyMemory<byte> body = startsEmpty ? part : length < 0 ? default : part[(length + gap)..];
        string type = HeaderLines.Plain(headers["Content-Type"]);
        string? boundary = HeaderLines.Parameter(headers["Content-Type"], "boundary");
        if (depth >= DeepestPart || parts.Count >= MostParts)
        {
            return;
        }

        if (type.StartsWith("multipart/", StringComparison.Ordinal) && !string.IsNullOrEmpty(boundary))
        {
            foreach (ReadOnlyMemory<byte> inner in Split(body, boundary))
            {
                Add(parts, inner, message ?? headers, depth + 1);
            }
        }
        else if (type == "message/rfc822")
        {
            Add(parts, TransferCoding.Decode(body.Span, headers["Content-Transfer-Encoding"]), null, depth + 1);
        }
        else
        {
            parts.Add(new MailPart(headers, TransferCoding.Decode(body.Span, headers["Content-Transfer-Encoding"]), message ?? headers));
        }
    }

    /// <summary>What stands between the lines of the boundary; the last may lack its end.</summary>
    private static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> body, string boundary)
    {
        byte[] mark = Encoding.Latin1.GetBytes("--" + boundary);
        var parts = new List<ReadOnlyMemory<byte>>();
        int start = -1;
        for (int at = 0; at < body.Length && parts.Count < MostParts;)
        {
            int next = body.Span[at..].IndexOf(mark);
            if (next < 0)
            {
                break;
            }

            next += at;
            at = next + mark.Length;
            if (next > 0 && body.Span[next - 1] != '\n')
            {
                continue;
            }

            if (start >= 0)
            {
                parts.Add(body[start..next]);
            }

            int line = body.Span[at..].IndexOf((byte)'\n');
            bool isLast = body.Span[at..].StartsWith("--"u8);
            start = isLast || line < 0 ? -1 : at + line + 1;
            if (isLast)
            {
                return parts;
            }
        }

        if (start >= 0)
        {
            parts.Add(body[start..]);
        }

        return parts;
    }
}
