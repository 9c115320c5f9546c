using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Demarche.Core.Reading.Sources.Records;

namespace Demarche.Core.Reading.Sources.Feeds;

/// <summary>JSON Feed 1.0 and 1.1 (jsonfeed.org). A broken entry costs itself alone.</summary>
internal sealed class JsonFeedFormat : ISourceFormat
{
    /// <inheritdoc/>
    public IReadOnlyList<string> Extensions { get; } = [".JSON"];

    /// <inheritdoc/>
    public bool Recognizes(ReadOnlySpan<byte> first) =>
        first.TrimStart(SourceFormats.MarksAndSpaces).StartsWith("{"u8)
        && (first.IndexOf("jsonfeed.org/version"u8) >= 0 || first.IndexOf(@"jsonfeed.org\/version"u8) >= 0);

    /// <inheritdoc/>
    public IEnumerable<RawArticle> Read(SourceInput input)
    {
        var objects = new JsonObjects(input.Stream);
        FeedHead feed = HeadOf(objects.Head(), input.Address);
        for (int number = 1; objects.Next(out string? problem) is { } entry; number++)
        {
            RawArticle part = input.Part("entry", number);
            yield return problem is not null ? part with { Problem = problem } : Entry(part, feed, entry);
        }
    }

    private static FeedHead HeadOf(byte[] head, string? address)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(head);
            string? home = Text(json.RootElement, "home_page_url");
            return new FeedHead(
                Text(json.RootElement, "title"), FeedHead.LanguageCode(Text(json.RootElement, "language")), WebAddress.Resolve(home, address) ?? address);
        }
        catch (JsonException)
        {
            return new FeedHead(null, null, address);
        }
    }

    private static RawArticle Entry(RawArticle part, FeedHead feed, byte[] entry)
    {
        using JsonDocument json = JsonDocument.Parse(Utf8.IsValid(entry) ? entry : Encoding.UTF8.GetBytes(TextDecoder.Decode(entry)));
        JsonElement root = json.RootElement;
        string? link = WebAddress.Resolve(Text(root, "url"), feed.Address);
        return FeedEntry.Make(part, feed, new FeedEntry.Fields
        {
            Id = Text(root, "id") ?? link,
            Link = link,
            Title = Text(root, "title"),
            Byline = AuthorsOf(root),
            Outlet = feed.Title,
            Published = Text(root, "date_published"),
            Updated = Text(root, "date_modified"),
            Content = Text(root, "content_html") ?? Text(root, "content_text") ?? Text(root, "summary"),
        });
    }

    private static string? AuthorsOf(JsonElement entry)
    {
        if (entry.TryGetProperty("author", out JsonElement author) && Text(author, "name") is { } one)
        {
            return one;
        }

        if (!entry.TryGetProperty("authors", out JsonElement authors) || authors.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        string[] names = [.. authors.EnumerateArray().Select(each => Text(each, "name")).OfType<string>()];
        return names.Length == 0 ? null : string.Join(", ", names);
    }

    private static string? Text(JsonElement parent, string name)
    {
        if (parent.ValueKind != JsonValueKind.Object || !parent.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(value.GetRawText()));
        reader.Read();
        return reader.TokenType == JsonTokenType.Number ? value.GetRawText()
            : reader.TokenType == JsonTokenType.String ? JsonStrings.Read(reader)
            : null;
    }
}
