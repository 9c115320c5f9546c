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
        order = order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);

        // The same text in two articles gives the same keys.
        return order != 0 ? order : string.CompareOrdinal(left.Article.Key, right.Article.Key);
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

    /// <summary>The history up to <paramref name="day"/>, inclusive, without undated steps.</summary>
    public PositionHistory Until(DateOnly day) => this with
    {
        Steps = [.. Steps.Where(step => step.Date <= day)],
        ToldByOthers = [.. ToldByOthers.Where(step => step.Date <= day)],
    };

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
        ILookup<string, LedgerEntry> news = lines.Where(line => line.Position.Date is not null)
            .ToLookup(line => line.Article.Key, StringComparer.Ordinal);
        return
        [
            .. lines.GroupBy(line => PlaceOf(line, news[line.Article.Key]))
                .Select(group => Held(group.Key, [.. group.Order(BestFirst)], copies))
                .OrderBy(held => held.Date ?? DateOnly.MaxValue)
                .ThenBy(held => !held.IsBackground)
                .ThenBy(held => held.IsLesserVoice)
                .ThenBy(held => held.Lead, BestFirst),
        ];
    }

    private static Place PlaceOf(LedgerEntry line, IEnumerable<LedgerEntry> newsOfArticle)
    {
        LinePlace place = LinePlace.Of(
            line.Position.Date, line.Article.Published, StanceOf(line), newsOfArticle.Select(news => (news.Position.Date!.Value, StanceOf(news))));
        return new Place(place.Day, place.IsBackground, StanceOf(line));
    }

    private static (Stance Stance, Direction Direction) StanceOf(LedgerEntry line) =>
        (line.Position.Stance, line.Position.Direction);

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
            Likelihood = LikelihoodOf(lines, copies),
            IndependentCarriers = copies?.CountIndependent(carriers.Select(article => article.Key)) ?? carriers.Count,
        };
    }

    private static double LikelihoodOf(List<LedgerEntry> lines, TextCopies? copies) =>
        lines.Exists(line => line.State is LineState.Accepted or LineState.Edited or LineState.Added)
            ? 1
            : 1 - lines.GroupBy(line => copies?.GroupOf(line.Article.Key) ?? line.Article.Key, StringComparer.Ordinal)
                .Aggregate(1.0, (wrong, text) => wrong * (1 - text.Max(line => line.Position.Confidence)));

    private readonly record struct Place(DateOnly? Day, bool IsBackground, (Stance Stance, Direction Direction) Stance);
}
