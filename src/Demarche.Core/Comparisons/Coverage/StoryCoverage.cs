using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Comparisons.Utterances;

namespace Demarche.Core.Comparisons.Coverage;

/// <summary>Who carries which statement of a story.</summary>
/// <param name="Outlets">The outlets that tell the story, the earliest first.</param>
/// <param name="Statements">What at least two of its articles render, oldest first.</param>
/// <param name="Copies">Keys of its articles that print another's text.</param>
public sealed record StoryCoverage(IReadOnlyList<string> Outlets, IReadOnlyList<StatementCoverage> Statements, IReadOnlySet<string> Copies)
{
    /// <summary>What an article without an outlet is counted under.</summary>
    public const string UnknownOutlet = "unknown outlet";

    /// <summary>The coverage of <paramref name="story"/>.</summary>
    /// <param name="story">The story.</param>
    /// <param name="utterances">Utterances, those of other stories among them.</param>
    public static StoryCoverage Of(Story story, IReadOnlyList<Utterance> utterances)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(utterances);
        HashSet<string> keys = [.. story.Articles.Select(article => article.Key)];
        return new StoryCoverage(
            [.. story.Articles.Select(OutletOf).Distinct(StringComparer.Ordinal)],
            [
                .. utterances.Select(utterance => StatementCoverage.Of(utterance, keys))
                    .Where(statement => statement.Cells.Count > 0),
            ],
            CopiesIn(story));
    }

    /// <summary>Whether an outlet has a statement because it prints another's text.</summary>
    public bool IsCopied(CoverageCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return Copies.Contains(cell.Rendering.Article.Key);
    }

    /// <summary>Keys of the articles of <paramref name="story"/> that print another's text.</summary>
    internal static HashSet<string> CopiesIn(Story story) => [.. story.Ties.Where(tie => tie.IsCopy).Select(tie => tie.ArticleKey)];

    /// <summary>The outlet an article is counted under.</summary>
    public static string OutletOf(ComparedArticle article)
    {
        ArgumentNullException.ThrowIfNull(article);
        return article.Outlet ?? UnknownOutlet;
    }
}

/// <summary>Who carries one statement.</summary>
/// <param name="Utterance">The statement.</param>
/// <param name="Cells">By outlet; an outlet without a cell left it out.</param>
public sealed record StatementCoverage(Utterance Utterance, IReadOnlyDictionary<string, CoverageCell> Cells)
{
    /// <summary>Who carries <paramref name="utterance"/> among the articles with <paramref name="keys"/>.</summary>
    public static StatementCoverage Of(Utterance utterance, IReadOnlySet<string> keys)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        return new StatementCoverage(utterance, CellsOf([.. utterance.Renderings.Where(rendering => keys.Contains(rendering.Article.Key))]));
    }

    /// <summary>What each outlet makes of one statement.</summary>
    /// <param name="renderings">Its renderings, oldest article first.</param>
    internal static Dictionary<string, CoverageCell> CellsOf(IReadOnlyList<Rendering> renderings)
    {
        DateOnly? first = renderings.Min(rendering => rendering.Article.Published);
        return renderings.GroupBy(rendering => StoryCoverage.OutletOf(rendering.Article), StringComparer.Ordinal).ToDictionary(
            outlet => outlet.Key,
            outlet => new CoverageCell(
                outlet.Any(rendering => rendering.IsQuoted) ? Treatment.Carried : Treatment.Paraphrased,
                outlet.Min(rendering => rendering.Article.Published)?.DayNumber - first?.DayNumber,
                outlet.First()),
            StringComparer.Ordinal);
    }
}

/// <summary>What an outlet made of a statement.</summary>
/// <param name="Treatment">In the speaker's words or its own.</param>
/// <param name="LagDays">Days after the first outlet; null without days.</param>
/// <param name="Rendering">Its first rendering.</param>
public sealed record CoverageCell(Treatment Treatment, int? LagDays, Rendering Rendering);

/// <summary>How an outlet carries a statement.</summary>
public enum Treatment
{
    /// <summary>In quotation marks, whole or in part.</summary>
    Carried,

    /// <summary>In the outlet's words.</summary>
    Paraphrased,
}
