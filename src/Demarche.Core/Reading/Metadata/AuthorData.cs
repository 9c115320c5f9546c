using System.Buffers;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>Collects the names a page's data gives: linked data, meta elements, the data of its scripts.</summary>
internal static class AuthorData
{
    private const int LongestLine = 100;

    // Scripts name the author a few times.
    private const int MostInScripts = 20;
    private const int LongestScriptGap = 8;

    private static readonly SearchValues<string> ScriptFields = SearchValues.Create(["author", "autor", "byline"], StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_");

    private static readonly SearchValues<char> FieldMarks = SearchValues.Create("\"':=, \t[{");

    /// <summary>Features that say that the page's data gives the name.</summary>
    public static bool IsFeature(string feature) =>
        feature is "author of the article's data" or "author of other data" or "person of the data" or "meta author" or "meta with author"
            or "meta creator" or "labelled in the meta elements" or "author of a script";

    /// <summary>Adds the names in the data of the page.</summary>
    public static void Add(AuthorCandidates found, PageNode root, PageMarks marks, LinkedData linked)
    {
        AddData(found, marks, linked);
        AddScripts(found, root);
    }

    private static void AddData(AuthorCandidates found, PageMarks marks, LinkedData linked)
    {
        if (linked.Article is { Authors.Count: > 0 } article)
        {
            found.Add(string.Join(", ", article.Authors.Select(PersonLine.Clean)), "author of the article's data");
        }

        foreach (string author in linked.Authors)
        {
            found.Add(author, "author of other data");
        }

        foreach (string person in linked.Persons)
        {
            found.Add(person, "person of the data");
        }

        foreach ((string name, string content) in marks.AllMeta)
        {
            string feature = name.Contains("author", StringComparison.OrdinalIgnoreCase) ? name.Equals("author", StringComparison.OrdinalIgnoreCase) ? "meta author" : "meta with author"
                : name.Contains("creator", StringComparison.OrdinalIgnoreCase) || name.Contains("byl", StringComparison.OrdinalIgnoreCase) ? "meta creator"
                : "";
            if (feature.Length > 0)
            {
                found.Add(content, feature);
            }
        }

        if (marks.Meta("twitter:label1") is { } label && LeadWords.IsAuthorLabel(label))
        {
            found.Add(marks.Meta("twitter:data1"), "labelled in the meta elements");
        }
    }

    private static void AddScripts(AuthorCandidates found, PageNode root)
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
                        found.Add(PageCharacters.Decode(rest.Slice(open, close)), "author of a script");
                    }
                }
            }
        }
    }
}
