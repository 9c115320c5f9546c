using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Ledger;
using Demarche.Core.Ledger.Sqlite;

namespace Demarche.Core.Comparisons.Kept;

/// <summary>Third step: makes stories of the articles whose surroundings changed; what no probable link connects with them stays.</summary>
/// <param name="ledger">The ledger.</param>
internal sealed class GroupStep(SqliteLedger ledger)
{
    /// <summary>Makes the stories; false when there were none to make.</summary>
    public bool Run() => ledger.ChangeStories(tables =>
    {
        List<(long Id, string Key, int Day)> articles = tables.Stories.Ungrouped();
        if (articles.Count == 0)
        {
            return false;
        }

        tables.Advance(tables.State()!.Generation);
        List<Link> links = LinksAmong(tables, articles);
        int[] parts = AverageLinkage.Parts(articles.Count, links, StoryShape.LeastMeanProbability);
        var old = new Dictionary<long, StoryMember[]>();
        foreach (long article in articles.SelectMany(article => tables.Articles.CopiesOf(article.Id)).Select(article => article.Id))
        {
            if (tables.Stories.StoryOf(article) is { } story && !old.ContainsKey(story))
            {
                old.Add(story, [.. tables.Stories.Members(story)]);
            }
        }

        long[] ids = [.. articles.Select(article => article.Id)];
        StoryDraft[] drafts = [.. StoryShape.Of(articles.Count, links).Select(shape => StoryDraft.Of(tables, shape, ids))];
        Keep(tables, drafts, old, member => articles[parts[member]].Id);
        return true;
    });

    private static List<Link> LinksAmong(StoryTables tables, List<(long Id, string Key, int Day)> articles)
    {
        Dictionary<long, int> indexes = articles.Select((article, i) => (article.Id, i)).ToDictionary(pair => pair.Id, pair => pair.i);
        var links = new List<Link>();
        for (int later = 0; later < articles.Count; later++)
        {
            links.AddRange(tables.Links.Of(articles[later].Id)
                .Where(link => indexes.TryGetValue(link.Other, out int earlier) && earlier < later)
                .Select(link => new Link(indexes[link.Other], later, link.Probability))
                .OrderBy(link => link.Left));
        }

        return links;
    }

    // A story with the same articles as before stays, and with it its utterances.
    private static void Keep(StoryTables tables, StoryDraft[] drafts, Dictionary<long, StoryMember[]> old, Func<int, long> partOf)
    {
        Dictionary<string, long> known = old.ToDictionary(story => StoryDraft.Spell(story.Value.Select(member => member.Id)), story => story.Key, StringComparer.Ordinal);
        var kept = new long?[drafts.Length];
        for (int i = 0; i < drafts.Length; i++)
        {
            kept[i] = known.TryGetValue(StoryDraft.Spell(drafts[i].Articles.Select(article => article.Id)), out long id) ? id : null;
        }

        foreach (long gone in old.Keys.Except(kept.OfType<long>()))
        {
            tables.Stories.Delete(gone);
        }

        for (int i = 0; i < drafts.Length; i++)
        {
            StoryDraft draft = drafts[i];
            if (kept[i] is { } same)
            {
                tables.Stories.Retitle(same, draft.Row.Title);
            }

            long story = kept[i] ?? tables.Stories.Insert(draft.Row, draft.Articles[0].Key);
            long part = partOf(draft.Shape.Members[0]);
            foreach (StoryMember member in draft.Members)
            {
                bool isCopy = member.Nearness >= 1 && !draft.Originals.Contains(member.Id);
                tables.Stories.Place(member.Id, isCopy ? 0 : part, story, member.NearestId, member.NearestId is null ? null : member.Nearness);
            }
        }
    }
}
