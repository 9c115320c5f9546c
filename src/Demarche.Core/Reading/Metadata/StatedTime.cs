using System.Globalization;

namespace Demarche.Core.Reading.Metadata;

/// <summary>A time as machines write it: a day, often with the time of day, sometimes with its offset from UTC.</summary>
/// <param name="Day">The day in the zone it is stated in.</param>
/// <param name="Clock">Time of day, or null when only the day is stated.</param>
/// <param name="Offset">Offset from UTC, or null when it is not stated.</param>
internal readonly record struct StatedTime(DateOnly Day, TimeOnly? Clock, TimeSpan? Offset)
{
    private const int LongestValue = 60;

    // Seconds since 1970 of the years 2001 to 2096; milliseconds have three digits more.
    private const long FirstSecond = 1_000_000_000;
    private const long LastSecond = 3_999_999_999;

    // The furthest places are 14 hours from UTC.
    private const int MostHours = 14;

    /// <summary>The time a value of a page's data states: ISO 8601, RFC 822, seconds since 1970 or a written day; null for anything else.</summary>
    /// <param name="value">The value.</param>
    /// <param name="monthFirst">Whether 3/5/2031 is the fifth of March.</param>
    public static StatedTime? Parse(string? value, bool monthFirst = false)
    {
        string text = (value ?? "").Trim();
        if (text.Length is < 6 or > LongestValue)
        {
            return null;
        }

        if (OfSeconds(text) is { } counted)
        {
            return counted;
        }

        if (text.Length >= 8 && !text.AsSpan(0, 8).ContainsAnyExceptInRange('0', '9')
            && (text.Length == 8 || !char.IsAsciiDigit(text[8]) || text.Length is 12 or 14))
        {
            return Compact(text);
        }

        IReadOnlyList<WrittenDay> days = WrittenDays.Find(text, monthFirst);
        return days.Count == 0 ? null : WithClock(days[0].Day, text.AsSpan(days[0].Span.End));
    }

    private static StatedTime? Compact(string text)
    {
        int number = int.Parse(text.AsSpan(0, 8), NumberStyles.None, CultureInfo.InvariantCulture);
        (int year, int month, int day) = (number / 10000, number / 100 % 100, number % 100);
        return CalendarDay.IsLikely(year, month, day)
            ? WithClock(new DateOnly(year, month, day), text.AsSpan(8))
            : null;
    }

    private static StatedTime? OfSeconds(string text)
    {
        if (text.Length is not (10 or 13) || !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long count))
        {
            return null;
        }

        long seconds = text.Length == 13 ? count / 1000 : count;
        return seconds is >= FirstSecond and <= LastSecond
            ? Of(DateTimeOffset.FromUnixTimeSeconds(seconds))
            : null;
    }

    private static StatedTime Of(DateTimeOffset time) =>
        new(DateOnly.FromDateTime(time.DateTime), TimeOnly.FromDateTime(time.DateTime), time.Offset);

    /// <summary>The day with the time of day in <paramref name="rest"/>: "T08:30:00Z", " 08:30 +0100", ", 8:30".</summary>
    public static StatedTime WithClock(DateOnly day, ReadOnlySpan<char> rest)
    {
        int colon = rest.IndexOf(':');
        int start = colon;
        while (start > 0 && colon - start < 2 && char.IsAsciiDigit(rest[start - 1]))
        {
            start--;
        }

        if (start < 0 || start == colon || colon + 2 >= rest.Length || !char.IsAsciiDigit(rest[colon + 1]) || !char.IsAsciiDigit(rest[colon + 2]))
        {
            return new StatedTime(day, null, null);
        }

        int hour = int.Parse(rest[start..colon], NumberStyles.None, CultureInfo.InvariantCulture);
        int minute = int.Parse(rest.Slice(colon + 1, 2), NumberStyles.None, CultureInfo.InvariantCulture);
        return hour > 23 || minute > 59
            ? new StatedTime(day, null, null)
            : new StatedTime(day, new TimeOnly(hour, minute), OffsetIn(rest[(colon + 3)..]));
    }

    private static TimeSpan? OffsetIn(ReadOnlySpan<char> rest)
    {
        ReadOnlySpan<char> zone = rest.TrimStart(":.0123456789 ");
        if (zone.StartsWith("Z") || zone.StartsWith("GMT") || zone.StartsWith("UTC") || zone.StartsWith("+0000"))
        {
            return TimeSpan.Zero;
        }

        bool hasHours = zone.Length >= 3 && zone[0] is '+' or '-' && char.IsAsciiDigit(zone[1]) && char.IsAsciiDigit(zone[2]);
        if (!hasHours)
        {
            return null;
        }

        int hours = ((zone[1] - '0') * 10) + zone[2] - '0';
        ReadOnlySpan<char> minuteDigits = zone[3..].TrimStart(':');
        int minutes = minuteDigits.StartsWith("30") ? 30 : minuteDigits.StartsWith("45") ? 45 : 0;
        var offset = new TimeSpan(hours, minutes, 0);
        return hours > MostHours ? null : zone[0] == '-' ? -offset : offset;
    }
}
