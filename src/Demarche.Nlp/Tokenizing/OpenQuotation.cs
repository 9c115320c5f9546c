namespace Demarche.Nlp.Tokenizing;

/// <summary>A quotation whose closing mark has not been met yet.</summary>
/// <param name="Family">The marks that can close it.</param>
/// <param name="Token">Index of its opening mark.</param>
/// <param name="Continues">Whether it goes on from the paragraph before.</param>
internal readonly record struct OpenQuotation(QuoteFamily Family, int Token, bool Continues);
