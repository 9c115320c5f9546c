using System.Globalization;

namespace Demarche.Core.Reading.Sources.Archives;

/// <summary>Web archives (.warc, .warc.gz): the pages and texts that servers answered with. Other records, other media and answers that are no page are passed over.</summary>
internal sealed class WarcFormat : ISourceFormat
{
    // After damage the last piece is unpacked again: a few hundred small records at most.
    private const int RememberedRecords = 512;

    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".WARC", ".WET"];

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> first) => first.TrimStart("\r\n"u8).StartsWith("WARC/"u8);

    /// <inheritdoc/>
    public IEnumerable<RawArticle> Read(SourceInput input)
    {
        if (input.Gzip is { } members)
        {
            members.GoesOn = true;
        }

        var records = new WarcRecords(input.Stream);
        var seen = new Queue<string>();
        for (int number = 1; records.Next() is { } record; number++)
        {
            string id = record.Headers["WARC-Record-ID"] ?? "";
            if (id.Length > 0 && seen.Contains(id))
            {
                continue;
            }

            seen.Enqueue(id);
            if (seen.Count > RememberedRecords)
            {
                seen.Dequeue();
            }

            if (ArticleOf(record, input.Part("record", number)) is { } article)
            {
                yield return article;
            }
        }

        if (input.Gzip is { Gaps: > 0 } damaged)
        {
            yield return input.Failed($"damaged in {damaged.Gaps} places; the records there are lost");
        }
    }

    private static RawArticle? ArticleOf(WarcRecord record, RawArticle part)
    {
        string? address = record.Headers["WARC-Target-URI"]?.Trim('<', '>');
        part = part with
        {
            Origin = address is null ? part.Origin : $"{part.Origin} ({address})",
            Id = address ?? part.Id,
            Address = address,
            FetchedAt = DateTimeOffset.TryParse(
                record.Headers["WARC-Date"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out DateTimeOffset at)
                ? at
                : null,
        };
        bool mayHoldArticle = record.Type is "response" or "resource" or "conversion" or "";
        return !mayHoldArticle ? null
            : record.Problem is not null ? (MayBePage(record.Headers["Content-Type"]) ? part with { Problem = record.Problem } : null)
            : record.Type == "response" ? Answer(record, part)
            : Body(part, record.Headers["Content-Type"], record.Block, null);
    }

    // Of a record that is too long, only its own type is known: that of the answer inside, not of what the server sent.
    private static bool MayBePage(string? type) => type is null || !HeaderLines.Plain(type).StartsWith("image", StringComparison.Ordinal);

    private static RawArticle? Answer(WarcRecord record, RawArticle part)
    {
        (int length, int gap) = HeaderLines.Measure(record.Block.Span);
        if (length < 0)
        {
            return null;
        }

        HeaderLines headers = HeaderLines.Read(record.Block.Span[..length], hasFirstLine: true);
        bool isAnswered = headers.FirstLine.Split(' ', 3) is [_, "200" or "203", ..];
        return isAnswered ? Body(part, headers["Content-Type"], record.Block[(length + gap)..], headers) : null;
    }

    private static RawArticle? Body(RawArticle part, string? type, ReadOnlyMemory<byte> body, HeaderLines? headers)
    {
        RawKind? kind = HeaderLines.Plain(type) switch
        {
            "text/html" or "application/xhtml+xml" or "" => RawKind.Page,
            "text/plain" => RawKind.Text,
            _ => null,
        };
        if (kind is null || body.IsEmpty)
        {
            return null;
        }

        string? problem = null;
        byte[] bytes = headers is null ? body.ToArray() : Payload.Unpack(body, headers, out problem);
        return part with
        {
            Kind = kind.Value,
            Bytes = bytes,
            Problem = problem,
            Charset = HeaderLines.Parameter(type, "charset"),
        };
    }
}
