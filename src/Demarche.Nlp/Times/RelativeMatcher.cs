namespace Demarche.Nlp.Times;

/// <summary>Units counted from the day of publication: <c>last week</c>, <c>the coming year</c>, <c>two weeks ago</c>, <c>the weekend</c>.</summary>
internal static class RelativeMatcher
{
    /// <summary>The expression that starts at <paramref name="start"/>.</summary>
    public static TimeMatch Match(TimeText text, int start) => MatchShift(text, start).Or(MatchAgo(text, start));

    private static TimeMatch MatchShift(TimeText text, int start)
    {
        int at = text.IsKind(start, TimeKind.The) ? start + 1 : start;
        if (at > start && text.IsUnit(at, TimeUnit.Weekend) && !text[at].IsPlural)
        {
            return TimeMatch.Date(at + 1, text.Anchor.Weekend(0));
        }

        if (at > start && text.IsKind(at, TimeKind.Fiscal) && text.IsUnit(at + 1, TimeUnit.Year))
        {
            return TimeMatch.Date(at + 2, text.Anchor.Year(0));
        }

        TimeWord shift = text[at];
        if (shift.Kind is not (TimeKind.Shift or TimeKind.Stretch))
        {
            return default;
        }

        int unitAt = text.IsKind(at + 1, TimeKind.Fiscal) ? at + 2 : at + 1;
        if (text[unitAt] is { Kind: TimeKind.Month } month && shift.Kind == TimeKind.Shift)
        {
            return Month(text, unitAt, month.Value, shift.Value);
        }

        if (text[unitAt] is not { Kind: TimeKind.Unit } unit)
        {
            return default;
        }

        return unit.IsPlural ? Plural(shift, unit, unitAt + 1) : Point(text, shift, unit, unitAt + 1);
    }

    // last June, next May, last Oct. 23
    private static TimeMatch Month(TimeText text, int at, int month, int shift)
    {
        if (text[at + 1].IsMonthDay && shift != 0)
        {
            return TimeMatch.Date(at + 2, text.Anchor.MonthDay(month, text[at + 1].Value, shift < 0 ? Leaning.Past : Leaning.Future));
        }

        int? year = shift switch
        {
            -1 when text.Anchor.Published?.Month == month => text.Anchor.YearNumber(-1),
            -1 => text.Anchor.YearOfMonth(month, Leaning.Past),
            0 => text.Anchor.YearNumber(0),
            _ => text.Anchor.YearOfMonth(month, Leaning.Future),
        };
        return TimeMatch.Date(at + 1, year is int known ? TimeAnchor.Of(known, month) : MonthMatcher.Bare(text, at, month));
    }

    // recent years, coming weeks
    private static TimeMatch Plural(TimeWord shift, TimeWord unit, int end)
    {
        return shift.Kind == TimeKind.Stretch && unit.Unit >= TimeUnit.Day ? TimeMatch.Duration(end, TimeAmount.Duration(null, unit.Unit)) : default;
    }

    private static TimeMatch Point(TimeText text, TimeWord shift, TimeWord unit, int end)
    {
        bool isPast = shift.Kind == TimeKind.Stretch && shift.Value < 0;
        string? value = unit.Unit switch
        {
            TimeUnit.Decade or TimeUnit.Century when isPast => null,
            // "last day" and "this day" are mostly no dates.
            TimeUnit.Day when shift is { Kind: TimeKind.Shift, Value: 1 } => text.Anchor.Day(1),
            TimeUnit.Weekend => text.Anchor.Weekend(shift.Value == 0 ? 1 : Math.Max(shift.Value, 0)),
            TimeUnit.Week => text.Anchor.Week(shift.Value),
            TimeUnit.Month => text.Anchor.Month(shift.Value),
            TimeUnit.Quarter => text.Anchor.Quarter(shift.Value),
            TimeUnit.Year => text.Anchor.Year(shift.Value),
            TimeUnit.Decade => text.Anchor.Decade(shift.Value),
            TimeUnit.Century => text.Anchor.Century(shift.Value),
            _ => null,
        };
        if (value is not null)
        {
            return TimeMatch.Date(end, value);
        }

        return isPast ? TimeMatch.Duration(end, TimeAmount.Duration(1, unit.Unit)) : default;
    }

    // two weeks ago, a year earlier, years ago
    private static TimeMatch MatchAgo(TimeText text, int start)
    {
        TimeAmount amount = TimeAmount.Read(text, start);
        int end = amount.End;
        int? count = amount.Count;
        TimeUnit unit = amount.Unit;
        if (end == 0 && text[start] is { Kind: TimeKind.Unit, IsPlural: true } bare)
        {
            (end, count, unit) = (start + 1, null, bare.Unit);
        }

        bool isEarlier = text.Is(end, "earlier", "before");
        if (end == 0 || !(text.IsKind(end, TimeKind.Ago) || (isEarlier && amount.End > 0)))
        {
            return default;
        }

        return TimeMatch.Date(end + 1, count is int back ? Back(text.Anchor, back, unit) : TimeLexicon.References[0]);
    }

    private static string Back(TimeAnchor anchor, int count, TimeUnit unit) => unit switch
    {
        < TimeUnit.Day => anchor.Day(0),
        TimeUnit.Day => anchor.Day(-count),
        TimeUnit.Week => anchor.Day(-7 * count),
        TimeUnit.Fortnight => anchor.Day(-14 * count),
        TimeUnit.Weekend => anchor.Weekend(-count),
        TimeUnit.Month => anchor.Month(-count),
        TimeUnit.Quarter => anchor.Quarter(-count),
        TimeUnit.Half => anchor.Month(-6 * count),
        TimeUnit.Decade => anchor.Year(-10 * count),
        TimeUnit.Century => anchor.Century(-count),
        _ => count == 1 ? anchor.YearAgo() : anchor.Year(-count),
    };
}
