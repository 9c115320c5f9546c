using System.Buffers;

namespace Demarche.Core.Comparisons.Utterances;

/// <summary>What was left out before and after the words a rendering keeps, and belongs to their clause: "we will not" before "reopen the weir".</summary>
internal static class ClauseEdges
{
    // What a rendering shows of them.
    private const int MostShown = 10;

    private static readonly SearchValues<char> Ends = SearchValues.Create(";:.!?\u2013\u2014\n\"\u201C\u201D()");

    /// <summary>The words on which the meaning of the kept words hangs, and that are gone.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="first">Index of the first word of it that was kept.</param>
    /// <param name="last">Index of the last one.</param>
    public static IEnumerable<Alteration> Of(Passage reference, int first, int last)
    {
        string[] words = [.. reference.Words.Select(word => word.Form)];
        return InFront(reference, words, first).Concat(Behind(reference, words, last)).DistinctBy(lost => lost.Kind);
    }

    private static IEnumerable<Alteration> InFront(Passage reference, string[] words, int first)
    {
        bool isNear = true;
        for (int i = first - 1; i >= 0 && !EndsAfter(reference, i); i--)
        {
            isNear &= !HasCommaAfter(reference, i) && !IsConnective(words[i]);
            if (IsCoordinator(words[i]) && i > 0 && HasCommaAfter(reference, i - 1))
            {
                break;
            }

            AlterationKind? kind = AlterationWords.KindOf(words, i);
            bool isNearby = kind is AlterationKind.Negation or AlterationKind.Hedge || (kind == AlterationKind.Modal && AlterationWords.IsWeak(words[i]));
            if (kind == AlterationKind.Condition || (isNear && isNearby))
            {
                yield return new Alteration(kind!.Value, Shown(words, i, first), "");
            }
        }
    }

    // A denial behind the kept words belongs to what follows it.
    private static IEnumerable<Alteration> Behind(Passage reference, string[] words, int last)
    {
        bool isNear = true;
        for (int i = last + 1; i < words.Length && !EndsAfter(reference, i - 1); i++)
        {
            bool isComma = HasCommaAfter(reference, i - 1);
            isNear &= !isComma && !IsConnective(words[i]);
            if (isComma && IsCoordinator(words[i]) && !IsConditionNext(words, i))
            {
                break;
            }

            AlterationKind? kind = AlterationWords.KindOf(words, i);
            if (kind == AlterationKind.Condition || (isNear && kind == AlterationKind.Hedge))
            {
                yield return new Alteration(kind!.Value, Shown(words, i, words.Length), "");
            }
        }
    }

    // ", but only if".
    private static bool IsConditionNext(string[] words, int index) =>
        Enumerable.Range(index + 1, Math.Min(2, words.Length - index - 1)).Any(i => AlterationWords.KindOf(words, i) == AlterationKind.Condition);

    private static string Shown(string[] words, int from, int end) =>
        AlterationFinder.Join(words[from..Math.Min(end, from + MostShown)], isCutBefore: false, isCutAfter: end > from + MostShown);

    private static bool EndsAfter(Passage passage, int index) => Between(passage, index).ContainsAny(Ends);

    private static bool HasCommaAfter(Passage passage, int index) => Between(passage, index).Contains(',');

    // The characters behind a word, up to the next.
    private static ReadOnlySpan<char> Between(Passage passage, int index) =>
        passage.Article.Text.AsSpan(passage.Words[index].Span.End, passage.Words[index + 1].Span.Start - passage.Words[index].Span.End);

    private static bool IsCoordinator(string word) => word is "and" or "but" or "or" or "so";

    private static bool IsConnective(string word) =>
        IsCoordinator(word) || word is "that" or "which" or "who" or "because" or "while" or "when" or "as" or "than" or "whether";
}
