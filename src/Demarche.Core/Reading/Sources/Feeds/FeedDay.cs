using System.Globalization;

namespace Demarche.Core.Reading.Sources.Feeds;

/// <summary>Days as feeds and mails state them: ISO 8601, or RFC 822 ("Tue, 06 May 2031 14:05:00 +0200"), in the zone they are stated in.</summary>
internal static class FeedDay
{
    private static readonly string[] Months =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    // A stated date and time has at most this many characters; more is a sentence.
    private const int LongestStatement = 80;

    /// <summary>The day, or null when <paramref name="text"/> states none.</summary>
    public static DateOnly? Parse(string? text)
    {
        string trimmed = (text ?? "").Trim();
        if (trimmed.Length is 0 or > LongestStatement)
        {
            return null;
        }

        string[] parts = trimmed.Split([' ', ',', '-'], StringSplitOptions.RemoveEmptyEntries);
        for (int i = 0; i + 2 < parts.Length; i++)
        {
            int month = parts[i + 1].Length >= 3
                ? Array.FindIndex(Months, name => parts[i + 1].StartsWith(name, StringComparison.OrdinalIgnoreCase)) + 1
                : 0;
            if (month > 0 && Number(parts[i]) is { } day && Number(parts[i + 2]) is { } year)
            {
                // RFC 822 had years of two digits; feeds are younger than 1990.
                year += year < 90 ? 2000 : year < 100 ? 1900 : 0;
                return year is >= 1990 and <= 2099 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
                    ? new DateOnly(year, month, day)
                    : null;
            }
        }

        return PublicationDay.Parse(trimmed);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
