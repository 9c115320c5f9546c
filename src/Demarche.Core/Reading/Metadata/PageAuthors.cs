using System.Buffers;
using Demarche.Core.Reading.Choices;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>Chooses the authors of an article among the names its page gives; no author is a choice too.</summary>
internal static class PageAuthors
{
    private const int LongestLine = 100;

    // Levels of elements around a run of text that may name it an author's.
    private const int Levels = 3;

    private const int Near = 6;

    // A page names a few people; a list of comments names hundreds, none of them the author.
    private const int MostElements = 300;

    // Scripts name the author a few times.
    private const int MostInScripts = 20;
    private const int LongestScriptGap = 8;

    private static readonly ChoiceModel Model = ChoiceModel.BuiltIn("author.tsv");

    private static readonly string[] Stems =
        ["author", "autor", "auteur", "byline", "by-line", "creator", "writer", "writ", "redact", "redakt", "vcard", "fn", "contributor", "journalist", "user", "posted", "signature", "name", "meta", "info"];

    private static readonly string[] LinkParts =
        ["/author", "/autor", "/auteur", "/redact", "/redakt", "/profil", "/people", "/staff", "/by/", "/writer", "/contributor", "/user", "/journalist", "/reporters", "author=", "/team/", "/bio/"];

    private static readonly string[] Generic =
        ["admin", "redaktion", "editor", "staff", "team", "agency", "newsroom", "desk", "press", "office", "online", "news", "blog", "gmbh", "ltd", "inc", ".com", ".de", ".ch", "www"];

