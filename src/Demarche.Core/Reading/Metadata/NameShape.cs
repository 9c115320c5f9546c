using System.Buffers;

namespace Demarche.Core.Reading.Metadata;

/// <summary>Tells from its words what a name may be: a person's, an account's, a site's, or a sentence.</summary>
internal static class NameShape
{
    private static readonly string[] Generic =
        ["admin", "redaktion", "editor", "staff", "team", "agency", "newsroom", "desk", "press", "office", "online", "news", "blog", "gmbh", "ltd", "inc", ".com", ".de", ".ch", "www"];

    // Small words inside names of persons.
    private static readonly string[] Particles =
        ["von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "al", "el", "bin", "ibn", "ter", "ten", "zu", "zum", "und", "y", "e", "af", "av", "v."];

    private static readonly SearchValues<char> SentenceMarks = SearchValues.Create(":|?!…»");

    /// <summary>Features of a candidate's words and of how many sources give it.</summary>
    public static IEnumerable<string> Features(string text, IReadOnlyCollection<string> known, string? site)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] signs = [.. Signs(text, site)];
        string shape = ShapeOf(words, signs);
        string sources = $"{SourcesOf(known)} sources";
        int capitals = words.Count(word => char.IsUpper(word[0]));
        return
        [
            .. signs, sources, $"{Math.Min(words.Length, 6)} words", $"shape of {shape}", $"{sources} of {shape}",
            capitals == words.Length ? "all words capitalised" : capitals == 0 ? "no word capitalised" : "some words capitalised",
            .. known.Where(feature => AuthorData.IsFeature(feature) || feature.StartsWith("mark ", StringComparison.Ordinal)).Select(feature => $"{feature} of {shape}"),
        ];
    }

    private static IEnumerable<string> Signs(string text, string? site)
    {
        string lower = text.ToLowerInvariant();
        if (site is not null && (lower.Contains(site, StringComparison.OrdinalIgnoreCase) || site.Contains(lower, StringComparison.OrdinalIgnoreCase)))
        {
            yield return "the site's name";
        }

        if (Array.Exists(Generic, word => lower.Contains(word, StringComparison.Ordinal)))
        {
            yield return "generic";
        }

        if (text.AsSpan().ContainsAny(SentenceMarks))
        {
            yield return "marks of a sentence";
        }

        if (text.Any(char.IsAsciiDigit))
        {
            yield return "has figures";
        }

        if (text.AsSpan().ContainsAny(",;&") || lower.Contains(" und ", StringComparison.Ordinal) || lower.Contains(" and ", StringComparison.Ordinal))
        {
            yield return "several";
        }
    }

    private static string ShapeOf(string[] words, string[] signs) =>
        signs is [not "several" and var sign, ..] ? sign
        : words.Length == 1 ? "account"
        : words.Length <= 4 && Array.TrueForAll(words, word => char.IsUpper(word[0]) || Array.IndexOf(Particles, word) >= 0) ? "person"
        : "words";

    private static int SourcesOf(IReadOnlyCollection<string> known) => Math.Min(
        4,
        known.Count(AuthorData.IsFeature)
            + (known.Any(feature => feature.StartsWith("element ", StringComparison.Ordinal)) ? 1 : 0)
            + (known.Any(feature => feature.StartsWith("line ", StringComparison.Ordinal) || feature.StartsWith("mark signature", StringComparison.Ordinal)
                || feature is "mark dateline" or "mark brackets" or "mark last words") ? 1 : 0));
}
