using Demarche.Core.Attributions.Learned;
using Demarche.Core.Attributions.Lexicon;
using Demarche.Nlp;

namespace Demarche.Core.Attributions;

/// <summary>
/// Finds who, inside what somebody said, is said to have said something. The model was trained on outermost attributions, so each content is
/// given to it as a text of its own.
/// </summary>
internal sealed class InnerReader(RuleReader rules, LearnedReader learned)
{
    /// <summary>Contents inside contents that are still read; the sample disputes have none deeper.</summary>
    private const int Deepest = 3;

    /// <summary>Tokens that make no attribution.</summary>
    private const int TooShort = 4;

    /// <summary>Of contents in which the rules find nothing and no word heads a cue this often, half of all, one in fifty holds one, and an unsure one (counted on PolNeAR's development part).</summary>
    private const byte LeastHabit = HabitColumns.Likely;

    /// <summary>Least probability: fewer of them are right than of outermost ones, and below it the rules know better. Chosen on the sample disputes.</summary>
    public double Least { get; init; } = 0.7;

    /// <summary>What stands inside the contents of <paramref name="outer"/>, in token indices of <paramref name="document"/>.</summary>
    public List<Relation> Read(Document document, IReadOnlyList<Relation> outer, int depth = 1)
    {
        var found = new List<Relation>();
        foreach (Relation relation in outer.Where(relation => !relation.IsHeld))
        {
            foreach (TokenRange piece in relation.Content.Where(piece => piece.Length > TooShort))
            {
                found.AddRange(ReadPiece(document.Within(piece), depth).Select(inner => Moved(inner, piece.Start)));
            }
        }

        return found;
    }

    private List<Relation> ReadPiece(Document piece, int depth)
    {
        var tokens = new TokenColumns(piece, WordTable.English);
        bool[] isClosed = new bool[piece.Sentences.Length];
        List<Relation> found = learned.Read(tokens, rules.Read(tokens, isClosed), isClosed, LeastHabit);
        found.RemoveAll(relation => relation.Probability < Least || relation.IsHeld);
        if (depth < Deepest)
        {
            found.AddRange(Read(piece, [.. found], depth + 1));
        }

        return found;
    }

    private static Relation Moved(Relation relation, int by) => relation with
    {
        Head = relation.Head + by,
        Cue = Moved(relation.Cue, by),
        Source = relation.Source.Length > 0 ? Moved(relation.Source, by) : default,
        Content = [.. relation.Content.Select(range => Moved(range, by))],
    };

    private static TokenRange Moved(TokenRange range, int by) => new(range.Start + by, range.End + by);
}
