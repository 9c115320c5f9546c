namespace Demarche.Nlp.Corpora;

/// <summary>Turns treebank sentences, which cut "long-term" in three, into what our tokenizer makes of them: one word.</summary>
public static class HyphenMerging
{
    /// <summary>The sentences of <paramref name="sentences"/> that have hyphenated words, with these in one piece; the others are left out.</summary>
    public static IEnumerable<TreebankSentence> Merge(IEnumerable<TreebankSentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        return sentences.Select(MergeOne).OfType<TreebankSentence>();
    }

    private static TreebankSentence? MergeOne(TreebankSentence sentence)
    {
        // The word each old word goes into, named by the last old word in it.
        int[] last = LastOfPieces(sentence);
        int[] kept = [.. Enumerable.Range(0, sentence.Count).Where(i => last[i] == i)];
        if (kept.Length == sentence.Count)
        {
            return null;
        }

        var heads = new int[kept.Length];
        var roots = new int[kept.Length];
        for (int i = 0; i < kept.Length; i++)
        {
            int first = Array.IndexOf(last, kept[i]);
            roots[i] = OuterOf(sentence, first, kept[i]);
            int head = sentence.Heads[roots[i]];
            heads[i] = head < 0 ? -1 : Array.IndexOf(kept, last[head]);
        }

        return new TreebankSentence
        {
            Forms = [.. kept.Select(k => string.Concat(Piece(sentence.Forms, last, k)))],
            Lemmas = [.. kept.Select(k => LemmaOf(sentence, last, k))],
            Upos = [.. kept.Select((k, i) => IsMerged(last, k) ? TagsOf(sentence, k, roots[i]).Upos : sentence.Upos[k])],
            Xpos = [.. kept.Select((k, i) => IsMerged(last, k) ? TagsOf(sentence, k, roots[i]).Xpos : sentence.Xpos[k])],
            Heads = heads,
            Relations = [.. roots.Select(r => sentence.Relations[r])],
            Misc = [.. kept.Select(k => sentence.Misc[k])],
            DocumentId = sentence.DocumentId,
        };
    }

    private static int[] LastOfPieces(TreebankSentence sentence)
    {
        int[] last = [.. Enumerable.Range(0, sentence.Count)];
        for (int i = sentence.Count - 2; i > 0; i--)
        {
            bool joins = sentence.Xpos[i] == "HYPH" && sentence.Forms[i] is "-" or "\u2010" or "\u2011" && Touches(sentence, i - 1) && Touches(sentence, i);
            if (joins)
            {
                last[i - 1] = last[i] = last[i + 1];
            }
        }

        // A piece between two hyphens was named by the first of them alone.
        for (int i = sentence.Count - 1; i >= 0; i--)
        {
            last[i] = last[last[i]];
        }

        return IsWhole(sentence, last) ? last : [.. Enumerable.Range(0, sentence.Count)];
    }

    // Merging must leave a tree: only one word of each piece may have its head outside.
    private static bool IsWhole(TreebankSentence sentence, int[] last)
    {
        var outside = new int[sentence.Count];
        for (int i = 0; i < sentence.Count; i++)
        {
            int head = sentence.Heads[i];
            outside[last[i]] += head < 0 || last[head] != last[i] ? 1 : 0;
        }

        return outside.Where((_, i) => last[i] == i).All(n => n == 1);
    }

    private static bool Touches(TreebankSentence sentence, int index) => sentence.Misc[index].Contains("SpaceAfter=No", StringComparison.Ordinal);

    private static bool IsMerged(int[] last, int k) => k > 0 && last[k - 1] == k;

    private static int OuterOf(TreebankSentence sentence, int first, int end)
    {
        for (int i = first; i <= end; i++)
        {
            if (sentence.Heads[i] < first || sentence.Heads[i] > end)
            {
                return i;
            }
        }

        return end;
    }

    private static IEnumerable<string> Piece(string[] column, int[] last, int k) => column.Where((_, i) => last[i] == k);

    private static string LemmaOf(TreebankSentence sentence, int[] last, int k) =>
        IsMerged(last, k) ? string.Concat(Piece(sentence.Forms, last, k).SkipLast(1)).ToLowerInvariant() + sentence.Lemmas[k] : sentence.Lemmas[k];

    // The Penn Treebank tags a hyphenated word before its noun as an adjective, whatever its parts.
    private static (string Xpos, string Upos) TagsOf(TreebankSentence sentence, int k, int root)
    {
        bool modifies = sentence.Heads[root] > k && sentence.Relations[root] is "amod" or "compound" or "nmod" or "nummod" or "advmod" or "obl:unmarked" or "nmod:unmarked";
        return modifies && sentence.Upos[k] is not "PROPN" ? ("JJ", "ADJ") : (sentence.Xpos[k], sentence.Upos[k]);
    }
}
