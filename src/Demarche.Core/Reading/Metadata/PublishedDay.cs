using Demarche.Core.Reading.Choices;
using Demarche.Core.Reading.Pages;

namespace Demarche.Core.Reading.Metadata;

/// <summary>
/// Chooses the day of publication among all days a page mentions. Every day is judged by all its mentions together: a day
/// that the page's data, its address and its date line agree on beats one that stands in one of them.
/// </summary>
internal static class PublishedDay
{
    private static readonly ChoiceModel Model = ChoiceModel.BuiltIn("day.tsv");

    /// <summary>The days of a page, and among them the one chosen.</summary>
    /// <param name="page">The page.</param>
    /// <param name="linked">Its linked data.</param>
    /// <param name="address">Its address, or null.</param>
    /// <param name="monthFirst">Whether 3/5/2031 is the fifth of March.</param>
    public static PageDays Find(Page page, LinkedData linked, string? address, bool monthFirst)
    {
        List<DayMention> mentions = Mentions(page, linked, address, monthFirst);
        IReadOnlyList<DayCandidate> candidates = DayCandidate.Of(mentions, AddressDays.MonthOf(address));
        int best = Model.Best([.. candidates.Select(candidate => candidate.Features)]);
        return new PageDays(best < 0 ? null : candidates[best].Mention, mentions);
    }

    /// <summary>All days that may be it, earliest first. A page that only tells of days in its running text states none.</summary>
    public static IReadOnlyList<DayCandidate> Candidates(Page page, LinkedData linked, string? address, bool monthFirst) =>
        DayCandidate.Of(Mentions(page, linked, address, monthFirst), AddressDays.MonthOf(address));

    private static List<DayMention> Mentions(Page page, LinkedData linked, string? address, bool monthFirst)
    {
        var mentions = new List<DayMention>();
        DataDays.Add(mentions, linked.Days, monthFirst);
        DataDays.Add(mentions, page.Root, monthFirst);
        AddressDays.Add(mentions, address);
        TextDays.Add(mentions, page, monthFirst);
        return mentions;
    }
}
