using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Demarche.Api;

/// <summary>Answers with JSON that the writers of Exchange make: the API has no second shape for anything.</summary>
internal sealed class ApiAnswer : IResult
{
    // Data, not part of a page: characters stand for themselves. The media type keeps browsers from taking it for markup.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Sent on when this much is written, so that a long list is never in memory as a whole.
    private const int FlushBytes = 1 << 16;

    private readonly Func<Utf8JsonWriter, CancellationToken, Task> _write;

    private ApiAnswer(Func<Utf8JsonWriter, CancellationToken, Task> write) => _write = write;

    /// <summary>One value.</summary>
    /// <param name="value">The value.</param>
    /// <param name="write">Writes it.</param>
    public static ApiAnswer Of<T>(T value, Action<Utf8JsonWriter, T> write) => new((json, _) =>
    {
        write(json, value);
        return Task.CompletedTask;
    });

    /// <summary>A page of a list: the items, where it begins, and the address of the next page, null at the end.</summary>
    /// <param name="items">All items; walked as far as the page goes and one further.</param>
    /// <param name="page">Which page.</param>
    /// <param name="context">The request, whose address the next page's is made from.</param>
    /// <param name="write">Writes one item.</param>
    public static ApiAnswer Page<T>(IEnumerable<T> items, ApiPage page, HttpContext context, Action<Utf8JsonWriter, T> write) => new(async (json, cancellation) =>
    {
        using IEnumerator<T> walk = items.Skip(page.Skip).GetEnumerator();
        json.WriteStartObject();
        json.WriteNumber("offset", page.Skip);
        json.WriteStartArray("items");
        int count = 0;
        bool isMore = walk.MoveNext();
        while (isMore && count < page.Take)
        {
            write(json, walk.Current);
            count++;
            isMore = walk.MoveNext();
            if (json.BytesPending > FlushBytes)
            {
                await json.FlushAsync(cancellation);
            }
        }

        json.WriteEndArray();
        json.WriteString("next", isMore ? page.AddressAfter(context.Request) : null);
        json.WriteEndObject();
    });

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(httpContext.Response.BodyWriter, Options);
        await _write(json, httpContext.RequestAborted);
        await json.FlushAsync(httpContext.RequestAborted);
    }
}
