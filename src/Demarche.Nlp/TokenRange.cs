namespace Demarche.Nlp;

/// <summary>A half-open range <c>[Start, End)</c> of token indices of one <see cref="Document"/>.</summary>
/// <param name="Start">Index of the first token.</param>
/// <param name="End">Index after the last token.</param>
public readonly record struct TokenRange(int Start, int End)
{
    /// <summary>Number of tokens.</summary>
    public int Length => End - Start;

    /// <summary>Whether the token at <paramref name="index"/> lies inside.</summary>
    public bool Contains(int index) => index >= Start && index < End;
}
