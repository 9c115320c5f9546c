namespace Demarche.Core;

/// <summary>Days before and after a day, for days that come from addresses and from strangers' articles: those may be the first or the last there is.</summary>
public static class DayShift
{
    /// <summary>The day so many days later, earlier for a negative number; the first or the last day there is when it would lie outside.</summary>
    public static DateOnly Shift(this DateOnly day, int days) =>
        DateOnly.FromDayNumber((int)Math.Clamp((long)day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));
}
