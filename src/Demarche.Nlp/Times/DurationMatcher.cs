namespace Demarche.Nlp.Times;

/// <summary>Lengths of time: <c>two weeks</c>, <c>the next several days</c>, <c>a 30-day truce</c>, <c>for decades</c>.</summary>
internal static class DurationMatcher
{
    /// <summary>The duration that starts at <paramref name="start"/>.</summary>
    public static TimeMatch Match(TimeText text, int start)
    {
        TimeMatch stretch = MatchBusinessYear(text, start);
        stretch = stretch.IsFound ? stretch : MatchStretch(text, start);
        if (stretch.IsFound)
        {
            return stretch;
        }

        TimeAmount amount = TimeAmount.Read(text, start);
        if (amount.End > 0)
        {
            return IsMeant(text, start, amount) ? TimeMatch.Duration(amount.End, TimeAmount.Duration(amount.Count, amount.Unit)) : default;
        }

        return MatchBareUnits(text, start);
    }

    // the year ended March 31, the fiscal year ending in June
    private static TimeMatch MatchBusinessYear(TimeText text, int start)
    {
        int at = text.IsKind(start + 1, TimeKind.Fiscal) ? start + 2 : start + 1;
        bool fits = text.IsKind(start, TimeKind.The) && text.IsUnit(at, TimeUnit.Year) && !text[at].IsPlural && text.Is(at + 1, "ended", "ending");
        return fits ? TimeMatch.Duration(at + 1, "P1Y") : default;
    }

    // the next two years, the first nine months, past 20 years, the two weeks
    private static TimeMatch MatchStretch(TimeText text, int start)
    {
        int at = text.IsKind(start, TimeKind.The) ? start + 1 : start;
        bool hasShift = text[at].Kind is TimeKind.Shift or TimeKind.Stretch or TimeKind.Ordinal or TimeKind.Anaphor;
        if (hasShift)
        {
            at++;
        }

        if (at == start || text.IsKind(at, TimeKind.Article))
        {
            return default;
        }

        TimeAmount amount = TimeAmount.Read(text, at);
        return amount.End > 0 ? TimeMatch.Duration(amount.End, TimeAmount.Duration(amount.Count, amount.Unit)) : default;
    }

    // An age (six years old) is no time of the news; "a day" is one only where a length is asked for.
    private static bool IsMeant(TimeText text, int start, TimeAmount amount)
    {
        if (text.Is(amount.End, "old") || text.Is(amount.End, "-"))
        {
            return false;
        }

        return !amount.HasArticle || TimeAmount.AfterLoosely(text, start) > start || AsksForLength(text.Token(start - 1));
    }

    // for decades, in weeks, months of talks
    private static TimeMatch MatchBareUnits(TimeText text, int start)
    {
        TimeWord word = text[start];
        bool fits = word is { Kind: TimeKind.Unit, IsPlural: true } && word.Unit is not (TimeUnit.Quarter or TimeUnit.Half or TimeUnit.Second)
            && (AsksForLength(text.Token(start - 1)) || text.Is(start + 1, "of"));
        return fits ? TimeMatch.Duration(start + 1, TimeAmount.Duration(null, word.Unit)) : default;
    }

    private static bool AsksForLength(ReadOnlySpan<char> before) => before switch
    {
        "for" or "For" or "in" or "In" or "within" or "Within" or "over" or "after" or "After" or "than" or "nearly" or "almost"
            or "lasted" or "last" or "took" or "take" or "takes" or "spent" or "spend" or "half" or "through" or "during" or "once" => true,
        _ => false,
    };
}
