using Demarche.Core.Comparisons;
using Demarche.Core.Comparisons.Coverage;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Core.Comparisons.Wording;

namespace Demarche.Web.Stories;

/// <summary>A story side by side.</summary>
/// <param name="Story">The story.</param>
/// <param name="Coverage">Who carries which statement.</param>
/// <param name="Utterances">What its articles render, oldest first.</param>
/// <param name="Ties">Reads what ties its articles.</param>
/// <param name="Names">How outlets name the same actor.</param>
/// <param name="Sole">Statements of one article alone, by outlet.</param>
/// <param name="IsCurrent">Whether all articles of the ledger are compared.</param>
public sealed record StoryModel(
    Story Story,
    StoryCoverage Coverage,
    IReadOnlyList<Utterance> Utterances,
    TieReader Ties,
    ILookup<string, WordUse> Names,
    ILookup<string, SoleStatement> Sole,
    bool IsCurrent)
{
    /// <summary>The first story of <paramref name="comparison"/>, which has one.</summary>
    public static StoryModel Of(OutletComparison comparison, bool isCurrent)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        Story story = comparison.Stories[0];
        var coverage = StoryCoverage.Of(story, comparison.Utterances);
        return new StoryModel(
            story,
            coverage,
            [.. coverage.Statements.Select(statement => statement.Utterance)],
            new TieReader(story, TieReader.ByArticle(comparison.Utterances)),
            WordTables.Names([story]).ToLookup(use => use.Of, StringComparer.Ordinal),
            SoleStatement.In(story, comparison.Utterances).ToLookup(statement => StoryCoverage.OutletOf(statement.Article), StringComparer.Ordinal),
            isCurrent);
    }

    /// <summary>What ties an article to the story, for a reader; null for the one in its middle.</summary>
    public string? TieOf(ComparedArticle article)
    {
        StoryTie? tie = Story.Ties.FirstOrDefault(tie => tie.ArticleKey == article.Key);
        ComparedArticle? nearest = Story.Articles.FirstOrDefault(other => other.Key == tie?.NearestKey);
        return tie is null || nearest is null ? null
            : tie.IsCopy ? $"the text of {StoryCoverage.OutletOf(nearest)}"
            : $"with {StoryCoverage.OutletOf(nearest)}, {tie.Probability.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)}: {Ties.ReasonOf(tie)}";
    }
}
