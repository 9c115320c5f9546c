namespace Demarche.Core.Comparisons.Utterances;

/// <summary>Finds where a rendering may mean something else than the reference: a denial, condition, figure, modal or hedge that one has and the other has not.</summary>
internal static class AlterationFinder
{
    // Of more words than this that stand for more than this nobody can say which became which.
    private const int MostReplaced = 5;

    // What is shown of a longer change: from so many words before the one that matters, and so many of it in all.
    private const int ShownBefore = 3;
    private const int ShownWords = 10;

    /// <summary>The alterations, gravest first.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="rendering">The rendering.</param>
    /// <param name="steps">Both aligned, <see cref="WordAlignment.Of"/>.</param>
    public static IReadOnlyList<Alteration> In(Passage reference, Passage rendering, IReadOnlyList<AlignedWord> steps)
    {
        int first = Anchor(reference, steps);
        int last = steps.Count - 1 - Anchor(reference, [.. steps.Reverse()]);
        if (first > last)
        {
            return [];
        }

        string[] before = FormsOf(reference);
        string[] after = FormsOf(rendering);
        string[] frame = RenderingFrame.Around(rendering);
        var found = new List<Alteration>();
        foreach ((int[] left, int[] right) in Changes(steps, first, last, before, after))
        {
            found.AddRange(Between(before, left, after, right));
        }

        found.AddRange(ClauseEdges.Of(reference, steps[first].Reference, steps[last].Reference)
            .Where(lost => !Has(frame, lost.Kind) && !Has([.. Added(steps, first, last).Select(j => after[j])], lost.Kind)));
        return
        [
            .. found.Where(alteration => !IsBalanced(before, after, alteration.Kind) && !IsSaidOtherwise(alteration, before, after, frame))
                .OrderBy(alteration => alteration.Kind),
        ];
    }

    // The first two words that stand for each other and tell something, or else the first two at all.
    private static int Anchor(Passage reference, IReadOnlyList<AlignedWord> steps)
    {
        int telling = steps.Index().FirstOrDefault(step => step.Item.IsPair && reference.Words[step.Item.Reference].Weight > 0, (-1, default)).Index;
        return telling >= 0 ? telling : steps.Index().FirstOrDefault(step => step.Item.IsPair, (steps.Count, default)).Index;
    }

    // Runs of words that are not the same in both, by index.
    private static IEnumerable<(int[] Left, int[] Right)> Changes(IReadOnlyList<AlignedWord> steps, int first, int last, string[] before, string[] after)
    {
        var left = new List<int>();
        var right = new List<int>();
        for (int at = first; at <= last + 1; at++)
        {
            bool isKept = at > last || (steps[at].IsPair && before[steps[at].Reference] == after[steps[at].Rendering]);
            if (!isKept)
            {
                left.AddRange(steps[at].Reference >= 0 ? [steps[at].Reference] : []);
                right.AddRange(steps[at].Rendering >= 0 ? [steps[at].Rendering] : []);
            }
            else if (left.Count + right.Count > 0)
            {
                yield return ([.. left], [.. right]);
                left.Clear();
                right.Clear();
            }
        }
    }

    private static IEnumerable<Alteration> Between(string[] before, int[] left, string[] after, int[] right)
    {
        if (left.Length > MostReplaced && right.Length > MostReplaced)
        {
            yield break;
        }

        foreach (AlterationKind kind in Enum.GetValues<AlterationKind>())
        {
            int[] lost = [.. left.Where(i => AlterationWords.KindOf(before, i) == kind)];
            int[] gained = [.. right.Where(j => AlterationWords.KindOf(after, j) == kind)];
            bool isOther = kind switch
            {
                AlterationKind.Number => !AreFiguresOf(lost, before, right, after) || !AreFiguresOf(gained, after, left, before),
                AlterationKind.Modal => !lost.Select(i => before[i]).SequenceEqual(gained.Select(j => after[j]), StringComparer.Ordinal),
                _ => lost.Length != gained.Length,
            };
            if (isOther)
            {
                yield return new Alteration(kind, Shown(before, left, lost), Shown(after, right, gained));
            }
        }
    }

    // "2 in 3" and "two in three".
    private static bool AreFiguresOf(int[] numbers, string[] words, int[] others, string[] otherWords) => numbers.All(number =>
        others.Any(other => AlterationWords.FiguresOf(otherWords[other]) == AlterationWords.FiguresOf(words[number])));

    // "never shall we" and "we will never" deny once each, in other places: what moved is not lost. Modals of one strength stand for each other.
    private static bool IsBalanced(string[] before, string[] after, AlterationKind kind)
    {
        HashSet<string> figures = [.. before.Concat(after).Where(word => char.IsAsciiDigit(word[0])).Select(AlterationWords.FiguresOf).OfType<string>()];
        return Values(before).Order(StringComparer.Ordinal).SequenceEqual(Values(after).Order(StringComparer.Ordinal), StringComparer.Ordinal);

        IEnumerable<string> Values(string[] words) => words.Index().Select(word =>
            kind == AlterationKind.Number ? (AlterationWords.FiguresOf(word.Item) is { } value && figures.Contains(value) ? value : null)
            : AlterationWords.KindOf(words, word.Index) != kind ? null
            : kind == AlterationKind.Modal ? AlterationWords.StrengthOf(word.Item)
            : "").OfType<string>();
    }

    // "ruled out leaving" for "will not leave".
    private static bool IsSaidOtherwise(Alteration alteration, string[] before, string[] after, string[] frame) => alteration.Kind == AlterationKind.Negation
        && ((Has(FormsOf(alteration.Before), AlterationKind.Negation) && after.Concat(frame).Any(AlterationWords.IsRefusal))
            || (Has(FormsOf(alteration.After), AlterationKind.Negation) && before.Any(AlterationWords.IsRefusal)));

    private static bool Has(string[] words, AlterationKind kind) => Enumerable.Range(0, words.Length).Any(i => AlterationWords.KindOf(words, i) == kind);

    private static IEnumerable<int> Added(IReadOnlyList<AlignedWord> steps, int first, int last) =>
        steps.Index().Where(step => (step.Index < first || step.Index > last) && step.Item.Rendering >= 0).Select(step => step.Item.Rendering);

    private static string Shown(string[] words, int[] change, int[] carriers)
    {
        int from = carriers.Length == 0 ? 0 : Math.Max(0, Array.IndexOf(change, carriers[0]) - ShownBefore);
        return Join([.. change.Skip(from).Take(ShownWords).Select(i => words[i])], from > 0, change.Length > from + ShownWords);
    }

    /// <summary>Words as a phrase, with dots where some were left off.</summary>
    internal static string Join(string[] words, bool isCutBefore, bool isCutAfter) =>
        (isCutBefore ? "… " : "") + string.Join(' ', words) + (isCutAfter ? " …" : "");

    private static string[] FormsOf(Passage passage) => [.. passage.Words.Select(word => word.Form)];

    private static string[] FormsOf(string phrase) => phrase.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
