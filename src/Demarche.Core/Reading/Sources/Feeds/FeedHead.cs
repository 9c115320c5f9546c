namespace Demarche.Core.Reading.Sources.Feeds;

/// <summary>What a feed says of itself.</summary>
/// <param name="Title">Its title: the outlet of entries that name none; null when it has none.</param>
/// <param name="Language">ISO 639-1 code, or null.</param>
/// <param name="Address">Address that relative links of its entries start from, or null.</param>
internal sealed record FeedHead(string? Title, string? Language, string? Address)
{
    /// <summary>Reads what stands before the first entry.</summary>
    /// <param name="head">The markup.</param>
    /// <param name="address">Where the feed came from, or null.</param>
    public static FeedHead Read(string head, string? address)
    {
        string? title = Inner(head, "title");
        string? language = Inner(head, "language") ?? AttributeOf(head, "xml:lang");
        string? home = Inner(head, "link");
        return new FeedHead(title, LanguageCode(language), WebAddress.Resolve(home, address) ?? address);
    }

    /// <summary>The two letters a language tag begins with, or null.</summary>
    public static string? LanguageCode(string? tag)
    {
        string code = (tag ?? "").Trim().Split('-', '_')[0].ToLowerInvariant();
        return code.Length == 2 && code.All(char.IsAsciiLetterLower) ? code : null;
    }

    // The head is torn: its root is never closed. So its elements are sought by name, the first of each.
    private static string? Inner(string head, string name)
    {
        int at = head.IndexOf($"<{name}", StringComparison.OrdinalIgnoreCase);
        MarkupElement found = at < 0 ? default : MarkupElement.Within(head[at..Math.Min(head.Length, at + LongestField)]).FirstOrDefault();
        return found.Name == name && found.Words is { Length: > 0 } words ? words : null;
    }

    // A title or link longer than this is something else.
    private const int LongestField = 4096;

    private static string? AttributeOf(string head, string name)
    {
        int at = head.IndexOf($"{name}=\"", StringComparison.OrdinalIgnoreCase);
        int start = at + name.Length + 2;
        int end = at < 0 ? -1 : head.IndexOf('"', start);
        return end < 0 ? null : head[start..end];
    }
}
