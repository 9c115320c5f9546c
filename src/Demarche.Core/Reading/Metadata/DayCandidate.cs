namespace Demarche.Core.Reading.Metadata;

/// <summary>A day that may be that of publication, with all that speaks for and against it.</summary>
/// <param name="Mention">The mention that states it best: data before address before text.</param>
/// <param name="Features">Features of all its mentions and of its place among the other days.</param>
internal sealed record DayCandidate(DayMention Mention, IReadOnlyCollection<string> Features)
{
    // Days this far from all others belong to the story told, not to the page.
    private const int Near = 2;
    private const int Month = 31;
    private const int Year = 366;

    // From this hour of the evening in Greenwich on it is the next day in half of the world.
    private const int LateHour = 16;
    private const int EarlyHour = 7;

    /// <summary>The day.</summary>
    public DateOnly Day => Mention.Time.Day;

    /// <summary>The candidates of all mentions, earliest first; a day only told of in running text is none.</summary>
    /// <param name="mentions">The mentions, in page order.</param>
    /// <param name="month">First day of the month the address names, or null.</param>
    public static IReadOnlyList<DayCandidate> Of(IReadOnlyList<DayMention> mentions, DateOnly? month)
    {
        var days = new SortedDictionary<DateOnly, List<DayMention>>();
        foreach (DayMention mention in mentions)
        {
            if (!days.TryGetValue(mention.Time.Day, out List<DayMention>? same))
            {
                days[mention.Time.Day] = same = [];
            }

            same.Add(mention);
        }

        DateOnly[] all = [.. days.Keys];
        DateOnly[] data = [.. days.Where(day => day.Value.Exists(mention => mention.Basis == DateBasis.Meta)).Select(day => day.Key)];
        return [.. days.Where(day => !day.Value.TrueForAll(mention => mention.Features.Contains(TextDays.Told))).Select(day => Make(day.Value, mentions, all, data, month))];
    }

    private static DayCandidate Make(
        List<DayMention> own, IReadOnlyList<DayMention> mentions, DateOnly[] all, DateOnly[] data, DateOnly? month)
    {
        DateOnly day = own[0].Time.Day;
        var features = new HashSet<string>(StringComparer.Ordinal);
        foreach (DayMention mention in own)
        {
            features.UnionWith(mention.Features);
        }

        int bases = own.Select(mention => mention.Basis).Distinct().Count();
        features.Add(bases > 1 ? "day of several kinds" : $"day of {own[0].Basis} alone");
        features.Add(own.Count == 1 ? "day once" : own.Count < 4 ? "day twice" : "day often");
        AddOrder(features, day, all, "days");
        if (own.Exists(mention => mention.Basis == DateBasis.Meta))
        {
            AddOrder(features, day, data, "data days");
        }

        if (month is { } named)
        {
            features.Add(day.Year == named.Year && day.Month == named.Month ? "month of address" : "another month than address");
        }

        AddZones(features, day, mentions);
        DayMention best = own.Find(mention => mention.Basis == DateBasis.Meta && mention.Time.Clock is not null)
            ?? own.Find(mention => mention.Basis == DateBasis.Meta)
            ?? own.Find(mention => mention.Basis == DateBasis.Url)
            ?? own[0];
        return new DayCandidate(best, features);
    }

    private static void AddOrder(HashSet<string> features, DateOnly day, DateOnly[] sorted, string what)
    {
        if (sorted.Length < 2)
        {
            features.Add($"only of {what}");
            return;
        }

        features.Add(day == sorted[0] ? $"first of {what}" : day == sorted[^1] ? $"last of {what}" : $"between {what}");
        int behind = sorted[^1].DayNumber - day.DayNumber;
        features.Add(behind == 0 ? $"latest {what}" : behind <= Near ? $"just before latest {what}"
            : behind <= Month ? $"month before latest {what}" : behind <= Year ? $"year before latest {what}" : $"long before latest {what}");
    }

    /// <summary>A day of Greenwich in the page's data may be the one before or behind the page's own.</summary>
    private static void AddZones(HashSet<string> features, DateOnly day, IReadOnlyList<DayMention> mentions)
    {
        foreach (DayMention mention in mentions)
        {
            if (mention.Time is not { Clock: { } clock, Offset: { } offset } || offset != TimeSpan.Zero)
            {
                continue;
            }

            int ahead = day.DayNumber - mention.Time.Day.DayNumber;
            if (ahead == 1 && clock.Hour >= LateHour)
            {
                features.Add("next day of a late hour in Greenwich");
            }
            else if (ahead == -1 && clock.Hour <= EarlyHour)
            {
                features.Add("day before an early hour in Greenwich");
            }
        }
    }
}
