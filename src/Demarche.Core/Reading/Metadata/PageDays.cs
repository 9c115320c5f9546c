namespace Demarche.Core.Reading.Metadata;

/// <summary>The days a page mentions, and which of them is that of publication.</summary>
/// <param name="Published">The mention that states it best; null when the page mentions none that may be it.</param>
/// <param name="Mentions">All mentions, in page order.</param>
internal sealed record PageDays(DayMention? Published, IReadOnlyList<DayMention> Mentions)
{
    // Whose time of day goes first, by the features of mentions; what says of itself that it is the last change never tells it.
    private static readonly string[] Statements =
    [
        "article published", "meta published", "item published", "time published", "article date", "meta date", "article created", "meta created",
        "item date", "time plain", "attribute plain", "script published", "text",
    ];

    private static readonly string[] Changes = ["article modified", "meta modified", "item modified", "time called modified", "text led by updated"];

    /// <summary>The time of day stated for the publication on <paramref name="day"/>; null when none is.</summary>
    public StatedTime? TimeOf(DateOnly? day)
    {
        foreach (string statement in Statements)
        {
            foreach (DayMention mention in Mentions)
            {
                if (mention.Time.Clock is not null && mention.Time.Day == day && mention.Features.Contains(statement) && !mention.Features.Any(Changes.Contains))
                {
                    return mention.Time;
                }
            }
        }

        return null;
    }

    /// <summary>When the page says it was last changed, if that is later than <paramref name="published"/>; else null.</summary>
    public StatedTime? ChangeAfter(StatedTime? published)
    {
        foreach (string change in Changes)
        {
            foreach (DayMention mention in Mentions)
            {
                if (mention.Features.Contains(change) && (published is not { } since || mention.Time.IsAfter(since)))
                {
                    return mention.Time;
                }
            }
        }

        return null;
    }
}
