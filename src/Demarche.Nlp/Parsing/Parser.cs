using Demarche.Nlp.Learning;
using Demarche.Nlp.Tagging;

namespace Demarche.Nlp.Parsing;

/// <summary>Finds the head of each word and the relation between the two. Immutable and safe to share; each thread brings its own <see cref="ParserWorkspace"/>.</summary>
/// <remarks>
/// First the tree, by arc-standard moves with a beam; then the relations, from the finished tree. The result is always a projective
/// tree with one root. A sentence of more than <see cref="LongestSentence"/> words is parsed in pieces of that size, so that time and memory
/// stay linear; the roots of later pieces hang on the first.
/// </remarks>
public sealed class Parser
{
    /// <summary>Words parsed in one piece: more than any sentence of the corpora has (the longest: 220), little enough to bound the workspace.</summary>
    public const int LongestSentence = 1000;

    private readonly MoveWeights _moves;
    private readonly SparseWeights _names;
    private readonly RelationNamer _namer;
    private readonly ParserTags _tags;
    private readonly int _width;

    internal Parser(TagSet tags, LabelSet relations, ParserWeights weights)
    {
        _tags = new ParserTags(tags);
        _namer = new RelationNamer(relations);
        (_moves, _names, _width) = weights;
    }

    /// <summary>The relations.</summary>
    public LabelSet Relations => _namer.Relations;

    /// <summary>Number of weights.</summary>
    public int WeightCount => (3 * _moves.FeatureCount) + _names.WeightCount;

    private readonly struct Scorer(MoveWeights weights) : IMoveScorer
    {
        public void Score(ReadOnlySpan<uint> features, Span<float> scores) => weights.Score(features, scores);
    }

    /// <summary>Parses a sentence.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="labels">The tagger's label of each.</param>
    /// <param name="heads">Receives the index of each word's head; -1 for the root.</param>
    /// <param name="relations">Receives each word's label of <see cref="Relations"/>.</param>
    /// <param name="workspace">Scratch memory, used by one call at a time.</param>
    /// <exception cref="ArgumentException">A span is shorter than the sentence.</exception>
    public void Parse(
        ReadOnlySpan<WordHashes> words, ReadOnlySpan<byte> labels, Span<int> heads, Span<byte> relations, ParserWorkspace workspace)
    {
        ArgumentNullException.ThrowIfNull(workspace);
        if (Math.Min(labels.Length, Math.Min(heads.Length, relations.Length)) < words.Length)
        {
            throw new ArgumentException($"Labels, heads and relations need a place for each of {words.Length} words.", nameof(words));
        }

        int root = -1;
        for (int start = 0; start < words.Length; start += LongestSentence)
        {
            int count = Math.Min(LongestSentence, words.Length - start);
            Span<int> pieceHeads = heads.Slice(start, count);
            ParsePiece(words.Slice(start, count), labels.Slice(start, count), pieceHeads, relations.Slice(start, count), workspace);
            for (int i = 0; i < count; i++)
            {
                pieceHeads[i] += pieceHeads[i] >= 0 ? start : 0;
                if (pieceHeads[i] < 0)
                {
                    pieceHeads[i] = root;
                    (root, relations[start + i]) = root < 0 ? (start + i, relations[start + i]) : (root, _namer.Joint);
                }
            }
        }
    }

    /// <summary>Writes the model; the tagger's labels stand with the tagger.</summary>
    public void Write(BinaryWriter writer)
    {
        Relations.Write(writer);
        writer.Write7BitEncodedInt(_width);
        _moves.Write(writer);
        _names.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static Parser Read(BinaryReader reader, TagSet tags)
    {
        LabelSet relations = LabelSet.Read(reader);
        int width = Math.Clamp(reader.Read7BitEncodedInt(), 1, 64);
        return new Parser(tags, relations, new ParserWeights(MoveWeights.Read(reader), SparseWeights.Read(reader), width));
    }

    private void ParsePiece(
        ReadOnlySpan<WordHashes> words, ReadOnlySpan<byte> labels, Span<int> heads, Span<byte> relations, ParserWorkspace workspace)
    {
        BeamSearch search = workspace.Search;
        search.Sentence.Fill(words, labels, _tags);
        search.Begin();
        var scorer = new Scorer(_moves);
        Span<Move> moves = workspace.Moves(ArcStandard.MoveCount(words.Length));
        for (int i = 0; i < moves.Length; i++)
        {
            search.Advance(scorer, _width);
        }

        search.MovesTo(search.Best, moves);
        ArcStandard.HeadsOf(moves, heads);
        workspace.Tree.Fill(heads);
        _namer.Name(_names, search.Sentence, workspace.Tree, relations);
    }
}
