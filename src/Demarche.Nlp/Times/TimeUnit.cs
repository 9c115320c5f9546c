namespace Demarche.Nlp.Times;

/// <summary>Units of time, from the smallest.</summary>
internal enum TimeUnit
{
    /// <summary>Second.</summary>
    Second,

    /// <summary>Minute.</summary>
    Minute,

    /// <summary>Hour.</summary>
    Hour,

    /// <summary>Day.</summary>
    Day,

    /// <summary>Weekend.</summary>
    Weekend,

    /// <summary>Week.</summary>
    Week,

    /// <summary>Two weeks.</summary>
    Fortnight,

    /// <summary>Month.</summary>
    Month,

    /// <summary>Quarter of a year.</summary>
    Quarter,

    /// <summary>Half of a year.</summary>
    Half,

    /// <summary>Year.</summary>
    Year,

    /// <summary>Ten years.</summary>
    Decade,

    /// <summary>A hundred years.</summary>
    Century,
}
