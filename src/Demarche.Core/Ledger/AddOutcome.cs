namespace Demarche.Core.Ledger;

/// <summary>What adding an article did to the ledger. Once it is returned, the article is on disk.</summary>
/// <param name="Kind">What changed.</param>
/// <param name="ArticleKey">Key of the article, new or known.</param>
/// <param name="Revision">Number of the revision the text is kept as; 1 for the first.</param>
public readonly record struct AddOutcome(AddKind Kind, string ArticleKey, int Revision);

/// <summary>What adding an article changed.</summary>
public enum AddKind
{
    /// <summary>Nothing: this very text was there, coded by the same model with the same codebook.</summary>
    Unchanged,

    /// <summary>An article the ledger did not know.</summary>
    Added,

    /// <summary>Another text (or title, author line, day) of a known article: a new revision, which is now the current one.</summary>
    Revised,

    /// <summary>A known revision, coded by another model or with another codebook: its machine lines were replaced.</summary>
    Recoded,
}
