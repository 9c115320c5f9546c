using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Sheets;
using Demarche.Core.Ledger;

namespace Demarche.Web.Briefs;

/// <summary>What a brief shows, every sentence with the number of its source.</summary>
public sealed class BriefModel
{
    private readonly Dictionary<string, int> _numbers;

    private BriefModel(BriefQuery query, MatrixSheet sheet, IReadOnlyList<PositionChange> changes)
    {
        Query = query;
        Sheet = sheet;
        Changes = changes;
        Sources =
        [
            .. Rows.SelectMany(row => row.Cells).Select(cell => cell.Held.Lead.Article)
                .Concat(changes.SelectMany(change => new[] { change.From?.Lead.Article, change.To.Lead.Article }).OfType<LedgerArticle>())
                .DistinctBy(article => article.Key),
        ];
        _numbers = Sources.Select((article, i) => (article.Key, i + 1)).ToDictionary(pair => pair.Key, pair => pair.Item2, StringComparer.Ordinal);
    }

    /// <summary>What was asked for.</summary>
    public BriefQuery Query { get; }

    /// <summary>The matrix at the day.</summary>
    public MatrixSheet Sheet { get; }

    /// <summary>Its issues that are wanted.</summary>
    public IEnumerable<SheetRow> Rows => Sheet.Rows.Where(row => Query.Wants(row.Issue));

    /// <summary>What moved, oldest first.</summary>
    public IReadOnlyList<PositionChange> Changes { get; }

    /// <summary>The articles it rests on, in the order of their numbers.</summary>
    public IReadOnlyList<LedgerArticle> Sources { get; }

    /// <summary>The number of an article, from 1.</summary>
    public int NumberOf(LedgerArticle article) => _numbers[article.Key];

    /// <summary>The brief of a ledger.</summary>
    internal static BriefModel Of(LedgerSource source, BriefQuery query)
    {
        DisputeOverview overview = DisputeOverview.Of(source.Ledger, source.Codebook, new LedgerQuery { Until = query.At }, query.At);
        return new BriefModel(
            query,
            MatrixSheet.Of(source.Ledger, source.Codebook, new SheetRequest { At = query.At }),
            [.. overview.ChangesSince(query.Since).Where(change => change.IsMove && query.Wants(change.Issue))]);
    }
}
