namespace Demarche.Nlp.Parsing;

/// <summary>Scratch memory of a <see cref="Parser"/>: one call at a time, kept for the next sentence so that parsing allocates nothing.</summary>
public sealed class ParserWorkspace
{
    private Move[] _moves = [];

    internal BeamSearch Search { get; } = new();

    internal RelationTree Tree { get; } = new();

    internal Span<Move> Moves(int count)
    {
        if (_moves.Length < count)
        {
            _moves = new Move[count * 2];
        }

        return _moves.AsSpan(0, count);
    }
}
