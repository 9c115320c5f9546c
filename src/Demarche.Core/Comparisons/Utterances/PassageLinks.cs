using System.Runtime.InteropServices;

namespace Demarche.Core.Comparisons.Utterances;

/// <summary>Finds pairs of passages that may render one utterance: in articles of one story by their words, elsewhere by a run of the same words.</summary>
/// <param name="likeness">Tells how alike two passages are.</param>
internal sealed class PassageLinks(PassageLikeness likeness)
{
    /// <summary>Quotations are reprinted for some days; what is said again two weeks later is said on another occasion.</summary>
    public const int WindowDays = 14;

    // Two outlets seldom hit on five words in a row by chance; formulas of a trade are caught by the speaker.
    private const int RunLength = 5;

    // Outlets date what one speaker said within these days.
    private const int OccasionDays = 3;

    // About three telling words.
    private const double LeastWeightUnnamed = 8;

    // So alike that one of the two was written with the other, or its source, at hand.
    private const double LeastLikenessBare = 0.75;

    // As between two voices of one party in different stories is too strict, as in one story too lax: between the two.
    private const double LeastLikenessOwn = 0.55;
    private const double LeastLikenessOwnReport = 0.65;

    // About two telling words.
    private const double LeastWeightOwn = 5;

    // Fewer words two people may well say alike.
    private const int VerbatimWords = 6;

    // Two different quotations of one speaker, both in quotation marks, ...
    private const double LeastOfQuotations = 0.53;

    // ... of which one is part of the other, word for word, ...
    private const double LeastOfPart = 0.35;

    // ... a quotation and a report, and two reports: neither of these shows the words that were said, and they must agree better. By all four links were
    // told apart in the two disputes with gold renderings and in BASIL: of pairs below them two thirds are two statements (0038).
    private const double LeastOfReport = 0.5;
    private const double LeastOfReports = 0.55;

    // Two voices of one party say less often the same thing than one of them; ...
    private const double PartyExtra = 0.05;

    // ... and what was said in another story was more often said on another occasion.
    private const double ElsewhereExtra = 0.15;

    // A word in more passages of a story than this, or a run in more of a ledger, is what the story is about, not what was said.
    private const int MostPostings = 200;

    // Share of the lighter passage's weight that must be shared word for word before the two are compared in meaning
    private const double LeastShare = 0.3;

    // (more where what an article asserts itself is compared, which must be nearly the same), ...
    private const double LeastShareBare = 0.5;

    // ... and what suffices for a long one: one rare word, or two commoner ones. Independent translations often share no more.
    private const double EnoughShared = 2;

    // Of two links of a passage into one article the weaker is dropped unless it is about as good.
    private const double Tie = 0.05;

    /// <summary>The links between the passages of one story, by index, each pair once, in order.</summary>
    /// <param name="passages">Its passages, article after article.</param>
    public IReadOnlyList<Link> FindInStory(IReadOnlyList<Passage> passages)
    {
        var pairs = new SortedDictionary<(int Left, int Right), double>();
        foreach ((int left, int right) in SharingWords(passages, [.. Enumerable.Range(0, passages.Count)]))
        {
            Weigh(passages, left, right, isOneStory: true, pairs);
        }

        return Best(passages, pairs);
    }

    /// <summary>The links between the passages of several stories, by index, each pair once, in order.</summary>
    /// <param name="passages">All passages, article after article.</param>
    /// <param name="stories">Number of the story of each passage's article.</param>
    public IReadOnlyList<Link> FindAcross(IReadOnlyList<Passage> passages, IReadOnlyList<int> stories)
    {
        var pairs = new SortedDictionary<(int Left, int Right), double>();
        foreach (IGrouping<int, int> story in Enumerable.Range(0, passages.Count).GroupBy(i => stories[i]))
        {
            foreach ((int left, int right) in SharingWords(passages, [.. story]))
            {
                Weigh(passages, left, right, isOneStory: true, pairs);
            }
        }

        foreach (IGrouping<string, int> speaker in Enumerable.Range(0, passages.Count).Where(i => SpeakerComparison.NamesSomebody(passages[i].Attribution))
            .GroupBy(i => SpeakerComparison.LastNameOf(passages[i].Attribution), StringComparer.Ordinal))
        {
            foreach ((int left, int right) in SharingWords(passages, [.. speaker.OrderBy(i => passages[i].Article, ComparedArticle.InOrder).ThenBy(i => i)])
                .Where(pair => stories[pair.Left] != stories[pair.Right] && AreWithin(passages[pair.Left].Article, passages[pair.Right].Article, OccasionDays)))
            {
                Weigh(passages, Math.Min(left, right), Math.Max(left, right), isOneStory: false, pairs);
            }
        }

        foreach ((int left, int right) in SharingRuns(passages).Where(pair => stories[pair.Left] != stories[pair.Right]))
        {
            Weigh(passages, left, right, isOneStory: false, pairs);
        }

        return Best(passages, pairs);
    }

