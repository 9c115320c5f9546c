using System.Text.RegularExpressions;

namespace Demarche.Core.Reading.Metadata;

/// <summary>
/// Titles of pages that report an error. A notice is one whole part of the title ("404 - Page not found | Site"); a headline that merely has
/// its words ("Access denied: 404 families wait for a key at the gate") is none.
/// </summary>
internal static partial class ErrorTitles
{
    // Beside a notice stands at most the site's name.
    private const int LongestSiteWords = 6;

    // As servers and content systems of the common languages word them.
    private static readonly string[] Sentences =
        ["page not found", "page doesn't exist", "page doesn’t exist", "page does not exist", "page cannot be found", "page could not be found", "seite nicht gefunden", "page introuvable", "página no encontrada", "pagina non trovata"];

    private static readonly string[] Whole =
        ["not found", "forbidden", "gone", "access denied", "internal server error", "bad gateway", "service unavailable", "gateway timeout", "server error", "error"];

    /// <summary>Whether the title is a notice of an error.</summary>
    public static bool Has(string? title)
    {
        if (title is null)
        {
            return false;
        }

        string[] parts = [.. Breaks().Split(title).Select(part => part.Trim()).Where(part => part.Length > 0)];
        return Array.Exists(parts, IsNotice) && Array.TrueForAll(parts, part => IsNotice(part) || part.Split(' ').Length <= LongestSiteWords);
    }

    private static bool IsNotice(string part)
    {
        if (Array.Exists(Sentences, sentence => part.Contains(sentence, StringComparison.OrdinalIgnoreCase)))
        {
            return true;
        }

        string rest = Code().Replace(part, "").Trim();
        return (rest.Length == 0 && part.Length > 0) || Whole.Contains(rest, StringComparer.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"\s[-–—|·»]+\s|[|:!?.,;]+")]
    private static partial Regex Breaks();

    // Numbers of HTTP: RFC 9110, section 15.5 and 15.6.
    [GeneratedRegex(@"^(?:(?:http|error|status)\s+)*(?:40[0-9]|410|451|50[0-4])\b(?:\s+error\b)?", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Code();
}
