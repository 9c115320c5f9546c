using System.Diagnostics;
using Demarche.Nlp.Learning;

namespace Demarche.Nlp.Parsing;

/// <summary>What the parser looks at before a move: the three topmost trees of the stack, their outer children, and the next words.</summary>
/// <remarks>
/// After Zhang and Nivre, "Transition-based dependency parsing with rich non-local features", ACL 2011, table 1 and 2, turned to
/// arc-standard; case words, commas and verbs between two heads added. Part of the model format: the order numbers the templates.
/// </remarks>
internal static class ParserFeatures
{
    /// <summary>Number of features of every state.</summary>
    public const int Count = 92;

    private const uint Nothing = 0xFFFF;

    /// <summary>Fills <paramref name="features"/> with the keys of the state.</summary>
    /// <param name="sentence">Words and tags.</param>
    /// <param name="state">The half-built trees.</param>
    /// <param name="top">Node on top of the stack.</param>
    /// <param name="next">Index of the next word.</param>
    /// <param name="features">Receives <see cref="Count"/> keys.</param>
    public static void Extract(ParserSentence sentence, ParserState state, int top, int next, Span<uint> features)
    {
        ParserState.Node s0 = At(state, top);
        ParserState.Node s1 = At(state, s0.Below);
        ParserState.Node s2 = At(state, s1.Below);
        (uint s0w, uint s0p) = Look(sentence, s0.Word);
        (uint s1w, uint s1p) = Look(sentence, s1.Word);
        (uint s2w, uint s2p) = Look(sentence, s2.Word);
        (uint b0w, uint b0p) = Look(sentence, next);
        (uint b1w, uint b1p) = Look(sentence, next + 1);
        (uint b2w, uint b2p) = Look(sentence, next + 2);
        (uint s0lw, uint s0lp) = Child(sentence, state, s0.Left);
        (uint s0rw, uint s0rp) = Child(sentence, state, s0.Right);
        (uint s1lw, uint s1lp) = Child(sentence, state, s1.Left);
        (uint s1rw, uint s1rp) = Child(sentence, state, s1.Right);
        (_, uint s0l2p) = Child(sentence, state, s0.Left2);
        (_, uint s0r2p) = Child(sentence, state, s0.Right2);
        (_, uint s1l2p) = Child(sentence, state, s1.Left2);
        (_, uint s1r2p) = Child(sentence, state, s1.Right2);
        // The same in the few universal tags: for what the many Penn tags are too fine to have met.
        (uint s0c, uint s1c, uint s2c) = (Coarse(sentence, s0.Word), Coarse(sentence, s1.Word), Coarse(sentence, s2.Word));
        (uint b0c, uint b1c) = (Coarse(sentence, next), Coarse(sentence, next + 1));
        uint s0Family = ChildrenOf(sentence, state, s0);
        uint s1Family = ChildrenOf(sentence, state, s1);
        uint edges = (next >= sentence.Count ? 1u : 0u) | (s2.Word < 0 ? 2u : 0u);
        uint distance = s1.Word < 0 ? 0u : Bucket(s0.Word - s1.Word);
        uint between = s1.Word < 0 ? 0u : sentence.Between(s1.Word, s0.Word);
        uint s0v = (uint)(Math.Min((int)s0.LeftCount, 7) << 3 | Math.Min((int)s0.RightCount, 7));
        uint s1v = (uint)(Math.Min((int)s1.LeftCount, 7) << 3 | Math.Min((int)s1.RightCount, 7));
        int n = 0;

        // Single words.
        features[n] = FeatureHash.Of(n++, s0w, s0p);
        features[n] = FeatureHash.Of(n++, s0w);
        features[n] = FeatureHash.Of(n++, s0p);
        features[n] = FeatureHash.Of(n++, s1w, s1p);
        features[n] = FeatureHash.Of(n++, s1w);
        features[n] = FeatureHash.Of(n++, s1p);
        features[n] = FeatureHash.Of(n++, s2w, s2p);
        features[n] = FeatureHash.Of(n++, s2p);
        features[n] = FeatureHash.Of(n++, b0w, b0p);
        features[n] = FeatureHash.Of(n++, b0w);
        features[n] = FeatureHash.Of(n++, b0p);
        features[n] = FeatureHash.Of(n++, b1w, b1p);
        features[n] = FeatureHash.Of(n++, b1p);
        features[n] = FeatureHash.Of(n++, b2w, b2p);
        features[n] = FeatureHash.Of(n++, b2p);

        // Pairs.
        features[n] = FeatureHash.Of(n++, s0w, s1w, s0p << 16 | s1p);
        features[n] = FeatureHash.Of(n++, s0w, s1w);
        features[n] = FeatureHash.Of(n++, s0w, s0p << 16 | s1p);
        features[n] = FeatureHash.Of(n++, s1w, s0p << 16 | s1p);
        features[n] = FeatureHash.Of(n++, s0p, s1p);
        features[n] = FeatureHash.Of(n++, s0p, b0p);
        features[n] = FeatureHash.Of(n++, s0w, b0p);
        features[n] = FeatureHash.Of(n++, s0p, b0w);
        features[n] = FeatureHash.Of(n++, s0w, b0w);
        features[n] = FeatureHash.Of(n++, s1p, b0p);
        features[n] = FeatureHash.Of(n++, s1w, b0p);
        features[n] = FeatureHash.Of(n++, s1p, b0w);
        features[n] = FeatureHash.Of(n++, b0p, b1p);
        features[n] = FeatureHash.Of(n++, b0w, b1w);
        features[n] = FeatureHash.Of(n++, s2p, s0p);

        // Triples.
        features[n] = FeatureHash.Of(n++, s0p, s1p, b0p);
        features[n] = FeatureHash.Of(n++, s0w, s1p, b0p);
        features[n] = FeatureHash.Of(n++, s1w, s0p, b0p);
        features[n] = FeatureHash.Of(n++, b0w, s0p, s1p);
        features[n] = FeatureHash.Of(n++, s0p, b0p, b1p);
        features[n] = FeatureHash.Of(n++, s1p << 16 | s0p, b0p, b1p);
        features[n] = FeatureHash.Of(n++, b0p, b1p, b2p);
        features[n] = FeatureHash.Of(n++, s2p, s1p, s0p);
        features[n] = FeatureHash.Of(n++, s2p << 16 | s1p, s0p, b0p);
        features[n] = FeatureHash.Of(n++, s2w, s1p, s0p);

        // Children.
        features[n] = FeatureHash.Of(n++, s0p, s1p, s0lp);
        features[n] = FeatureHash.Of(n++, s0p, s1p, s0rp);
        features[n] = FeatureHash.Of(n++, s0p, s1p, s1lp);
        features[n] = FeatureHash.Of(n++, s0p, s1p, s1rp);
        features[n] = FeatureHash.Of(n++, s0p << 16 | s1p, s0lp, s0l2p);
        features[n] = FeatureHash.Of(n++, s0p << 16 | s1p, s0rp, s0r2p);
        features[n] = FeatureHash.Of(n++, s0p << 16 | s1p, s1lp, s1l2p);
        features[n] = FeatureHash.Of(n++, s0p << 16 | s1p, s1rp, s1r2p);
        features[n] = FeatureHash.Of(n++, s0w, s0lw);
        features[n] = FeatureHash.Of(n++, s0w, s0rw);
        features[n] = FeatureHash.Of(n++, s1w, s1lw);
        features[n] = FeatureHash.Of(n++, s1w, s1rw);
        features[n] = FeatureHash.Of(n++, s0p, s0lw);
        features[n] = FeatureHash.Of(n++, s0p, s0rw);
        features[n] = FeatureHash.Of(n++, s1p, s1lw);
        features[n] = FeatureHash.Of(n++, s1p, s1rw);
        features[n] = FeatureHash.Of(n++, s0w, s0lp);
        features[n] = FeatureHash.Of(n++, s0w, s0rp);
        features[n] = FeatureHash.Of(n++, s1w, s1lp);
        features[n] = FeatureHash.Of(n++, s1w, s1rp);

        // Attachment of a phrase by its first word: case or mark.
        features[n] = FeatureHash.Of(n++, s1w, s0lw, 0);
        features[n] = FeatureHash.Of(n++, s1p, s0lw, s0p);
        features[n] = FeatureHash.Of(n++, s1w, s0lw, s0w);
        features[n] = FeatureHash.Of(n++, s1w, s1rw, s0lw);
        features[n] = FeatureHash.Of(n++, s2w, s0lw, s1p);
        features[n] = FeatureHash.Of(n++, s2p, s0lw, s1p);
        features[n] = FeatureHash.Of(n++, s0w, b0w, b1w);
        features[n] = FeatureHash.Of(n++, s0p, b0w, b1p);
        features[n] = FeatureHash.Of(n++, s1w, b0w, b1p);
        features[n] = FeatureHash.Of(n++, s0rp, b0p, s0p);
        features[n] = FeatureHash.Of(n++, s0lp, b0p, s0p);

        // Distance, number of children, what lies between.
        features[n] = FeatureHash.Of(n++, s0p, s1p, distance);
        features[n] = FeatureHash.Of(n++, s0w, distance);
        features[n] = FeatureHash.Of(n++, s1w, distance);
        features[n] = FeatureHash.Of(n++, s0p, s1p, between);
        features[n] = FeatureHash.Of(n++, s0w, s1p, between);
        features[n] = FeatureHash.Of(n++, s1w, s0p, between);
        features[n] = FeatureHash.Of(n++, s0p, s1p << 16 | b0p, between);
        features[n] = FeatureHash.Of(n++, s0w, s0v);
        features[n] = FeatureHash.Of(n++, s0p, s0v);
        features[n] = FeatureHash.Of(n++, s1w, s1v);
        features[n] = FeatureHash.Of(n++, s1p, s1v);
        features[n] = FeatureHash.Of(n++, s0p << 16 | s1p, s0v, s1v);
        features[n] = FeatureHash.Of(n++, s0p, s1p, edges);
        features[n] = FeatureHash.Of(n++, s0p, s1p, (uint)sentence.ShapeOf(s0.Word) ^ sentence.ShapeOf(s1.Word));
        features[n] = FeatureHash.Of(n++, s0p << 16 | b0p, s1rp, s1p);
        features[n] = FeatureHash.Of(n++, s1w, s0c, edges);
        features[n] = FeatureHash.Of(n++, s1p, s1Family, edges);

        // Universal tags.
        features[n] = FeatureHash.Of(n++, s0c << 8 | s1c, s2c, b0c);
        features[n] = FeatureHash.Of(n++, s0c << 8 | s1c, b0c, b1c);
        features[n] = FeatureHash.Of(n++, s0c << 8 | s1c, s0Family, s1Family);
        features[n] = FeatureHash.Of(n++, s0c << 8 | s1c, s1Family, b0c << 8 | edges);
        Debug.Assert(n == Count, "Every feature slot is filled.");
    }

