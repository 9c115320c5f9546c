namespace Demarche.Nlp.Times;

/// <summary>A word as the time grammar sees it.</summary>
/// <param name="Kind">What it can be.</param>
/// <param name="Value">The number that goes with the kind (see <see cref="TimeKind"/>).</param>
/// <param name="IsPlural">A unit or weekday in the plural.</param>
/// <param name="Digits">How many figures a number is written with; 0 in words.</param>
internal readonly record struct TimeWord(TimeKind Kind, int Value = 0, bool IsPlural = false, byte Digits = 0)
{
    /// <summary>The value as a unit; only for kinds Unit and Recurring.</summary>
    public TimeUnit Unit => (TimeUnit)Value;

    /// <summary>Whether it is a year in four figures. 1800 to 2099: older years are rare in news, and such figures are counts there.</summary>
    public bool IsYear => Kind == TimeKind.Number && Digits == 4 && Value is >= 1800 and < 2100;

    /// <summary>Whether it is a day of the month in figures.</summary>
    public bool IsMonthDay => Kind is TimeKind.Number or TimeKind.Ordinal && Digits is 1 or 2 && Value is >= 1 and <= 31;
}
