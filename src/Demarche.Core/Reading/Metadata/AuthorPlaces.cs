using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>Collects the names in elements that are called, marked or linked as those of authors are.</summary>
internal static class AuthorPlaces
{
    private const int LongestLine = 100;

    // Levels of elements around a run of text that may name it an author's.
    private const int Levels = 3;

    private const int Near = 6;

    // A page names a few people; a list of comments names hundreds, none of them the author.
    private const int MostElements = 300;

    private static readonly string[] Stems =
        ["author", "autor", "auteur", "byline", "by-line", "creator", "writer", "writ", "redact", "redakt", "vcard", "fn", "contributor", "journalist", "user", "posted", "signature", "name", "meta", "info", "credit", "source", "quelle"];

    private static readonly string[] LinkParts =
        ["/author", "/autor", "/auteur", "/redact", "/redakt", "/profil", "/people", "/staff", "/by/", "/writer", "/contributor", "/user", "/journalist", "/reporters", "author=", "/team/", "/bio/"];

    // Words among the stems that also stand on much else.
    private static readonly string[] Weak = ["called fn", "called user", "called name", "called meta", "called info", "called vcard", "called posted", "called credit", "called source", "called quelle"];

    /// <summary>Adds the names in the page's elements.</summary>
    public static void Add(AuthorCandidates found, Page page)
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
                found.Add(
                    text,
                    [$"element {evidence}", $"element {place}", $"element {evidence} {place}", count == 0 ? "first element" : count < 3 ? "early element" : "later element",
                     $"mark {(IsStrong(evidence) ? "strong" : "weak")} {RoughPlace(place)}", .. Surroundings.Of(node, "author")]);
                count++;
            }
        }
    }

    private static string? EvidenceOf(PageNode node)
    {
        if (node.Raw.IsEmpty)
        {
            return null;
        }

        if (node["rel"] is { } rel && rel.Contains("author", StringComparison.OrdinalIgnoreCase))
        {
            return "of rel author";
        }

        if (node["itemprop"] is { } property && property.Contains("author", StringComparison.OrdinalIgnoreCase))
        {
            return "of itemprop author";
        }

        if (node["itemtype"] is { } type && type.EndsWith("/Person", StringComparison.OrdinalIgnoreCase))
        {
            return "of a person";
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

    private static bool HasWord(string names, string word) =>
        names.Contains(word, StringComparison.Ordinal) && names.Split(' ', '-', '_').Contains(word);

    private static bool IsStrong(string evidence) => Array.IndexOf(Weak, evidence) < 0;

    /// <summary>Where a block stands, seen from the body.</summary>
    public static string PlaceOf(PageBody body, int block) =>
        block >= body.End + Near ? "far below" : block >= body.End ? "below" : block >= body.First ? "amid"
        : block >= body.First - Near ? "just above" : "far above";

    /// <summary>Whether a place is near the body.</summary>
    public static string RoughPlace(string place) => place is "just above" or "amid" or "below" ? "near" : "far";
}
