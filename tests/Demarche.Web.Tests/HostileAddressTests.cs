using System.Reflection;
using Demarche.Nlp.Learning;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Xunit;

namespace Demarche.Web.Tests;

/// <summary>Addresses that nobody's link has: whatever stands in them, the answer is a page or a refusal, never a failure of the program.</summary>
public sealed class HostileAddressTests(SampleSite site)
{
    private const int Seed = 20_311_122;

    // Rounds of every route with a value in each field, the values shuffled between the fields.
    private const int Rounds = 25;

    // Read by all pages together; those of the API are read off its methods.
    private static readonly string[] PageFields =
    [
        "at", "since", "until", "moved", "sort", "level", "confidence", "outlet", "speaker", "issue", "party", "first", "second", "kind", "page", "q", "name",
        "articles", "to",
    ];

    // As they stand in an address, escaped already.
    private static readonly string[] Values =
    [
        "", "%20", "%00", "a%00b", "%0d%0aSet-Cookie:%20a=b", "%1b%5b31m", "%ff%fe", "%ed%a0%80", "%e2%80%ae%e2%81%a6", "%f0%9f%92%a9", "%zz", "%",
        "..%2f..%2f..%2fetc%2fpasswd", "..%5c..%5cledger.db", "ledger.db", "%2e%2e", "/etc/passwd", "file:%2f%2f%2fetc%2fpasswd", "C:%5cledger.db", "~root",
        "%3Cscript%3Ealert(1)%3C/script%3E", "'%20OR%201=1%20--", "%22", "%22%22%22", "%22gates", "gates%20AND", "NEAR(gates", "gates*", "text:gates", "((((((((((", "^-%2b", "AND%20OR%20NOT",
        "0", "-1", "1", "2147483647", "2147483648", "9223372036854775808", "1e999", "-1e-999", "NaN", "Infinity", "0x10", "%D9%A1",
        "0001-01-01", "9999-12-31", "0000-00-00", "2031-02-30", "2031-04-01", "2031-4-1", "10000-01-01", "-0001-01-01", "2031-04-01T00:00:00Z",
        "true", "null", "undefined", "[]", "%7B%22a%22:1%7D", "%24%7Bjndi%7D", "%25n%25s", "kelvia", "gate-closing", "reported", "hardened",
        new('a', 4000), string.Concat(Enumerable.Repeat("%22a%22+", 400)), string.Concat(Enumerable.Repeat("%f0%9f%92%a9", 300)),
    ];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whatever_an_address_asks_for_the_program_does_not_fail()
    {
        await File.WriteAllTextAsync(Path.Combine(site.Folder, "..", "passwd"), "root:x:0", Cancellation);
        var random = new SplitMix64(Seed);
        var failures = new List<string>();
        int asked = 0;
        foreach (RouteEndpoint route in site.Endpoints.Where(IsRead))
        {
            for (int round = 0; round < Rounds; round++)
            {
                foreach (string address in Addresses(route, random))
                {
                    asked++;
                    if (await ProblemOfAsync(address) is { } problem)
                    {
                        failures.Add($"{problem}: {(address.Length > 300 ? address[..300] + "..." : address)}");
                    }
                }
            }
        }

        Assert.True(asked > 1000, $"{asked} addresses are few");
        Assert.True(failures.Count == 0, $"seed {Seed}\n" + string.Join("\n", failures.Take(40)));
    }

    [Theory]
    [InlineData("/brief?at=0001-01-01")]
    [InlineData("/?at=0001-01-01&moved=3660")]
    [InlineData("/changes?since=9999-12-31")]
    [InlineData("/changes?since=0001-01-01")]
    [InlineData("/api/changes?since=0001-01-01")]
    [InlineData("/api/matrix?at=9999-12-31&since=0001-01-01")]
    public async Task The_first_and_the_last_day_are_days(string address)
    {
        using HttpResponseMessage answer = await site.Client.GetAsync(address, Cancellation);
        Assert.True((int)answer.StatusCode == StatusCodes.Status200OK, $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(Cancellation)}");
    }

    private static bool IsRead(RouteEndpoint route) =>
        route.Metadata.GetMetadata<HttpMethodMetadata>() is not { } allowed || allowed.HttpMethods.Contains(HttpMethods.Get);

    // One with a value in all fields, one with a value in a single field: an API method names the first field it cannot take and looks no further.
    private static IEnumerable<string> Addresses(RouteEndpoint route, SplitMix64 random)
    {
        string[] fields = FieldsOf(route);
        string Value() => Values[random.Next(Values.Length)];
        string Short() => Value() is { Length: < 200 } value ? value : "";
        yield return $"{PathOf(route, Value)}?{string.Join('&', fields.Select(field => $"{field}={Short()}"))}";
        yield return $"{PathOf(route, Value)}?{fields[random.Next(fields.Length)]}={Value()}";
    }

    private static string PathOf(RouteEndpoint route, Func<string> value) => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment =>
        string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content : value()))));

    private static string[] FieldsOf(RouteEndpoint route)
    {
        string[] own =
        [
            .. (route.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [])
                .Where(parameter => parameter.GetCustomAttribute<FromQueryAttribute>() is not null)
                .Select(parameter => parameter.GetCustomAttribute<FromQueryAttribute>()!.Name ?? parameter.Name!),
        ];
        return own.Length > 0 ? [.. own, "limit", "offset"] : PageFields;
    }

    private async Task<string?> ProblemOfAsync(string address)
    {
        // As it stands: no step of the client may mend what is wrong with it.
        var whole = new Uri(site.Address.GetLeftPart(UriPartial.Authority) + address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(HttpMethod.Get, whole);
        using HttpResponseMessage answer = await site.Client.SendAsync(request, Cancellation);
        string text = await answer.Content.ReadAsStringAsync(Cancellation);
        return (int)answer.StatusCode >= StatusCodes.Status500InternalServerError ? $"{(int)answer.StatusCode}"
            : text.Contains("root:x:0", StringComparison.Ordinal) ? "a file of the disk"
            : answer.Content.Headers.ContentType?.MediaType == "text/html" && text.Contains("<script>alert", StringComparison.Ordinal) ? "a script of the address"
            : null;
    }
}
