using System.Text.Json;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>An article as JSON-LD describes it.</summary>
internal sealed record LinkedArticle
{
    // Articles have up to a dozen authors.
    private const int MostNames = 50;

    /// <summary>Headline, or null.</summary>
    public string? Headline { get; private init; }

    /// <summary>Names of the authors, in order; empty when there are none.</summary>
    public IReadOnlyList<string> Authors { get; private init; } = [];

    /// <summary>Name of the publisher, or null.</summary>
    public string? Publisher { get; private init; }

    /// <summary>The article's text, or null.</summary>
    public string? Body { get; private init; }

    /// <summary>Whether it may be read without paying; true when nothing is said.</summary>
    public bool IsFree { get; private init; } = true;

    /// <summary>Whether <paramref name="element"/> describes an article.</summary>
    public static bool Is(JsonElement element) => HasType(element, IsArticleName);

    /// <summary>Whether it describes a site or who publishes it.</summary>
    public static bool IsSite(JsonElement element) =>
        HasType(element, name => name is "WebSite" or "Organization" or "NewsMediaOrganization");

    /// <summary>Whether it describes a person.</summary>
    public static bool IsPerson(JsonElement element) => HasType(element, name => name == "Person");

    /// <summary>The article <paramref name="element"/> describes.</summary>
    public static LinkedArticle From(JsonElement element) => new()
    {
        Headline = Text(element, "headline") ?? Text(element, "name"),
        Authors = Names(element, "author") is { Count: > 0 } authors ? authors : Names(element, "creator"),
        Publisher = Names(element, "publisher").FirstOrDefault(),
        Body = Text(element, "articleBody"),
        IsFree = !(element.TryGetProperty("isAccessibleForFree", out JsonElement free)
            && (free.ValueKind == JsonValueKind.False
                || (free.ValueKind == JsonValueKind.String && String(free).Equals("false", StringComparison.OrdinalIgnoreCase)))),
    };

    /// <summary>The property's text on one line, or null.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String
            ? PageCharacters.Line(PageCharacters.Decode(String(value)))
            : null;

    /// <summary>The string; empty when it holds half a surrogate pair, which the base library refuses.</summary>
    public static string String(JsonElement value)
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

    private static bool HasType(JsonElement element, Func<string, bool> accepts) =>
        element.TryGetProperty("@type", out JsonElement type) && (type.ValueKind == JsonValueKind.Array
            ? type.EnumerateArray().Any(one => one.ValueKind == JsonValueKind.String && accepts(String(one)))
            : type.ValueKind == JsonValueKind.String && accepts(String(type)));

    private static bool IsArticleName(string name) =>
        name.EndsWith("Article", StringComparison.Ordinal) || name is "BlogPosting" or "LiveBlogPosting" or "Report";

    /// <summary>The text, or the name of the object or of every object in the list.</summary>
    public static List<string> Names(JsonElement element, string property)
    {
        if (!element.TryGetProperty(property, out JsonElement value))
        {
            return [];
        }

        JsonElement[] all = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray().Take(MostNames)] : [value];
        IEnumerable<string?> names = all.Select(one => one.ValueKind switch
        {
            JsonValueKind.String => PageCharacters.Line(PageCharacters.Decode(String(one))),
            JsonValueKind.Object => Text(one, "name"),
            _ => null,
        });
        return [.. names.OfType<string>().Distinct(StringComparer.Ordinal)];
    }
}
