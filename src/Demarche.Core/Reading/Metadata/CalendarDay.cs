namespace Demarche.Core.Reading.Metadata;

/// <summary>Which numbers can be the day of a publication on the web.</summary>
internal static class CalendarDay
{
    // The first newspapers on the web are of the nineties; a lower number beside a month is no year of publication.
    private const int FirstYear = 1990;
    private const int LastYear = 2099;

    /// <summary>Whether the three numbers are a day of the calendar within the years of the web.</summary>
    public static bool IsLikely(int year, int month, int day) =>
        year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
}
