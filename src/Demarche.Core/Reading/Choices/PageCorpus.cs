using System.IO.Compression;
using System.Text.Json;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Choices;

/// <summary>A page with what is known about it, to learn from.</summary>
/// <param name="Address">Its address.</param>
/// <param name="Html">The page.</param>
/// <param name="Published">Its day of publication, or null when it has none.</param>
/// <param name="IsDescribed">Whether title and author are known: then null means that there is none.</param>
/// <param name="Title">Its title, or null.</param>
/// <param name="Author">Its authors as one line, or null.</param>
public sealed record AnnotatedPage(string Address, string Html, DateOnly? Published, bool IsDescribed, string? Title, string? Author)
{
    /// <summary>The host of the address without "www.".</summary>
    public string Host { get; } = HostOf(Address);

    private static string HostOf(string address)
    {
        string host = Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) ? uri.Host : address;
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}

/// <summary>Reads a folder of annotated pages in the layout of htmldate's evaluation: <c>pages.jsonl</c> and <c>pages/FILE</c>, gzipped.</summary>
public static class PageCorpus
{
    /// <summary>The pages, in the order of <c>pages.jsonl</c>.</summary>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="JsonException">A line of <c>pages.jsonl</c> is broken.</exception>
    public static IEnumerable<AnnotatedPage> Read(string folder)
    {
        foreach (string line in File.ReadLines(Path.Combine(folder, "pages.jsonl")))
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement page = document.RootElement;
            JsonElement meta = page.TryGetProperty("meta", out JsonElement described) ? described : default;
            bool isDescribed = meta.ValueKind == JsonValueKind.Object;
            yield return new AnnotatedPage(
                Text(page, "url") ?? "",
                Html(Path.Combine(folder, "pages", Text(page, "file") ?? "")),
                PublicationDay.Parse(Text(page, "date")),
                isDescribed,
                isDescribed ? Text(meta, "title") : null,
                isDescribed ? Text(meta, "author") ?? Listed(meta, "author") : null);
        }
    }

    private static string Html(string path)
    {
        using var stream = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return PageEncoding.Decode(bytes.ToArray());
    }

    private static string? Listed(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Array
            ? string.Join(", ", value.EnumerateArray().Select(one => one.ToString()))
            : null;

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
