namespace Demarche.Nlp.Times;

/// <summary>Holidays that news uses as dates, and the days they fall on.</summary>
internal static class Holidays
{
    /// <summary>First words of their names; the index is what <see cref="TimeKind.Holiday"/> carries.</summary>
    public static readonly string[] Names = ["Christmas", "Thanksgiving", "Halloween", "Easter"];

    /// <summary>The day of the holiday in <paramref name="year"/>.</summary>
    public static DateOnly DayIn(int holiday, int year) => holiday switch
    {
        0 => new DateOnly(year, 12, 25),
        1 => FourthThursdayOfNovember(year),
        2 => new DateOnly(year, 10, 31),
        _ => Easter(year),
    };

    private static DateOnly FourthThursdayOfNovember(int year)
    {
        var first = new DateOnly(year, 11, 1);
        return first.AddDays(((DayOfWeek.Thursday - first.DayOfWeek + 7) % 7) + 21);
    }

    // Anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991, chapter 8).
    private static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        int l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451;
        int month = (h + l - (7 * m) + 114) / 31;
        return new DateOnly(year, month, ((h + l - (7 * m) + 114) % 31) + 1);
    }
}
