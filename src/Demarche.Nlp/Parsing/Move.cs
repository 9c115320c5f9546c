namespace Demarche.Nlp.Parsing;

/// <summary>The three moves of the arc-standard system (Nivre, "Incrementality in deterministic dependency parsing", 2004).</summary>
internal enum Move : byte
{
    /// <summary>The next word is put on the stack.</summary>
    Shift = 0,

    /// <summary>The word under the top becomes a dependent of the top and leaves the stack.</summary>
    Left = 1,

    /// <summary>The top becomes a dependent of the word under it and leaves the stack.</summary>
    Right = 2,
}
