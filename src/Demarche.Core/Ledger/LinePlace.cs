using Demarche.Core.Positions;

namespace Demarche.Core.Ledger;

/// <summary>Where a line stands in what its party held on its issue.</summary>
/// <param name="Day">The day it counts from; null = undated.</param>
/// <param name="IsBackground">Whether it tells what held before the news of its article.</param>
internal readonly record struct LinePlace(DateOnly? Day, bool IsBackground)
{
    /// <summary>
    /// The place of a line among those of its article, party, issue and teller. An article that gives one stance its day and another stance none
    /// tells the other as what held until then.
    /// </summary>
    /// <param name="own">Day of the line itself, or null.</param>
    /// <param name="published">Day of the article, or null.</param>
    /// <param name="stance">What the line says.</param>
    /// <param name="news">Days and stances of those lines that have a day of their own.</param>
    public static LinePlace Of(
        DateOnly? own, DateOnly? published, (Stance Stance, Direction Direction) stance, IEnumerable<(DateOnly Day, (Stance Stance, Direction Direction) Stance)> news)
    {
        if (own is not null)
        {
            return new LinePlace(own, false);
        }

        DateOnly? first = null;
        DateOnly? same = null;
        foreach ((DateOnly day, (Stance Stance, Direction Direction) other) in news)
        {
            first = first < day ? first : day;
            same = other != stance || same < day ? same : day;
        }

        return first is null ? new LinePlace(published, false) : new LinePlace(same ?? first, same is null);
    }
}
