using System.Globalization;

namespace Demarche.Web.Parts;

/// <summary>Days on a horizontal line of a drawing.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; not before the first.</param>
/// <param name="Left">Where the first day stands, in units of the drawing.</param>
/// <param name="Width">From the first to the last day, in units of the drawing.</param>
public readonly record struct TimeScale(DateOnly From, DateOnly To, double Left, double Width)
{
    // So many marks at most, or their words run into each other.
    private const int MostTicks = 12;

    // The calendar ends at 9999; the widest step is 50 years.
    private const int LastYear = 9950;

    // Months from one mark to the next.
    private static readonly int[] Steps = [1, 2, 3, 6, 12, 24, 60, 120, 600];

    /// <summary>Where a day stands, as SVG writes it; days outside stand at the edge.</summary>
    public string X(DateOnly day)
    {
        int days = Math.Clamp(day.DayNumber - From.DayNumber, 0, To.DayNumber - From.DayNumber);
        return Number(Left + (Width * days / Math.Max(1, To.DayNumber - From.DayNumber)));
    }

    /// <summary>Firsts of a month (or of every second, third, sixth, twelfth …) inside the line, with their words.</summary>
    public IEnumerable<(DateOnly Day, string Word)> Ticks()
    {
        int months = ((To.Year - From.Year) * 12) + To.Month - From.Month;
        int step = Steps.First(step => months / step <= MostTicks || step == Steps[^1]);
        var first = new DateOnly(From.Year, 1, 1);
        for (DateOnly day = first; day <= To && day.Year < LastYear; day = day.AddMonths(step))
        {
            if (day >= From)
            {
                yield return (day, day.ToString(step >= 12 ? "yyyy" : "MMM yyyy", CultureInfo.InvariantCulture));
            }
        }
    }

    /// <summary>A number as SVG writes it.</summary>
    public static string Number(double number) => number.ToString("0.#", CultureInfo.InvariantCulture);
}
