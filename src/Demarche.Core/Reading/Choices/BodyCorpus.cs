using System.IO.Compression;
using System.Text.Json;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Choices;

/// <summary>A page whose article's text is known.</summary>
/// <param name="Page">Address and bytes.</param>
/// <param name="Body">The article's text.</param>
public sealed record BodyPage(AnnotatedPage Page, string Body);

/// <summary>Reads a folder in the layout of the article-extraction benchmark: <c>ground-truth.json</c> and <c>html/KEY.html.gz</c>.</summary>
public static class BodyCorpus
{
    /// <summary>The pages, in the order of <c>ground-truth.json</c>.</summary>
    /// <exception cref="IOException">A file is missing or cannot be read.</exception>
    /// <exception cref="JsonException"><c>ground-truth.json</c> is broken.</exception>
    public static IEnumerable<BodyPage> Read(string folder)
    {
        using JsonDocument truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "ground-truth.json")));
        foreach (JsonProperty page in truth.RootElement.EnumerateObject())
        {
            using var stream = new GZipStream(File.OpenRead(Path.Combine(folder, "html", page.Name + ".html.gz")), CompressionMode.Decompress);
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            string address = page.Value.TryGetProperty("url", out JsonElement url) ? url.GetString() ?? page.Name : page.Name;
            string body = page.Value.GetProperty("articleBody").GetString() ?? "";
            yield return new BodyPage(new AnnotatedPage(address, PageEncoding.Decode(bytes.ToArray()), null, false, null, null), body);
        }
    }
}
