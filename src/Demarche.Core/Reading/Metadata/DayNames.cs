namespace Demarche.Core.Reading.Metadata;

/// <summary>Tells from the name of a field which day of an article it holds.</summary>
internal static class DayNames
{
    // In this order: "dateModified" has both "modif" and "date". Names of Open Graph, schema.org, Dublin Core and of publishing systems.
    private static readonly (string Part, string Kind)[] Parts =
    [
        ("modif", "modified"), ("updat", "modified"), ("revis", "modified"), ("changed", "modified"),
        ("expir", "other"), ("valid", "other"), ("event", "other"), ("startdate", "other"), ("enddate", "other"),
        ("publi", "published"), ("pubdate", "published"), ("pub-date", "published"), ("pub_date", "published"),
        ("issued", "published"), ("release", "published"), ("display", "published"),
        ("creat", "created"), ("upload", "created"), ("date", "date"), ("time", "date"),
    ];

    /// <summary>
    /// "published", "modified", "created", "other" (an event's day, the end of an offer), "date" for a day not said which, or
    /// null when the name is none of a day.
    /// </summary>
    public static string? KindOf(ReadOnlySpan<char> name)
    {
        foreach ((string part, string kind) in Parts)
        {
            if (name.Contains(part, StringComparison.OrdinalIgnoreCase))
            {
                return kind;
            }
        }

        return null;
    }
}
