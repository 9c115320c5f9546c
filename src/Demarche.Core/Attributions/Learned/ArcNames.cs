using Demarche.Nlp;

namespace Demarche.Core.Attributions.Learned;

/// <summary>Which <see cref="ChildArcs"/> the relations of a language model are. Names after Universal Dependencies 2.</summary>
internal sealed class ArcNames
{
    private static readonly (string Name, ChildArcs Arc)[] Names =
    [
        ("nsubj", ChildArcs.Subject), ("csubj", ChildArcs.Subject), ("nsubj:pass", ChildArcs.PassiveSubject), ("csubj:pass", ChildArcs.PassiveSubject),
        ("ccomp", ChildArcs.Clause), ("xcomp", ChildArcs.OpenClause), ("obj", ChildArcs.Object), ("iobj", ChildArcs.Object),
        ("parataxis", ChildArcs.Parataxis), ("advcl", ChildArcs.Adverbial), ("mark", ChildArcs.Mark), ("obl", ChildArcs.Oblique),
        ("aux", ChildArcs.Auxiliary), ("aux:pass", ChildArcs.Auxiliary), ("cop", ChildArcs.Auxiliary), ("obl:agent", ChildArcs.Agent),
        ("case", ChildArcs.Case), ("nmod", ChildArcs.Noun), ("nmod:poss", ChildArcs.Noun), ("acl", ChildArcs.Noun), ("acl:relcl", ChildArcs.Noun),
    ];

    private readonly ChildArcs[] _arcs = new ChildArcs[byte.MaxValue + 1];

    public ArcNames(Syntax syntax)
    {
        foreach ((string name, ChildArcs arc) in Names)
        {
            int number = syntax.RelationNumber(name);
            if (number >= 0)
            {
                _arcs[number] = arc;
            }
        }
    }

    public ChildArcs Of(byte relation) => _arcs[relation];
}
