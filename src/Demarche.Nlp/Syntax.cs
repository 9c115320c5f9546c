using Demarche.Nlp.Learning;

namespace Demarche.Nlp;

/// <summary>Parts of speech, dictionary forms and dependencies: columns over the tokens of a <see cref="Document"/>. Immutable.</summary>
public sealed class Syntax
{
    /// <summary>The columns of a document analysed without a language model: all empty.</summary>
    public static readonly Syntax None = new();

    private readonly LabelSet _xposNames = new([]);
    private readonly LabelSet _uposNames = new([]);
    private readonly LabelSet _relationNames = new([]);
    private readonly byte[] _xpos = [];
    private readonly byte[] _upos = [];
    private readonly string[] _lemmas = [];
    private readonly int[] _heads = [];
    private readonly byte[] _relations = [];

    private Syntax()
    {
    }

    internal Syntax(Models.LanguageModel model, byte[] labels, string[] lemmas, int[] heads, byte[] relations)
    {
        _xposNames = model.Tagger.Tags.Xpos;
        _uposNames = model.Tagger.Tags.Upos;
        _relationNames = model.Parser.Relations;
        _xpos = Array.ConvertAll(labels, model.Tagger.Tags.XposOf);
        _upos = Array.ConvertAll(labels, model.Tagger.Tags.UposOf);
        _lemmas = lemmas;
        _heads = heads;
        _relations = relations;
    }

    private Syntax(Syntax whole, TokenRange range)
    {
        _xposNames = whole._xposNames;
        _uposNames = whole._uposNames;
        _relationNames = whole._relationNames;
        _xpos = whole._xpos[range.Start..range.End];
        _upos = whole._upos[range.Start..range.End];
        _lemmas = whole._lemmas[range.Start..range.End];
        _heads = Array.ConvertAll(whole._heads[range.Start..range.End], head => range.Contains(head) ? head - range.Start : -1);
        _relations = whole._relations[range.Start..range.End];
    }

    /// <summary>Whether there is nothing here: no language model was given.</summary>
    public bool IsEmpty => _heads.Length == 0;

    /// <summary>Penn Treebank tag of each token, as a number; <see cref="Xpos"/> names it.</summary>
    public ReadOnlySpan<byte> XposTags => _xpos;

    /// <summary>Universal part of speech of each token, as a number; <see cref="Upos"/> names it.</summary>
    public ReadOnlySpan<byte> UposTags => _upos;

    /// <summary>Dictionary form of each token.</summary>
    public ReadOnlySpan<string> Lemmas => _lemmas;

    /// <summary>Document index of each token's head, always in the same sentence; -1 for the one root of a sentence.</summary>
    public ReadOnlySpan<int> Heads => _heads;

    /// <summary>Universal Dependencies relation of each token to its head, as a number; <see cref="Relation"/> names it.</summary>
    public ReadOnlySpan<byte> Relations => _relations;

    /// <summary>Penn Treebank tag of <paramref name="token"/>, such as VBZ.</summary>
    public string Xpos(int token) => _xposNames[_xpos[token]];

    /// <summary>Universal part of speech of <paramref name="token"/>, such as VERB.</summary>
    public string Upos(int token) => _uposNames[_upos[token]];

    /// <summary>Relation of <paramref name="token"/> to its head, such as nsubj:pass.</summary>
    public string Relation(int token) => _relationNames[_relations[token]];

    /// <summary>Number of the Penn tag <paramref name="name"/> in <see cref="XposTags"/>; -1 when the model never gives it.</summary>
    public int XposNumber(string name) => _xposNames.IndexOf(name);

    /// <summary>Number of the part of speech <paramref name="name"/> in <see cref="UposTags"/>; -1 when the model never gives it.</summary>
    public int UposNumber(string name) => _uposNames.IndexOf(name);

    /// <summary>Number of the relation <paramref name="name"/> in <see cref="Relations"/>; -1 when the model never gives it.</summary>
    public int RelationNumber(string name) => _relationNames.IndexOf(name);

    /// <summary>The columns of <paramref name="range"/>; heads outside it are none.</summary>
    internal Syntax Within(TokenRange range) => IsEmpty ? None : new Syntax(this, range);
}
