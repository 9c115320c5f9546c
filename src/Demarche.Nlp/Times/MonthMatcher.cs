namespace Demarche.Nlp.Times;

/// <summary>Dates by the names of months: <c>Oct. 21</c>, <c>21 October 2025</c>, <c>July 1997</c>, <c>in May</c>.</summary>
internal static class MonthMatcher
{
    /// <summary>The date that starts at <paramref name="start"/>.</summary>
    public static TimeMatch Match(TimeText text, int start)
    {
        int at = text.IsKind(start, TimeKind.The) && text[start + 1].IsMonthDay ? start + 1 : start;
        if (text[at].IsMonthDay && text.IsKind(text.Skip(at + 1, "of"), TimeKind.Month))
        {
            int month = text.Skip(at + 1, "of");
            return WithDay(text, month, text[at].Value, month + 1);
        }

        if (text[at].IsMonthDay && text.Is(at + 1, "and") && text[at + 2].IsMonthDay && text.IsKind(at + 3, TimeKind.Month))
        {
            // "on 28 and 29 November": two days, each on its own.
            return WithDay(text, at + 3, text[at].Value, at + 4) is { IsFound: true } day ? TimeMatch.Date(at + 1, day.Value) : default;
        }

        if (!text.IsKind(start, TimeKind.Month))
        {
            return default;
        }

        if (text[start + 1].IsMonthDay)
        {
            return WithDay(text, start, text[start + 1].Value, start + 2);
        }

        int next = text.Is(start + 1, ",", "of") ? start + 2 : start + 1;
        if (text[next].IsYear)
        {
            return TimeMatch.Date(next + 1, TimeAnchor.Of(text[next].Value, text[start].Value));
        }

        if (YearMatcher.IsSpoken(text[next], text[next + 1]))
        {
            return TimeMatch.Date(next + 2, TimeAnchor.Of((text[next].Value * 100) + text[next + 1].Value, text[start].Value));
        }

        if (text.IsKind(start + 1, TimeKind.Shift) && text.IsUnit(start + 2, TimeUnit.Year) && text.Anchor.YearNumber(text[start + 1].Value) is int year)
        {
            return TimeMatch.Date(start + 3, TimeAnchor.Of(year, text[start].Value));
        }

        return IsMeant(text, start) ? TimeMatch.Date(start + 1, Bare(text, start, text[start].Value)) : default;
    }

    /// <summary>The value of a month without a year of its own.</summary>
    public static string Bare(TimeText text, int at, int month)
    {
        int? year = text.Anchor.YearOfMonth(month, Tense.OfMatter(text, at, Leaning.Nearest));
        return year is int known ? TimeAnchor.Of(known, month) : "XXXX" + TimeAnchor.Of(0, month)[4..];
    }

    private static TimeMatch WithDay(TimeText text, int monthAt, int day, int end)
    {
        int month = text[monthAt].Value;
        int next = text.Skip(end, ",");
        if (text[next].IsYear)
        {
            int year = text[next].Value;
            return day <= DateTime.DaysInMonth(year, month) ? TimeMatch.Date(next + 1, TimeAnchor.Of(new DateOnly(year, month, day))) : default;
        }

        return TimeMatch.Date(end, text.Anchor.MonthDay(month, day, Tense.OfMatter(text, monthAt, Leaning.Nearest)));
    }

    // "May" and "March" are words and names too: alone they count after a preposition or before the end of a clause.
    private static bool IsMeant(TimeText text, int at)
    {
        bool isAmbiguous = text.Is(at, "May") || text.Is(at, "March") || text.Is(at, "April") || text.Is(at, "June") || text.Is(at, "August");
        if (text.Token(at).Length == 3 && !isAmbiguous)
        {
            // "Jan" without a period is a name unless a number follows.
            return false;
        }

        return !isAmbiguous || text.Token(at - 1) switch
        {
            "in" or "In" or "since" or "Since" or "by" or "By" or "until" or "Until" or "till" or "of" or "from" or "From" or "to" or "through"
                or "between" or "before" or "after" or "for" or "during" or "last" or "next" or "this" or "late" or "early" or "mid" or "ended"
                or "ending" or "each" or "every" or "and" or "around" => true,
            _ => false,
        };
    }
}
