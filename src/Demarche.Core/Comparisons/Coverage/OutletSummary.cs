using Demarche.Core.Attributions;
using Demarche.Core.Comparisons.Utterances;

namespace Demarche.Core.Comparisons.Coverage;

/// <summary>What an outlet tells of the stories and statements of a ledger.</summary>
/// <param name="Outlet">Its name.</param>
/// <param name="Articles">Number of its articles.</param>
/// <param name="Stories">Number of stories it tells.</param>
/// <param name="Statements">Number of statements it attributes to somebody.</param>
/// <param name="Carried">Statements in several articles that it quotes.</param>
/// <param name="Paraphrased">Those it gives in its own words.</param>
/// <param name="LeftOut">Those in the stories it tells that it does not have.</param>
/// <param name="First">Those it had on an earlier day than any other outlet.</param>
public sealed record OutletSummary(
    string Outlet, int Articles, int Stories, int Statements, int Carried, int Paraphrased, int LeftOut, int First)
{
    /// <summary>The summaries of all outlets of <paramref name="comparison"/>, by name.</summary>
    public static IReadOnlyList<OutletSummary> Of(OutletComparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        Dictionary<string, int> storyOf = comparison.Stories.SelectMany((story, i) => story.Articles.Select(article => (article.Key, i)))
            .ToDictionary(pair => pair.Key, pair => pair.i, StringComparer.Ordinal);
        HashSet<string>[] outletsOf =
            [.. comparison.Stories.Select(story => story.Articles.Select(StoryCoverage.OutletOf).ToHashSet(StringComparer.Ordinal))];
        var tallies = new Dictionary<string, Tally>(StringComparer.Ordinal);
        foreach (Utterance utterance in comparison.Utterances)
        {
            Count(utterance, utterance.Renderings.Select(rendering => storyOf[rendering.Article.Key]).Distinct().SelectMany(story => outletsOf[story]));
        }

        return
        [
            .. comparison.Stories.SelectMany(story => story.Articles).GroupBy(StoryCoverage.OutletOf, StringComparer.Ordinal)
                .OrderBy(outlet => outlet.Key, StringComparer.Ordinal)
                .Select(outlet => Summary(outlet.Key, [.. outlet])),
        ];

        void Count(Utterance utterance, IEnumerable<string> tellers)
        {
            var all = new StatementCoverage(utterance, StatementCoverage.CellsOf(utterance.Renderings));
            foreach (string outlet in tellers.Distinct(StringComparer.Ordinal))
            {
                Tally tally = tallies.GetValueOrDefault(outlet);
                tallies[outlet] = !all.Cells.TryGetValue(outlet, out CoverageCell? cell) ? tally with { LeftOut = tally.LeftOut + 1 }
                    : cell.Treatment == Treatment.Carried ? tally with { Carried = tally.Carried + 1 }
                    : tally with { Paraphrased = tally.Paraphrased + 1 };
            }

            string[] first = [.. all.Cells.Where(cell => cell.Value.LagDays == 0).Select(cell => cell.Key)];
            if (first.Length == 1 && all.Cells.Count > 1)
            {
                tallies[first[0]] = tallies[first[0]] with { First = tallies[first[0]].First + 1 };
            }
        }

        OutletSummary Summary(string outlet, ComparedArticle[] articles)
        {
            Tally tally = tallies.GetValueOrDefault(outlet);
            return new OutletSummary(
                outlet,
                articles.Length,
                articles.Select(article => storyOf[article.Key]).Distinct().Count(),
                articles.Sum(article => article.Attributions.Count(attribution => attribution.Type == AttributionType.Statement)),
                tally.Carried,
                tally.Paraphrased,
                tally.LeftOut,
                tally.First);
        }
    }

    private readonly record struct Tally(int Carried, int Paraphrased, int LeftOut, int First);
}
