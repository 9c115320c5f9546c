using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned;

/// <summary>
/// What the rules made of each token. They err in other places than the taggers, above all where a text is unlike the training
/// articles; so the taggers learn how far to follow them.
/// </summary>
internal sealed class RuleColumns
{
    private const byte ContentRole = 1;
    private const byte SourceRole = 3;
    private const byte CueRole = 5;

    private readonly Relation?[] _byCue;

    public RuleColumns(TokenColumns tokens, List<Relation> found)
    {
        _byCue = new Relation?[tokens.Count];
        foreach (Relation relation in found)
        {
            for (int i = relation.Cue.Start; i < relation.Cue.End; i++)
            {
                _byCue[i] = _byCue[i] is { } other && other.Probability >= relation.Probability ? other : relation;
            }
        }

        Role = new byte[tokens.Count];
        Strength = new byte[tokens.Count];
        List<(Relation Relation, int Parent)> chosen = Nesting.Choose(tokens, found);
        foreach ((Relation relation, int parent) in chosen)
        {
            if (parent < 0)
            {
                Mark(relation.Content, ContentRole, relation);
            }
        }

        foreach ((Relation relation, int parent) in chosen)
        {
            if (parent < 0)
            {
                Mark(relation.Source.Length > 0 ? [relation.Source] : [], SourceRole, relation);
                Mark([relation.Cue], CueRole, relation);
            }
        }
    }

    /// <summary>0 outside, 1 begins and 2 goes on with a content, 3 and 4 a source, 5 and 6 a cue; outermost relations only.</summary>
    public byte[] Role { get; }

    /// <summary>How sure the rules are of it, 0 to 4.</summary>
    public byte[] Strength { get; }

    /// <summary>The most probable relation of the rules whose cue touches <paramref name="cue"/>; null for none.</summary>
    public Relation? Of(TokenRange cue)
    {
        Relation? best = null;
        for (int i = cue.Start; i < cue.End; i++)
        {
            best = _byCue[i] is { } relation && (best is null || relation.Probability > best.Probability) ? relation : best;
        }

        return best;
    }

    /// <summary>Probability in steps.</summary>
    public static byte StepOf(Relation relation) => relation.Probability switch
    {
        < 0.5 => 0,
        < 0.75 => 1,
        < 0.9 => 2,
        < 0.97 => 3,
        _ => 4,
    };

    private void Mark(IReadOnlyList<TokenRange> ranges, byte role, Relation relation)
    {
        foreach (TokenRange range in ranges)
        {
            Role.AsSpan(range.Start, range.Length).Fill((byte)(role + 1));
            Role[range.Start] = role;
            Strength.AsSpan(range.Start, range.Length).Fill(StepOf(relation));
        }
    }
}
