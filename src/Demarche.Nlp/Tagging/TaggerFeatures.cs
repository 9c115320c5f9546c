using System.Diagnostics;
using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Tagging;

/// <summary>What the tagger looks at: the word, its neighbours, the tags given so far and the usual tags of what comes.</summary>
/// <remarks>Part of the model format: the order of the templates numbers them.</remarks>
internal static class TaggerFeatures
{
    /// <summary>Number of features of every token.</summary>
    public const int Count = 52;

    /// <summary>Fills <paramref name="features"/> for the word at <paramref name="index"/>.</summary>
    /// <param name="words">The sentence.</param>
    /// <param name="index">The word to tag.</param>
    /// <param name="context">Where the tagger stands: before that word.</param>
    /// <param name="features">Receives <see cref="Count"/> keys.</param>
    public static void Extract(ReadOnlySpan<WordHashes> words, int index, in TaggerContext context, Span<uint> features)
    {
        (uint last, uint secondLast) = (context.Last, context.SecondLast);
        (uint here, uint next, uint afterNext) = (context.Here.Known.Class, context.Next.Known.Class, context.AfterNext.Known.Class);
        (uint lower, uint background, uint backgroundLower, uint backgroundNext) =
            (context.Here.Lower, context.Here.Background, context.Here.BackgroundLower, context.Next.Background);
        WordHashes w = words[index];
        WordHashes before = At(words, index - 1);
        WordHashes after = At(words, index + 1);
        WordHashes before2 = At(words, index - 2);
        WordHashes after2 = At(words, index + 2);
        uint first = index == 0 ? 1u : 0u;
        int n = 0;
        features[n] = FeatureHash.Of(n++, 0u);
        features[n] = FeatureHash.Of(n++, w.Form);
        features[n] = FeatureHash.Of(n++, w.Lower);
        features[n] = FeatureHash.Of(n++, w.Shape, first);
        features[n] = FeatureHash.Of(n++, w.Prefix1);
        features[n] = FeatureHash.Of(n++, w.Prefix2);
        features[n] = FeatureHash.Of(n++, w.Prefix3);
        features[n] = FeatureHash.Of(n++, w.Prefix4);
        features[n] = FeatureHash.Of(n++, w.Suffix1);
        features[n] = FeatureHash.Of(n++, w.Suffix2);
        features[n] = FeatureHash.Of(n++, w.Suffix3);
        features[n] = FeatureHash.Of(n++, w.Suffix4);
        features[n] = FeatureHash.Of(n++, w.Suffix5);
        features[n] = FeatureHash.Of(n++, w.Suffix3, w.Shape);
        features[n] = FeatureHash.Of(n++, last);
        features[n] = FeatureHash.Of(n++, last, secondLast);
        features[n] = FeatureHash.Of(n++, last, w.Lower);
        features[n] = FeatureHash.Of(n++, last, w.Suffix3);
        features[n] = FeatureHash.Of(n++, last, w.Shape);
        features[n] = FeatureHash.Of(n++, last, secondLast, w.Lower);
        features[n] = FeatureHash.Of(n++, before.Lower);
        features[n] = FeatureHash.Of(n++, before2.Lower);
        features[n] = FeatureHash.Of(n++, after.Lower);
        features[n] = FeatureHash.Of(n++, after2.Lower);
        features[n] = FeatureHash.Of(n++, before.Lower, w.Lower);
        features[n] = FeatureHash.Of(n++, w.Lower, after.Lower);
        features[n] = FeatureHash.Of(n++, before.Lower, after.Lower);
        features[n] = FeatureHash.Of(n++, after.Suffix3, after.Shape);
        features[n] = FeatureHash.Of(n++, before.Shape, w.Shape, after.Shape);
        features[n] = FeatureHash.Of(n++, here);
        features[n] = FeatureHash.Of(n++, here, last);
        features[n] = FeatureHash.Of(n++, next, here);
        features[n] = FeatureHash.Of(n++, next, here, last);
        features[n] = FeatureHash.Of(n++, next, afterNext, here);
        features[n] = FeatureHash.Of(n++, next, w.Lower);
        features[n] = FeatureHash.Of(n++, next, last, w.Suffix2);
        features[n] = FeatureHash.Of(n++, lower, w.Shape);
        features[n] = FeatureHash.Of(n++, lower, w.Shape, last);
        features[n] = FeatureHash.Of(n++, background);
        features[n] = FeatureHash.Of(n++, background, last);
        features[n] = FeatureHash.Of(n++, background, here);
        features[n] = FeatureHash.Of(n++, background, w.Suffix2);
        features[n] = FeatureHash.Of(n++, background, backgroundNext, last);
        features[n] = FeatureHash.Of(n++, backgroundLower, w.Shape, last);
        features[n] = FeatureHash.Of(n++, backgroundNext, last);
        features[n] = FeatureHash.Of(n++, context.Capitals, w.Shape, first);
        features[n] = FeatureHash.Of(n++, context.Capitals, w.Shape, lower);
        features[n] = FeatureHash.Of(n++, lower, w.Shape, before.Shape);
        features[n] = FeatureHash.Of(n++, lower, w.Shape, after.Shape);
        features[n] = FeatureHash.Of(n++, before.Shape, before2.Shape, w.Shape);
        features[n] = FeatureHash.Of(n++, after.Shape, after2.Shape, w.Shape);
        features[n] = FeatureHash.Of(n++, last, w.Suffix4);
        Debug.Assert(n == Count, "Every feature slot is filled.");
    }

    private static WordHashes At(ReadOnlySpan<WordHashes> words, int index) =>
        (uint)index < (uint)words.Length ? words[index] : default;
}
