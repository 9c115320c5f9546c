using System.Globalization;

namespace Demarche.Nlp.Times;

/// <summary>What times are counted from, and the TIMEX3 values counted from it. Without a day, values stay open (<c>XXXX-WXX-1</c>).</summary>
/// <param name="Published">The day of publication; null when unknown.</param>
/// <param name="Named">The times the text named so far.</param>
internal readonly record struct TimeAnchor(DateOnly? Published, TimeMemory Named)
{
    private static readonly string[] SeasonCodes = ["SP", "SU", "FA", "WI"];

    private static readonly string[] DayPartCodes = ["TMO", "TAF", "TEV", "TNI"];

    // News names a month farther ahead with its year or a word of the future. Set on timex, where bare months lean to the past.
    private const int MonthsAhead = 3;

    // "was extended to Nov. 16", written in October: a past verb does not send a day so far back when it is near ahead.
    private const int FarBack = 270;

    // The first month of each season of the northern half, where most English news is written.
    private static readonly int[] SeasonStarts = [3, 6, 9, 12];

    /// <summary>Code of a part of the day, with its T.</summary>
    public static string DayPart(int part) => DayPartCodes[part];

    /// <summary>A day in full, <c>2025-10-21</c>.</summary>
    public static string Of(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>A month in full, <c>2025-10</c>.</summary>
    public static string Of(int year, int month) => string.Create(CultureInfo.InvariantCulture, $"{year:D4}-{month:D2}");

    /// <summary>A year, <c>2025</c>.</summary>
    public static string Of(int year) => year.ToString("D4", CultureInfo.InvariantCulture);

    /// <summary>The day <paramref name="offset"/> days away.</summary>
    public string Day(int offset) => Move(offset, 0) is DateOnly day ? Of(day) : "XXXX-XX-XX";

    /// <summary>The ISO week <paramref name="offset"/> weeks away.</summary>
    public string Week(int offset) => Move(offset * 7, 0) is DateOnly day
        ? string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(At(day)):D4}-W{ISOWeek.GetWeekOfYear(At(day)):D2}")
        : "XXXX-WXX";

    /// <summary>The weekend <paramref name="offset"/> weeks from the one at or before publication.</summary>
    public string Weekend(int offset)
    {
        // From Monday to Friday "the weekend" is the one before.
        int week = Published is DateOnly day && day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) ? offset - 1 : offset;
        return Week(week) + "-WE";
    }

    /// <summary>The month <paramref name="offset"/> months away.</summary>
    public string Month(int offset) => Move(0, offset) is DateOnly day ? Of(day.Year, day.Month) : "XXXX-XX";

    /// <summary>The year <paramref name="offset"/> years away.</summary>
    public string Year(int offset) => YearNumber(offset) is int year ? Of(year) : "XXXX";

    /// <summary>A year ago: where the text speaks of a quarter, that quarter of the year before, for it is figures that are compared.</summary>
    public string YearAgo() => Named.Quarter is (int year, int number) && year > 1 ? QuarterOf(year - 1, number) : Year(-1);

    /// <summary>The decade <paramref name="offset"/> decades away, <c>199</c>.</summary>
    public string Decade(int offset) => YearNumber(offset * 10) is int year ? Of(year)[..3] : "XXX";

    /// <summary>The century <paramref name="offset"/> centuries away, <c>19</c>.</summary>
    public string Century(int offset) => YearNumber(offset * 100) is int year ? Of(year)[..2] : "XX";

    /// <summary>The quarter <paramref name="offset"/> quarters away.</summary>
    public string Quarter(int offset) => Move(0, offset * 3) is DateOnly day ? QuarterOf(day.Year, ((day.Month - 1) / 3) + 1) : "XXXX-QX";

    /// <summary>The quarter with this number of a year, <c>2025-Q3</c>.</summary>
    public static string QuarterOf(int? year, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{(year is int known ? Of(known) : "XXXX")}-Q{number}");

    /// <summary>The half with this number of a year, <c>2025-H1</c>.</summary>
    public static string HalfOf(int? year, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{(year is int known ? Of(known) : "XXXX")}-H{number}");

    /// <summary>The season of a year, <c>2025-FA</c>.</summary>
    public static string SeasonOf(int? year, int season) => (year is int known ? Of(known) : "XXXX") + "-" + SeasonCodes[season];

    /// <summary>The year a month without one belongs to: where no word tells, one of the next three months is to come. Null without a day of publication.</summary>
    public int? YearOfMonth(int month, Leaning leaning)
    {
        if (Published is not DateOnly day)
        {
            return null;
        }

        int ahead = (month - day.Month + 12) % 12;
        bool isAhead = leaning switch
        {
            Leaning.Past => ahead == 0,
            Leaning.Future => true,
            _ => ahead <= MonthsAhead,
        };
        DateOnly? found = Move(0, isAhead ? ahead : ahead - 12);
        return found?.Year;
    }

    /// <summary>The date with this month and day, and no year of its own.</summary>
    public string MonthDay(int month, int dayOfMonth, Leaning leaning)
    {
        if (Published is DateOnly published && Nearest(published, leaning, year => DayIn(year, month, dayOfMonth)) is DateOnly found)
        {
            bool isFar = leaning == Leaning.Past && published.DayNumber - found.DayNumber > FarBack;
            return Of(isFar ? Nearest(published, Leaning.Nearest, year => DayIn(year, month, dayOfMonth)) ?? found : found);
        }

        return string.Create(CultureInfo.InvariantCulture, $"XXXX-{month:D2}-{dayOfMonth:D2}");
    }

    /// <summary>The day of a holiday without a year of its own.</summary>
    public string Holiday(int holiday, Leaning leaning) =>
        Published is DateOnly published && Nearest(published, leaning, year => Holidays.DayIn(holiday, year)) is DateOnly found ? Of(found) : "XXXX-XX-XX";

    /// <summary>The day of the week, Monday = 1, nearest on the side given.</summary>
    public string Weekday(int weekday, Leaning leaning)
    {
        if (Published is not DateOnly published)
        {
            return string.Create(CultureInfo.InvariantCulture, $"XXXX-WXX-{weekday}");
        }

        int back = ((int)published.DayOfWeek - weekday + 7) % 7;
        return Day(leaning == Leaning.Future ? back == 0 ? 7 : 7 - back : -back);
    }

    /// <summary>The year of the season nearest on the side given; winter counts to the year it begins in.</summary>
    public int? YearOfSeason(int season, Leaning leaning) => YearOfMonth(SeasonStarts[season], leaning);

    /// <summary>The year of the quarter nearest at or before publication.</summary>
    public int? YearOfQuarter(int number) => Published is DateOnly day ? day.Year - (((day.Month - 1) / 3) + 1 < number ? 1 : 0) : null;

    /// <summary>The number of the year <paramref name="offset"/> years away; null without a day of publication or beyond the calendar.</summary>
    public int? YearNumber(int offset) =>
        Published is DateOnly day && day.Year + (long)offset is >= 1 and <= 9999 ? day.Year + offset : null;

    // Null without a day of publication, or where the calendar ends.
    private DateOnly? Move(int days, int months)
    {
        if (Published is not DateOnly day)
        {
            return null;
        }

        long number = day.DayNumber + (long)days;
        long month = (day.Year * 12L) + day.Month - 1 + months;
        bool isInside = number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber && month is >= 12 and < 120_000;
        return isInside ? day.AddDays(days).AddMonths(months) : null;
    }

    private static DateOnly? Nearest(DateOnly published, Leaning leaning, Func<int, DateOnly?> inYear)
    {
        DateOnly? best = null;
        for (int year = Math.Max(published.Year - 1, 1); year <= Math.Min(published.Year + 1, 9999); year++)
        {
            bool fits = inYear(year) is DateOnly day && leaning switch
            {
                Leaning.Past => day <= published,
                Leaning.Future => day > published,
                _ => true,
            };
            if (fits && (best is null || Distance(inYear(year)!.Value, published) < Distance(best.Value, published)))
            {
                best = inYear(year);
            }
        }

        return best;
    }

    private static int Distance(DateOnly left, DateOnly right) => Math.Abs(left.DayNumber - right.DayNumber);

    private static DateOnly? DayIn(int year, int month, int day) =>
        day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;

    private static DateTime At(DateOnly day) => day.ToDateTime(TimeOnly.MinValue);
}
