using Demarche.Core.Reading.Sources.Archives;
using Demarche.Core.Reading.Sources.Feeds;

namespace Demarche.Core.Reading.Sources.Mail;

/// <summary>Saved mails (.eml) and pages saved as mails (.mht): the page or text they carry, and files attached to them that hold articles.</summary>
internal sealed class MailFormat : ISourceFormat
{
    private static readonly string[] ForwardMarks = ["fwd:", "fw:", "wg:", "tr:", "rv:", "re:", "aw:"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".EML", ".MHT", ".MHTML"];

    /// <summary>Header lines that every mail has, and no letter in a newspaper.</summary>
    public bool Recognizes(ReadOnlySpan<byte> first)
    {
        (int length, _) = HeaderLines.Measure(first);
        if (length < 0 || !char.IsAsciiLetter((char)first[0]) || first[..length].IndexOf(":"u8) < 0)
        {
            return false;
        }

        HeaderLines headers = HeaderLines.Read(first[..length], hasFirstLine: false);
        return headers["MIME-Version"] is not null || (headers["From"] is not null && headers["Date"] is not null && headers["Subject"] is not null);
    }

    /// <inheritdoc/>
    public IEnumerable<RawArticle> Read(SourceInput input)
    {
        RawArticle whole = input.Whole(RawKind.Text);
        if (whole.Problem is not null)
        {
            yield return whole;
            yield break;
        }

        List<MailPart> parts = MailPart.Of(whole.Bytes);
        int number = 0;
        foreach (MailPart body in Bodies(parts))
        {
            number++;
            yield return Body(number == 1 ? input.Failed(null) : input.Part("message", number), body);
        }

        foreach (MailPart attached in parts)
        {
            if (attached.FileName is { } name && SourceFormats.IsKnown(name) && (attached.IsAttachment || attached.Type != "text/html"))
            {
                number++;
                SourceInput inner = input.Inside(name);
                foreach (RawArticle article in new ArticleStream(inner, name).Read(() => new MemoryStream(attached.Bytes)))
                {
                    yield return article;
                }
            }
        }

        if (number == 0)
        {
            yield return input.Failed("the mail has neither a page nor a text in it");
        }
    }

    /// <summary>The body of each message: its first page, else its first text.</summary>
    private static IEnumerable<MailPart> Bodies(List<MailPart> parts)
    {
        foreach (IGrouping<HeaderLines, MailPart> message in parts.Where(part => !part.IsAttachment).GroupBy(part => part.Message))
        {
            MailPart? body = message.FirstOrDefault(part => part.Type is "text/html" or "application/xhtml+xml")
                ?? message.FirstOrDefault(part => part.Type == "text/plain");
            if (body is not null && body.Bytes.AsSpan().Trim(" \t\r\n"u8).Length > 0)
            {
                yield return body;
            }
        }
    }

    private static RawArticle Body(RawArticle part, MailPart body)
    {
        string? address = WebAddress.Resolve(body.Message["Snapshot-Content-Location"] ?? body.Headers["Content-Location"], null);
        bool isPage = body.Type != "text/plain";
        string subject = TransferCoding.Words(body.Message["Subject"] ?? "");
        string title = WithoutMarks(subject);

        // A saved page says for itself when it was published, and so does a forwarded one; its mail says when that was sent.
        bool isOwn = address is null && title.Length == subject.Length;
        DateOnly? sent = FeedDay.Parse(body.Message["Date"]);
        return part with
        {
            Kind = isPage ? RawKind.Page : RawKind.Text,
            Bytes = body.Bytes,
            Charset = HeaderLines.Parameter(body.Headers["Content-Type"], "charset"),
            Address = address,
            Given = address is not null ? null : new Article
            {
                Id = part.Id,
                Text = "",
                Title = title.Length == 0 ? null : title,
                Published = isOwn ? sent : null,
                PublishedAt = isOwn ? StatedTime.At(body.Message["Date"], sent) : null,
                PublishedBasis = isOwn && sent is not null ? DateBasis.Given : DateBasis.Unknown,
            },
        };
    }

    private static string WithoutMarks(string subject)
    {
        string title = subject;
        while (Array.Find(ForwardMarks, mark => title.StartsWith(mark, StringComparison.OrdinalIgnoreCase)) is { } mark)
        {
            title = title[mark.Length..].TrimStart();
        }

        return title;
    }
}
