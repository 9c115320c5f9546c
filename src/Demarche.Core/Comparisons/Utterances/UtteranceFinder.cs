using Demarche.Core.Comparisons.Stories;
using Demarche.Core.Ledger;
using Demarche.Nlp.Words;

namespace Demarche.Core.Comparisons.Utterances;

/// <summary>Aligns quotations across articles: which are wordings of one thing said on one occasion.</summary>
public static class UtteranceFinder
{
    // Two halves of one quotation share no word, yet the whole ties both: half of the pairs of three renderings may be without a link.
    private const double LeastMeanLikeness = 0.35;

    // A third: "calls to 'stop immediately' and 'let history judge'" is two quotations, "he would 'never' agree to leave the port" is one report.
    private const double QuotedShare = 1.0 / 3;

    private const int IdDigits = 8;

    /// <summary>The utterances that at least two articles of one story render, oldest first.</summary>
    /// <param name="stories">Stories, <see cref="StoryFinder"/>.</param>
    /// <param name="vectors">What words mean; without them wordings are compared by the forms of their words alone.</param>
    /// <param name="threads">How many stories at once; the utterances are the same for any number.</param>
    public static IReadOnlyList<Utterance> Find(IReadOnlyList<Story> stories, WordVectors? vectors, int threads = 1)
    {
        ArgumentNullException.ThrowIfNull(stories);
        var found = new List<Passage[]>[stories.Count];
        Parallel.For(0, stories.Count, new ParallelOptions { MaxDegreeOfParallelism = threads }, () => new WordLikeness(vectors), (i, _, words) =>
        {
            found[i] = GroupsIn(stories[i].Articles, words);
            return words;
        }, _ => { });
        Passage[][] groups = [.. found.SelectMany(group => group)];
        return new UtteranceBuilder(new WordAlignment(new WordLikeness(vectors)), TranslatedSpeakers.Among(groups)).Build(groups);
    }

    /// <summary>The passages of each utterance of one story.</summary>
    internal static List<Passage[]> GroupsIn(IReadOnlyList<ComparedArticle> articles, WordLikeness words)
    {
        var reader = new PassageReader(words);
        var same = new SamePassages(StoryWeights.Damp([.. articles.SelectMany(reader.Read)], articles.SelectMany(reader.ReadBare)));
        IReadOnlyList<Passage> passages = same.Compared;
        IReadOnlyList<Link> links = new PassageLinks(new PassageLikeness(words)).FindInStory(passages);
        // What is learned from the first groups tells which links were too weak.
        var sieve = new LinkSieve(Groups(passages, links));
        List<Passage[]> groups = Groups(passages, [.. links.Where(link => sieve.Keeps(passages[link.Left], passages[link.Right], link.Probability))]);
        return groups.ConvertAll(group => WithoutRepeats(WithoutOverlaps(same.With(group))));
    }

    /// <summary>The passages of each utterance of these stories, and of what several of them render: one speaker's within days, or the same words.</summary>
    /// <param name="stories">A few stories: all their statements are compared.</param>
    /// <param name="words">Splits and compares words.</param>
    internal static List<Passage[]> GroupsAcross(IReadOnlyList<Story> stories, WordLikeness words)
    {
        var reader = new PassageReader(words);
        var passages = new List<Passage>();
        var storyOf = new List<int>();
        for (int story = 0; story < stories.Count; story++)
        {
            Passage[] told = StoryWeights.Damp([.. stories[story].Articles.SelectMany(reader.Read)], []);
            passages.AddRange(told);
            storyOf.AddRange(Enumerable.Repeat(story, told.Length));
        }

        return Groups(passages, new PassageLinks(new PassageLikeness(words)).FindAcross(passages, storyOf));
    }

    private static List<Passage[]> Groups(IReadOnlyList<Passage> passages, IReadOnlyList<Link> links)
    {
        int[] group = AverageLinkage.Group(passages.Count, links, LeastMeanLikeness);
        var sums = new double[passages.Count];
        foreach (Link link in links.Where(link => group[link.Left] == group[link.Right]))
        {
            sums[link.Left] += link.Probability;
            sums[link.Right] += link.Probability;
        }

        foreach (int i in QuotedInPart(passages, sums))
        {
            sums[i] = 0;
        }

        return
        [
            .. Enumerable.Range(0, passages.Count).Where(i => sums[i] > 0).GroupBy(i => group[i])
                .Select(members => WithoutOverlaps([.. members.OrderByDescending(i => sums[i]).ThenBy(i => i).Select(i => passages[i])]))
                .Select(WithoutRepeats)
                .Where(members => members.DistinctBy(passage => passage.Article.Key, StringComparer.Ordinal).Count() > 1),
        ];
    }

    // Reported sentences of which a good part is quoted and aligned by itself: what is left of them is the outlet's frame.
    private static List<int> QuotedInPart(IReadOnlyList<Passage> passages, double[] sums)
    {
        var frames = new List<int>();
        for (int i = 0; i < passages.Count; i++)
        {
            double quoted = 0;
            for (int j = i + 1; j < passages.Count && passages[j].Article == passages[i].Article && passages[j].Span.Start < passages[i].Span.End; j++)
            {
                quoted += passages[j].IsQuoted && sums[j] > 0 && passages[i].Span.Contains(passages[j].Span) ? passages[j].Weight : 0;
            }

            if (!passages[i].IsQuoted && quoted >= QuotedShare * passages[i].Weight && quoted > 0)
            {
                frames.Add(i);
            }
        }

        return frames;
    }

    // A sentence and the quoted part of it are one rendering: the one that is tied best.
    private static Passage[] WithoutOverlaps(IReadOnlyList<Passage> bestFirst)
    {
        var kept = new Dictionary<string, List<Passage>>(StringComparer.Ordinal);
        foreach (Passage passage in bestFirst)
        {
            if (!kept.TryGetValue(passage.Article.Key, out List<Passage>? own))
            {
                kept[passage.Article.Key] = own = [];
            }

            if (!own.Exists(other => other.Span.Overlaps(passage.Span)))
            {
                own.Add(passage);
            }
        }

        return [.. kept.Values.SelectMany(own => own).OrderBy(passage => passage.Article, ComparedArticle.InOrder).ThenBy(passage => passage.Span)];
    }

    // An article that says whose words they are may repeat them without saying so again.
    private static Passage[] WithoutRepeats(Passage[] members)
    {
        HashSet<string> attributing = [.. members.Where(passage => !passage.IsBare).Select(passage => passage.Article.Key)];
        return [.. members.Where(passage => !passage.IsBare || !attributing.Contains(passage.Article.Key))];
    }

    /// <summary>Id of an utterance: by where its first rendering stands.</summary>
    internal static string IdOf(Passage first) =>
        "u-" + ContentId.Of("utterance", first.Article.Key, string.Create(null, $"{first.Span.Start}-{first.Span.End}"))[..IdDigits];
}
