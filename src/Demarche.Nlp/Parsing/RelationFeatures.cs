using System.Diagnostics;
using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Parsing;

/// <summary>What is looked at to name the relation of a word to its head once the tree stands.</summary>
/// <remarks>Part of the model format: the order of the templates numbers them.</remarks>
internal static class RelationFeatures
{
    /// <summary>Number of features of every word.</summary>
    public const int Count = 46;

    private const uint Nothing = 0xFFFF;

    /// <summary>Fills <paramref name="features"/> for the word at <paramref name="index"/>.</summary>
    /// <param name="sentence">Words and tags.</param>
    /// <param name="tree">The tree, with the relations named so far: those of the head and of the children to the left.</param>
    /// <param name="index">The word, not the root.</param>
    /// <param name="features">Receives <see cref="Count"/> keys.</param>
    public static void Extract(ParserSentence sentence, RelationTree tree, int index, Span<uint> features)
    {
        int head = tree.Heads[index];
        int grandparent = tree.Heads[head];
        (uint dw, uint dp) = Look(sentence, index);
        (uint hw, uint hp) = Look(sentence, head);
        (uint gw, uint gp) = Look(sentence, grandparent);
        (uint lw, uint lp) = Look(sentence, tree.LeftChild[index]);
        (uint rw, uint rp) = Look(sentence, tree.RightChild[index]);
        (uint sw, uint sp) = Look(sentence, tree.Sibling[index]);
        (_, uint dp1) = Look(sentence, index - 1);
        (uint dw1, uint dn1) = Look(sentence, index + 1);
        (_, uint hp1) = Look(sentence, head - 1);
        (_, uint hn1) = Look(sentence, head + 1);
        (_, uint fp) = Look(sentence, tree.FirstChild(head));
        uint side = index < head ? 0u : 1u;
        uint near = side | (uint)Math.Min(Math.Abs(index - head), 7) << 1;
        uint headRelation = tree.RelationOf(head);
        uint siblingRelation = tree.RelationOf(tree.Sibling[index]);
        uint seen = tree.SeenCore(head);
        uint between = sentence.Between(Math.Min(index, head), Math.Max(index, head));
        int n = 0;
        features[n] = FeatureHash.Of(n++, side);
        features[n] = FeatureHash.Of(n++, dw, side);
        features[n] = FeatureHash.Of(n++, dp, side);
        features[n] = FeatureHash.Of(n++, hw, side);
        features[n] = FeatureHash.Of(n++, hp, side);
        features[n] = FeatureHash.Of(n++, dw, dp, side);
        features[n] = FeatureHash.Of(n++, dp, hp, side);
        features[n] = FeatureHash.Of(n++, dw, hp, side);
        features[n] = FeatureHash.Of(n++, dp, hw, side);
        features[n] = FeatureHash.Of(n++, dw, hw, side);
        features[n] = FeatureHash.Of(n++, dp, hp, near);
        features[n] = FeatureHash.Of(n++, dw, near);
        features[n] = FeatureHash.Of(n++, dp, hp << 16 | gp, side);
        features[n] = FeatureHash.Of(n++, dp, gp, side);
        features[n] = FeatureHash.Of(n++, dw, gw, side);
        features[n] = FeatureHash.Of(n++, lw, side);
        features[n] = FeatureHash.Of(n++, lw, dp, hp);
        features[n] = FeatureHash.Of(n++, lw, hw, side);
        features[n] = FeatureHash.Of(n++, lw, dw, side);
        features[n] = FeatureHash.Of(n++, lp, dp << 16 | hp, side);
        features[n] = FeatureHash.Of(n++, rp, dp << 16 | hp, side);
        features[n] = FeatureHash.Of(n++, rw, dp, side);
        features[n] = FeatureHash.Of(n++, lp, rp, dp << 1 | side);
        features[n] = FeatureHash.Of(n++, sp, dp, hp << 1 | side);
        features[n] = FeatureHash.Of(n++, sw, dw, side);
        features[n] = FeatureHash.Of(n++, sw, dp, hp);
        features[n] = FeatureHash.Of(n++, siblingRelation, dp, hp << 1 | side);
        features[n] = FeatureHash.Of(n++, siblingRelation, dw, side);
        features[n] = FeatureHash.Of(n++, headRelation, dp, side);
        features[n] = FeatureHash.Of(n++, headRelation, dp, hp << 1 | side);
        features[n] = FeatureHash.Of(n++, headRelation, dw, side);
        features[n] = FeatureHash.Of(n++, headRelation, siblingRelation, dp << 1 | side);
        features[n] = FeatureHash.Of(n++, seen, dp, side);
        features[n] = FeatureHash.Of(n++, seen, dp << 16 | hp, side);
        features[n] = FeatureHash.Of(n++, seen, hw, dp << 1 | side);
        features[n] = FeatureHash.Of(n++, seen, lw, dp << 1 | side);
        features[n] = FeatureHash.Of(n++, dp1, dp, dn1);
        features[n] = FeatureHash.Of(n++, dw1, dp, side);
        features[n] = FeatureHash.Of(n++, dp1, dn1, hp << 1 | side);
        features[n] = FeatureHash.Of(n++, hp1, hn1, dp << 1 | side);
        features[n] = FeatureHash.Of(n++, between, dp, hp << 1 | side);
        features[n] = FeatureHash.Of(n++, between, dw, side);
        features[n] = FeatureHash.Of(n++, sentence[index].Suffix3, dp, hp << 1 | side);
        features[n] = FeatureHash.Of(n++, sentence[index].Shape, dp, hp << 1 | side);
        features[n] = FeatureHash.Of(n++, sentence.ShapeOf(head) ^ sentence[index].Shape << 1, dp, near);
        features[n] = FeatureHash.Of(n++, fp, dp, hp << 1 | side);
        Debug.Assert(n == Count, "Every feature slot is filled.");
    }

    private static (uint Word, uint Tag) Look(ParserSentence sentence, int word) =>
        (uint)word < (uint)sentence.Count ? (sentence.WordOf(word), sentence.TagOf(word)) : (Nothing, Nothing);
}
