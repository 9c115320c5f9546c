namespace Demarche.Nlp.Times;

/// <summary>Times that lean on the one named before: <c>that year</c>, <c>the same day</c>, <c>the following month</c>.</summary>
internal static class AnaphorMatcher
{
    /// <summary>The expression that starts at <paramref name="start"/>; none when nothing was named that it could lean on.</summary>
    public static TimeMatch Match(TimeText text, int start)
    {
        bool isThat = text.Is(start, "that");
        if (!isThat && !text.IsKind(start, TimeKind.The))
        {
            return default;
        }

        int at = isThat && !text.Is(start + 1, "same") ? start : start + 1;
        if (!text.IsKind(at, TimeKind.Anaphor) || text[at + 1] is not { Kind: TimeKind.Unit, IsPlural: false } unit)
        {
            return default;
        }

        int shift = text.Is(at, "that", "same") ? 0 : text.Is(at, "following") ? 1 : -1;
        string? value = ValueOf(text.Anchor.Named, unit.Unit, shift);
        return value is null ? default : TimeMatch.Date(at + 2, value);
    }

    private static string? ValueOf(TimeMemory named, TimeUnit unit, int shift) => unit switch
    {
        TimeUnit.Day when named.Day is DateOnly day => new TimeAnchor(day, named).Day(shift),
        TimeUnit.Week when named.Day is DateOnly day => new TimeAnchor(day, named).Week(shift),
        TimeUnit.Month when named.Day is DateOnly day => new TimeAnchor(day, named).Month(shift),
        TimeUnit.Year when named.Year is int year && year + shift is > 0 and < 10_000 => TimeAnchor.Of(year + shift),
        _ => null,
    };
}
