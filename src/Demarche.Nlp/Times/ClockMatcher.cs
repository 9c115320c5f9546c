using System.Globalization;

namespace Demarche.Nlp.Times;

/// <summary>Times of day and dates in figures: <c>10:35 a.m.</c>, <c>5 p.m. Monday</c>, <c>noon</c>, <c>2025-10-21</c>, <c>10/21/2025</c>.</summary>
internal static class ClockMatcher
{
    /// <summary>The expression that starts at <paramref name="start"/>.</summary>
    public static TimeMatch Match(TimeText text, int start)
    {
        ReadOnlySpan<char> token = text.Token(start);
        if (text.IsKind(start, TimeKind.NamedHour))
        {
            return OnDay(text, start + 1, text[start].Value, 0);
        }

        if (token.Length == 0 || !char.IsAsciiDigit(token[0]))
        {
            return default;
        }

        return InFigures(token) is string date ? TimeMatch.Date(start + 1, date) : Clock(text, start, token);
    }

    private static TimeMatch Clock(TimeText text, int start, ReadOnlySpan<char> token)
    {
        int colon = token.IndexOfAny(':', '.');
        ReadOnlySpan<char> hourDigits = colon < 0 ? token : token[..colon];
        bool isHour = TryNumber(hourDigits, out int hour) && hour <= 24;
        int minute = 0;
        bool isMinute = colon < 0 || (token.Length - colon == 3 && TryNumber(token[(colon + 1)..], out minute) && minute < 60);
        bool hasHalf = text.IsKind(start + 1, TimeKind.HalfDay);
        bool isClock = isHour && isMinute && (hasHalf ? hour is >= 1 and <= 12 : colon > 0 && token[colon] == ':' && hourDigits.Length == 2);
        if (!isClock)
        {
            return default;
        }

        return OnDay(text, hasHalf ? start + 2 : start + 1, hasHalf ? (hour % 12) + text[start + 1].Value : hour, minute);
    }

    // The day named right after; else the day of publication.
    private static TimeMatch OnDay(TimeText text, int end, int hour, int minute)
    {
        int afterZone = IsZone(text.Token(end)) ? end + 1 : end;
        int next = text.Skip(text.Skip(afterZone, ","), "on");
        TimeMatch day = WeekdayMatcher.Match(text, next).Or(text.IsKind(next, TimeKind.Month) && text[next + 1].IsMonthDay ? MonthMatcher.Match(text, next) : default);
        bool isNamed = day is { IsFound: true, Type: "DATE" };
        string value = isNamed ? day.Value : text.Anchor.Day(0);
        return TimeMatch.Time(isNamed ? day.End : end, string.Create(CultureInfo.InvariantCulture, $"{value}T{hour:D2}:{minute:D2}"));
    }

    private static bool IsZone(ReadOnlySpan<char> token) =>
        token is "EST" or "EDT" or "ET" or "CST" or "CDT" or "PST" or "PDT" or "PT" or "GMT" or "UTC" or "CET" or "CEST" or "BST" or "IST" or "local";

    // ISO, or with slashes: month first as American news writes it, unless that cannot be.
    private static string? InFigures(ReadOnlySpan<char> token)
    {
        if (DateOnly.TryParseExact(token, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            || DateOnly.TryParseExact(token, "M/d/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day)
            || DateOnly.TryParseExact(token, "d/M/yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out day))
        {
            return TimeAnchor.Of(day);
        }

        return null;
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number) && digits.Length <= 2;
}
