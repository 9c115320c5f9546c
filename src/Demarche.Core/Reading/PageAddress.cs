namespace Demarche.Core.Reading;

/// <summary>The address an article goes by, whichever of its versions was read: the page's own word for it, else the place it came from without what only marks the version.</summary>
internal static class PageAddress
{
    // What newsletters, networks and searches add to follow a reader, and what asks for the version for telephones or for printers.
    private static readonly string[] Markers =
        ["utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "amp", "outputtype=amp", "print", "printable", "printview", "view=print", "display=print", "format=amp", "format=print"];

    private static readonly string[] PathEnds = ["/amp", ".amp", "/print", "/amp.html"];

    /// <summary>The address of the article of a page.</summary>
    /// <param name="stated">What the page states: its canonical link or address; null when it states none.</param>
    /// <param name="place">Where the page was read from; null when that is unknown.</param>
    public static string? Of(string? stated, string? place)
    {
        string? whole = WebAddress.Resolve(stated, place) ?? (place is null ? stated : null);

        // A page below the home page that names the home page states a mistake.
        return whole is not null && !(IsHome(whole) && place is not null && !IsHome(place)) ? Plain(whole) : place is null ? null : Plain(place);
    }

    private static bool IsHome(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) && uri.AbsolutePath.Trim('/').Length == 0 && uri.Query.Length == 0;

    /// <summary>The address without fragment and markers; character for character the same when it has none.</summary>
    private static string Plain(string address)
    {
        if (!WebAddress.IsOne(address))
        {
            return address;
        }

        int fragment = address.IndexOf('#', StringComparison.Ordinal);
        string rest = fragment < 0 ? address : address[..fragment];
        int query = rest.IndexOf('?', StringComparison.Ordinal);
        string path = query < 0 ? rest : rest[..query];
        string[] kept = query < 0 ? [] : [.. rest[(query + 1)..].Split('&').Where(part => !IsMarker(part))];
        string trimmed = path.EndsWith('/') ? path[..^1] : path;
        string? end = Array.Find(PathEnds, mark => trimmed.EndsWith(mark, StringComparison.OrdinalIgnoreCase));
        return (end is null ? path : trimmed[..^end.Length]) + (kept.Length == 0 ? "" : "?" + string.Join('&', kept));
    }

    private static bool IsMarker(string part) => Array.Exists(Markers, mark =>
        mark.EndsWith('_') ? part.StartsWith(mark, StringComparison.OrdinalIgnoreCase)
        : mark.Contains('=', StringComparison.Ordinal) ? part.Equals(mark, StringComparison.OrdinalIgnoreCase)
        : part.Split('=')[0].Equals(mark, StringComparison.OrdinalIgnoreCase));
}
