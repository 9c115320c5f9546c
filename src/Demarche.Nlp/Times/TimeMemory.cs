using System.Globalization;

namespace Demarche.Nlp.Times;

/// <summary>The times named so far in one text: what "that day" and "a year earlier" lean on.</summary>
internal sealed class TimeMemory
{
    /// <summary>The day named last; null when none was.</summary>
    public DateOnly? Day { get; private set; }

    /// <summary>The year named last, by itself or in a date.</summary>
    public int? Year { get; private set; }

    /// <summary>The quarter named last, as its year and its number.</summary>
    public (int Year, int Number)? Quarter { get; private set; }

    /// <summary>Takes note of a TIMEX3 value.</summary>
    public void Note(string value)
    {
        if (value.Length < 4 || !int.TryParse(value.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out int year))
        {
            return;
        }

        Year = year;
        if (value.Length == 7 && value[5] == 'Q')
        {
            // The quarter a year before is only what this one is compared with.
            int number = value[6] - '0';
            Quarter = Quarter == (year + 1, number) ? Quarter : (year, number);
        }
        else if (value.Length >= 10 && DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            Day = day;
        }
    }
}
