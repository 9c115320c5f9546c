using System.Globalization;

namespace Demarche.Core.Positions.Days;

/// <summary>When a position was voiced, as far as the text tells.</summary>
/// <param name="Day">The day; null when none is told.</param>
/// <param name="Basis">What it rests on: "text" or "published"; null without a day.</param>
/// <param name="Named">The time named for it as TIMEX3 writes it, a day or longer: "2031-05"; null where none is named.</param>
internal readonly record struct Dating(DateOnly? Day, string? Basis, string? Named = null)
{
    /// <summary>Whether it is told in passing, as what went before something else: "after Norland threatened".</summary>
    public bool IsInPassing { get; init; }

    /// <summary>Whether both are told, and neither lies within the other: "last month" and "on Tuesday" of this one.</summary>
    public bool IsClearlyOtherThan(Dating other) =>
        TimeOf(this) is { } mine && TimeOf(other) is { } others
        && !mine.StartsWith(others, StringComparison.Ordinal) && !others.StartsWith(mine, StringComparison.Ordinal);

    private static string? TimeOf(Dating dating) =>
        dating.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? (dating.Named is [>= '0' and <= '9', ..] ? dating.Named : null);
}
