namespace Demarche.Nlp.Times;

/// <summary>What a word can be in a time expression; the value that goes with it is given with each.</summary>
internal enum TimeKind : byte
{
    /// <summary>Nothing to do with time.</summary>
    None,

    /// <summary>A whole number in figures or words (its value); <see cref="TimeWord.Digits"/> when in figures.</summary>
    Number,

    /// <summary>An ordinal (its value): <c>third</c>, <c>21st</c>.</summary>
    Ordinal,

    /// <summary>Several, few, some, many: a number that is not said.</summary>
    Vague,

    /// <summary>A, an.</summary>
    Article,

    /// <summary>The.</summary>
    The,

    /// <summary>Day of the week, Monday = 1.</summary>
    Weekday,

    /// <summary>Month, January = 1.</summary>
    Month,

    /// <summary>Season: 0 spring, 1 summer, 2 fall, 3 winter.</summary>
    Season,

    /// <summary>Part of the day: 0 morning, 1 afternoon, 2 evening, 3 night.</summary>
    DayPart,

    /// <summary>A unit (<see cref="TimeUnit"/>).</summary>
    Unit,

    /// <summary>A day named from today: yesterday -1, today 0, tomorrow 1.</summary>
    DayFromToday,

    /// <summary>Last -1, this and current 0, next 1.</summary>
    Shift,

    /// <summary>Past -1, coming 1: like <see cref="Shift"/>, but a stretch rather than a point.</summary>
    Stretch,

    /// <summary>That, same, following, previous: leans on the time named before.</summary>
    Anaphor,

    /// <summary>Early, late, mid, earlier, later: narrows what follows.</summary>
    Portion,

    /// <summary>About, nearly, more than: loosens what follows.</summary>
    Loosely,

    /// <summary>Past, present or future as such (index into <see cref="TimeLexicon.References"/>).</summary>
    Reference,

    /// <summary>Every, each.</summary>
    Every,

    /// <summary>Daily, weekly, annually (a <see cref="TimeUnit"/>).</summary>
    Recurring,

    /// <summary>Ago.</summary>
    Ago,

    /// <summary>A holiday (index into <see cref="Holidays"/>).</summary>
    Holiday,

    /// <summary>a.m. 0, p.m. 12.</summary>
    HalfDay,

    /// <summary>Noon 12, midnight 0.</summary>
    NamedHour,

    /// <summary>Fiscal, calendar, full: may stand before a year or a quarter.</summary>
    Fiscal,

    /// <summary>A decade written out or as <c>1990s</c> (its first year).</summary>
    Decade,
}
