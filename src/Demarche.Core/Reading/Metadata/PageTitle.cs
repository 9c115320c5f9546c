using System.Collections.Frozen;
using Demarche.Core.Reading.Choices;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>Chooses the title of an article among the headings of its page and what its data call it, without the name of the site.</summary>
internal static class PageTitle
{
    // The headline stands above the text, with a subtitle, a byline and a picture's caption between them at most.
    private const int Near = 8;

    private const int MostHeadings = 12;

    private static readonly ChoiceModel Model = ChoiceModel.BuiltIn("title.tsv");

    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " · ", " » ", " « ", " :: ", " • ", ": ", " / ", " > ", "| "];

    // Features that are each a place of its own where the title may stand.
    private static readonly FrozenSet<string> Sources = new[]
    {
        "h1", "h2", "og title", "twitter title", "headline of the data", "title element", "meta title",
        "title element before first bar", "title element before last bar", "title element behind first bar",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] MetaNames =
        ["og:title", "twitter:title", "title", "dc.title", "dcterms.title", "headline", "sailthru.title", "parsely-title", "name"];

    /// <summary>The title, or null when the page has none.</summary>
    public static string? Find(Page page, PageMarks marks, LinkedData linked, string? address, string? site)
    {
        TextCandidates candidates = Candidates(page, marks, linked, address, site);
        int best = Model.Best([.. candidates.All.Select(candidate => candidate.Features)]);
        return best < 0 ? null : candidates.All[best].Name;
    }

    /// <summary>All strings that may be the title.</summary>
    public static TextCandidates Candidates(Page page, PageMarks marks, LinkedData linked, string? address, string? site)
    {
        var found = new TextCandidates();
        AddHeadings(found, page);
        AddWhole(found, linked.Article?.Headline, "headline of the data");
        foreach (string name in MetaNames)
        {
            AddWhole(found, marks.Meta(name), name is "og:title" ? "og title" : name is "twitter:title" ? "twitter title" : "meta title");
        }

        AddWhole(found, marks.TitleElement, "title element");
        AddParts(found, marks.TitleElement, "title element");
        AddParts(found, marks.Meta("og:title"), "og title");
        found.Describe((text, known) => Shape(text, known, marks, address, site));
        return found;
    }

    private static void AddWhole(TextCandidates found, string? text, string source) => found.Add(text, source);

    private static void AddHeadings(TextCandidates found, Page page)
    {
        IReadOnlyList<PageBlock> blocks = page.Blocks.Blocks;
        int headings = 0;
        int firsts = 0;
        for (int i = 0; i < blocks.Count && headings < MostHeadings; i++)
        {
            PageNode? heading = HeadingOf(blocks[i].Node);
            string names = blocks[i].Node.Names;
            bool isCalled = names.Contains("title", StringComparison.Ordinal) || names.Contains("headline", StringComparison.Ordinal);
            if ((heading is null && !isCalled) || i >= page.Body.End + 1)
            {
                continue;
            }

            headings++;
            string tag = heading?.Tag ?? "no heading";
            firsts += tag == "h1" ? 1 : 0;
            string order = tag != "h1" ? headings == 1 ? $"{tag} first" : $"{tag} later" : firsts == 1 ? "h1 first" : "h1 later";
            string place = i > page.Body.First ? "amid" : i >= page.Body.First - Near ? "near" : "above";
            string[] features =
                [tag, order, $"{tag} {place}", isCalled ? $"{tag} called title" : $"{tag} not called title", .. Surroundings.Of(blocks[i].Node, "heading")];
            found.Add(blocks[i].Text, features);
            AddPartsOf(found, page, i, features);
        }
    }

    /// <summary>A heading often holds a kicker or a subtitle in an element of its own: each run alone, and the heading without its first run.</summary>
    private static void AddPartsOf(TextCandidates found, Page page, int block, string[] features)
    {
        string text = page.Blocks.Blocks[block].Text;
        int[] starts = [.. page.Blocks.PiecesOf(block).Select(piece => piece.Start).Where(start => start > 0 && start < text.Length)];
        if (starts.Length is 0 or > 3)
        {
            return;
        }

        found.Add(text[..starts[0]].TrimEnd(':', ' ', '|', '-'), [.. features, "heading's first run"]);
        found.Add(text[starts[0]..], [.. features, "heading without its first run"]);
        found.Add(text[..starts[^1]], [.. features, "heading without its last run"]);
    }

    private static PageNode? HeadingOf(PageNode node)
    {
        for (int level = 0; level < 3; level++)
        {
            if (PageTags.Headings.Contains(node.Tag))
            {
                return node;
            }

            if (node.Parent is null)
            {
                return null;
            }

            node = node.Parent;
        }

        return null;
    }

    private static void AddParts(TextCandidates found, string? title, string source)
    {
        foreach (string separator in title is null ? [] : Separators)
        {
            int first = title!.IndexOf(separator, StringComparison.Ordinal);
            int last = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (first <= 0)
            {
                continue;
            }

            string mark = separator is ": " ? "colon" : "bar";
            found.Add(title[..first], $"{source} before first {mark}");
            found.Add(title[(first + separator.Length)..], $"{source} behind first {mark}");
            if (last != first)
            {
                found.Add(title[..last], $"{source} before last {mark}");
                found.Add(title[(last + separator.Length)..], $"{source} behind last {mark}");
            }
        }
    }

    private static IEnumerable<string> Shape(
        string text, IReadOnlyCollection<string> known, PageMarks marks, string? address, string? site)
    {
        yield return $"{Math.Min(known.Count(Sources.Contains), 4)} sources";
        yield return text.Length < 12 ? "tiny" : text.Length < 25 ? "short" : text.Length < 60 ? "usual" : text.Length < 120 ? "long" : "very long";
        if (site is not null)
        {
            bool isSite = string.Equals(text, site, StringComparison.OrdinalIgnoreCase);
            yield return isSite ? "is the site's name"
                : text.Contains(site, StringComparison.OrdinalIgnoreCase) ? "has the site's name" : "without the site's name";
        }

        yield return SlugShare(text, address) is var share && share >= 0.75 ? "most of the address" : share >= 0.4 ? "much of the address" : "little of the address";
        if (text.EndsWith('…') || text.EndsWith("...", StringComparison.Ordinal))
        {
            yield return "ends in dots";
        }

        if (marks.TitleElement is { } title && !known.Contains("title element"))
        {
            yield return Relation(text, title, "title element");
        }

        if (marks.Meta("og:title") is { } og && !known.Contains("og title"))
        {
            yield return Relation(text, og, "og title");
        }
    }

    private static string Relation(string text, string other, string name) =>
        other.StartsWith(text, StringComparison.OrdinalIgnoreCase) ? $"begins the {name}"
        : other.Contains(text, StringComparison.OrdinalIgnoreCase) ? $"within the {name}"
        : text.Contains(other, StringComparison.OrdinalIgnoreCase) ? $"around the {name}" : $"not in the {name}";

    /// <summary>Share of the words of the text that stand in the address's last part, 0-1: addresses are made of titles.</summary>
    private static double SlugShare(string text, string? address)
    {
        string path = (Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) ? uri.AbsolutePath : "").ToLowerInvariant();
        string[] words = [.. text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Trim('.', ',', ':', '?', '!', '"', '„', '“', '”', '(', ')')).Where(word => word.Length > 3 && word.All(char.IsAscii))];
        return words.Length == 0 ? 0.5 : (double)words.Count(word => path.Contains(word, StringComparison.Ordinal)) / words.Length;
    }
}
