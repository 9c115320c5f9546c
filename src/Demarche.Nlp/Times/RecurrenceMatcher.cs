using System.Globalization;

namespace Demarche.Nlp.Times;

/// <summary>Times that recur: <c>daily</c>, <c>every two weeks</c>, <c>each July</c>, <c>twice a year</c>.</summary>
internal static class RecurrenceMatcher
{
    /// <summary>The expression that starts at <paramref name="start"/>.</summary>
    public static TimeMatch Match(TimeText text, int start)
    {
        TimeWord word = text[start];
        if (word.Kind == TimeKind.Recurring)
        {
            return TimeMatch.Set(start + 1, TimeAmount.Duration(1, word.Unit));
        }

        if (word.Kind == TimeKind.Every)
        {
            return Every(text, start + 1);
        }

        bool isRate = word.Kind == TimeKind.Article && text[start + 1] is { Kind: TimeKind.Unit, IsPlural: false }
            && text.Token(start - 1) is "once" or "Once" or "twice" or "times";
        return isRate ? TimeMatch.Set(start + 2, TimeAmount.Duration(1, text[start + 1].Unit)) : default;
    }

    private static TimeMatch Every(TimeText text, int at)
    {
        TimeWord word = text[at];
        switch (word.Kind)
        {
            case TimeKind.Unit when !word.IsPlural:
                return TimeMatch.Set(at + 1, TimeAmount.Duration(1, word.Unit));
            case TimeKind.Weekday:
                return TimeMatch.Set(at + 1, string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{word.Value}"));
            case TimeKind.Month:
                return TimeMatch.Set(at + 1, string.Create(CultureInfo.InvariantCulture, $"XXXX-{word.Value:D2}"));
            case TimeKind.Season:
                return TimeMatch.Set(at + 1, TimeAnchor.SeasonOf(null, word.Value));
            case TimeKind.DayPart:
                return TimeMatch.Set(at + 1, "XXXX-XX-XX" + TimeAnchor.DayPart(word.Value));
            default:
                TimeAmount amount = TimeAmount.Read(text, at);
                return amount.End > 0 ? TimeMatch.Set(amount.End, TimeAmount.Duration(amount.Count, amount.Unit)) : default;
        }
    }
}
