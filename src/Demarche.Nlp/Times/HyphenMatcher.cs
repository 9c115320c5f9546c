namespace Demarche.Nlp.Times;

/// <summary>Time in hyphenated words: <c>third-quarter</c>, <c>10-year</c>, <c>year-earlier</c>, <c>mid-March</c>.</summary>
internal static class HyphenMatcher
{
    /// <summary>The expression that is, or starts with, the hyphenated token at <paramref name="start"/>, an article before it included.</summary>
    public static TimeMatch Match(TimeText text, int start)
    {
        int index = text.IsKind(start, TimeKind.The) ? start + 1 : start;
        ReadOnlySpan<char> token = text.Token(index);
        int hyphen = token.IndexOf('-');
        if (hyphen <= 0 || hyphen == token.Length - 1)
        {
            return default;
        }

        ReadOnlySpan<char> tail = token[(hyphen + 1)..];
        int second = tail.IndexOf('-');
        TimeWord first = TimeLexicon.Read(token[..hyphen]);
        TimeWord last = TimeLexicon.Read(second > 0 ? tail[..second] : tail);
        if (index > start && first.Kind != TimeKind.Unit)
        {
            // "the 30-day truce": the article belongs to the noun.
            return default;
        }

        ReadOnlySpan<char> rest = second > 0 ? tail[(second + 1)..] : default;
        return (first.Kind, last.Kind) switch
        {
            (TimeKind.Ordinal, TimeKind.Unit) when last.Unit == TimeUnit.Quarter && first.Value <= 4 =>
                QuarterMatcher.Quarter(text, index + 1, first.Value),
            (TimeKind.Number, TimeKind.Unit) when !rest.StartsWith("old", StringComparison.OrdinalIgnoreCase) && !text.Is(index + 1, "old") =>
                TimeMatch.Duration(index + 1, TimeAmount.Duration(first.Value, last.Unit)),
            (TimeKind.Unit, TimeKind.Ago or TimeKind.Portion) when first.Unit == TimeUnit.Year && !tail.SequenceEqual("end") =>
                YearBefore(text, index + 1),
            (TimeKind.Unit, TimeKind.Portion) when first.Unit == TimeUnit.Year => TimeMatch.Date(index + 1, text.Anchor.Year(0)),
            (TimeKind.Portion, TimeKind.Month) => TimeMatch.Date(index + 1, MonthMatcher.Bare(text, index, last.Value)),
            (TimeKind.Portion, TimeKind.Decade) => TimeMatch.Date(index + 1, TimeAnchor.Of(last.Value)[..3]),
            (TimeKind.Portion, TimeKind.Number) when last.IsYear => TimeMatch.Date(index + 1, TimeAnchor.Of(last.Value)),
            _ => default,
        };
    }

    // the year-earlier quarter, the year-ago third quarter
    private static TimeMatch YearBefore(TimeText text, int end)
    {
        if (text.IsKind(end, TimeKind.Ordinal) && text.IsUnit(end + 1, TimeUnit.Quarter) && text[end].Value <= 4)
        {
            return TimeMatch.Date(end + 2, TimeAnchor.QuarterOf(text.Anchor.YearNumber(-1), text[end].Value));
        }

        bool hasNoun = text.IsUnit(end, TimeUnit.Quarter) || text.Is(end, "period");
        return TimeMatch.Date(hasNoun ? end + 1 : end, text.Anchor.YearAgo());
    }
}
