namespace Demarche.Web.Layout;

/// <summary>The main pages, in the order of the navigation; a new one is added here.</summary>
internal static class Navigation
{
    /// <summary>Label and address of each.</summary>
    public static IReadOnlyList<(string Label, string Address)> Pages { get; } =
    [
        ("Matrix", "/"),
        ("Changes", "/changes"),
        ("Linkages", "/linkages"),
        ("Stories", "/stories"),
        ("Outlets", "/outlets"),
        ("Quotes", "/quotes"),
        ("Actors", "/actors"),
        ("Sources", "/sources"),
        ("Codebook", "/codebook"),
        ("Brief", "/brief"),
    ];

    /// <summary>Whether <paramref name="path"/> lies on or below the page at <paramref name="address"/>.</summary>
    public static bool IsAt(string address, string path) =>
        address == "/" ? path == "/" : path == address || path.StartsWith(address + "/", StringComparison.Ordinal);
}
