namespace Demarche.Nlp.Corpora;

/// <summary>A sentence with its annotation: columns over its words. A value the corpus does not give is "_".</summary>
public sealed class TreebankSentence
{
    /// <summary>The words as written.</summary>
    public required string[] Forms { get; init; }

    /// <summary>Dictionary form of each word.</summary>
    public required string[] Lemmas { get; init; }

    /// <summary>Universal part of speech of each word.</summary>
    public required string[] Upos { get; init; }

    /// <summary>Penn Treebank tag of each word.</summary>
    public required string[] Xpos { get; init; }

    /// <summary>Index of each word's head in this sentence; -1 for the root.</summary>
    public required int[] Heads { get; init; }

    /// <summary>Universal Dependencies relation of each word to its head.</summary>
    public required string[] Relations { get; init; }

    /// <summary>The MISC column of each word.</summary>
    public required string[] Misc { get; init; }

    /// <summary>Id of the document the sentence stands in, empty when the corpus names none.</summary>
    public string DocumentId { get; init; } = "";

    /// <summary>Number of words.</summary>
    public int Count => Forms.Length;
}