    private void Weigh(
        IReadOnlyList<Passage> passages, int left, int right, bool isOneStory, SortedDictionary<(int Left, int Right), double> pairs)
    {
        if (passages[left].IsBare || passages[right].IsBare)
        {
            WeighBare(passages, left, right, pairs);
            return;
        }

        if (passages[left].IsOwn || passages[right].IsOwn)
        {
            WeighOwn(passages, left, right, pairs);
            return;
        }

        SpeakerLikeness speakers = SpeakerComparison.Of(passages[left].Attribution, passages[right].Attribution);
        double least = AreVerbatim(passages[left], passages[right]) && isOneStory ? 0 : LeastLikeness(speakers, passages[left], passages[right], isOneStory);
        if (least <= 1 && likeness.Of(passages[left], passages[right]) is var found && found >= least)
        {
            pairs[(left, right)] = found;
        }
    }

    // What an article asserts itself was somebody's statement only when it is nearly the same, and tells enough.
    private void WeighBare(IReadOnlyList<Passage> passages, int left, int right, SortedDictionary<(int Left, int Right), double> pairs)
    {
        if (passages[left].IsBare != passages[right].IsBare && Math.Min(passages[left].Weight, passages[right].Weight) >= LeastWeightUnnamed
            && likeness.Of(passages[left], passages[right]) is var found && found >= LeastLikenessBare)
        {
            pairs[(left, right)] = found;
        }
    }

    // A document in the story says itself what reports of it attribute to its makers, by whatever name.
    private void WeighOwn(IReadOnlyList<Passage> passages, int left, int right, SortedDictionary<(int Left, int Right), double> pairs)
    {
        double least = passages[left].IsQuoted && passages[right].IsQuoted ? LeastLikenessOwn : LeastLikenessOwnReport;
        if (!(passages[left].IsOwn && passages[right].IsOwn) && Math.Min(passages[left].Weight, passages[right].Weight) >= LeastWeightOwn
            && likeness.Of(passages[left], passages[right]) is var found && found >= least)
        {
            pairs[(left, right)] = found;
        }
    }

    // The less is known of who spoke and when, and of the words, the more these must agree. Above 1: never.
    private static double LeastLikeness(SpeakerLikeness speakers, Passage left, Passage right, bool isOneStory) => speakers switch
    {
        SpeakerLikeness.Same => LeastLikeness(left, right) + (isOneStory ? 0 : ElsewhereExtra),
        SpeakerLikeness.SameParty => LeastLikeness(left, right) + PartyExtra + (isOneStory ? 0 : 2 * ElsewhereExtra),
        SpeakerLikeness.Open when AreFullQuotations(left, right) => isOneStory ? 0.7 : 0.85,
        _ => double.PositiveInfinity,
    };

    private static double LeastLikeness(Passage left, Passage right) =>
        left.IsQuoted && right.IsQuoted ? (UtteranceBuilder.IsPart(left, right) ? LeastOfPart : LeastOfQuotations)
        : TellsLittle(left) || TellsLittle(right) ? double.PositiveInfinity
        : left.IsQuoted || right.IsQuoted ? LeastOfReport
        : LeastOfReports;

    // A report of a name alone, or of what the story is about, is in every article.
    private static bool TellsLittle(Passage passage) => !passage.IsQuoted
        && (passage.Weight < LeastWeightOwn || passage.Words.All(word => word.Weight == 0 || char.IsUpper(passage.Article.Text[word.Span.Start])));

