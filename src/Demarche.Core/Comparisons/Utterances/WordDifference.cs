namespace Demarche.Core.Comparisons.Utterances;

/// <summary>Sets two wordings against each other, word by word.</summary>
/// <remarks>Needleman and Wunsch 1970: the alignment with the greatest sum of likenesses. Time and memory: words × words of two sentences.</remarks>
/// <param name="words">Tells how alike two words are.</param>
internal sealed class WordDifference(WordLikeness words)
{
    // Sentences longer than this are set side by side whole.
    private const int MostWords = 200;

    /// <summary>What became of the words of <paramref name="reference"/> in <paramref name="rendering"/>, in order.</summary>
    public IReadOnlyList<WordChange> Between(Passage reference, Passage rendering)
    {
        if (reference.Words.Length > MostWords || rendering.Words.Length > MostWords)
        {
            return [new WordChange(WordChangeKind.Replaced, reference.Text, rendering.Text)];
        }

        var changes = new List<(WordChangeKind Kind, string Before, string After)>();
        double[,] best = Table(reference.Words, rendering.Words);
        int i = 0, j = 0;
        while (i < reference.Words.Length || j < rendering.Words.Length)
        {
            if (i < reference.Words.Length && j < rendering.Words.Length
                && words.Of(reference.Words[i], rendering.Words[j]) is > 0 and var likeness && best[i, j] <= likeness + best[i + 1, j + 1])
            {
                bool isSame = reference.Words[i].Form == rendering.Words[j].Form;
                changes.Add((isSame ? WordChangeKind.Kept : WordChangeKind.Replaced, Of(reference, i++), Of(rendering, j++)));
            }
            else if (j >= rendering.Words.Length || (i < reference.Words.Length && best[i + 1, j] >= best[i, j + 1]))
            {
                changes.Add((WordChangeKind.Dropped, Of(reference, i++), ""));
            }
            else
            {
                changes.Add((WordChangeKind.Added, "", Of(rendering, j++)));
            }
        }

        return Joined(changes);
    }

    /// <summary>The changes that may change the meaning, gravest first. A part left out before or after what is quoted is no change of it.</summary>
    public static IReadOnlyList<Alteration> AlterationsIn(IReadOnlyList<WordChange> changes)
    {
        var found = new List<Alteration>();
        int first = FirstKept(changes);
        int last = changes.Count - 1 - FirstKept([.. changes.Reverse()]);
        for (int i = 0; i < changes.Count; i++)
        {
            WordChange change = changes[i];
            bool isOutside = i < first || i > last;
            if (change.Kind == WordChangeKind.Kept)
            {
                continue;
            }

            AlterationKind[] before = KindsIn(change.Before);
            AlterationKind[] after = KindsIn(change.After);
            foreach (AlterationKind kind in before.Union(after))
            {
                // A condition left out at the edge still changes what is said; a word of denial there belongs to what is left out.
                bool counts = !isOutside || (kind == AlterationKind.Condition && change.Kind == WordChangeKind.Dropped);
                if (counts && before.Count(k => k == kind) != after.Count(k => k == kind))
                {
                    found.Add(new Alteration(kind, change.Before, change.After));
                }
                else if (counts && kind is AlterationKind.Number or AlterationKind.Modal && Forms(change.Before, kind) != Forms(change.After, kind))
                {
                    found.Add(new Alteration(kind, change.Before, change.After));
                }
            }
        }

        return [.. found.Where(alteration => !IsBalanced(changes, alteration.Kind)).OrderBy(alteration => alteration.Kind)];
    }

    // "never shall we" and "we will never" deny once each, in other places: what moved is not lost. Modals of one strength stand for each other.
    private static bool IsBalanced(IReadOnlyList<WordChange> changes, AlterationKind kind)
    {
        string[] before = [.. changes.SelectMany(change => Values(change.Before))];
        string[] after = [.. changes.SelectMany(change => Values(change.After))];
        return before.Order(StringComparer.Ordinal).SequenceEqual(after.Order(StringComparer.Ordinal), StringComparer.Ordinal);

        IEnumerable<string> Values(string phrase) => Words(phrase).Where(word => AlterationWords.KindOf(word) == kind).Select(word => kind switch
        {
            AlterationKind.Number => word,
            AlterationKind.Modal => AlterationWords.StrengthOf(word),
            _ => "",
        });
    }

    private static int FirstKept(IReadOnlyList<WordChange> changes)
    {
        int i = 0;
        while (i < changes.Count && changes[i].Kind is WordChangeKind.Dropped or WordChangeKind.Added)
        {
            i++;
        }

        return i;
    }

    private static AlterationKind[] KindsIn(string phrase) =>
        [.. Words(phrase).Select(AlterationWords.KindOf).OfType<AlterationKind>()];

    private static string Forms(string phrase, AlterationKind kind) =>
        string.Join(' ', Words(phrase).Where(word => AlterationWords.KindOf(word) == kind));

    private static string[] Words(string phrase) =>
        phrase.ToLowerInvariant().Replace('\u2019', '\'').Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Of(Passage passage, int index) => passage.Words[index].Span.Of(passage.Article.Text);

    // Neighbors of one kind are one change; words dropped and words added in one place are a replacement.
    private static List<WordChange> Joined(List<(WordChangeKind Kind, string Before, string After)> changes)
    {
        var joined = new List<WordChange>();
        foreach ((WordChangeKind kind, string before, string after) in changes)
        {
            bool isChange = kind != WordChangeKind.Kept;
            if (joined.Count > 0 && (joined[^1].Kind != WordChangeKind.Kept) == isChange)
            {
                WordChange last = joined[^1];
                string allBefore = Join(last.Before, before);
                string allAfter = Join(last.After, after);
                WordChangeKind joint = !isChange ? WordChangeKind.Kept
                    : allAfter.Length == 0 ? WordChangeKind.Dropped
                    : allBefore.Length == 0 ? WordChangeKind.Added
                    : WordChangeKind.Replaced;
                joined[^1] = new WordChange(joint, allBefore, allAfter);
            }
            else
            {
                joined.Add(new WordChange(kind, before, after));
            }
        }

        return joined;
    }

    private static string Join(string left, string right) =>
        left.Length == 0 ? right : right.Length == 0 ? left : $"{left} {right}";

    // best[i, j]: greatest sum of likenesses from word i of the one and word j of the other to their ends.
    private double[,] Table(UtteranceWord[] left, UtteranceWord[] right)
    {
        var best = new double[left.Length + 1, right.Length + 1];
        for (int i = left.Length - 1; i >= 0; i--)
        {
            for (int j = right.Length - 1; j >= 0; j--)
            {
                double likeness = words.Of(left[i], right[j]);
                best[i, j] = Math.Max(
                    Math.Max(best[i + 1, j], best[i, j + 1]),
                    likeness > 0 ? likeness + best[i + 1, j + 1] : 0);
            }
        }

        return best;
    }
}
