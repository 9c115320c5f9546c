namespace Demarche.Core.Comparisons.Utterances;

/// <summary>What became of the words of a reference in a rendering.</summary>
internal static class WordDifference
{
    /// <summary>The changes in order; wordings that are too long to be aligned are replaced whole.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="rendering">The rendering.</param>
    /// <param name="steps">Both aligned, <see cref="WordAlignment.Of"/>.</param>
    public static IReadOnlyList<WordChange> Of(Passage reference, Passage rendering, IReadOnlyList<AlignedWord>? steps) => steps is null
        ? [new WordChange(WordChangeKind.Replaced, reference.Text, rendering.Text)]
        : Joined(steps.Select(step => new WordChange(
            !step.IsPair ? (step.Rendering < 0 ? WordChangeKind.Dropped : WordChangeKind.Added)
                : reference.Words[step.Reference].Form == rendering.Words[step.Rendering].Form ? WordChangeKind.Kept
                : WordChangeKind.Replaced,
            step.Reference < 0 ? "" : reference.Words[step.Reference].Span.Of(reference.Article.Text),
            step.Rendering < 0 ? "" : rendering.Words[step.Rendering].Span.Of(rendering.Article.Text))));

    // Neighbors of one kind are one change; words dropped and words added in one place are a replacement.
    private static List<WordChange> Joined(IEnumerable<WordChange> changes)
    {
        var joined = new List<WordChange>();
        foreach (WordChange change in changes)
        {
            bool isChange = change.Kind != WordChangeKind.Kept;
            if (joined.Count > 0 && (joined[^1].Kind != WordChangeKind.Kept) == isChange)
            {
                string before = Join(joined[^1].Before, change.Before);
                string after = Join(joined[^1].After, change.After);
                WordChangeKind joint = !isChange ? WordChangeKind.Kept
                    : after.Length == 0 ? WordChangeKind.Dropped
                    : before.Length == 0 ? WordChangeKind.Added
                    : WordChangeKind.Replaced;
                joined[^1] = new WordChange(joint, before, after);
            }
            else
            {
                joined.Add(change);
            }
        }

        return joined;
    }

    private static string Join(string left, string right) =>
        left.Length == 0 ? right : right.Length == 0 ? left : $"{left} {right}";
}
