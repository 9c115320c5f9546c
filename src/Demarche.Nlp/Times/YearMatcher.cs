namespace Demarche.Nlp.Times;

/// <summary>Years, decades and seasons: <c>1989</c>, <c>fiscal 2024</c>, <c>the late 1970s</c>, <c>the fall of 2022</c>, <c>last winter</c>.</summary>
internal static class YearMatcher
{
    /// <summary>The expression that starts at <paramref name="start"/>.</summary>
    public static TimeMatch Match(TimeText text, int start)
    {
        int at = text.IsKind(start, TimeKind.The) ? start + 1 : start;
        TimeWord word = text[at];
        return word.Kind switch
        {
            TimeKind.Number when word.IsYear && at == start && IsMeant(text, at) => TimeMatch.Date(at + 1, TimeAnchor.Of(word.Value)),
            TimeKind.Number when IsSpoken(word, text[at + 1]) && at == start => TimeMatch.Date(at + 2, TimeAnchor.Of((word.Value * 100) + text[at + 1].Value)),
            TimeKind.Fiscal when text[at + 1].IsYear => TimeMatch.Date(at + 2, TimeAnchor.Of(text[at + 1].Value)),
            TimeKind.Fiscal when text.Is(at + 1, "year") && text[at + 2].IsYear => TimeMatch.Date(at + 3, TimeAnchor.Of(text[at + 2].Value)),
            TimeKind.Decade => TimeMatch.Date(at + 1, TimeAnchor.Of(word.Value)[..3]),
            TimeKind.Season => Season(text, at, at > start || text.Is(start - 1, "in", "since")),
            TimeKind.Shift when text.IsKind(at + 1, TimeKind.Season) => ShiftedSeason(text, at),
            _ => default,
        };
    }

    /// <summary>Whether two numbers are a year as it is spoken: nineteen ninety-six.</summary>
    public static bool IsSpoken(TimeWord century, TimeWord year) =>
        century is { Kind: TimeKind.Number, Digits: 0, Value: >= 18 and <= 20 } && year is { Kind: TimeKind.Number, Digits: 0, Value: >= 10 and <= 99 };

    private static TimeMatch Season(TimeText text, int at, bool isNamed)
    {
        int season = text[at].Value;
        int next = text.Skip(at + 1, "of");
        if (text[next].IsYear)
        {
            return TimeMatch.Date(next + 1, TimeAnchor.SeasonOf(text[next].Value, season));
        }

        if (IsSpoken(text[next], text[next + 1]))
        {
            return TimeMatch.Date(next + 2, TimeAnchor.SeasonOf((text[next].Value * 100) + text[next + 1].Value, season));
        }

        // "fall" and "spring" are words too, and "the fall of the wall" is no autumn.
        return isNamed && next == at + 1
            ? TimeMatch.Date(at + 1, TimeAnchor.SeasonOf(text.Anchor.YearOfSeason(season, Tense.Around(text, at, Leaning.Past)), season))
            : default;
    }

    private static TimeMatch ShiftedSeason(TimeText text, int at)
    {
        int season = text[at + 1].Value;
        int? year = text[at].Value switch
        {
            -1 => text.Anchor.YearOfSeason(season, Leaning.Past),
            0 => text.Anchor.YearNumber(0),
            _ => text.Anchor.YearOfSeason(season, Leaning.Future),
        };
        return TimeMatch.Date(at + 2, TimeAnchor.SeasonOf(year, season));
    }

    // Four figures after a currency or number sign, or before a unit or a counted thing, are a count.
    private static bool IsMeant(TimeText text, int at)
    {
        bool isCount = text.Token(at - 1) is "$" or "€" or "£" or "#" or "US$" or "No." or "about" or "than" or "nearly" or "over" or "some" or "least"
            || text.Token(at + 1) is "%" or "percent" or "people" or "dollars" or "shares" or "troops" or "soldiers" or "million" or "billion" or "points"
                or "miles" or "km" or "kilometers" or "meters" or "feet" or "jobs" or "homes"
            || text.IsKind(at + 1, TimeKind.Unit);
        return !isCount;
    }
}
