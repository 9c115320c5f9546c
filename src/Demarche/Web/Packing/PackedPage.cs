using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Demarche.Web.Packing;

/// <summary>
/// A page around a kept part: what is each reader's own (form tokens, choices) is drawn and packed for this answer, the part is put in as it was
/// packed. Who cannot read "deflate" gets the bytes unpacked.
/// </summary>
/// <param name="page">The page, with <see cref="Place"/> where the part belongs.</param>
/// <param name="part">The part.</param>
internal sealed class PackedPage(IResult page, KeptPart part) : IResult
{
    /// <summary>Stands in the page for the part. A text of a stranger is encoded and cannot contain it.</summary>
    public const string Place = "<!--kept-->";

    private const string Coding = "deflate";

    private static readonly byte[] PlaceBytes = Encoding.UTF8.GetBytes(Place);

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        byte[] drawn = await DrawAsync(httpContext);
        int place = drawn.AsSpan().IndexOf(PlaceBytes);
        if (place < 0)
        {
            await httpContext.Response.Body.WriteAsync(drawn);
            return;
        }

        ReadOnlyMemory<byte> head = drawn.AsMemory(0, place);
        ReadOnlyMemory<byte> tail = drawn.AsMemory(place + PlaceBytes.Length);
        if (Accepts(httpContext.Request))
        {
            httpContext.Response.Headers.ContentEncoding = Coding;
            httpContext.Response.Headers.Vary = "Accept-Encoding";
            (head, ReadOnlyMemory<byte> end) = Packed(head.Span, tail.Span);
            httpContext.Response.ContentLength = head.Length + part.Packed.Length + end.Length;
            await WriteAsync(httpContext.Response, head, part.Packed, end);
            return;
        }

        await WriteAsync(httpContext.Response, head, part.Bytes, tail);
    }

    private static async Task WriteAsync(HttpResponse response, params ReadOnlyMemory<byte>[] parts)
    {
        foreach (ReadOnlyMemory<byte> bytes in parts)
        {
            await response.Body.WriteAsync(bytes);
        }
    }

    private async Task<byte[]> DrawAsync(HttpContext context)
    {
        IHttpResponseBodyFeature answer = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var drawn = new MemoryStream();
        context.Response.Body = drawn;
        try
        {
            await page.ExecuteAsync(context);
            await context.Response.BodyWriter.FlushAsync();
        }
        finally
        {
            context.Features.Set(answer);
        }

        return drawn.ToArray();
    }

    // zlib (RFC 1950): two bytes that say deflate, blocks, the checksum of all that was packed.
    private (byte[] Head, byte[] Tail) Packed(ReadOnlySpan<byte> head, ReadOnlySpan<byte> tail)
    {
        byte[] begin = [0x78, 0x9C, .. KeptPart.Deflated(head, CompressionLevel.Fastest)];
        var sum = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(sum, Adler.Start.Over(head).Then(part.Checksum).Over(tail).Value);
        // An empty last block: final, fixed codes, end of block.
        byte[] end = [.. KeptPart.Deflated(tail, CompressionLevel.Fastest), 0x03, 0x00, .. sum];
        return (begin, end);
    }

    private static bool Accepts(HttpRequest request) =>
        request.GetTypedHeaders().AcceptEncoding.Any(coding => coding.Value == Coding && coding.Quality is null or > 0);
}
