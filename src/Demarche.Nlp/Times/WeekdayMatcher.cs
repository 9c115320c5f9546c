using System.Globalization;

namespace Demarche.Nlp.Times;

/// <summary>Days by name: weekdays, holidays, yesterday and tomorrow, with a part of the day or the date that follows them.</summary>
internal static class WeekdayMatcher
{
    /// <summary>The expression that starts at <paramref name="start"/>.</summary>
    public static TimeMatch Match(TimeText text, int start)
    {
        TimeWord word = text[start];
        return word.Kind switch
        {
            TimeKind.Weekday when word.IsPlural => TimeMatch.Set(start + 1, string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{word.Value}")),
            TimeKind.Weekday => Weekday(text, start),
            TimeKind.DayFromToday => WithPart(text, start + 1, text.Anchor.Day(word.Value), text.Is(start, "tonight") ? 3 : -1),
            TimeKind.Holiday => Holiday(text, start),
            TimeKind.Shift => Shifted(text, start),
            _ => default,
        };
    }

    private static TimeMatch Weekday(TimeText text, int start)
    {
        // "Thursday, Jan. 6": the date says it better.
        TimeMatch date = MonthMatcher.Match(text, text.Skip(start + 1, ","));
        if (date.IsFound && date.Value.Length == "XXXX-XX-XX".Length)
        {
            return date;
        }

        return WithPart(text, start + 1, text.Anchor.Weekday(text[start].Value, Tense.Around(text, start, Leaning.Past)), -1);
    }

    private static TimeMatch Holiday(TimeText text, int start)
    {
        int end = text.Is(start + 1, "Day", "Sunday") ? start + 2 : start + 1;
        if (text[end].IsYear)
        {
            return TimeMatch.Date(end + 1, TimeAnchor.Of(Holidays.DayIn(text[start].Value, text[end].Value)));
        }

        return TimeMatch.Date(end, text.Anchor.Holiday(text[start].Value, Tense.Around(text, start, Leaning.Nearest)));
    }

    // last Friday, next Monday morning, this evening, last night
    private static TimeMatch Shifted(TimeText text, int start)
    {
        int shift = text[start].Value;
        TimeWord next = text[start + 1];
        if (next.Kind == TimeKind.Weekday && !next.IsPlural)
        {
            return WithPart(text, start + 2, ShiftedWeekday(text.Anchor, next.Value, shift), -1);
        }

        return next.Kind == TimeKind.DayPart ? WithPart(text, start + 1, text.Anchor.Day(shift), -1) : default;
    }

    // "last Tuesday", written on a Tuesday, is a week ago.
    private static string ShiftedWeekday(TimeAnchor anchor, int weekday, int shift)
    {
        string day = anchor.Weekday(weekday, shift < 0 ? Leaning.Past : Leaning.Future);
        return shift < 0 && day == anchor.Day(0) ? anchor.Day(-7) : day;
    }

    private static TimeMatch WithPart(TimeText text, int end, string day, int part)
    {
        if (text[end] is { Kind: TimeKind.DayPart } named)
        {
            (end, part) = (end + 1, named.Value);
        }

        return part >= 0 ? TimeMatch.Time(end, day + TimeAnchor.DayPart(part)) : TimeMatch.Date(end, day);
    }
}
