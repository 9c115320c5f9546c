namespace Demarche.Core.Reading;

/// <summary>Which column or member of an input holds which field of an article.</summary>
public sealed record FieldMap
{
    /// <summary>The fields an input can give.</summary>
    public static readonly IReadOnlyList<string> Fields =
        ["id", "url", "outlet", "title", "byline", "published", "language", "text", "html"];

    private FieldMap(IReadOnlyDictionary<string, string> names) => Names = names;

    /// <summary>Field of an article to the input's name for it.</summary>
    public IReadOnlyDictionary<string, string> Names { get; }

    /// <summary>Reads <c>title=headline,text=body</c>.</summary>
    /// <param name="text">Pairs of a field and the input's name for it, parted by commas.</param>
    /// <param name="map">The map; null after a problem.</param>
    /// <returns>What is wrong with the text, for a reader; null when nothing is.</returns>
    public static string? TryParse(string text, out FieldMap? map)
    {
        map = null;
        var names = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (string pair in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] parts = pair.Split('=', 2, StringSplitOptions.TrimEntries);
            if (parts.Length < 2 || parts[1].Length == 0)
            {
                return $"'{pair}' is no field=column";
            }

            if (!Fields.Contains(parts[0]))
            {
                return $"'{parts[0]}' is no field of an article; there are {string.Join(", ", Fields)}";
            }

            names[parts[0]] = parts[1];
        }

        map = new FieldMap(names);
        return names.Count == 0 ? "no field=column named" : null;
    }

    /// <summary>The map that takes each field from the name given for it.</summary>
    public static FieldMap Of(params ReadOnlySpan<(string Field, string Name)> names)
    {
        var map = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach ((string field, string name) in names)
        {
            map[field] = name;
        }

        return new FieldMap(map);
    }

    /// <summary>The map as <see cref="TryParse"/> reads it.</summary>
    public override string ToString() => string.Join(',', Names.Select(pair => $"{pair.Key}={pair.Value}"));
}
