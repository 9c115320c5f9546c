using System.Globalization;
using Demarche.Core.Reading.Metadata;

namespace Demarche.Core.Reading;

/// <summary>Days of publication as records, addresses and texts give them. A day that is not stated is not guessed.</summary>
internal static class PublicationDay
{
    // A date line stands above the text: outlet, headline, byline, date.
    private const int DateLines = 6;
    private const int LongestDateLine = 60;

    // "poniedziałek", "quarta-feira".
    private const int LongestWeekday = 13;

    // Words that may introduce the date on its line; ours.
    private static readonly string[] Introductions = ["published on", "published", "posted on", "posted", "date", "on"];

    /// <summary>The day a date or date with time begins with, in the time zone it is stated in; null for anything else.</summary>
    /// <param name="value">ISO 8601 (2025-10-21T08:00:00Z, 20251021) or a written date ("21 October 2025").</param>
    public static DateOnly? Parse(string? value)
    {
        ReadOnlySpan<char> trimmed = (value ?? "").AsSpan().Trim();
        if (trimmed.Length >= 10 && TryExact(trimmed[..10], "yyyy-MM-dd", out DateOnly day)
            && (trimmed.Length == 10 || trimmed[10] is 'T' or 't' or ' ' or '+' or 'Z'))
        {
            return day;
        }

        if (trimmed.Length >= 8 && (trimmed.Length == 8 || trimmed[8] is 'T' or 't') && TryExact(trimmed[..8], "yyyyMMdd", out day))
        {
            return day;
        }

        return trimmed.Length <= LongestDateLine ? ParseWritten(trimmed) : null;
    }

    /// <summary>The day in an address: /2025/10/21/, /2025-10-21-, /20251021; null when there is none or more than one.</summary>
    public static DateOnly? OfAddress(string? address)
    {
        DateOnly? found = null;
        string text = address ?? "";
        for (int i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i]) && (i == 0 || !char.IsAsciiDigit(text[i - 1])) && DayAt(text.AsSpan(i)) is { } day)
            {
                if (found is not null && found != day)
                {
                    return null;
                }

                found = day;
            }
        }

        return found;
    }

    /// <summary>The day on a line of its own among the first lines of a text, or null.</summary>
    public static DateOnly? OfText(string text)
    {
        int start = 0;
        for (int line = 0; line < DateLines && start < text.Length; line++)
        {
            int feed = text.IndexOf('\n', start);
            int end = feed < 0 ? text.Length : feed;
            if (OfHead(text.AsSpan(start, end - start)) is { } day)
            {
                return day;
            }

            start = end + 1;
        }

        return null;
    }

    /// <summary>The day of a line of its own, perhaps behind outlet or author, or of the dateline a report begins with.</summary>
    private static DateOnly? OfHead(ReadOnlySpan<char> line)
    {
        if (line.Length <= LongestDateLine)
        {
            return OfLine(line) ?? BehindNames(line);
        }

        // PORT TOWN, May 7, 2031 (Agency) - The talks ...
        ReadOnlySpan<char> start = line[..LongestDateLine];
        int end = start.IndexOfAny('(', '–', '—');
        end = end < 0 ? start.IndexOf(" - ") : end;
        int place = start.IndexOf(',');
        bool isDateline = end > 0 && place > 0 && place < end && start[..place].IndexOfAnyInRange('a', 'z') < 0;
        return isDateline ? BehindNames(start[..end]) : null;
    }

    /// <summary>The day at the end of a line whose beginning is nothing but capitalised names: "The Outlet, 5 March 2031".</summary>
    private static DateOnly? BehindNames(ReadOnlySpan<char> line)
    {
        for (int comma = line.IndexOf(','); comma > 0 && NamesLine.Is(line[..comma].ToString());)
        {
            if (OfLine(line[(comma + 1)..]) is { } day)
            {
                return day;
            }

            int next = line[(comma + 1)..].IndexOf(',');
            comma = next < 0 ? -1 : comma + 1 + next;
        }

        return null;
    }

    /// <summary>The day a line states when it says nothing else, or null.</summary>
    public static DateOnly? OfLine(ReadOnlySpan<char> line)
    {
        ReadOnlySpan<char> rest = line.Trim();
        foreach (string introduction in Introductions)
        {
            if (rest.StartsWith(introduction, StringComparison.OrdinalIgnoreCase))
            {
                rest = rest[introduction.Length..].TrimStart(": ");
                break;
            }
        }

        return Parse(rest.ToString());
    }

    /// <summary>A written date, with or without a time behind it ("21 October 2025 14:05 GMT", "Dienstag, 21. Oktober 2025, 14.05 Uhr").</summary>
    private static DateOnly? ParseWritten(ReadOnlySpan<char> text)
    {
        IReadOnlyList<WrittenDay> days = WrittenDays.Find(text.ToString(), monthFirst: true);
        return days.Count == 1
            && days[0].Form is WrittenForm.Named or WrittenForm.DayFirst or WrittenForm.YearFirst
            && IsWeekdayOrNothing(text[..days[0].Span.Start])
            && IsClockOrNothing(text[days[0].Span.End..])
            ? days[0].Day
            : null;
    }

    private static bool IsWeekdayOrNothing(ReadOnlySpan<char> lead)
    {
        ReadOnlySpan<char> word = lead.Trim(" ,.");
        return word.IsEmpty || (word.Length <= LongestWeekday && char.IsLetter(word[0]) && !word.ContainsAny(" \t"));
    }

    // Behind the date: nothing, or a time of day and its zone. Anything longer is a sentence that begins with a date.
    private static bool IsClockOrNothing(ReadOnlySpan<char> rest)
    {
        ReadOnlySpan<char> clock = rest.Trim(" ,|-–·");
        return clock.IsEmpty || (clock.Length <= 24 && clock.IndexOfAnyInRange('0', '9') >= 0 && clock.IndexOfAny(':', '.', 'h') >= 0);
    }

    private static DateOnly? DayAt(ReadOnlySpan<char> text)
    {
        int digits = text.IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? text.Length : digits;
        if (digits == 8)
        {
            return TryExact(text[..8], "yyyyMMdd", out DateOnly packed) && CalendarDay.IsLikely(packed.Year, packed.Month, packed.Day) ? packed : null;
        }

        if (digits != 4 || text.Length < 8 || text[4] is not ('/' or '-' or '_'))
        {
            return null;
        }

        char mark = text[4];
        int month = Number(text[5..], out int monthDigits);
        if (monthDigits == 0 || text.Length <= 5 + monthDigits || text[5 + monthDigits] != mark)
        {
            return null;
        }

        int dayOfMonth = Number(text[(6 + monthDigits)..], out int dayDigits);
        int year = int.Parse(text[..4], NumberStyles.None, CultureInfo.InvariantCulture);
        bool valid = dayDigits > 0 && CalendarDay.IsLikely(year, month, dayOfMonth);
        return valid ? new DateOnly(year, month, dayOfMonth) : null;
    }

    /// <summary>The number of one or two digits the text begins with; no digits when there are more or none.</summary>
    private static int Number(ReadOnlySpan<char> text, out int digits)
    {
        digits = text.IndexOfAnyExceptInRange('0', '9');
        digits = digits < 0 ? text.Length : digits;
        digits = digits > 2 ? 0 : digits;
        return digits == 0 ? 0 : int.Parse(text[..digits], NumberStyles.None, CultureInfo.InvariantCulture);
    }

    private static bool TryExact(ReadOnlySpan<char> text, string format, out DateOnly day) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