    private static readonly SearchValues<string> ScriptFields = SearchValues.Create(["author", "autor", "byline"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");

    private static readonly SearchValues<char> FieldMarks = SearchValues.Create("\"':=, \t[{");

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create(":|?!…»");

    /// <summary>The authors on one line, parted by commas; null when the page names none.</summary>
    public static string? Find(Page page, PageMarks marks, LinkedData linked, string? site)
    {
        TextCandidates candidates = Candidates(page, marks, linked, site);
        int best = Model.Best([.. candidates.All.Select(candidate => candidate.Features), [Choice.Nothing]]);
        string? name = best == candidates.Count ? null : candidates.All[best].Name;

        // The data list people one by one: several are no label of the site's, and whoever is chosen of them wrote it with the others.
        IReadOnlyList<string> listed = linked.Article?.Authors ?? [];
        bool isListed = listed.Count > 1 && (name is null || listed.Contains(name, StringComparer.OrdinalIgnoreCase));
        return isListed ? string.Join(", ", listed) : name is null ? null : string.Join(", ", PersonLine.Split(name));
    }

    /// <summary>All names that may be those of the authors.</summary>
    public static TextCandidates Candidates(Page page, PageMarks marks, LinkedData linked, string? site)
    {
        var found = new TextCandidates();
        AddData(found, marks, linked);
        AddScripts(found, page.Root);
        AddElements(found, page);
        AddLines(found, page);
        found.Describe((text, known) => Shape(text, known, site));
        return found;
    }

    private static void AddData(TextCandidates found, PageMarks marks, LinkedData linked)
    {
        if (linked.Article is { Authors.Count: > 0 } article)
        {
            Add(found, string.Join(", ", article.Authors.Select(PersonLine.Clean)), "author of the article's data");
        }

        foreach (string author in linked.Authors)
        {
            Add(found, author, "author of other data");
        }

        foreach (string person in linked.Persons)
        {
            Add(found, person, "person of the data");
        }

        foreach ((string name, string content) in marks.AllMeta)
        {
            string feature = name.Contains("author", StringComparison.OrdinalIgnoreCase) ? name.Equals("author", StringComparison.OrdinalIgnoreCase) ? "meta author" : "meta with author"
                : name.Contains("creator", StringComparison.OrdinalIgnoreCase) || name.Contains("byl", StringComparison.OrdinalIgnoreCase) ? "meta creator"
                : "";
            if (feature.Length > 0)
            {
                Add(found, content, feature);
            }
        }

        if (marks.Meta("twitter:label1") is { } label && LeadWords.IsAuthorLabel(label))
        {
            Add(found, marks.Meta("twitter:data1"), "labelled in the meta elements");
        }
    }

    private static void AddScripts(TextCandidates found, PageNode root)
    {
        int count = 0;
        foreach (PageNode node in root.Subtree())
        {
            if (node.Tag != "script" || node.Children.Count == 0)
            {
                continue;
            }

            ReadOnlySpan<char> rest = node.Children[0].Raw;
            for (int at = rest.IndexOfAny(ScriptFields); at >= 0 && count < MostInScripts; at = rest.IndexOfAny(ScriptFields))
            {
                rest = rest[at..];
                int end = Math.Max(rest.IndexOfAnyExcept(Letters), 1);
                rest = rest[end..];
                int open = rest.IndexOfAnyExcept(FieldMarks);
                if (open > 1 && open <= LongestScriptGap && rest[open - 1] is '"' or '\'' && rest[..open].ContainsAny(":=,"))
                {
                    int close = rest[open..].IndexOf(rest[open - 1]);
                    if (close > 0 && close < LongestLine)
                    {
                        count++;
                        Add(found, PageCharacters.Decode(rest.Slice(open, close)), "author of a script");
                    }
                }
            }
        }
    }

    private static void AddElements(TextCandidates found, Page page)
    {
        var met = new HashSet<PageNode>();
        int count = 0;
        foreach (PagePiece piece in page.Blocks.Pieces)
        {
            PageNode? node = piece.Node.Parent;
            for (int level = 0; level < Levels && node is not null && count < MostElements; level++, node = node.Parent)
            {
                if (!met.Add(node) || EvidenceOf(node) is not { } evidence || node.TextUpTo(LongestLine) is not { } text)
                {
                    continue;
                }

                string place = PlaceOf(page.Body, piece.Block);
                Add(
                    found,
                    text,
                    [$"element {evidence}", $"element {place}", $"element {evidence} {place}", count == 0 ? "first element" : count < 3 ? "early element" : "later element", .. Surroundings.Of(node, "author")]);
                count++;
            }
        }
    }

    private static string? EvidenceOf(PageNode node)
    {
        if (node["rel"] is { } rel && rel.Contains("author", StringComparison.OrdinalIgnoreCase))
        {
            return "of rel author";
        }

        if (node["itemprop"] is { } property && property.Contains("author", StringComparison.OrdinalIgnoreCase))
        {
            return "of itemprop author";
        }

        string? link = node.Tag == "a" ? node["href"] : null;
        if (link is not null && Array.Exists(LinkParts, part => link.Contains(part, StringComparison.OrdinalIgnoreCase)))
        {
            return "linked to an author";
        }

        string names = node.Names;
        return names.Length <= 1 ? null
            : Array.Find(Stems, stem => stem.Length <= 2 ? HasWord(names, stem) : names.Contains(stem, StringComparison.Ordinal)) is { } found
                ? $"called {found}"
                : null;
    }

    private static bool HasWord(string names, string word) => names.Split(' ', '-', '_').Contains(word);

    /// <summary>Lines that begin with "by" in one of its languages.</summary>
    private static void AddLines(TextCandidates found, Page page)
    {
        IReadOnlyList<PageBlock> blocks = page.Blocks.Blocks;
        for (int i = 0; i < blocks.Count; i++)
        {
            string text = blocks[i].Text;
            if (text.Length <= LongestLine && PersonLine.Lead(text) is { } lead)
            {
                string place = PlaceOf(page.Body, i);
                Add(found, text, $"line led by {lead}", $"line {place}", $"line led by {lead} {place}");
            }
        }

        if (page.Body.End > 0 && blocks[page.Body.End - 1].Text is { Length: > 40 } last && last.EndsWith(')'))
        {
            int open = last.LastIndexOf('(');
            if (open > 0 && last.Length - open < 40)
            {
                Add(found, last[(open + 1)..^1], "in brackets at the end");
            }
        }
    }

    private static void Add(TextCandidates found, string? text, params ReadOnlySpan<string> features)
    {
        if (PersonLine.Clean(text) is { } name)
        {
            found.Add(name, features);
        }
    }

    private static string PlaceOf(PageBody body, int block) =>
        block >= body.End + Near ? "far below" : block >= body.End ? "below" : block >= body.First ? "amid"
        : block >= body.First - Near ? "just above" : "far above";

    private static IEnumerable<string> Shape(string text, IReadOnlyCollection<string> known, string? site)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        yield return $"{Math.Min(words.Length, 6)} words";
        int capitals = words.Count(word => char.IsUpper(word[0]));
        yield return capitals == words.Length ? "all words capitalised" : capitals == 0 ? "no word capitalised" : "some words capitalised";
        int sources = known.Count(feature => feature is "author of the article's data" or "author of other data" or "person of the data"
            or "meta author" or "meta with author" or "meta creator" or "labelled in the meta elements" or "author of a script")
            + (known.Any(feature => feature.StartsWith("element ", StringComparison.Ordinal)) ? 1 : 0)
            + (known.Any(feature => feature.StartsWith("line ", StringComparison.Ordinal)) ? 1 : 0);
        yield return $"{Math.Min(sources, 4)} sources";
        string lower = text.ToLowerInvariant();
        if (text.Any(char.IsAsciiDigit))
        {
            yield return "has figures";
        }

        if (Array.Exists(Generic, word => lower.Contains(word, StringComparison.Ordinal)))
        {
            yield return "generic";
        }

        if (site is not null && (lower.Contains(site, StringComparison.OrdinalIgnoreCase) || site.Contains(lower, StringComparison.OrdinalIgnoreCase)))
        {
            yield return "the site's name";
        }

        if (text.AsSpan().ContainsAny(",;&") || lower.Contains(" und ", StringComparison.Ordinal) || lower.Contains(" and ", StringComparison.Ordinal))
        {
            yield return "several";
        }

        if (text.AsSpan().ContainsAny(SentenceMarks))
        {
            yield return "marks of a sentence";
        }
    }
}
