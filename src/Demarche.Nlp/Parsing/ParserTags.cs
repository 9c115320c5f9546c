using Demarche.Nlp.Tagging;

namespace Demarche.Nlp.Parsing;

/// <summary>What the parser asks of the tagger's labels: the universal part of speech, and which are commas and other separators, verbs, and conjunctions.</summary>
internal sealed class ParserTags
{
    private readonly byte[] _kinds;
    private readonly TagSet _tags;

    /// <summary>Sorts the labels of <paramref name="tags"/>.</summary>
    public ParserTags(TagSet tags)
    {
        _tags = tags;
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

    /// <summary>Number of the universal part of speech of <paramref name="label"/>.</summary>
    public byte KindOf(byte label) => _tags.UposOf(label);

    /// <summary>Whether the label is that of a comma, colon, semicolon or dash.</summary>
    public bool IsComma(byte label) => _kinds[label] == 1;

    /// <summary>Whether the label is that of a verb other than an -ing form.</summary>
    public bool IsVerb(byte label) => _kinds[label] == 2;

    /// <summary>Whether the label is that of a coordinating conjunction.</summary>
    public bool IsConjunction(byte label) => _kinds[label] == 3;
}
