using Demarche.Core.Attributions;
using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Comparisons.Utterances;
using Demarche.Core.Ledger.Sqlite;
using Demarche.Nlp.Words;

namespace Demarche.Core.Comparisons.Kept;

/// <summary>Reads kept stories with their articles and utterances. One reading of a ledger, one thread.</summary>
/// <param name="session">The reading.</param>
/// <param name="tables">Its tables of stories.</param>
/// <param name="vectors">What words mean, or null.</param>
internal sealed class StoryReading(LedgerSession session, StoryTables tables, WordVectors? vectors)
{
    private readonly WordLikeness _words = new(vectors);
    private readonly Dictionary<string, long> _balances = new(StringComparer.Ordinal);

    /// <summary>The stories in these rows with their utterances.</summary>
    public OutletComparison Read(IReadOnlyList<StoryRow> rows)
    {
        var stories = new List<Story>();
        var groups = new List<Passage[]>();
        foreach (StoryRow row in rows)
        {
            (Story story, Dictionary<long, ComparedArticle> articles) = ReadStory(row);
            stories.Add(story);
            groups.AddRange(tables.Utterances.Of(row.Id).Select(renderings => PassagesOf(renderings, articles)).Where(AreSeveral));
        }

        return new OutletComparison(stories, Build(groups));
    }

    /// <summary>The utterances of these stories and of several of them together.</summary>
    public IReadOnlyList<Utterance> Across(IReadOnlyList<StoryRow> rows) =>
        Build(UtteranceFinder.GroupsAcross([.. rows.Select(row => ReadStory(row).Story)], _words));

    private IReadOnlyList<Utterance> Build(IEnumerable<Passage[]> groups) =>
        new UtteranceBuilder(new WordAlignment(_words), new TranslatedSpeakers(BalanceOf)).Build(groups);

    private (Story Story, Dictionary<long, ComparedArticle> Articles) ReadStory(StoryRow row)
    {
        List<StoryMember> members = tables.Stories.Members(row.Id);
        Dictionary<long, ComparedArticle> articles = members.ToDictionary(member => member.Id, member => ComparedArticle.Of(session, member.RevisionId));
        return (new Story(row.Name, [.. members.Select(member => articles[member.Id])], row.Title, [.. Ties(members)]), articles);
    }

    private static IEnumerable<StoryTie> Ties(List<StoryMember> members)
    {
        Dictionary<long, string> keys = members.ToDictionary(member => member.Id, member => member.Key);
        return members.Where(member => member.NearestId is not null)
            .Select(member => new StoryTie(member.Key, keys[member.NearestId!.Value], member.Nearness));
    }

    // Lines that changed since the stories were brought up to date are left out until they are again.
    private Passage[] PassagesOf(List<RenderingRow> renderings, Dictionary<long, ComparedArticle> articles)
    {
        var passages = new List<Passage>();
        foreach (RenderingRow row in renderings)
        {
            if (articles.TryGetValue(row.ArticleId, out ComparedArticle? article) && row.Span.End <= article.Text.Length
                && LineOf(article, row.Attribution) is { } line
                && _words.Split(article.Text, row.Span) is { Length: > 0 } words)
            {
                passages.Add(new Passage(article, line, row.Span, row.IsQuoted, words));
            }
        }

        return [.. passages];
    }

    private static Attribution? LineOf(ComparedArticle article, string name) =>
        name == Passage.Bare.Id ? Passage.Bare : name == Passage.Own.Id ? Passage.Own : article.Attributions.FirstOrDefault(line => line.Id == name);

    private static bool AreSeveral(Passage[] passages) =>
        passages.DistinctBy(passage => passage.Article.Key, StringComparer.Ordinal).Count() > 1;

    private long BalanceOf(string name)
    {
        if (!_balances.TryGetValue(name, out long balance))
        {
            _balances[name] = balance = tables.Utterances.BalanceOf(name);
        }

        return balance;
    }
}
