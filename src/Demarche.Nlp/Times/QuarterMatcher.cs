namespace Demarche.Nlp.Times;

/// <summary>Quarters and halves of years, and centuries: <c>the third quarter of 2024</c>, <c>this year's first half</c>, <c>the 19th century</c>.</summary>
internal static class QuarterMatcher
{
    /// <summary>The expression that starts at <paramref name="start"/>.</summary>
    public static TimeMatch Match(TimeText text, int start)
    {
        TimeWord word = text[start];
        if (word.Kind == TimeKind.Shift && text.IsUnit(start + 1, TimeUnit.Year) && text.Token(start + 2) is "'s" or "’s")
        {
            return OrdinalOf(text, start + 3, text.Anchor.YearNumber(word.Value));
        }

        int at = word.Kind == TimeKind.The ? start + 1 : start;
        if (text.IsUnit(at, TimeUnit.Quarter) && at > start && !text[at].IsPlural)
        {
            // "the quarter" of a report is the last one that is over.
            return TimeMatch.Date(at + 1, text.Anchor.Quarter(-1));
        }

        at = text.IsKind(at, TimeKind.Fiscal) ? at + 1 : at;
        if (text[at].IsYear)
        {
            return OrdinalOf(text, at + 1, text[at].Value);
        }

        if (!text.IsKind(at, TimeKind.Ordinal))
        {
            return default;
        }

        if (text.IsUnit(at + 1, TimeUnit.Century) && text[at].Value is > 0 and <= 99)
        {
            return TimeMatch.Date(at + 2, TimeAnchor.Of((text[at].Value - 1) * 100)[..2]);
        }

        return OrdinalOf(text, at, null);
    }

    /// <summary>The quarter with this number, of the year that follows at <paramref name="end"/> or else the last one over or begun.</summary>
    public static TimeMatch Quarter(TimeText text, int end, int number)
    {
        (int after, int? year) = YearAfter(text, end);
        return TimeMatch.Date(after, TimeAnchor.QuarterOf(year ?? text.Anchor.YearOfQuarter(number), number));
    }

    private static TimeMatch OrdinalOf(TimeText text, int at, int? year)
    {
        int number = text[at].Value;
        bool isQuarter = text.IsKind(at, TimeKind.Ordinal) && number is >= 1 and <= 4 && text.IsUnit(at + 1, TimeUnit.Quarter);
        if (isQuarter)
        {
            return year is null ? Quarter(text, at + 2, number) : TimeMatch.Date(at + 2, TimeAnchor.QuarterOf(year, number));
        }

        if (!text.IsKind(at, TimeKind.Ordinal) || number is < 1 or > 2 || !text.IsUnit(at + 1, TimeUnit.Half))
        {
            return default;
        }

        // A half of something else (a match, a list) has no year with it.
        (int after, int? named) = year is null ? YearAfter(text, at + 2) : (at + 2, year);
        return named is null ? default : TimeMatch.Date(after, TimeAnchor.HalfOf(named, number));
    }

    private static (int End, int? Year) YearAfter(TimeText text, int at)
    {
        int next = text.Skip(at, "of");
        next = text.IsKind(next, TimeKind.Fiscal) ? next + 1 : next;
        if (text[next].IsYear)
        {
            return (next + 1, text[next].Value);
        }

        bool isShifted = text.IsKind(next, TimeKind.Shift) && text.IsUnit(next + 1, TimeUnit.Year);
        return isShifted ? (next + 2, text.Anchor.YearNumber(text[next].Value)) : (at, null);
    }
}
