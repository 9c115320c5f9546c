namespace Demarche.Nlp.Times;

/// <summary>What a piece of the time grammar recognised; the default says that it did not.</summary>
/// <param name="End">Index after its last token.</param>
/// <param name="Type">DATE, TIME, DURATION or SET.</param>
/// <param name="Value">TIMEX3 value.</param>
internal readonly record struct TimeMatch(int End, string Type, string Value)
{
    /// <summary>Whether something was recognised.</summary>
    public bool IsFound => End > 0;

    /// <summary>A calendar date or another point of time no finer than a day.</summary>
    public static TimeMatch Date(int end, string value) => new(end, "DATE", value);

    /// <summary>A point within a day.</summary>
    public static TimeMatch Time(int end, string value) => new(end, "TIME", value);

    /// <summary>A length of time.</summary>
    public static TimeMatch Duration(int end, string value) => new(end, "DURATION", value);

    /// <summary>A time that recurs.</summary>
    public static TimeMatch Set(int end, string value) => new(end, "SET", value);

    /// <summary>The one that reaches further; this one when they reach as far.</summary>
    public TimeMatch Or(TimeMatch other) => other.End > End ? other : this;
}
