using Demarche.Nlp.Tagging;

namespace Demarche.Nlp.Parsing;

/// <summary>Which labels of the tagger are commas and other separators, verbs, and conjunctions.</summary>
internal sealed class ParserTags
{
    private readonly byte[] _kinds;

    /// <summary>Sorts the labels of <paramref name="tags"/>.</summary>
    public ParserTags(TagSet tags)
    {
        _kinds = new byte[tags.Labels.Count];
        for (int i = 0; i < _kinds.Length; i++)
        {
            _kinds[i] = (tags.Upos[tags.UposOf((byte)i)], tags.Xpos[tags.XposOf((byte)i)]) switch
            {
                ("PUNCT", "," or ":") => 1,
                ("VERB" or "AUX", not "VBG") => 2,
                ("CCONJ", _) => 3,
                _ => 0,
            };
        }
    }

    /// <summary>Whether the label is that of a comma, colon, semicolon or dash.</summary>
    public bool IsComma(byte label) => _kinds[label] == 1;

    /// <summary>Whether the label is that of a verb other than an -ing form.</summary>
    public bool IsVerb(byte label) => _kinds[label] == 2;

    /// <summary>Whether the label is that of a coordinating conjunction.</summary>
    public bool IsConjunction(byte label) => _kinds[label] == 3;
}