    private static ParserState.Node At(ParserState state, int node) =>
        node == ParserState.None ? new(-1, -1, -1, -1, -1, -1, 0, 0) : state[node];

    private static (uint Word, uint Tag) Child(ParserSentence sentence, ParserState state, int node) =>
        node == ParserState.None ? (Nothing, Nothing) : Look(sentence, state[node].Word);

    private static (uint Word, uint Tag) Look(ParserSentence sentence, int word) =>
        (uint)word < (uint)sentence.Count ? (sentence.WordOf(word), sentence.TagOf(word)) : (Nothing, Nothing);

    private static uint Coarse(ParserSentence sentence, int word) =>
        (uint)word < (uint)sentence.Count ? sentence.KindOf(word) : byte.MaxValue;

    // The universal tags of a tree's outermost children.
    private static uint ChildrenOf(ParserSentence sentence, ParserState state, in ParserState.Node node) =>
        KindOf(sentence, state, node.Left) << 24 | KindOf(sentence, state, node.Left2) << 16
        | KindOf(sentence, state, node.Right2) << 8 | KindOf(sentence, state, node.Right);

    private static uint KindOf(ParserSentence sentence, ParserState state, int node) =>
        node == ParserState.None ? byte.MaxValue : sentence.KindOf(state[node].Word);

    // 1, 2, 3, 4, 5-6, 7-10, more: the buckets of MaltParser's and ZPar's distance feature.
    private static uint Bucket(int distance) => distance switch
    {
        <= 4 => (uint)distance,
        <= 6 => 5,
        <= 10 => 6,
        _ => 7,
    };
}
