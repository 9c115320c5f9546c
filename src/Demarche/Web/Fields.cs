using System.Globalization;

namespace Demarche.Web;

/// <summary>Reads fields of addresses and forms; what means nothing counts as not given, since an address may be typed.</summary>
internal static class Fields
{
    // Who leafs further than this looks for something that a filter finds.
    private const int MostPages = 10_000;

    /// <summary>A day written as 2031-03-17, or null.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day) ? day : null;

    /// <summary>The text without space around it; null when nothing is left.</summary>
    public static string? Word(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    /// <summary>A member of an enumeration by its name, or null. Numbers are no names.</summary>
    public static T? Choice<T>(string? text)
        where T : struct, Enum =>
        text is { Length: > 0 } && char.IsAsciiLetter(text[0]) && Enum.TryParse(text, ignoreCase: true, out T value) && Enum.IsDefined(value) ? value : null;

    /// <summary>Number of a page of a list, from 1; 1 when none is given.</summary>
    public static int PageNumber(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? Math.Clamp(number, 1, MostPages) : 1;
}
