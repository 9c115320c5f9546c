namespace Demarche.Core.Attributions.Lexicon;

/// <summary>Kinds of rows of <c>cues.txt</c>, named there by their first word.</summary>
internal enum CueRow
{
    /// <summary>A form and what stands after it.</summary>
    After,

    /// <summary>A form and the auxiliary before it.</summary>
    Before,

    /// <summary>Class before the verb group.</summary>
    Left,

    /// <summary>Class after the word.</summary>
    Right,

    /// <summary>Auxiliary and class before the verb group.</summary>
    Aux,

    /// <summary>Classes before and after.</summary>
    Frame,

    /// <summary>Capital or lower, and the word's own class.</summary>
    Shape,

    /// <summary>Ending and class before.</summary>
    Ending,

    /// <summary>Ending and auxiliary.</summary>
    EndAux,

    /// <summary>Ending and class after.</summary>
    EndRight,

    /// <summary>Inside quotation marks.</summary>
    Quoted,

    /// <summary>A quotation ends up to eight tokens before.</summary>
    QuoteBefore,

    /// <summary>A quotation starts up to seven tokens after.</summary>
    QuoteAfter,

    /// <summary>A form and the preposition that leads to its content: share of its contents.</summary>
    Link,

    /// <summary>Kind of content and boundary: share of contents that end there.</summary>
    End,
}
