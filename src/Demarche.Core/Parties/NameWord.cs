using Demarche.Nlp.Text;

namespace Demarche.Core.Parties;

/// <summary>A word as names are made of: "U.S.", "O'Brien" and "Diaz-Balart" are one word, "Berg's" is the word "Berg" with a mark.</summary>
/// <param name="Span">Where it stands, in UTF-16 code units, without a possessive ending.</param>
/// <param name="Gap">What parts it from the word before.</param>
/// <param name="IsPossessive">Whether "'s" follows.</param>
internal readonly record struct NameWord(TextSpan Span, WordGap Gap, bool IsPossessive);

/// <summary>What stands between a word and the one before it.</summary>
internal enum WordGap
{
    /// <summary>White space, or the point of a shortened title.</summary>
    Space,

    /// <summary>A comma.</summary>
    Comma,

    /// <summary>Anything else, or nothing before it.</summary>
    Break,
}
