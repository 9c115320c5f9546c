using System.Globalization;
using Demarche.Core.Reading.Metadata;

namespace Demarche.Core.Reading;

/// <summary>A time as machines write it: a day, often with the time of day, sometimes with its offset from UTC.</summary>
/// <param name="Day">The day in the zone it is stated in.</param>
/// <param name="Clock">Time of day, or null when only the day is stated.</param>
/// <param name="Offset">Offset from UTC, or null when it is not stated.</param>
public readonly record struct StatedTime(DateOnly Day, TimeOnly? Clock, TimeSpan? Offset)
{
    private const int LongestValue = 60;

    // Seconds since 1970 of the years 2001 to 2096; milliseconds have three digits more.
    private const long FirstSecond = 1_000_000_000;
    private const long LastSecond = 3_999_999_999;

    // The furthest places are 14 hours from UTC.
    private static readonly TimeSpan Furthest = TimeSpan.FromHours(14);

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
        new(DateOnly.FromDateTime(time.DateTime), new TimeOnly(time.Hour, time.Minute), time.Offset);

    /// <summary>The time <paramref name="value"/> states, if it is one of <paramref name="day"/> and has a time of day; else null.</summary>
    public static StatedTime? At(string? value, DateOnly? day) =>
        Parse(value) is { Clock: not null } time && time.Day == day ? time : null;

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
        ReadOnlySpan<char> behind = rest[(colon + 3)..].TrimStart(":.0123456789 \u00A0");
        hour = HalfOf(ref behind) is not { } half ? hour : hour is < 1 or > 12 ? 24 : (hour % 12) + half;
        return hour > 23 || minute > 59
            ? new StatedTime(day, null, null)
            : new StatedTime(day, new TimeOnly(hour, minute), OffsetIn(behind));
    }

    /// <summary>Whether it is later than <paramref name="other"/>: by the moment where both state zone and time of day, else as far as both are stated.</summary>
    public bool IsAfter(StatedTime other) =>
        Moment is { } moment && other.Moment is { } otherMoment ? moment > otherMoment
        : Day != other.Day ? Day > other.Day
        : Clock is { } clock && other.Clock is { } otherClock && clock > otherClock;

    private DateTimeOffset? Moment => Clock is { } clock && Offset is { } offset ? new DateTimeOffset(Day.ToDateTime(clock), offset) : null;

    /// <summary>The time as ISO 8601 writes it, as far as it is stated: 2031-03-05, 2031-03-05T08:30, 2031-03-05T08:30+01:00.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Day:yyyy-MM-dd}{(Clock is { } clock ? string.Create(CultureInfo.InvariantCulture, $"T{clock:HH:mm}") : "")}{ZoneText}");

    private string ZoneText => Clock is null || Offset is not { } offset ? ""
        : offset == TimeSpan.Zero ? "Z"
        : string.Create(CultureInfo.InvariantCulture, $"{(offset < TimeSpan.Zero ? '-' : '+')}{offset:hh\\:mm}");

    /// <summary>Hours that "a.m." (0) or "p.m." (12) in front of <paramref name="behind"/> adds, and takes it off; null when neither stands there.</summary>
    private static int? HalfOf(ref ReadOnlySpan<char> behind)
    {
        if (behind.Length < 2 || behind[0] is not ('a' or 'p' or 'A' or 'P'))
        {
            return null;
        }

        int hours = behind[0] is 'p' or 'P' ? 12 : 0;
        ReadOnlySpan<char> second = behind[1..].TrimStart('.');
        if (second.IsEmpty || second[0] is not ('m' or 'M') || (second.Length > 1 && char.IsLetter(second[1])))
        {
            return null;
        }

        behind = second[1..].TrimStart("., \u00A0");
        return hours;
    }

    private static TimeSpan? OffsetIn(ReadOnlySpan<char> rest)
    {
        ReadOnlySpan<char> zone = rest.TrimStart("( ");
        int letters = zone.IndexOfAnyExceptInRange('A', 'Z') is var end && end < 0 ? zone.Length : end;
        TimeSpan? named = OffsetOf(zone[..letters]);
        if (named is not null && named != TimeSpan.Zero)
        {
            return named;
        }

        // "GMT+0100" is an hour ahead.
        zone = named is null ? zone : zone[letters..].TrimStart(' ');
        bool hasHours = zone.Length >= 3 && zone[0] is '+' or '-' && char.IsAsciiDigit(zone[1]) && char.IsAsciiDigit(zone[2]);
        if (!hasHours)
        {
            return named;
        }

        int hours = ((zone[1] - '0') * 10) + zone[2] - '0';
        ReadOnlySpan<char> minuteDigits = zone[3..].TrimStart(':');
        int minutes = minuteDigits.StartsWith("30") ? 30 : minuteDigits.StartsWith("45") ? 45 : 0;
        var offset = new TimeSpan(hours, minutes, 0);
        return offset > Furthest ? null : zone[0] == '-' ? -offset : offset;
    }

    /// <summary>Offset of a named zone: those of RFC 822 (section 5), and those of Europe, which pages name as often.</summary>
    private static TimeSpan? OffsetOf(ReadOnlySpan<char> name)
    {
        int? hours = name switch
        {
            "Z" or "GMT" or "UTC" or "UT" or "WET" => 0,
            "EST" or "CDT" => -5,
            "EDT" => -4,
            "CST" or "MDT" => -6,
            "MST" or "PDT" => -7,
            "PST" => -8,
            "CET" or "MEZ" or "WEST" => 1,
            "CEST" or "MESZ" or "EET" => 2,
            "EEST" or "MSK" => 3,
            _ => null,
        };
        return hours is { } known ? TimeSpan.FromHours(known) : null;
    }
}
