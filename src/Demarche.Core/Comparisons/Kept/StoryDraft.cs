using Demarche.Core.Comparisons.Coverage;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Ledger.Sqlite;

namespace Demarche.Core.Comparisons.Kept;

/// <summary>A story about to be kept.</summary>
/// <param name="Shape">Its originals and what ties them.</param>
/// <param name="Articles">All its articles, oldest first.</param>
/// <param name="Members">The same with their ties.</param>
/// <param name="Originals">Those that are no copies.</param>
/// <param name="Row">What the list of stories shows.</param>
internal sealed record StoryDraft(
    StoryShape Shape, IReadOnlyList<CopiedArticle> Articles, IReadOnlyList<StoryMember> Members, IReadOnlySet<long> Originals, StoryRow Row)
{
    /// <summary>The draft of a shape.</summary>
    /// <param name="tables">Where its articles are.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="ids">Rows of the articles that the shape counts in.</param>
    public static StoryDraft Of(StoryTables tables, StoryShape shape, long[] ids)
    {
        var articles = new List<CopiedArticle>();
        var members = new List<StoryMember>();
        foreach (int i in shape.Members)
        {
            foreach (CopiedArticle article in tables.Articles.CopiesOf(ids[i]))
            {
                bool isCopy = article.Id != ids[i];
                articles.Add(article);
                members.Add(new StoryMember(
                    article.Id,
                    article.RevisionId,
                    article.Key,
                    isCopy ? ids[i] : i == shape.Middle ? null : ids[shape.NearestTo(i)],
                    isCopy || i == shape.Middle ? 1 : shape.Ties[i].Probability));
            }
        }

        articles.Sort(static (left, right) => (left.Day == 0, left.Day).CompareTo((right.Day == 0, right.Day)) is not 0 and var order
            ? order
            : string.CompareOrdinal(left.Key, right.Key));
        int[] days = [.. articles.Select(article => article.Day).Where(day => day > 0)];
        (string? title, string text) = tables.Articles.TextOf(tables.Articles.Get(ids[shape.Middle])!.RevisionId);
        var row = new StoryRow(
            0,
            StoryBuilder.IdOf(articles[0].Key),
            StoryBuilder.TitleOf(title, text),
            days.Length == 0 ? null : DateOnly.FromDayNumber(days.Min()),
            days.Length == 0 ? null : DateOnly.FromDayNumber(days.Max()),
            articles.Count,
            articles.Select(article => tables.Stories.OutletOf(article.RevisionId) ?? StoryCoverage.UnknownOutlet).Distinct(StringComparer.Ordinal).Count(),
            0);
        return new StoryDraft(shape, articles, members, shape.Members.Select(i => ids[i]).ToHashSet(), row);
    }

    /// <summary>A set of articles as text: two stories of the same articles are the same.</summary>
    public static string Spell(IEnumerable<long> articles) => string.Join(' ', articles.Order());
}
