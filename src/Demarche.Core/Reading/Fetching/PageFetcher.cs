using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Demarche.Core.Reading.Sources.Archives;

namespace Demarche.Core.Reading.Fetching;

/// <summary>
/// Fetches addresses the way a guest does: asks robots.txt first, pauses between two requests to a host, takes no more than its limits,
/// and looks at every redirect as at a new address. Safe to share between threads: a host is asked for one thing at a time, hosts do not wait for each other.
/// </summary>
public sealed class PageFetcher : IDisposable
{
    // As browsers and the robots standard have it.
    private const int MostRedirects = 5;

    private readonly FetchOptions _options;
    private readonly HttpClient _client;
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, RobotsRules> _robots = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _nextRequest = new(StringComparer.Ordinal);

    /// <summary>A fetcher.</summary>
    public PageFetcher(FetchOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _options = options;
        _client = new HttpClient(GuardedConnection.Handler(options.AllowsPrivate)) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue(FetchOptions.Agent, "0.1"));
        _client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, application/feed+json, application/xml;q=0.9, */*;q=0.8");
    }

    /// <summary>Fetches <paramref name="address"/>. Whatever goes wrong comes back as the result's problem, which names the address.</summary>
    /// <param name="address">An address of the web.</param>
    /// <param name="known">What is known from the last time, or null.</param>
    /// <param name="cancellation">Stops early, by an exception.</param>
    public async Task<Fetched> FetchAsync(string address, KnownVersion? known = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        string at = address;
        try
        {
            for (int hops = 0; hops <= MostRedirects; hops++)
            {
                if (WebAddress.Resolve(at, null) is not { } whole)
                {
                    return Failed(at, "not an address that can be fetched (http or https)");
                }

                (Fetched? fetched, string? next) = await VisitAsync(new Uri(whole), hops == 0 ? known : null, patience, cancellation);
                if (fetched is not null)
                {
                    return fetched;
                }

                at = next!;
            }

            return Failed(address, $"more than {MostRedirects} redirects");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Failed(at, $"no whole answer within {_options.Patience.TotalSeconds.ToString(CultureInfo.InvariantCulture)} s");
        }
        catch (Exception e) when (e is HttpRequestException or IOException)
        {
            return Failed(at, e.InnerException is ClosedAddressException closed ? closed.Message : e.Message);
        }
    }

    /// <summary>Asks a host for one address when it is its turn: what lies there, or where it leads.</summary>
    private async Task<(Fetched? Fetched, string? Next)> VisitAsync(Uri target, KnownVersion? known, CancellationTokenSource patience, CancellationToken cancellation)
    {
        SemaphoreSlim turn = _turns.GetOrAdd(target.Host, static _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancellation);
        try
        {
            RobotsRules rules = await RulesOfAsync(target, cancellation);
            if (!rules.Allows(target))
            {
                return (Failed(target.AbsoluteUri, rules.AllowsAll ? "robots.txt forbids it" : "robots.txt could not be had, so nothing is taken from this host now"), null);
            }

            await PauseAsync(target, rules.Delay, cancellation);
            patience.CancelAfter(_options.Patience);
            using HttpResponseMessage answer = await SendAsync(target, known, patience.Token);
            return Redirect(answer) is { } link
                ? (null, WebAddress.Resolve(link, target.AbsoluteUri) ?? link)
                : (await ReadAsync(target.AbsoluteUri, answer, patience.Token), null);
        }
        finally
        {
            // The next one at this host may be long waiting: its patience begins when it is asked.
            patience.CancelAfter(Timeout.InfiniteTimeSpan);
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private static string? Redirect(HttpResponseMessage answer) =>
        (int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 ? answer.Headers.Location?.OriginalString : null;

    private async Task<HttpResponseMessage> SendAsync(Uri target, KnownVersion? known, CancellationToken patience)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, target);
        if (known?.EntityTag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (known?.LastModified is { } modified)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", modified);
        }

        return await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience);
    }

    private async Task<Fetched> ReadAsync(string address, HttpResponseMessage answer, CancellationToken patience)
    {
        int status = (int)answer.StatusCode;
        var fetched = new Fetched
        {
            Address = address,
            ContentType = Header(answer, "Content-Type"),
            EntityTag = Header(answer, "ETag"),
            LastModified = Header(answer, "Last-Modified"),
            RetryAfter = RetryAfter(answer),
            IsUnchanged = answer.StatusCode == HttpStatusCode.NotModified,
            At = _options.Time.GetUtcNow(),
        };
        if (fetched.IsUnchanged || status is < 200 or > 299)
        {
            return fetched.IsUnchanged ? fetched : fetched with { Problem = $"{address}: the server answered {status} {answer.ReasonPhrase}".TrimEnd() };
        }

        byte[]? body = await ReadBodyAsync(answer, ReadingLimits.InputBytes, patience);
        if (body is null)
        {
            return fetched with { Problem = $"{address}: larger than {ReadingLimits.InputBytes >> 20} MiB" };
        }

        string? coding = answer.Content.Headers.ContentEncoding.LastOrDefault();
        bool isArchive = new Uri(address).AbsolutePath.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);
        byte[] bytes = isArchive && coding is null ? body : Payload.Decompress(body, coding, out string? problem) is var unpacked && problem is null ? unpacked : [];
        return fetched with { Bytes = bytes, Problem = bytes.Length == 0 ? $"{address}: {(body.Length == 0 ? "an empty answer" : "unpacks to too much")}" : null };
    }

    /// <summary>The body; null when it is larger than <paramref name="limit"/>.</summary>
    private static async Task<byte[]?> ReadBodyAsync(HttpResponseMessage answer, int limit, CancellationToken patience)
    {
        await using Stream body = await answer.Content.ReadAsStreamAsync(patience);
        var held = new MemoryStream();
        byte[] buffer = new byte[1 << 16];
        for (int read; (read = await body.ReadAsync(buffer, patience)) > 0;)
        {
            if (held.Length + read > limit)
            {
                return null;
            }

            held.Write(buffer, 0, read);
        }

        return held.ToArray();
    }

    private async Task<RobotsRules> RulesOfAsync(Uri target, CancellationToken cancellation)
    {
        string host = target.GetLeftPart(UriPartial.Authority);
        if (!_robots.TryGetValue(host, out RobotsRules? rules))
        {
            rules = await FetchRulesAsync(host, cancellation);
            _robots[host] = rules;
        }

        return rules;
    }

    private async Task<RobotsRules> FetchRulesAsync(string host, CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(_options.Patience);
        var at = new Uri($"{host}/robots.txt");
        try
        {
            for (int hops = 0; hops <= MostRedirects; hops++)
            {
                using HttpResponseMessage answer = await SendAsync(at, null, patience.Token);
                if (Redirect(answer) is { } link && WebAddress.Resolve(link, at.AbsoluteUri) is { } next)
                {
                    at = new Uri(next);
                    continue;
                }

                int status = (int)answer.StatusCode;
                if (status is < 200 or > 299)
                {
                    // "Too many requests" is no statement about the rules: as if the site could not say.
                    return status is >= 400 and <= 499 and not 429 ? RobotsRules.Open : RobotsRules.Unreachable;
                }

                byte[] body = await ReadBodyAsync(answer, RobotsRules.MostBytes, patience.Token) ?? [];
                byte[] text = Payload.Decompress(body, answer.Content.Headers.ContentEncoding.LastOrDefault(), out _);
                return RobotsRules.Read(TextDecoder.Decode(text), FetchOptions.Agent);
            }

            return RobotsRules.Open;
        }
        catch (Exception e) when (e is HttpRequestException or IOException || (e is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // A host that refuses to be connected to says why when the page itself is asked for.
            return e.InnerException is ClosedAddressException ? RobotsRules.Open : RobotsRules.Unreachable;
        }
    }

    private async Task PauseAsync(Uri target, TimeSpan asked, CancellationToken cancellation)
    {
        string host = target.Host;
        DateTimeOffset now = _options.Time.GetUtcNow();
        if (_nextRequest.TryGetValue(host, out DateTimeOffset next) && next > now)
        {
            await Task.Delay(next - now, _options.Time, cancellation);
        }

        _nextRequest[host] = _options.Time.GetUtcNow() + (asked > _options.Pause ? asked : _options.Pause);
    }

    private TimeSpan? RetryAfter(HttpResponseMessage answer) =>
        answer.Headers.RetryAfter?.Delta ?? (answer.Headers.RetryAfter?.Date is { } date ? date - _options.Time.GetUtcNow() : null);

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out IEnumerable<string>? values) || answer.Content.Headers.TryGetValues(name, out values)
            ? values.First()
            : null;

    private static Fetched Failed(string address, string problem) => new() { Address = address, Problem = $"{address}: {problem}" };
}
