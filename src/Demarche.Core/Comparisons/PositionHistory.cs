using Demarche.Core.Ledger;
using Demarche.Core.Positions;

namespace Demarche.Core.Comparisons;

/// <summary>What one party held on one issue over time.</summary>
public sealed record PositionHistory
{
    private static readonly Comparer<LedgerEntry> BestFirst = Comparer<LedgerEntry>.Create((left, right) =>
    {
        int order = PositionLevels.Of(left).CompareTo(PositionLevels.Of(right));
        order = order != 0 ? order : right.Position.Confidence.CompareTo(left.Position.Confidence);
        order = order != 0
            ? order
            : (left.Article.Published ?? DateOnly.MaxValue).CompareTo(right.Article.Published ?? DateOnly.MaxValue);
        return order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
    });

    /// <summary>Codebook id of the party.</summary>
    public required string Party { get; init; }

    /// <summary>Codebook id of the issue.</summary>
    public required string Issue { get; init; }

    /// <summary>The steps, oldest first, undated last. Two of one day are two voices of the party that differ.</summary>
    public required IReadOnlyList<HeldPosition> Steps { get; init; }

    /// <summary>What other parties say that this one holds, oldest first; never counted as its own.</summary>
    public required IReadOnlyList<HeldPosition> ToldByOthers { get; init; }

    /// <summary>The histories in <paramref name="entries"/>, by issue and party; lines of nobody's party are left out.</summary>
    /// <param name="entries">Lines of a ledger, in any order.</param>
    /// <param name="copies">Which articles are copies of one text; null = every article counts as its own.</param>
    public static IReadOnlyList<PositionHistory> Of(IEnumerable<LedgerEntry> entries, TextCopies? copies = null)
    {
        ArgumentNullException.ThrowIfNull(entries);
        return
        [
            .. entries.Where(entry => entry.Position.Party is not null)
                .GroupBy(entry => (entry.Position.Issue, Party: entry.Position.Party!))
                .OrderBy(cell => cell.Key.Issue, StringComparer.Ordinal)
                .ThenBy(cell => cell.Key.Party, StringComparer.Ordinal)
                .Select(cell => Of([.. cell], copies)),
        ];
    }

    private static PositionHistory Of(List<LedgerEntry> cell, TextCopies? copies)
    {
        ILookup<bool, LedgerEntry> byTeller = cell.ToLookup(
            entry => PositionLevels.Of(entry) == PositionLevel.ToldByOtherParty);
        return new PositionHistory
        {
            Party = cell[0].Position.Party!,
            Issue = cell[0].Position.Issue,
            Steps = Fold([.. byTeller[false]], copies),
            ToldByOthers = Fold([.. byTeller[true]], copies),
        };
    }

    private static List<HeldPosition> Fold(List<LedgerEntry> lines, TextCopies? copies)
    {
        Dictionary<string, DateOnly> news = FirstNews(lines);
        return
        [
            .. lines.GroupBy(line => PlaceOf(line, news))
                .Select(group => Held(group.Key, [.. group.Order(BestFirst)], copies))
                .OrderBy(held => held.Date ?? DateOnly.MaxValue)
                .ThenBy(held => !held.IsBackground)
                .ThenBy(held => held.Lead, BestFirst),
        ];
    }

    // An article that gives one statement its day and another none tells the other as what held until then.
    private static Dictionary<string, DateOnly> FirstNews(List<LedgerEntry> lines)
    {
        var news = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        foreach (LedgerEntry line in lines)
        {
            if (line.Position.Date is { } day
                && (!news.TryGetValue(line.Article.Key, out DateOnly first) || day < first))
            {
                news[line.Article.Key] = day;
            }
        }

        return news;
    }

    private static Place PlaceOf(LedgerEntry line, Dictionary<string, DateOnly> news)
    {
        bool isBackground = line.Position.Date is null && news.ContainsKey(line.Article.Key);
        DateOnly? day = isBackground ? news[line.Article.Key] : line.Date;
        return new Place(day, isBackground, line.Position.Stance, line.Position.Direction);
    }

    private static HeldPosition Held(Place place, List<LedgerEntry> lines, TextCopies? copies)
    {
        List<LedgerArticle> carriers =
        [
            .. lines.Select(line => line.Article).DistinctBy(article => article.Key)
                .OrderBy(article => article.Published ?? DateOnly.MaxValue)
                .ThenBy(article => article.Key, StringComparer.Ordinal),
        ];
        return new HeldPosition
        {
            Party = lines[0].Position.Party!,
            Issue = lines[0].Position.Issue,
            Date = place.Day,
            IsBackground = place.IsBackground,
            Lead = lines[0],
            Lines = lines,
            Carriers = carriers,
            IndependentCarriers = copies?.CountIndependent(carriers.Select(article => article.Key)) ?? carriers.Count,
        };
    }

    private readonly record struct Place(DateOnly? Day, bool IsBackground, Stance Stance, Direction Direction);
}
