using System.Buffers;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>Finds the days in a page's data: meta elements, JSON-LD, marked elements, the data of its scripts.</summary>
internal static class DataDays
{
    // A page marks a handful of elements; an endless list is an archive or an attack.
    private const int MostMentions = 500;

    // In a script, a field's value follows its name at once: "datePublished": "2031-03-05".
    private const int LongestScriptGap = 8;

    private static readonly SearchValues<string> ScriptFields = SearchValues.Create(
        ["datePublished", "date_published", "publishDate", "publish_date", "publishedDate", "published_date", "publishedAt", "published_at",
         "published_time", "publication_date", "publicationDate", "pubDate", "pub_date", "dateCreated", "created_at", "createdAt",
         "dateModified", "lastModified", "updated_at", "updatedAt", "firstPublished", "first_published"],
        StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> TimeAttributes =
        SearchValues.Create(["itemprop", "property", "datetime", "timestamp"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");

    private static readonly SearchValues<char> ValueEnds = SearchValues.Create("\"'\\,<}");

    /// <summary>Adds the mentions of the page's elements and scripts.</summary>
    public static void Add(List<DayMention> found, PageNode root, bool monthFirst)
    {
        foreach (PageNode node in root.Subtree())
        {
            if (found.Count >= MostMentions)
            {
                return;
            }

            if (node.IsText)
            {
                continue;
            }

            if (node.Tag == "script")
            {
                AddScript(found, node);
            }
            else if (node.Tag == "meta")
            {
                AddNamed(found, "meta", node["property"] ?? node["name"] ?? node["itemprop"] ?? node["http-equiv"], node["content"], monthFirst);
            }
            else
            {
                AddElement(found, node, monthFirst);
            }
        }
    }

    /// <summary>Adds the days JSON-LD states of the page's article or of other things.</summary>
    public static void Add(List<DayMention> found, IReadOnlyList<LinkedDay> days, bool monthFirst)
    {
        foreach (LinkedDay day in days)
        {
            if (StatedTime.Parse(day.Value, monthFirst) is { } time && DayNames.KindOf(day.Name) is { } kind)
            {
                found.Add(new DayMention(time, DateBasis.Meta, [$"{(day.IsOfArticle ? "article" : "linked")} {kind}"]));
            }
        }
    }

    private static void AddNamed(List<DayMention> found, string source, string? name, string? value, bool monthFirst)
    {
        if (name is not null && DayNames.KindOf(name) is { } kind && StatedTime.Parse(value, monthFirst) is { } time)
        {
            found.Add(new DayMention(time, DateBasis.Meta, [$"{source} {kind}"]));
        }
    }

    private static void AddElement(List<DayMention> found, PageNode node, bool monthFirst)
    {
        ReadOnlySpan<char> raw = node.Raw;
        bool isTime = node.Tag is "time" or "abbr";
        if (raw.IsEmpty || (!isTime && raw.IndexOfAny(TimeAttributes) < 0))
        {
            return;
        }

        string? value = node["datetime"] ?? node["content"] ?? node["data-datetime"] ?? node["data-timestamp"] ?? node["title"];
        if (StatedTime.Parse(value, monthFirst) is not { } time)
        {
            return;
        }

        string? name = node["itemprop"] ?? node["property"];
        string kind = (name is null ? null : DayNames.KindOf(name)) ?? (node["pubdate"] is not null ? "published" : "plain");
        string source = name is not null ? "item" : node.Tag == "time" ? "time" : "attribute";
        string own = DayNames.KindOf(node.Names) ?? "none";
        found.Add(new DayMention(time, DateBasis.Meta, [$"{source} {kind}", $"{source} called {own}", .. Surroundings.Of(node, source)]));
    }

    private static void AddScript(List<DayMention> found, PageNode node)
    {
        ReadOnlySpan<char> rest = node.Children.Count == 0 ? [] : node.Children[0].Raw;
        while (found.Count < MostMentions)
        {
            int at = rest.IndexOfAny(ScriptFields);
            if (at < 0)
            {
                return;
            }

            rest = rest[at..];
            int nameEnd = rest.IndexOfAnyExcept(NameCharacters);
            ReadOnlySpan<char> name = nameEnd < 0 ? rest : rest[..nameEnd];
            rest = nameEnd < 0 ? [] : rest[nameEnd..];
            int value = rest.IndexOfAnyInRange('0', '9');
            if (value > 0 && value <= LongestScriptGap && rest[..value].Contains(':'))
            {
                ReadOnlySpan<char> text = rest[value..];
                int end = text.IndexOfAny(ValueEnds);
                string shown = end < 0 ? "" : text[..end].ToString();
                if (StatedTime.Parse(shown) is { } time && DayNames.KindOf(name) is { } kind)
                {
                    found.Add(new DayMention(time, DateBasis.Meta, [$"script {kind}"]));
                }
            }
        }
    }
}
