using Demarche.Core.Ledger;

namespace Demarche.Core.Comparisons;

/// <summary>Finds what parties often demand or refuse and no issue of the codebook covers.</summary>
public static class CodebookSuggestions
{
    // Phrases that share half of their telling words name one thing.
    private const double LeastShared = 0.5;

    // Of more groups than this nobody reads the rest; a phrase is compared with the groups so far, which keeps the time in bounds.
    private const int MostGroups = 2000;

    private const int MostPhrases = 4;

    /// <summary>Groups of uncoded demands, most frequent first.</summary>
    /// <param name="ledger">The ledger.</param>
    /// <param name="least">Fewest statements of a group.</param>
    public static IReadOnlyList<SuggestedIssue> Of(SqliteLedger ledger, int least = 2)
    {
        ArgumentNullException.ThrowIfNull(ledger);
        var groups = new List<Group>();
        var byStem = new Dictionary<string, List<Group>>(StringComparer.Ordinal);
        foreach (LedgerArticle article in ledger.Articles())
        {
            HashSet<string> coded = ledger.Positions(new LedgerQuery { ArticleKey = article.Key })
                .Select(entry => entry.Position.AttributionId).OfType<string>().ToHashSet(StringComparer.Ordinal);
            foreach (LedgerAttribution line in ledger.Attributions(article.Key).Where(line => !coded.Contains(line.Attribution.Id)))
            {
                // The cue may be the demand itself: "called for an end to the toll".
                foreach ((string phrase, string[] stems) in DemandPhrases.In($"{line.Cue} {line.Content}").DistinctBy(found => found.Phrase))
                {
                    Join(groups, byStem, phrase, stems, line);
                }
            }
        }

        return
        [
            .. groups.Where(group => group.Lines.Count >= least)
                .OrderByDescending(group => group.Lines.Count)
                .ThenBy(group => group.Lead, StringComparer.Ordinal)
                .Select(group => new SuggestedIssue(
                    group.Lead,
                    [.. group.Phrases.OrderByDescending(phrase => phrase.Value).ThenBy(phrase => phrase.Key, StringComparer.Ordinal).Take(MostPhrases).Select(phrase => phrase.Key)],
                    group.Lines)),
        ];
    }

    private static void Join(
        List<Group> groups, Dictionary<string, List<Group>> byStem, string phrase, string[] stems, LedgerAttribution line)
    {
        Group? nearest = stems.SelectMany(stem => byStem.GetValueOrDefault(stem) ?? []).Distinct()
            .Select(group => (group, shared: Shared(group.Stems, stems)))
            .Where(candidate => candidate.shared >= LeastShared)
            .OrderByDescending(candidate => candidate.shared)
            .ThenBy(candidate => candidate.group.Number)
            .Select(candidate => candidate.group)
            .FirstOrDefault();
        if (nearest is null)
        {
            if (groups.Count == MostGroups)
            {
                return;
            }

            nearest = new Group(groups.Count, stems);
            groups.Add(nearest);
            foreach (string stem in stems)
            {
                byStem.TryAdd(stem, []);
                byStem[stem].Add(nearest);
            }
        }

        nearest.Phrases[phrase] = nearest.Phrases.GetValueOrDefault(phrase) + 1;
        nearest.Lines.Add(line);
    }

    private static double Shared(string[] left, string[] right)
    {
        int both = left.Intersect(right, StringComparer.Ordinal).Count();
        return (double)both / (left.Length + right.Length - both);
    }

    private sealed record Group(int Number, string[] Stems)
    {
        public Dictionary<string, int> Phrases { get; } = new(StringComparer.OrdinalIgnoreCase);

        public List<LedgerAttribution> Lines { get; } = [];

        public string Lead => Phrases.OrderByDescending(phrase => phrase.Value).ThenBy(phrase => phrase.Key.Length)
            .ThenBy(phrase => phrase.Key, StringComparer.Ordinal).First().Key;
    }
}

/// <summary>Demands that no issue covers.</summary>
/// <param name="Label">The phrase used most.</param>
/// <param name="Phrases">The phrases used, most frequent first, at most four.</param>
/// <param name="Statements">The statements that hold them, oldest first.</param>
public sealed record SuggestedIssue(string Label, IReadOnlyList<string> Phrases, IReadOnlyList<LedgerAttribution> Statements);
