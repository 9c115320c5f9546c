namespace Demarche.Core.Reading.Metadata;

/// <summary>Names of a page that may be those of its authors, each once, cleaned of what stands around it.</summary>
internal sealed class AuthorCandidates
{
    // "Ann Lee / The Courier", "Ann Lee, PhD", "Ann Lee (editor)": what stands behind these may not belong to the name.
    private static readonly string[] Ends = [" (", ", ", "/", " - ", " – ", " | ", " für ", " for "];

    private readonly TextCandidates _found = new();

    /// <summary>The candidates in the order they were found.</summary>
    public TextCandidates All => _found;

    /// <summary>Adds the name in <paramref name="text"/> with its features, and what of it may be the name alone.</summary>
    public void Add(string? text, params ReadOnlySpan<string> features)
    {
        if (PersonLine.Clean(text) is not { } name)
        {
            return;
        }

        _found.Add(name, features);
        int end = Ends.Min(mark => name.IndexOf(mark, StringComparison.Ordinal) is var at && at < 0 ? name.Length : at);
        if (end > 1 && end < name.Length)
        {
            _found.Add(name[..end].Trim(), [.. features, "part of a longer name"]);
        }
    }

    /// <summary>Adds to each candidate what its own shape and its likeness to others say.</summary>
    /// <param name="site">Name of the site, or null.</param>
    public void Describe(string? site)
    {
        string[] keys = [.. _found.All.Select(one => TextCandidates.KeyOf(one.Name))];
        _found.Describe((text, known) => [.. NameShape.Features(text, known, site), .. Likeness(TextCandidates.KeyOf(text), keys)]);
    }

    private static IEnumerable<string> Likeness(string key, string[] keys)
    {
        if (Array.Exists(keys, other => Begins(key, other)))
        {
            yield return "begins another name";
        }

        if (Array.Exists(keys, other => Begins(other, key)))
        {
            yield return "another name begins it";
        }
    }

    private static bool Begins(string start, string longer) =>
        longer.Length > start.Length && longer.StartsWith(start, StringComparison.Ordinal) && !char.IsLetterOrDigit(longer[start.Length]);
}
