using System.Text.Json;

namespace Demarche.Core.Reading.Pages;

/// <summary>What a page says about its article in JSON-LD, the vocabulary of schema.org.</summary>
internal sealed record LinkedArticle
{
    // Objects inside objects: a page's graph has three or four levels.
    private const int DeepestObject = 32;

    // A page lists its article among the first; the bound keeps a hostile page cheap.
    private const int MostObjects = 10_000;

    /// <summary>Headline, or null.</summary>
    public string? Headline { get; private init; }

    /// <summary>Names of the authors, in order, or null.</summary>
    public string? Author { get; private init; }

    /// <summary>Name of the publisher, or null.</summary>
    public string? Publisher { get; private init; }

    /// <summary>Time of publication as written, or null.</summary>
    public string? Published { get; private init; }

    /// <summary>The first article described in the page's blocks of JSON-LD; null when there is none or it is broken.</summary>
    public static LinkedArticle? Find(PageNode page)
    {
        foreach (PageNode node in page.Subtree())
        {
            if (node.Tag == "script" && node.Children.Count > 0
                && string.Equals(node["type"], "application/ld+json", StringComparison.OrdinalIgnoreCase)
                && Parse(node.Children[0].Raw.ToString()) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private static LinkedArticle? Parse(string json)
    {
        try
        {
            var options = new JsonDocumentOptions { MaxDepth = DeepestObject, AllowTrailingCommas = true };
            using JsonDocument document = JsonDocument.Parse(json, options);
            return Search(document.RootElement);
        }
        catch (JsonException)
        {
            // Many pages carry broken JSON-LD; the page's other marks then count alone.
            return null;
        }
    }

    private static LinkedArticle? Search(JsonElement root)
    {
        var open = new Queue<JsonElement>([root]);
        for (int seen = 0; seen < MostObjects && open.TryDequeue(out JsonElement element); seen++)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in element.EnumerateArray())
                {
                    open.Enqueue(item);
                }
            }
            else if (element.ValueKind == JsonValueKind.Object)
            {
                if (IsArticle(element))
                {
                    return From(element);
                }

                foreach (JsonProperty property in element.EnumerateObject())
                {
                    open.Enqueue(property.Value);
                }
            }
        }

        return null;
    }

    private static LinkedArticle From(JsonElement element) => new()
    {
        Headline = Text(element, "headline") ?? Text(element, "name"),
        Author = Names(element, "author") ?? Names(element, "creator"),
        Publisher = Names(element, "publisher"),
        Published = Text(element, "datePublished") ?? Text(element, "dateCreated"),
    };

    private static bool IsArticle(JsonElement element) =>
        element.TryGetProperty("@type", out JsonElement type) && (type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(IsArticleName)
            : IsArticleName(type));

    private static bool IsArticleName(JsonElement type) =>
        type.ValueKind == JsonValueKind.String && String(type) is { } name
        && (name.EndsWith("Article", StringComparison.Ordinal) || name is "BlogPosting" or "LiveBlogPosting" or "Report");

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? PageCharacters.Line(PageCharacters.Decode(String(value)))
            : null;

    /// <summary>The text, or the name of the object or of every object in the list.</summary>
    private static string? Names(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out JsonElement value))
        {
            return null;
        }

        JsonElement[] all = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : [value];
        IEnumerable<string?> names = all.Select(one => one.ValueKind switch
        {
            JsonValueKind.String => PageCharacters.Line(String(one)),
            JsonValueKind.Object => Text(one, "name"),
            _ => null,
        });
        string joined = string.Join(", ", names.Where(name => name is not null).Distinct(StringComparer.Ordinal));
        return joined.Length == 0 ? null : joined;
    }

    /// <summary>The string; empty when it holds half a surrogate pair, which the base library refuses.</summary>
    private static string String(JsonElement value)
    {
        try
        {
            return value.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}
