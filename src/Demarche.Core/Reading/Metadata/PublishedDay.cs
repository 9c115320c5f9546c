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

    /// <summary>The day with its basis and, when it is stated, its time; null when the page mentions none that may be it.</summary>
    public static DayMention? Find(Page page, LinkedData linked, string? address, bool monthFirst)
    {
        IReadOnlyList<DayCandidate> candidates = Candidates(page, linked, address, monthFirst);
        int best = Model.Best([.. candidates.Select(candidate => candidate.Features)]);
        return best < 0 ? null : candidates[best].Mention;
    }

    /// <summary>All days that may be it, earliest first. A page that only tells of days in its running text states none.</summary>
    public static IReadOnlyList<DayCandidate> Candidates(Page page, LinkedData linked, string? address, bool monthFirst)
    {
        var mentions = new List<DayMention>();
        DataDays.Add(mentions, linked.Days, monthFirst);
        DataDays.Add(mentions, page.Root, monthFirst);
        AddressDays.Add(mentions, address);
        TextDays.Add(mentions, page, monthFirst);
        return DayCandidate.Of(mentions, AddressDays.MonthOf(address));
    }
}