    private static IEnumerable<(int Left, int Right)> SharingWords(IReadOnlyList<Passage> passages, int[] members)
    {
        var postings = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var shared = new Dictionary<int, double>();
        foreach (int i in members)
        {
            shared.Clear();
            foreach (UtteranceWord word in passages[i].Words.Where(word => word.Weight > 0).DistinctBy(word => word.Stem, StringComparer.Ordinal))
            {
                if (!postings.TryGetValue(word.Stem, out List<int>? found))
                {
                    postings[word.Stem] = found = [];
                }

                foreach (int other in found)
                {
                    CollectionsMarshal.GetValueRefOrAddDefault(shared, other, out _) += word.Weight;
                }

                if (found.Count < MostPostings)
                {
                    found.Add(i);
                }
            }

            foreach ((int other, double weight) in shared)
            {
                double lighter = Math.Min(passages[i].Weight, passages[other].Weight);
                double needed = passages[i].IsBare || passages[other].IsBare ? LeastShareBare * lighter : Math.Min(EnoughShared, LeastShare * lighter);
                if (weight >= needed && passages[i].Article != passages[other].Article)
                {
                    yield return (other, i);
                }
            }
        }
    }

    private static HashSet<(int Left, int Right)> SharingRuns(IReadOnlyList<Passage> passages)
    {
        var postings = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var pairs = new HashSet<(int, int)>();
        for (int i = 0; i < passages.Count; i++)
        {
            UtteranceWord[] words = passages[i].Words;
            for (int start = 0; start + RunLength <= words.Length; start++)
            {
                string run = string.Join(' ', words.Skip(start).Take(RunLength).Select(word => word.Form));
                if (!postings.TryGetValue(run, out List<int>? found))
                {
                    postings[run] = found = [];
                }

                foreach (int other in found.Where(other => other != i && AreWithin(passages[other].Article, passages[i].Article, WindowDays)))
                {
                    pairs.Add((other, i));
                }

                if (found.Count < MostPostings && (found.Count == 0 || found[^1] != i))
                {
                    found.Add(i);
                }
            }
        }

        return pairs;
    }

    private static bool AreWithin(ComparedArticle left, ComparedArticle right, int days) =>
        left != right && left.Published is { } one && right.Published is { } other && Math.Abs(one.DayNumber - other.DayNumber) <= days;

    // Where nobody is named only quotations that tell enough can show that they are one; the same words need not tell as much.
    private static bool AreFullQuotations(Passage left, Passage right) =>
        left.IsQuoted && right.IsQuoted && Math.Min(left.Weight, right.Weight) >= (AreSame(left, right) ? LeastWeightOwn : LeastWeightUnnamed);

    private static bool AreSame(Passage left, Passage right) => left.Words.Length == right.Words.Length && UtteranceBuilder.IsPart(left, right);

    // The same words between quotation marks in reports of one event are one quotation, whomever a report was understood to name.
    private static bool AreVerbatim(Passage left, Passage right) =>
        left.IsQuoted && right.IsQuoted && Math.Min(left.Words.Length, right.Words.Length) >= VerbatimWords
        && UtteranceBuilder.IsPart(left, right);

    private static List<Link> Best(IReadOnlyList<Passage> passages, SortedDictionary<(int Left, int Right), double> pairs)
    {
        var best = new Dictionary<(int Passage, string Article), double>();
        foreach (((int left, int right), double found) in pairs)
        {
            Note((left, passages[right].Article.Key), found);
            Note((right, passages[left].Article.Key), found);
        }

        return
        [
            .. pairs.Where(pair => pair.Value >= best[(pair.Key.Left, passages[pair.Key.Right].Article.Key)] - Tie
                    || pair.Value >= best[(pair.Key.Right, passages[pair.Key.Left].Article.Key)] - Tie)
                .Select(pair => new Link(pair.Key.Left, pair.Key.Right, pair.Value)),
        ];

        void Note((int, string) place, double found) => best[place] = Math.Max(found, best.GetValueOrDefault(place));
    }
}
