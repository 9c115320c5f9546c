namespace Demarche.Core.Reading;

/// <summary>The names of <see cref="DateBasis"/> in records.</summary>
internal static class DateBases
{
    /// <summary>The basis of that name; <see cref="DateBasis.Given"/> for one that is not known, or unknown beside a day.</summary>
    public static DateBasis Parse(string? name) => name switch
    {
        "meta" => DateBasis.Meta,
        "url" => DateBasis.Url,
        "text" => DateBasis.Text,
        "feed" => DateBasis.Feed,
        _ => DateBasis.Given,
    };

    /// <summary>The name of <paramref name="basis"/>.</summary>
    public static string Name(DateBasis basis) => basis switch
    {
        DateBasis.Given => "given",
        DateBasis.Meta => "meta",
        DateBasis.Url => "url",
        DateBasis.Text => "text",
        DateBasis.Feed => "feed",
        _ => "unknown",
    };
}
